"""What an act on many rows would do: each row before and after, and what must be asked first.

An act that may touch many rows (a handover, a unit put in another's place, lead and partner swapped) is a
function from a list and answers to a Preview. Whoever shows it asks its open questions, makes the preview
anew with the answers, and commits `preview.change(tasks)` once nothing is open. A row with an open question
shows the leader as staying: nothing is dropped unasked.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from store.acts.cell_grounds import followed_edits
from store.records.cells import RESPONSIBILITY_FIELDS, leaders_field, units_field
from store.records.changes import Change, Edit, updated
from store.records.describing import describe
from store.records.leaving_out import said_left_out
from store.records.person import Person, RosterEntry
from store.records.record import Doc
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES, Mention, Side, SideName
from store.refused import Refused

RowSide = tuple[str, SideName]
"""Key of a row, and one of its sides."""
KeepOrDrop = Literal["keep", "drop"]
"""Whether the leader that a question is about stays in the cell."""
Answers = Mapping[RowSide, KeepOrDrop]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One side of one row, before and after."""

    row: str
    side: SideName
    before: Side
    after: Side

    @property
    def place(self) -> RowSide:
        """Return the row and the side."""
        return self.row, self.side


@dataclass(frozen=True, slots=True)
class LeaderQuestion:
    """Whether a leader stays in a cell, since a unit that stays in it may be his.

    One answer holds for the whole cell.
    """

    row: str
    side: SideName
    leader: Mention
    unit: Mention
    candidates: tuple[str, ...]
    """Keys of the people whose the unit may be."""

    @property
    def place(self) -> RowSide:
        """Return the row and the side."""
        return self.row, self.side


@dataclass(frozen=True, slots=True)
class Preview:
    """What an act would do, given some answers."""

    title: str
    """The title of its change."""
    rows: tuple[RowChange, ...] = ()
    """In the list's order; a row whose question is open is among them even where it would stay as it is."""
    questions: tuple[LeaderQuestion, ...] = ()
    """All that the text cannot tell, answered or not."""
    answers: Answers = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    """Edits of other records that belong to the act, such as settled pairs."""
    effective_on: str | None = None
    basis: str = ""
    others: tuple[str, ...] = ()
    """What the edits of other records do, in words, where the clerk is to see it beside the rows."""

    @property
    def open(self) -> tuple[LeaderQuestion, ...]:
        """Return the questions without an answer, in the order in which they are asked."""
        found = [question for question in self.questions if question.place not in self.answers]
        return tuple(found)

    def change(self, tasks: TaskList) -> Change:
        """Return the one change of the act; refused while a question is open."""
        if self.open:
            raise Refused("还有没答复的问题，请先逐条答复“留”或“去”。")
        edits: list[Edit] = []
        for row in self.rows:
            edits += updated(tasks.task(row.row), **_fields(row))
        edits += self.edits
        edits += followed_edits(tasks, [row.row for row in self.rows], edits)
        return Change(self.title, tuple(edits), basis=self.basis, effective_on=self.effective_on)

    def left_out(self, tasks: TaskList) -> tuple[str, ...]:
        """Say what the act leaves out, a sentence each: what nobody has decided, rows that have ended."""
        return () if self.open else said_left_out(tasks, self.change(tasks).edits)

    def dated(self, effective_on: str | None, basis: str) -> "Preview":
        """Return the preview of the same act from a day, on a basis."""
        return replace(self, effective_on=effective_on, basis=basis)


def change_preview(tasks: TaskList, change: Change) -> Preview:
    """Return what a change that asks nothing would do."""
    after = tasks.copy()
    after.apply(change.edits)
    in_rows = [edit for edit in change.edits if edit.table == Task.TABLE and edit.field]
    edited = {edit.key for edit in in_rows}
    moved: list[RowChange] = []
    for row, name, before in sides_of(tasks, filter(edited.__contains__, tasks.task_keys)):
        now = after.task(row).side(name)
        if before != now:
            moved.append(RowChange(row, name, before, now))
    rest = tuple(edit for edit in change.edits if edit.field not in RESPONSIBILITY_FIELDS)
    others = in_words(tasks, rest)
    preview = Preview(change.title, tuple(moved), edits=rest, others=others)
    return preview.dated(change.effective_on, change.basis)


ActOnRows = Callable[[Answers], Preview]
"""An act on many rows, by the answers to its questions."""


def sides_of(tasks: TaskList, rows: Iterable[str]) -> Iterator[tuple[str, SideName, Side]]:
    """Return both sides of some rows, each with the row's key and the side's name."""
    for row in rows:
        task = tasks.task(row)
        for name in SIDES:
            yield row, name, task.side(name)


def in_words(tasks: TaskList, edits: Sequence[Edit]) -> tuple[str, ...]:
    """Say what edits of records other than rows do; new records go by the names that they bring."""
    after = tasks.copy()
    after.apply(edits)
    found: list[str] = []
    for edit in edits:
        new = edit.after if not edit.field else None
        if edit.table == Unit.TABLE and new:
            found.append(_new_unit(new))
        elif edit.table == RosterEntry.TABLE and new:
            found.append(_new_entry(after.person_name(new["person"]), new))
        elif edit.field != "order" and edit.table != Person.TABLE:
            for where, old, now in describe(after, Change("", (edit,))):
                found.append(f"{where}：{old} → {now}")
    return tuple(found)


def _new_entry(name: str, doc: Doc) -> str:
    return f"名册新增：{name} {doc['role']} {doc['post']}"


def _new_unit(doc: Doc) -> str:
    aliases = "、".join(doc["aliases"])
    known_as = f"（{aliases}）" if aliases else ""
    return f"新设单位：{doc['full_name']}{known_as}"


def _fields(row: RowChange) -> dict[str, object]:
    units, leaders = units_field(row.side), leaders_field(row.side)
    return {units: row.after.units, leaders: row.after.leaders}
