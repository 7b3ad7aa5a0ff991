"""The responsibility matrix proper (责任分配矩阵, 方阵): rows down, units or leaders across, 牵 and 责 where they cross."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from store.acts.assigning import Answer
from store.records.cells import CELLS, CellKind
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import UnitKind
from store.records.values import SIDES, Mention, SideName

By = Literal["unit", "leader"]

SIGNS: dict[SideName, str] = {"lead": "牵", "participant": "责"}
_KINDS: tuple[UnitKind, ...] = ("division", "affiliated_agency", "outside_body", "collective")
_MEMBER = "成员"

_Stands = tuple[tuple[str, SideName], ...]
"""Whom a row names, by the id of the column, and on which side; each once."""


@dataclass(frozen=True, slots=True)
class CrossingColumn:
    """A unit or leader across: its mention as the list words it; a collective that nobody settled has no key."""

    mention: Mention
    name: str
    """What stands over the column: the wording, or more where another column has the same."""

    @property
    def id(self) -> str:
        """What tells it from the others: its key, else its wording."""
        return _id(self.mention.key, self.mention.wording)


@dataclass(frozen=True, slots=True)
class Crossings:
    """Who stands where: rows and columns in order, the sides on which each row names each column, and the sums of the rows shown."""

    by: By
    rows: tuple[str, ...]
    columns: tuple[CrossingColumn, ...]
    sums: Mapping[str, Mapping[SideName, int]] = field(repr=False)
    """Column id to the number of rows on each side."""
    _stands: Mapping[str, _Stands] = field(repr=False)

    def sides(self, row: str, column: CrossingColumn) -> tuple[SideName, ...]:
        """The sides of a row on which a column stands; both where a unit leads and takes part."""
        return tuple(side for side in SIDES if (column.id, side) in self._stands[row])

    def sign(self, row: str, column: CrossingColumn) -> str:
        """What the crossing shows: 牵, 责, 牵责 or nothing."""
        return "".join(SIGNS[side] for side in self.sides(row, column))

    def total(self, side: SideName) -> int:
        """The sum of a side's sums: mentions of units or leaders on it, a row once for each."""
        return sum(sums[side] for sums in self.sums.values())


def crossings(tasks: TaskList, rows: Sequence[str] | None = None, by: By = "unit") -> Crossings:
    """The matrix of some rows, or of all: every unit of the list across, or every leader in charge, then the collectives of the rows."""
    shown = tasks.task_keys if rows is None else tuple(rows)
    stands = tasks.of_rows(_units_stand if by == "unit" else _leaders_stand)
    counts = Counter(chain.from_iterable(stands[row] for row in shown))
    used = dict.fromkeys(name for name, _ in counts)
    known = [
        Mention(key, tasks.wording_of(key)) for key in (_units if by == "unit" else _leaders)(tasks, used)
    ]
    loose = [Mention(None, name[1:]) for name in used if not _is_key(name)]
    mentions = (*known, *loose)
    columns = tuple(
        CrossingColumn(mention, name) for mention, name in zip(mentions, _names(tasks, mentions), strict=True)
    )
    return Crossings(
        by,
        shown,
        columns,
        {one.id: {side: counts[one.id, side] for side in SIDES} for one in columns},
        stands,
    )


def _stands(task: Task, kind: CellKind) -> _Stands:
    stands: dict[tuple[str, SideName], None] = {}
    for cell in CELLS:
        for mention in task.mentions(cell) if cell.kind == kind else ():
            stands[_id(mention.key, mention.wording), cell.side] = None
    return tuple(stands)


def _units_stand(task: Task) -> _Stands:
    return _stands(task, "units")


def _leaders_stand(task: Task) -> _Stands:
    return _stands(task, "leaders")


def _id(key: str | None, wording: str) -> str:
    return key or f"={wording}"


def _is_key(name: str) -> bool:
    return not name.startswith("=")


def _names(tasks: TaskList, mentions: Sequence[Mention]) -> list[str]:
    """Names that tell all columns apart: the full name where two are worded alike, then numbers."""
    wordings = Counter(mention.wording for mention in mentions)
    names = [
        tasks.unit_name(one.key) or one.wording if wordings[one.wording] > 1 else one.wording
        for one in mentions
    ]
    return list(numbered(names))


def numbered(names: Iterable[str]) -> Iterator[str]:
    """The names in order, those that came before with a number: 王芳, 王芳(2)."""
    seen: set[str] = set()
    for name in names:
        own, number = name, 1
        while own in seen:
            number += 1
            own = f"{name}({number})"
        seen.add(own)
        yield own


def _units(tasks: TaskList, used: Mapping[str, object]) -> Iterator[str]:
    """The units by kind, then in their order; one that is no more only where a row still names it."""
    ranked = sorted(tasks.units, key=lambda unit: _KINDS.index(unit.kind))
    there = dict.fromkeys(unit.key for unit in ranked if unit.valid_until is None or unit.key in used)
    yield from there | dict.fromkeys(filter(_is_key, used))


def _leaders(tasks: TaskList, used: Mapping[str, object]) -> Iterator[str]:
    """The roster's heads and deputies in rank order, and whoever else a row names as a leader."""
    ranked = dict.fromkeys(
        entry.person for entry in tasks.roster if entry.role != _MEMBER or entry.person in used
    )
    yield from ranked | dict.fromkeys(filter(_is_key, used))


def turned(tasks: TaskList, row: str, column: CrossingColumn, by: By = "unit") -> dict[SideName, Answer]:
    """What one turn of a crossing answers: empty to 牵 (behind those who lead already), 牵 or both to 责, 责 to empty.

    Only this row is meant: a joined cell splits. The only one in the lead turned away leaves the row without a lead.
    """
    task = tasks.task(row)
    held = {side: task.side(side).units if by == "unit" else task.side(side).leaders for side in SIDES}
    on: dict[SideName, bool] = {
        side: any(_same(mention, column.mention) for mention in held[side]) for side in SIDES
    }
    wanted: dict[SideName, bool] = {"lead": not any(on.values()), "participant": on["lead"]}
    answers: dict[SideName, Answer] = {}
    for side in SIDES:
        if wanted[side] != on[side]:
            rest = tuple(mention for mention in held[side] if not _same(mention, column.mention))
            after = (*rest, column.mention) if wanted[side] else rest
            answers[side] = Answer(units=after) if by == "unit" else Answer(leaders=after)
    return answers


def _same(one: Mention, other: Mention) -> bool:
    return one.key == other.key and (one.key is not None or one.wording == other.wording)
