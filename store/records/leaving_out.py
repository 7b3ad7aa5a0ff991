"""What an act leaves out: what nobody has decided, and rows that have ended (ended_rows.py).

Only a decision writes a field in conflict. A unit is renamed in ten rows, and in 3.2 two desks gave the lead
to two units: nine rows are changed, 3.2 stays as it is, and the clerk is told so:
3.2 牵头单位有不一致未定夺，本次未改. With a cell stays what is kept beside it (its grounds), with a record
that is not taken out what it names; and so does a unit or person whom a side of a conflict names, as the
decision may be for them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.changes import Address, Edit, RecordAddress
from store.records.conflicts import Conflict
from store.records.describing import edited_in_words, in_conflict, told
from store.records.ended_rows import EndedRows, refusal_of_ended, rows_left_in_words, some_ended
from store.records.ground import Ground, grounds_of_cells
from store.records.groups import REFERENCES, keys_named
from store.records.parts import PARTED, field_of_part, parts_of, whole_of
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.undecided import decides_all, fields_written


class LeftOut(NamedTuple):
    """The edits of an act that go, and what it leaves out."""

    edits: tuple[Edit, ...]
    conflicts: tuple[Conflict, ...] = ()
    """Those that some of its edits would have written into."""
    kept: tuple[Edit, ...] = ()
    """Records that it would have taken out, and that a conflict or what is left out may still need."""
    ended: tuple[str, ...] = ()
    """Rows that have ended, and of which something was left as it is."""

    def in_words(self, tasks: TaskList) -> tuple[str, ...]:
        """Say what is left out, a sentence each."""
        cells = [f"{in_conflict(tasks, conflict)}，本次未改" for conflict in self.conflicts]
        kept = [f"{edited_in_words(tasks, edit)}还在未定夺的不一致中，本次未删" for edit in self.kept]
        ended = rows_left_in_words(tasks, self.ended, tasks.today)
        return (*dict.fromkeys(cells), *dict.fromkeys(kept), *ended)

    def refusal(self, tasks: TaskList) -> str:
        """Return the sentence that refuses the act where nothing of it goes; empty where something does."""
        going = told(self.edits)
        if going and not (self.ended and all(map(_makes, going))):
            return ""
        if self.conflicts:
            return f"{in_conflict(tasks, self.conflicts[0])}，请先定夺。"
        if self.ended:
            return refusal_of_ended(tasks, self.ended, tasks.today)
        return f"{self.in_words(tasks)[0]}，请先定夺。" if self.kept else ""


def _makes(edit: Edit) -> bool:
    """Tell whether an edit makes a record: a unit that a row was to be given to."""
    return not edit.field and edit.before is None


def what_goes(tasks: TaskList, edits: Iterable[Edit], decides: Collection[Address] = ()) -> LeftOut:
    """Part an act into what goes and what is left out; the list is as it was before the act."""
    edits = tuple(edits)
    ended: tuple[str, ...] = ()
    if some_ended(tasks):
        edits, ended = _of_rows_that_go_on(tasks, edits, decides)
    if not tasks.documents.undecided:
        return LeftOut(edits, ended=ended)
    return _Leaving(tasks, decides).parted(edits)._replace(ended=ended)


def said_left_out(tasks: TaskList, edits: Iterable[Edit]) -> tuple[str, ...]:
    """Say before an act what it is to leave out, a sentence each; where nothing can stay no edit is made."""
    return () if nothing_stays(tasks) else what_goes(tasks, edits).in_words(tasks)


def nothing_stays(tasks: TaskList) -> bool:
    """Tell whether there is nothing in a list that an act might have to leave as it is."""
    return not (tasks.documents.undecided or some_ended(tasks))


def _of_rows_that_go_on(
    tasks: TaskList, edits: Sequence[Edit], decides: Collection[Address]
) -> tuple[tuple[Edit, ...], tuple[str, ...]]:
    """Return edits without what stays as it is in rows that have ended, and these rows; who decides a
    conflict decides it there too.
    """
    decided = {(table, key, field_of_part(name)) for table, key, name in decides}
    ended = EndedRows(tasks, edits)
    going: list[Edit] = []
    for edit in edits:
        is_decided = (edit.table, edit.key, edit.field) in decided
        rest = edit if is_decided else ended.going(edit)
        if rest:
            going.append(rest)
    grounds = {key for row in ended.left for key in grounds_of_cells(row, RESPONSIBILITY_FIELDS)}
    kept = (edit for edit in going if edit.table != Ground.TABLE or edit.key not in grounds)
    return tuple(kept), tuple(ended.left)


class _Leaving:
    """The leaving out of one act."""

    def __init__(self, tasks: TaskList, decides: Collection[Address]) -> None:
        self._tasks, self._decides = tasks, decides
        self._undecided = tasks.documents.undecided
        self._left: list[Conflict] = []
        self._kept: list[Edit] = []

    def parted(self, edits: Sequence[Edit]) -> LeftOut:
        """Return what goes of some edits."""
        going: list[Edit] = []
        for edit in edits:
            rest = self._rest(edit)
            if rest:
                going.append(rest)
        grounds = {key for conflict in self._left for key in _grounds_of(conflict)}
        going = [edit for edit in going if edit.table != Ground.TABLE or edit.key not in grounds]
        going = [edit for edit in going if not self._is_needed(edit)]
        return LeftOut(tuple(going), tuple(self._left), tuple(self._kept))

    def _rest(self, edit: Edit) -> Edit | None:
        """Return what goes of an edit: all of it, what it does to other parts of its field, or nothing."""
        conflict = self._undecided.touched(edit)
        if conflict is None or decides_all(conflict, self._decides):
            return edit
        if conflict not in self._left:
            self._left.append(conflict)
        held = self._fields_in_conflict(edit)
        has_parts = edit.field in PARTED.get(edit.table, ())
        if conflict.is_of_record or not has_parts or fields_written(edit) <= held:
            return None
        before, after = parts_of(edit.field, edit.before), parts_of(edit.field, edit.after)
        whole: dict[str, Any] = {}
        for name in {**before, **after}:
            whole[name] = (before if name in held else after).get(name)
        return replace(edit, after=whole_of(edit.field, whole, edit.before))

    def _fields_in_conflict(self, edit: Edit) -> set[str]:
        found: set[str] = set()
        for conflict in self._undecided.of(edit.table, edit.key):
            found |= set(conflict.fields)
        return found

    def _is_needed(self, edit: Edit) -> bool:
        """Tell whether an edit takes out a record that a side of a conflict, or what stays, names."""
        takes_out = not edit.field and edit.after is None
        if takes_out and (edit.table, edit.key) in self._needed:
            self._kept.append(edit)
            return True
        return False

    @cached_property
    def _needed(self) -> set[RecordAddress]:
        needed: set[RecordAddress] = set()
        for conflict in self._undecided:
            for side in conflict.sides:
                needed |= set(_named_by(conflict.table, side.values))
        for conflict in self._left:
            doc = self._tasks.value(conflict.table, conflict.key, "")
            needed |= set(_named_by(conflict.table, doc if isinstance(doc, dict) else {}))
        return needed


def _named_by(table: str, values: Mapping[str, Any]) -> Iterator[RecordAddress]:
    """Yield the records that some fields of a record name."""
    for reference in REFERENCES:
        if reference.table == table:
            for key in keys_named(values.get(reference.field)):
                yield reference.named, key


def _grounds_of(conflict: Conflict) -> Iterable[str]:
    """Return the keys of the grounds of a cell that is in conflict."""
    return grounds_of_cells(conflict.key, conflict.fields) if conflict.table == Task.TABLE else ()
