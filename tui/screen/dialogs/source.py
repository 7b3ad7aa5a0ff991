"""The source text beside what was made of it: the lines that something came from are marked."""

from collections.abc import Collection, Sequence

from textual.content import Content

_BEFORE = 4
"""Lines shown above the first that is meant."""
_SHOWN = 80
"""Lines shown at most: a notice may have thousands."""


def source_lines(text: str, source: Sequence[int], unread: Collection[int] = ()) -> tuple[Content, int]:
    """Return lines with their numbers, marked › or, not understood, !; and the line to scroll to."""
    lines = text.splitlines()
    first, last = (source[0], source[-1]) if source else (1, 0)
    start = max(1, first - _BEFORE)
    width = len(str(len(lines)))
    shown = []
    for number in range(start, min(len(lines), max(start, last) + _SHOWN) + 1):
        meant = first <= number <= last
        sign = "›" if meant else "!" if number in unread else " "
        line = Content(f"{sign}{number:>{width}}  {lines[number - 1]}")
        shown.append(
            line.stylize("bold $text-accent" if meant else "$text-warning" if sign == "!" else "$text-muted")
        )
    return Content("\n").join(shown), 0
