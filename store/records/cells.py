"""The four responsibility cells of a row: each is a side, and its units or its leaders."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from store.records.values import SIDES, SideName

CellKind = Literal["units", "leaders"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A responsibility cell of a row: the units of a side (牵头单位), or the leaders in charge of them."""

    side: SideName
    kind: CellKind

    @property
    def field(self) -> str:
        """The field of a row that stores the cell: `lead_units`."""
        return f"{self.side}_{self.kind}"


CELLS = (
    Cell("lead", "units"),
    Cell("lead", "leaders"),
    Cell("participant", "units"),
    Cell("participant", "leaders"),
)
"""The cells in the order in which the list prints them."""

CELL_OF = {cell.field: cell for cell in CELLS}
"""The cell of each field that stores one."""


RESPONSIBILITY_FIELDS = tuple(CELL_OF)
"""The fields that store the cells, in the same order."""


def units_field(side: SideName) -> str:
    """Return the field that stores a side's units."""
    return Cell(side, "units").field


def leaders_field(side: SideName) -> str:
    """Return the field that stores a side's leaders."""
    return Cell(side, "leaders").field


def cell_of(field: str) -> Cell | None:
    """Return the cell that a field of a row stores; none for a field of another kind."""
    return CELL_OF.get(field)


def sides_said(field: str) -> Sequence[SideName]:
    """Return the sides that an edit of a row says something of: both where it is the row as a whole."""
    cell = cell_of(field)
    if cell:
        return (cell.side,)
    return SIDES if field in ("", "doubts") else ()


def cell_kind(field: str) -> CellKind | None:
    """Return whether a field stores units or leaders; none for a field of another kind."""
    cell = CELL_OF.get(field)
    return cell.kind if cell else None
