"""The responsibility matrix proper (方阵): rows down, units or leaders across, 牵 and 责 where they cross."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import Literal

from store.acts.assigning import SideAnswer
from store.acts.cell_grounds import in_issued_order
from store.records.cells import CELLS, Cell, CellKind
from store.records.derived import derived
from store.records.row_order import ORDER_OF_ROWS
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.undecided_cells import conflicts_at, is_undecided
from store.records.unit import UnitKind
from store.records.values import SIDES, Mention, SideName

By = Literal["unit", "leader"]

SIGNS: dict[SideName, str] = {"lead": "牵", "participant": "责"}
_KINDS: tuple[UnitKind, ...] = ("division", "affiliated_agency", "outside_body", "collective")
_MEMBER = "成员"
_CELL_KINDS: dict[By, CellKind] = {"unit": "units", "leader": "leaders"}

ColumnId = tuple[str | None, str]
"""What tells a column from the others: a key alone, or none and a wording."""
_Stand = tuple[ColumnId, SideName]
_Stands = tuple[_Stand, ...]
"""Whom a row names, by the column, and on which side; each once."""


@dataclass(frozen=True, slots=True)
class CrossingColumn:
    """A unit or leader across, as the list words it; a collective that nobody settled has no key."""

    mention: Mention
    name: str
    """What stands over the column: the wording, or more where another column has the same."""

    @property
    def id(self) -> ColumnId:
        """What tells it from the others."""
        return _id(self.mention)


@dataclass(frozen=True, slots=True)
class Crossings:
    """Who stands where: rows and columns in order, and on which sides each row names each column."""

    by: By
    rows: tuple[str, ...]
    columns: tuple[CrossingColumn, ...]
    sums: Mapping[ColumnId, Mapping[SideName, int]] = field(repr=False)
    """For each column the number of the rows shown that name it on each side."""
    _stands: Mapping[str, _Stands] = field(repr=False)
    left_out: int = 0
    """Columns in which nothing stands and that are therefore not there."""

    def sides(self, row: str, column: CrossingColumn) -> tuple[SideName, ...]:
        """Return the sides of a row on which a column stands; both where a unit leads and takes part."""
        stands = self._stands[row]
        return tuple(side for side in SIDES if (column.id, side) in stands)

    def sign(self, row: str, column: CrossingColumn) -> str:
        """Return what the crossing shows: 牵, 责, 牵责 or nothing."""
        signs = [SIGNS[side] for side in self.sides(row, column)]
        return "".join(signs)

    def total(self, side: SideName) -> int:
        """Return the sum of a side's sums: mentions of units or leaders on it, a row once for each."""
        return sum(sums[side] for sums in self.sums.values())


def crossings(
    tasks: TaskList, rows: Sequence[str] | None = None, by: By = "unit", *, with_empty: bool = True
) -> Crossings:
    """Return the matrix of some rows, or of all.

    Across stand all units of the list, or all leaders in charge, then the collectives of the rows; or only
    those of them that the rows name.
    """
    shown = tasks.task_keys if rows is None else tuple(rows)
    stands = tasks.of_rows(_units_stand if by == "unit" else _leaders_stand)
    is_whole = shown == tasks.task_keys
    counts = _counted(tasks, stands, by) if is_whole else Counter(_stands_in(stands, shown))
    used = dict.fromkeys(column for column, _ in counts)
    if is_whole and len(_unranked(tasks, used, by)) > 1:  # They stand as the rows name them.
        used = dict.fromkeys(column for column, _ in _stands_in(stands, shown))
    everybody = columns = _columns(tasks, used, by)
    if not with_empty:
        columns = tuple(column for column in everybody if column.id in used)
    sums: dict[ColumnId, Mapping[SideName, int]] = {}
    for column in columns:
        sums[column.id] = {side: counts[column.id, side] for side in SIDES}
    return Crossings(by, shown, columns, sums, stands, len(everybody) - len(columns))


def _stands_in(stands: Mapping[str, _Stands], rows: Iterable[str]) -> Iterator[_Stand]:
    return chain.from_iterable(map(stands.__getitem__, rows))


@dataclass(slots=True)
class _Tally:
    """How many rows name each column on each side, as of a version of the documents."""

    version: int
    held: dict[str, _Stands]
    """Whom each row named then."""
    counts: Counter[_Stand]

    def take(self, row: str, stands: _Stands) -> None:
        """Count a row by what it says now."""
        for stand in self.held[row]:
            self.counts[stand] -= 1
            if not self.counts[stand]:
                del self.counts[stand]
        self.counts.update(stands)
        self.held[row] = stands


@derived(*ORDER_OF_ROWS)
def _tallies(tasks: TaskList) -> dict[By, _Tally]:
    """Return the tallies of all rows, begun anew where other rows are there."""
    return {}


def _counted(tasks: TaskList, stands: Mapping[str, _Stands], by: By) -> Mapping[_Stand, int]:
    """Return how many of all rows name each column: after an edit only rows that it touched are counted."""
    tallies, documents = _tallies(tasks), tasks.documents
    tally = tallies.get(by)
    if tally is None:
        counts = Counter(chain.from_iterable(stands.values()))
        tally = tallies[by] = _Tally(documents.version, dict(stands), counts)
    for row in documents.touched_since(tally.version, Task):
        if row in tally.held:
            tally.take(row, stands[row])
    tally.version = documents.version
    return tally.counts


