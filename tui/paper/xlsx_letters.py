"""The letters of an Excel workbook, which the widths of its columns are counted in."""

from typing import NamedTuple

from tui.paper.fonts import families


class WorkbookLetters(NamedTuple):
    """The workbook's own letters: the pixels of a digit in them are what the widths of columns count in.

    Wider digits than a program has make the columns wider than the page, and the page is shrunk; narrower
    ones make texts longer than their rows.
    """

    name: str
    column: int
    """Pixels of a column that nothing is said of: what XlsxWriter knows the width of a digit by."""
    used: float
    """The part of the page's width that is used: no program that rounds up shrinks the page."""


_USUAL = WorkbookLetters("Arial", 72, 0.975)
"""Most machines have these or some with the same widths; Calibri, Excel's own, and 宋体 they have not."""
_LIKE_ARIAL = {"Arial", "Liberation Sans", "Arimo"}
_WIDER = WorkbookLetters("Verdana", 80, 0.96)
"""For a machine that has none of those: DejaVu Sans, which it draws then, has the widths of these."""


def workbook_letters() -> WorkbookLetters:
    """Return the letters whose widths this machine has."""
    there = families()
    return _WIDER if there and there.isdisjoint(_LIKE_ARIAL) else _USUAL
