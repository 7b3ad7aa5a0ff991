"""The smallest things that a text is read by: lines, marks, numbers, labels, headings, measures, days.

It may import `grid_rows`, `store.words` and `store.records`, and no other room of reading.
"""
