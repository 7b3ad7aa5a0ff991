"""The cells that prove something of who has which unit, each with the grounds that say it.

Those of a list are what its notice said and what was said by hand since. In a list without a notice's text a
row of which no ground tells says what stands in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from store.portfolio.puzzle import KeyCell
from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.derived import derived
from store.records.documents import on, on_which
from store.records.ground import Ground, is_worded, names_of
from store.records.notice import Notice
from store.records.record import Doc
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES

IN_A_ROW = ("item", "order", *RESPONSIBILITY_FIELDS, "doubts", "only_here")
"""What is read of a row where no ground tells of it."""

SaidBy = Mapping[KeyCell, Sequence[Doc]]
"""Cells, each with the grounds that say it, as documents: of 10,000 rows few are named."""


def has_notice(tasks: TaskList) -> bool:
    """Tell whether a list was read from the text of a notice, which its grounds then go back to."""
    return bool(tasks.notice.source_text)


def lacks_grounds(tasks: TaskList) -> bool:
    """Tell whether a list has a notice, and nothing was kept of what it said of units and leaders."""
    return has_notice(tasks) and not any(_of_list(tasks, "notice"))


@derived(on(Ground), on(Notice), on(Unit, "kind"))
def noticed(tasks: TaskList) -> SaidBy:
    """Return the cells of the notice that issued the list."""
    return _by_cell(tasks, _of_list(tasks, "notice"))


@derived(on(Ground), on(Notice), on(Unit, "kind"))
def by_hand(tasks: TaskList) -> Sequence[tuple[KeyCell, Doc]]:
    """Return the cells that were said by hand, the oldest first."""
    grounds = sorted(_of_list(tasks, "hand"), key=lambda ground: ground.get("at", ""))
    said = _by_cell(tasks, grounds)
    return [(cell, ground) for ground in grounds for cell in [_cell(ground)] if cell in said]


@derived(on(Ground), on(Notice), on(Unit, "kind"), on(Task, *IN_A_ROW), on(Item))
def unissued(tasks: TaskList) -> SaidBy:
    """Return the cells of a list without a notice: what was said of each side by hand, else as it stands."""
    found = {cell: list(said) for cell, said in as_they_stand(tasks).items()}
    for ground in _of_list(tasks, "hand"):
        found.setdefault(_cell(ground), []).append(ground)
    return _proving(tasks, found)


@derived(on(Ground), on_which(Notice), on(Task, *IN_A_ROW), on(Item))
def as_they_stand(tasks: TaskList) -> SaidBy:
    """Return the cells of sides of which no ground tells, each with these sides."""
    sides = dict(tasks.of_rows(_sides_of))
    for ground in _of_list(tasks, "hand"):
        row, side = ground["row"], ground["side"]
        if row in sides:
            sides[row] = tuple(cell_said for cell_said in sides[row] if cell_said[1]["side"] != side)
    found: defaultdict[KeyCell, list[Doc]] = defaultdict(list)
    for cell, said in chain.from_iterable(sides.values()):
        found[cell].append(said)
    return dict(found)


def _sides_of(task: Task) -> tuple[tuple[KeyCell, Doc], ...]:
    """Return the sides of a row that are not in doubt, each as a ground would have it."""
    doubtful = {doubt.side for doubt in task.doubts}
    found: list[tuple[KeyCell, Doc]] = []
    for side in SIDES:
        named = task.side(side)
        if named.leaders and side not in doubtful and side not in task.only_here:
            cell = names_of(named.units), names_of(named.leaders)
            found.append((cell, {"row": task.key, "side": side}))
    return tuple(found)


def _of_list(tasks: TaskList, origin: str) -> Iterator[Doc]:
    notice = tasks.notice.key
    for ground in tasks.documents.tables[Ground.TABLE].values():
        if ground.get("origin", "notice") == origin and ground.get("notice", "") == notice:
            yield ground


def _cell(ground: Doc) -> KeyCell:
    return tuple(ground["units"]), tuple(ground["leaders"])


def _by_cell(tasks: TaskList, grounds: Iterable[Doc]) -> SaidBy:
    """Return the distinct cells of some grounds that prove something."""
    found: dict[KeyCell, list[Doc]] = {}
    for ground in grounds:
        found.setdefault(_cell(ground), []).append(ground)
    return _proving(tasks, found)


def _proving(tasks: TaskList, cells: SaidBy) -> SaidBy:
    """Return the cells that prove something.

    They name no collective and nobody whose wording is all that is known, nor more leaders than units.
    """
    collectives = {unit.key for unit in tasks.units if unit.kind == "collective"}
    return {cell: said for cell, said in cells.items() if _proves(cell, collectives)}


def _proves(cell: KeyCell, collectives: set[str]) -> bool:
    units, leaders = cell
    is_settled = not any(map(is_worded, (*units, *leaders)))
    return is_settled and 0 < len(leaders) <= len(units) and collectives.isdisjoint(units)
