"""Rows of tables that a document prints as cells: they travel beside its text and are never cut out of it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class GridRow(NamedTuple):
    """The cells of a row as printed, line ends within them kept, and those that go on from the row above."""

    cells: tuple[str, ...]
    """A single one where it goes across all columns."""
    going_on: frozenset[int] = frozenset()
    """Columns, counted from 0."""
    table: int = 0
    """Which of the document's tables it is of."""


GridRows = Mapping[str, Sequence[GridRow]]
"""A row as a line of text, to the rows that print so, in their order."""
NO_ROWS: GridRows = {}
