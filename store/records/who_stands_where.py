"""Who stands in which rows: for each unit and person the rows whose cells name them, and on which sides."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from store.records.cells import CELLS
from store.records.task import Task
from store.records.values import SIDES, Mention, SideName

SideSet = frozenset[SideName]


class RowsNaming:
    """The rows of a list by whom they name, each in the list's order."""

    def __init__(self, rows: Sequence[str], task_of: Callable[[str], Task]) -> None:
        """Look through rows in the list's order."""
        self._rows = rows
        self._task_of = task_of
        self._found = rows_by_mention(map(task_of, rows))
        self._places: dict[str, int] = {}
        """Of each row, its place in the list; made when it is first needed."""
        self._on_side: dict[tuple[str, SideName], tuple[str, ...]] = {}
        """The rows in which someone stands on a side, where that was asked since he last came or went."""

    def of(self, key: str) -> Mapping[str, SideSet]:
        """Return the rows that name a unit or person, with the sides."""
        return self._found.get(key, {})

    def on_side(self, key: str, side: SideName) -> tuple[str, ...]:
        """Return the rows that name a unit or person on one side."""
        found = self._on_side.get((key, side))
        if found is None:
            found = tuple([row for row, sides in self.of(key).items() if side in sides])
            self._on_side[key, side] = found
        return found

    def look_again(self, rows: Iterable[str]) -> None:
        """Bring in line with rows whose cells were edited.

        Which rows there are, and their order, stayed as it was.
        """
        if not self._places:
            self._places = {row: number for number, row in enumerate(self._rows)}
        for row in rows:
            if row in self._places:
                self._look_again(row)

    def _look_again(self, row: str) -> None:
        named = _sides_by_mention(self._task_of(row))
        self._forget(row, named)
        for key, sides in named.items():
            there = self._found.setdefault(key, {})
            is_new = row not in there
            there[row] = sides
            self._forget_sides(key)
            if is_new:
                in_order = sorted(there, key=self._places.__getitem__)
                self._found[key] = {other: there[other] for other in in_order}

    def _forget(self, row: str, named: Collection[str]) -> None:
        """Take a row from those that it names no more."""
        for key, there in self._found.items():
            if row in there and key not in named:
                del there[row]
                self._forget_sides(key)

    def _forget_sides(self, key: str) -> None:
        for side in SIDES:
            self._on_side.pop((key, side), None)


def rows_by_mention(tasks: Iterable[Task]) -> dict[str, dict[str, SideSet]]:
    """Return for each unit and person the rows that name them, in the order given, with the sides."""
    found: dict[str, dict[str, SideSet]] = {}
    for task in tasks:
        for key, sides in _sides_by_mention(task).items():
            found.setdefault(key, {})[task.key] = sides
    return found


def mentions_of(task: Task) -> Iterator[Mention]:
    """Return all that a row's cells name, in the order in which the list prints them."""
    for cell in CELLS:
        yield from task.mentions(cell)


_ONE_SIDE: dict[SideName, SideSet] = {side: frozenset((side,)) for side in SIDES}
_BOTH_SIDES: SideSet = frozenset(SIDES)


def _sides_by_mention(task: Task) -> dict[str, SideSet]:
    found: dict[str, SideSet] = {}
    for cell in CELLS:
        side = _ONE_SIDE[cell.side]
        for mention in task.mentions(cell):
            if mention.key:
                known = found.get(mention.key, side)
                found[mention.key] = side if known is side else _BOTH_SIDES
    return found
