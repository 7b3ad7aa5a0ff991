"""Who stands where, kept row by row: what rules on the whole list count, without looking at every row again."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from store.records.cells import CELLS, Cell
from store.records.task import Task
from store.records.values import SIDES, Mention
from store.words.names import name_key

_LEADER_OF_LEADS = Cell("lead", "leaders")
KeyCell = tuple[tuple[str | None, ...], tuple[str | None, ...]]


@dataclass(frozen=True, slots=True)
class Place:
    """What the index knows of one row."""

    item: str
    mentions: tuple[tuple[Cell, Mention], ...]
    cells: tuple[KeyCell, ...]
    """Keys of the units and leaders of each side without a doubt: what the portfolio is inferred from."""


class Index:
    """The rows by what they name. `take` keeps it true to a row."""

    def __init__(self) -> None:
        """Know no row."""
        self._places: dict[str, Place] = {}
        self.rows: dict[str, dict[str, None]] = {}
        """Key of a unit or person to the rows that name it."""
        self.keyless: dict[str, dict[str, None]] = {}
        """Name key of a wording that no record stands for to the rows that have it."""
        self.led: dict[str, dict[str, None]] = {}
        """Key of a person to the rows whose lead units are in his charge."""
        self.with_lead = 0
        """How many rows have a lead unit or its leader."""
        self.wordings: dict[str, dict[str, int]] = {}
        """Key of a unit or person to what the rows call it, and how often."""
        self._cells: Counter[KeyCell] = Counter()

    def item_of(self, row: str) -> str:
        """The item that a row stood in when it was last taken."""
        place = self._places.get(row)
        return place.item if place else ""

    def take(self, row: str, task: Task | None) -> bool:
        """Take a row as it is now, or let it go; whether what the portfolio is inferred from changed."""
        old, new = self._places.pop(row, None), _place(task) if task else None
        if old == new:
            if new:
                self._places[row] = new
            return False
        for place, step in ((old, -1), (new, 1)):
            if place:
                self._count(row, place, step)
        if new:
            self._places[row] = new
        return self._cells_changed(old, new)

    def _cells_changed(self, old: Place | None, new: Place | None) -> bool:
        changed = False
        for place, step in ((old, -1), (new, 1)):
            for keys in place.cells if place else ():
                self._cells[keys] += step
                changed = changed or self._cells[keys] == (0 if step < 0 else 1)
                if not self._cells[keys]:
                    del self._cells[keys]
        return changed

    def _count(self, row: str, place: Place, step: int) -> None:
        self.with_lead += step * any(cell.side == "lead" for cell, _ in place.mentions)
        for cell, mention in place.mentions:
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
    def _put(rows: dict[str, dict[str, None]], key: str, row: str, step: int) -> None:
        if step > 0:
            rows.setdefault(key, {})[row] = None
        else:
            rows.get(key, {}).pop(row, None)


def _place(task: Task) -> Place:
    return Place(task.item, tuple(_mentions(task)), tuple(_cells(task)))


def _mentions(task: Task) -> Iterator[tuple[Cell, Mention]]:
    for cell in CELLS:
        for mention in task.mentions(cell):
            yield cell, mention


def _cells(task: Task) -> Iterator[KeyCell]:
    for name in SIDES:
        side = task.side(name)
        if side.units and not task.doubt(name):
            yield tuple(unit.key for unit in side.units), tuple(leader.key for leader in side.leaders)