def _unranked(tasks: TaskList, used: Iterable[ColumnId], by: By) -> list[ColumnId]:
    """Return the columns that have no place of their own: wordings without a record, and who was deleted."""
    units, people = (unit.key for unit in tasks.units), map(attrgetter("person"), tasks.roster)
    ranked = set(units if by == "unit" else people)
    return [column for column in used if column[0] not in ranked]


def _columns(tasks: TaskList, used: Mapping[ColumnId, object], by: By) -> tuple[CrossingColumn, ...]:
    """Return the columns of a matrix whose rows name some units or leaders."""
    named = dict.fromkeys(key for key, _ in used if key)
    keys = _units(tasks, named) if by == "unit" else _leaders(tasks, named)
    mentions = [tasks.mention(key) for key in keys]
    mentions += [Mention(None, wording) for key, wording in used if not key]
    names = _names(tasks, mentions)
    return tuple(map(CrossingColumn, mentions, names))


def _stands(task: Task, by: By) -> _Stands:
    stands: dict[tuple[ColumnId, SideName], None] = {}
    for cell in CELLS:
        if cell.kind == _CELL_KINDS[by]:
            for mention in task.mentions(cell):
                stands[_id(mention), cell.side] = None
    return tuple(stands)


def _units_stand(task: Task) -> _Stands:
    return _stands(task, "unit")


def _leaders_stand(task: Task) -> _Stands:
    return _stands(task, "leader")


def _id(mention: Mention) -> ColumnId:
    return (mention.key, "") if mention.key else (None, mention.wording)


def _names(tasks: TaskList, mentions: Sequence[Mention]) -> Iterator[str]:
    """Return names that tell all columns apart: the full name where two are worded alike, then numbers."""
    wordings = Counter(mention.wording for mention in mentions)
    names = []
    for mention in mentions:
        is_one_of_several = wordings[mention.wording] > 1
        full_name = tasks.unit_name(mention.key) if is_one_of_several else ""
        names.append(full_name or mention.wording)
    return numbered(names)


def numbered(names: Iterable[str]) -> Iterator[str]:
    """Yield the names in order, those that came before with a number: 王芳, 王芳(2)."""
    seen: set[str] = set()
    for name in names:
        own, number = name, 1
        while own in seen:
            number += 1
            own = f"{name}（{number}）"
        seen.add(own)
        yield own


def _units(tasks: TaskList, named: Mapping[str, object]) -> Iterable[str]:
    """Return the units by kind, then in their order; one that is no more only where a row still names it."""
    ranked = sorted(tasks.units, key=lambda unit: _KINDS.index(unit.kind))
    there = [unit for unit in ranked if unit.valid_until is None or unit.key in named]
    return dict.fromkeys(unit.key for unit in there) | dict.fromkeys(named)


def _leaders(tasks: TaskList, named: Mapping[str, object]) -> Iterable[str]:
    """Return the roster's heads and deputies in rank order, then whoever else a row names as a leader."""
    ranked: dict[str, None] = {}
    for entry in tasks.roster:
        if entry.role != _MEMBER or entry.person in named:
            ranked[entry.person] = None
    return ranked | dict.fromkeys(named)


def undecided_crossings(tasks: TaskList, row: str, by: By) -> Mapping[ColumnId, Cell]:
    """Return the cells of a row that nobody has decided, by each column that a desk has put into one."""
    found: dict[ColumnId, Cell] = {}
    for cell in CELLS if is_undecided(tasks, row) else ():
        if cell.kind != _CELL_KINDS[by]:
            continue
        for conflict in conflicts_at(tasks, row, cell.field):
            for side in conflict.sides:
                for named in side.values.get(cell.field) or ():
                    found.setdefault(_id(Mention(**named)), cell)
    return found


def turned(tasks: TaskList, row: str, column: CrossingColumn, by: By = "unit") -> dict[SideName, SideAnswer]:
    """Return what one turn of a crossing answers: empty to 牵, 牵 or both to 责, 责 to empty.

    Who comes in stands last, or as the notice had the cell where it is again so. Only this row is meant: a
    joined cell splits. The only one in the lead turned away leaves the row without a lead.
    """
    task, kind = tasks.task(row), _CELL_KINDS[by]
    held = {side: task.mentions(Cell(side, kind)) for side in SIDES}
    leads, shares = (column.id in map(_id, held[side]) for side in SIDES)
    turns: dict[SideName, tuple[bool, bool]] = {}
    turns["lead"] = leads, not leads and not shares
    turns["participant"] = shares, leads
    answers: dict[SideName, SideAnswer] = {}
    for side, (stands, is_to_stand) in turns.items():
        if stands != is_to_stand:
            after = [mention for mention in held[side] if _id(mention) != column.id]
            if is_to_stand:
                after = [*in_issued_order(tasks, task, side, kind, [*after, column.mention])]
            answers[side] = _answer(after, by)
    return answers


def _answer(mentions: Sequence[Mention], by: By) -> SideAnswer:
    given = tuple(mentions)
    return SideAnswer(units=given) if by == "unit" else SideAnswer(leaders=given)
