"""The smallest things that a text is read by: lines, marks, numbers, labels, headings, measures, days.

It may import no other room of reading."""
