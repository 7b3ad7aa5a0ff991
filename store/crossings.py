"""The responsibility matrix proper (责任分配矩阵, 方阵): rows down, units or leaders across, 牵 and 责 where they cross."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from store.assignment import Answer
from store.model import SIDES, Doc, Mention, SideName, UnitKind, leaders_field, units_field
from store.tasklist import TaskList

By = Literal["unit", "leader"]

SIGNS: dict[SideName, str] = {"lead": "牵", "participant": "责"}
_KINDS: tuple[UnitKind, ...] = ("division", "affiliated_agency", "outside_body", "collective")
_MEMBER = "成员"


@dataclass(frozen=True, slots=True)
class CrossingColumn:
    """A unit or leader across: its mention as the list words it; a collective that nobody settled has no key."""

    mention: Mention

    @property
    def id(self) -> str:
        """What tells it from the others: its key, else its wording."""
        return self.mention.key or f"={self.mention.wording}"


@dataclass(frozen=True, slots=True)
class Crossings:
    """Who stands where: rows and columns in order, the sides on which each row names each column, and the sums of the rows shown."""

    by: By
    rows: tuple[str, ...]
    columns: tuple[CrossingColumn, ...]
    sums: Mapping[str, Mapping[SideName, int]] = field(repr=False)
    """Column id to the number of rows on each side."""
    _docs: Mapping[str, Doc] = field(repr=False)

    def sides(self, row: str, column: CrossingColumn) -> tuple[SideName, ...]:
        """The sides of a row on which a column stands; both where a unit leads and takes part."""
        return tuple(side for side in SIDES if any(_id(mention) == column.id for mention in self._docs[row].get(_field(self.by, side), ())))

    def sign(self, row: str, column: CrossingColumn) -> str:
        """What the crossing shows: 牵, 责, 牵责 or nothing."""
        return "".join(SIGNS[side] for side in self.sides(row, column))

    def total(self, side: SideName) -> int:
        """The sum of a side's sums: mentions of units or leaders on it, a row once for each."""
        return sum(sums[side] for sums in self.sums.values())


def crossings(tasks: TaskList, rows: Sequence[str] | None = None, by: By = "unit") -> Crossings:
    """The matrix of some rows, or of all: every unit of the list across, or every leader in charge, then the collectives of the rows."""
    shown = tasks.task_keys if rows is None else tuple(rows)
    docs = tasks.documents["tasks"]
    sums: dict[str, dict[SideName, int]] = {}
    loose: dict[str, CrossingColumn] = {}
    for row in shown:
        for side in SIDES:
            mentions = {_id(mention): mention for mention in docs[row].get(_field(by, side), ())}
            for name, mention in mentions.items():
                sums.setdefault(name, dict.fromkeys(SIDES, 0))[side] += 1
                if mention["key"] is None:
                    loose.setdefault(name, CrossingColumn(Mention(None, mention["wording"])))
    known = (CrossingColumn(Mention(key, tasks.wording_of(key))) for key in (_units if by == "unit" else _leaders)(tasks, sums))
    columns = (*known, *loose.values())
    return Crossings(by, shown, columns, {column.id: sums.get(column.id, dict.fromkeys(SIDES, 0)) for column in columns}, docs)


def _field(by: By, side: SideName) -> str:
    return units_field(side) if by == "unit" else leaders_field(side)


def _id(mention: Doc) -> str:
    return mention["key"] or f"={mention['wording']}"


def _units(tasks: TaskList, used: Mapping[str, object]) -> Iterator[str]:
    """The units by kind, then in their order; one that is no more only where a row still names it."""
    for unit in sorted(tasks.units, key=lambda unit: _KINDS.index(unit.kind)):
        if unit.valid_until is None or unit.key in used:
            yield unit.key


def _leaders(tasks: TaskList, used: Mapping[str, object]) -> Iterator[str]:
    """The roster's heads and deputies in rank order, and whoever else a row names as a leader."""
    ranked = dict.fromkeys(entry.person for entry in tasks.roster if entry.role != _MEMBER or entry.person in used)
    named = dict.fromkeys(key for key in used if key in tasks.documents["people"])
    yield from ranked | named


def turned(tasks: TaskList, row: str, column: CrossingColumn, by: By = "unit") -> dict[SideName, Answer]:
    """What one turn of a crossing answers: empty to 牵 (behind those who lead already), 牵 or both to 责, 责 to empty.

    Only this row is meant: a joined cell splits.
    """
    task = tasks.task(row)
    held = {side: task.side(side).units if by == "unit" else task.side(side).leaders for side in SIDES}
    on: dict[SideName, bool] = {side: any(_same(mention, column.mention) for mention in held[side]) for side in SIDES}
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
