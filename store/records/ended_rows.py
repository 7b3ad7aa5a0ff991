"""Rows that have ended, closed (已销号) or cancelled (已取消): who stands there, when it is due and what was
reported stay as they are until the row is opened again.

An act that would change them leaves them as they are; one on that row alone is refused:
3.2 已于 2026-11-20 销号（徐涛批准），要改请先恢复。 Its text, its remark and its place may be edited.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.changes import Edit
from store.records.closing import Adjustment, Closing
from store.records.courses import applies_from, closing_on, course_on, course_set_by
from store.records.derived import derived
from store.records.documents import Documents
from store.records.parts import PARTED, parts_of, whole_of
from store.records.record import Record
from store.records.report import Report
from store.records.schedule import Milestone
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.undecided import fields_written
from store.records.values import SIDES
from store.refused import Refused

_R = TypeVar("_R", bound=Record)

DUE_FIELDS = ("deadline", "due_on", "due_kind", "start_on")
"""The fields of a row that say when it is due."""
_STAYS = frozenset(
    (
        *RESPONSIBILITY_FIELDS,
        *DUE_FIELDS,
        *(f"doubts.{side}" for side in SIDES),
        *(f"only_here.{side}" for side in SIDES),
        *(f"joins.{name}" for name in (*RESPONSIBILITY_FIELDS, *DUE_FIELDS)),
    )
)
"""Fields of a row, and parts of fields, that stay once it has ended."""
_FACTS_THAT_STAY = (Report.TABLE, Milestone.TABLE)
_OF_THE_COURSE = (Closing.TABLE, Adjustment.TABLE)


class _Courses:
    """What was said of the course of each row, in the order in which it came; an edit touches one row."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._version = -1
        self._keys: dict[tuple[str, str], dict[str, None]] = {}
        """By table and row the keys of its records."""

    def of(self, kind: type[_R], row: str) -> list[_R]:
        """Return the records of a kind that speak of a row."""
        found = map(partial(self._documents.find, kind), self._keys.get((kind.TABLE, row), ()))
        return [record for record in found if record is not None]

    def bring_in_line(self) -> None:
        """Take in the edits since the last time."""
        documents, version = self._documents, self._version
        for kind in (Closing, Adjustment):
            is_first = version < 0
            keys = tuple(documents.keys(kind) if is_first else documents.touched_since(version, kind))
            for key in keys if is_first else reversed(keys):
                row = documents.value(kind.TABLE, key, "task")
                if isinstance(row, str):
                    self._keys.setdefault((kind.TABLE, row), {})[key] = None
        self._version = documents.version


@derived()
def _kept(tasks: TaskList) -> _Courses:
    """Return the courses of a list's rows, made once: they bring themselves in line."""
    return _Courses(tasks.documents)


def _courses(tasks: TaskList) -> _Courses:
    courses = _kept(tasks)
    courses.bring_in_line()
    return courses


def some_ended(tasks: TaskList) -> bool:
    """Tell whether a row of the list may have ended: something was said of the course of one."""
    return any(tasks.documents.tables[table] for table in _OF_THE_COURSE)


def ended_by(tasks: TaskList, row: str, day: str) -> Closing | Adjustment | None:
    """Return what ended a row by a day (ISO): its cancellation, else its closing; none if it goes on."""
    courses = _courses(tasks)
    adjustments = courses.of(Adjustment, row)
    if course_on(adjustments, day) == "cancelled":
        return course_set_by(adjustments, day)
    return closing_on(courses.of(Closing, row), day)


def ended_in_words(tasks: TaskList, row: str, day: str) -> str:
    """Say when a row ended and who approved it; empty where it goes on.

    3.2 已于 2026-11-20 销号（徐涛批准）
    """
    end = ended_by(tasks, row, day)
    if end is None:
        return ""
    how = f"{applies_from(end)} 取消" if isinstance(end, Adjustment) else f"{end.approved_on} 销号"
    approval = f"（{end.approved_by}批准）" if end.approved_by else ""
    return f"{tasks.row_name(row)} 已于 {how}{approval}"


def refuse_ended(tasks: TaskList, rows: Sequence[str], day: str) -> None:
    """Refuse to change rows all of which have ended; nothing where one goes on."""
    if refusal := refusal_of_ended(tasks, rows, day):
        raise Refused(refusal)


def refusal_of_ended(tasks: TaskList, rows: Sequence[str], day: str) -> str:
    """Return the sentence that refuses to change rows all of which have ended; empty where one goes on."""
    if not rows or not all(ended_by(tasks, row, day) for row in rows):
        return ""
    if len(rows) > 1:
        return f"所选的 {len(rows)} 行都已销号或取消，要改请先恢复。"
    return f"{ended_in_words(tasks, rows[0], day)}，要改请先恢复。"


def refuse_ended_field(tasks: TaskList, rows: Sequence[str], field: str) -> None:
    """Refuse to change a field of rows all of which have ended by today, where it stays as it is in them:
    a screen asks so before it asks what is to stand there.
    """
    if field in _STAYS:
        refuse_ended(tasks, rows, tasks.today)


def rows_left_in_words(tasks: TaskList, rows: Sequence[str], day: str) -> tuple[str, ...]:
    """Say which rows an act left as they are because they have ended; nothing for none."""
    if not rows:
        return ()
    if len(rows) > 1:
        return (f"已销号或取消的 {len(rows)} 行本次未改",)
    return (f"{ended_in_words(tasks, rows[0], day)}，本次未改",)


class EndedRows:
    """Which edits of an act would change what stays as it is in rows that have ended."""

    def __init__(self, tasks: TaskList, edits: Iterable[Edit]) -> None:
        """Look at the list as it is before the act; rows that the act itself ends or opens go through."""
        self._tasks = tasks
        self._ends: dict[str, bool] = {}
        self.left: dict[str, None] = {}
        """The rows of which something was left as it is."""
        for edit in edits:
            if edit.table in _OF_THE_COURSE:
                for row in self._rows_of(edit):
                    self._ends[row] = False

    def going(self, edit: Edit) -> Edit | None:
        """Return what goes of an edit: all of it, what it does to other parts of its field, or nothing."""
        if edit.table == Task.TABLE:
            if not edit.field or fields_written(edit).isdisjoint(_STAYS) or not self._has_ended(edit.key):
                return edit
            self.left[edit.key] = None
            return _without_what_stays(edit)
        if edit.table in _FACTS_THAT_STAY:
            ended = list(filter(self._has_ended, self._rows_of(edit)))
            self.left.update(dict.fromkeys(ended))
            return None if ended else edit
        return edit

    def _has_ended(self, row: str) -> bool:
        if row not in self._ends:
            self._ends[row] = ended_by(self._tasks, row, self._tasks.today) is not None
        return self._ends[row]

    def _rows_of(self, edit: Edit) -> Iterator[str]:
        """Yield the row of which the record of an edit speaks, before and after."""
        held = self._tasks.value(edit.table, edit.key, "")
        for doc in (held, edit.after):
            if isinstance(doc, dict) and doc.get("task"):
                yield doc["task"]


def _without_what_stays(edit: Edit) -> Edit | None:
    """Return an edit of a field of parts as far as it touches others than those that stay."""
    if edit.field not in PARTED[Task.TABLE] or fields_written(edit) <= _STAYS:
        return None
    before, after = parts_of(edit.field, edit.before), parts_of(edit.field, edit.after)
    whole: dict[str, Any] = {}
    for name in {**before, **after}:
        whole[name] = (before if name in _STAYS else after).get(name)
    return replace(edit, after=whole_of(edit.field, whole, edit.before))
