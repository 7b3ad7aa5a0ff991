"""A list as a reading: what a notice would say that issued it as it is now.

Two clerks who each imported the same notice have two lists without a change in common: they are compared row
by row, as a notice that comes again is.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from store.reading.result import Group, Head, Member, Reading, Section, TaskFound, UnitFound
from store.reading.signs.lines import Span
from store.records.cells import CELL_OF, RESPONSIBILITY_FIELDS
from store.records.fields import extras_with_fields
from store.records.joining import joined_rows
from store.records.notice import WorkPoint
from store.records.person import RosterEntry
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import wordings


def reading_of(tasks: TaskList, name: str) -> Reading:
    """Return what a notice would say that issued a list as it is now; `name` is the list's file."""
    notice = tasks.notice
    reading = Reading(name, notice.source_text, "utf-8", _head(tasks))
    reading = replace(reading, list_title=notice.list_title, columns=notice.columns)
    points = [_section(tasks, point) for point in tasks.work_points()]
    reading = replace(reading, work_points=tuple(points), rows=tuple(_rows(tasks)))
    members = [_member(tasks, entry) for entry in tasks.roster]
    reading = replace(reading, roster=tuple(members), group=_group(tasks))
    units = [_unit(tasks, unit) for unit in tasks.units if unit.kind != "collective"]
    collectives = [unit.full_name for unit in tasks.units if unit.kind == "collective"]
    return replace(reading, units=tuple(units), collectives=tuple(collectives))


def _rows(tasks: TaskList) -> Iterator[TaskFound]:
    for item in tasks.items:
        for key in tasks.task_keys_of(item.key):
            yield _row(tasks, item.title, tasks.task(key))


def _head(tasks: TaskList) -> Head:
    notice = tasks.notice
    head = Head(notice.title, notice.document_number, notice.issuer, notice.issued_on)
    return replace(head, addressees=notice.addressees, basis=notice.basis, annexes=notice.annexes)


def _group(tasks: TaskList) -> Group:
    notice = tasks.notice
    unit, director = notice.group_office_unit, notice.group_office_director
    return Group(notice.group, tasks.unit_name(unit) or None, tasks.person_name(director) or None)


def _section(tasks: TaskList, point: WorkPoint) -> Section:
    below = tuple(_section(tasks, child) for child in tasks.work_points(point.key))
    return Section(point.number, point.heading, point.text, _span(point.source), below)


def _row(tasks: TaskList, item: str, task: Task) -> TaskFound:
    """Return a row as worded, with the further columns, and its cells that are joined with those above."""
    found = TaskFound(item, task.number, task.text, _span(task.source))
    found = replace(found, deadline=task.deadline, targets=task.targets, remark=task.remark)
    for field in RESPONSIBILITY_FIELDS:
        mentions = task.mentions(CELL_OF[field])
        found = _with_names(found, field, tuple(wordings(mentions)))
    return replace(found, doubts=task.doubts, extras=extras_with_fields(task), joined=_joined(tasks, task))


def _with_names(found: TaskFound, field: str, names: tuple[str, ...]) -> TaskFound:
    values: dict[str, Any] = {field: names}
    return replace(found, **values)


def _joined(tasks: TaskList, task: Task) -> tuple[str, ...]:
    """Return the fields whose cells are joined with those of the row above."""
    fields = [field for field in task.joins if joined_rows(tasks, task.key, field)[0] != task.key]
    return tuple(fields)


def _unit(tasks: TaskList, unit: Unit) -> UnitFound:
    head = tasks.person_name(unit.head) or None
    return UnitFound(unit.full_name, unit.kind, unit.aliases, head, unit.acting)


def _member(tasks: TaskList, entry: RosterEntry) -> Member:
    unit = tasks.unit_name(entry.unit) or None
    return Member(entry.role, tasks.person_name(entry.person), entry.post, unit, _span(entry.source))


def _span(source: tuple[int, ...]) -> Span:
    """Return the first and last of some source lines."""
    return (source[0], source[-1]) if source else (1, 1)
