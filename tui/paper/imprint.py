"""Where the 版记 of a document stands: at the foot of its last even page (GB/T 9704-2012, 7.4 and 7.5)."""

from dataclasses import dataclass, replace

from tui.paper.layout import Sheet
from tui.paper.setup import PageSetup

THICK, THIN = 0.35, 0.25
"""The first and last of its lines, and those between, in mm."""
RULES = {"thick": THICK, "thin": THIN}
_LINE = 24.0
"""Points of a line of 四号."""


@dataclass(frozen=True, slots=True)
class ImprintPlace:
    """How many pages come before the 版记 has its place, itself the last of them; 0 for the page at hand."""

    pages: int

    @property
    def is_numbered(self) -> bool:
        """Whether a page that is begun for it has a number: none has where a blank page comes before."""
        return self.pages < 2


def imprint_place(number: int, room: float, wanted: float) -> ImprintPlace:
    """Return where the 版记 goes after a page of some number that leaves some room for it."""
    is_even = number % 2 == 0
    if is_even and room >= wanted:
        return ImprintPlace(0)
    return ImprintPlace(2 if is_even else 1)


def page_of_sheet(setup: PageSetup, sheet: Sheet) -> PageSetup:
    """Return the page of a sheet that has an orientation of its own: a letter before its landscape annex."""
    return replace(setup, orientation=sheet.orientation) if sheet.orientation else setup
