"""Who stands where, kept row by row.

Rules on the whole list count from it, without looking at every row again."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from store.records.cells import CELLS, Cell
from store.records.task import Task
from store.records.values import SIDES, Mention
from store.words.names import name_key

_LEADER_OF_LEADS = Cell("lead", "leaders")
OptionalKeys = tuple[str | None, ...]
CellKeys = tuple[OptionalKeys, OptionalKeys]
"""Keys of the units and of the leaders of a side, none where nobody settled one."""


@dataclass(frozen=True, slots=True)
class IndexedRow:
    """What the index knows of one row."""

    item: str
    mentions: tuple[tuple[Cell, Mention], ...]
    cells: tuple[CellKeys, ...]
    """Keys of the units and leaders of each side without a doubt: what the portfolio is inferred from."""


_RowsByName = dict[str, dict[str, None]]
"""A key or name to the rows that have it, in their order."""


class Index:
    """The rows by what they name. `take` keeps it true to a row."""

    def __init__(self) -> None:
        """Know no row."""
        self._known: dict[str, IndexedRow] = {}
        self.rows: _RowsByName = {}
        """Key of a unit or person to the rows that name it."""
        self.keyless: _RowsByName = {}
        """Name key of a wording that no record stands for to the rows that have it."""
        self.led: _RowsByName = {}
        """Key of a person to the rows whose lead units are in his charge."""
        self.with_lead = 0
        """How many rows have a lead unit or its leader."""
        self.wordings: dict[str, dict[str, int]] = {}
        """Key of a unit or person to what the rows call it, and how often."""
        self._cells: Counter[CellKeys] = Counter()

    def item_of(self, row: str) -> str:
        """Return the item that a row stood in when it was last taken."""
        known = self._known.get(row)
        return known.item if known else ""

    def take(self, row: str, task: Task | None) -> bool:
        """Take a row as it is now, or let it go; return whether the cells that prove something changed."""
        old = self._known.pop(row, None)
        new = _indexed(task) if task else None
        if new:
            self._known[row] = new
        if old == new:
            return False
        if old:
            self._count(row, old, -1)
        if new:
            self._count(row, new, 1)
        return self._cells_changed(old, new)

    def _cells_changed(self, old: IndexedRow | None, new: IndexedRow | None) -> bool:
        """Count the cells of a row anew; return whether one is there for the first time, or no longer."""
        changed = False
        for keys in old.cells if old else ():
            self._cells[keys] -= 1
            if not self._cells[keys]:
                del self._cells[keys]
                changed = True
        for keys in new.cells if new else ():
            self._cells[keys] += 1
            changed = changed or self._cells[keys] == 1
        return changed

    def _count(self, row: str, known: IndexedRow, step: int) -> None:
        if any(cell.side == "lead" for cell, _ in known.mentions):
            self.with_lead += step
        for cell, mention in known.mentions:
            if mention.key:
                self._put(self.rows, mention.key, row, step)
                self._word(mention.key, mention.wording, step)
                if cell == _LEADER_OF_LEADS:
                    self._put(self.led, mention.key, row, step)
            else:
                self._put(self.keyless, name_key(mention.wording), row, step)

    def _word(self, key: str, wording: str, step: int) -> None:
        wordings = self.wordings.setdefault(key, {})
        count = wordings.get(wording, 0) + step
        if count:
            wordings[wording] = count
        else:
            del wordings[wording]

    @staticmethod
    def _put(rows: _RowsByName, key: str, row: str, step: int) -> None:
        if step > 0:
            rows.setdefault(key, {})[row] = None
        else:
            rows.get(key, {}).pop(row, None)


def _indexed(task: Task) -> IndexedRow:
    return IndexedRow(task.item, tuple(_mentions(task)), tuple(_cells(task)))


def _mentions(task: Task) -> Iterator[tuple[Cell, Mention]]:
    for cell in CELLS:
        for mention in task.mentions(cell):
            yield cell, mention


def _cells(task: Task) -> Iterator[CellKeys]:
    for name in SIDES:
        side = task.side(name)
        if side.units and not task.doubt(name):
            units = tuple(unit.key for unit in side.units)
            leaders = tuple(leader.key for leader in side.leaders)
            yield units, leaders
