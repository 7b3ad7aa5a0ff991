"""Giving a field of a record a new value, and the text by which the clerk sees and writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from store.acts.resolving import leaders_named, names_in, units_named
from store.records.cells import cell_of
from store.records.changes import Change, Edit, updated
from store.records.describing import NOTHING, change_title, label, parts
from store.records.fields import extra_label, field_of
from store.records.ranges import numbered_rows
from store.records.record import Record
from store.records.task import Task
from store.records.tasklist import TaskList
from store.words.days import day_named

_LONGEST_IN_TITLE = 20
"""Signs of a text that a title takes in where several rows are given it."""

NO_DAY_SET: Mapping[str, Any] = {"due_on": None, "due_kind": ""}
"""What a row holds for which nobody set a day over the wording of its deadline."""


def set_fields(tasks: TaskList, record: Record, **values: Any) -> Change:
    """Give fields of a record new values; a change without edits where they hold them already."""
    edits = field_edits(record, **values)
    return Change(change_title(tasks, edits), edits)


def field_edits(record: Record, **values: Any) -> tuple[Edit, ...]:
    """Return the edits that give fields of a record new values; none where they hold them already."""
    return tuple(updated(record, **_stored(record, values)))


def set_field_of_rows(tasks: TaskList, rows: Sequence[str], field: str, text: str) -> Change:
    """Give a field of several rows one text, as one change; a change without edits where they have it."""
    edits: list[Edit] = []
    for row in rows:
        task = tasks.task(row)
        edits += field_edits(task, **{field: field_value(tasks, task, field, text)})
    if len(edits) < 2:
        return Change(change_title(tasks, tuple(edits)), tuple(edits))
    where = f"{numbered_rows(tasks, [edit.key for edit in edits])}的{label(tasks, field)}"
    is_short = len(text) <= _LONGEST_IN_TITLE and "\n" not in text
    title = f"{where}：{text or NOTHING}" if is_short else f"修改{where}"
    return Change(title, tuple(edits))


def _stored(record: Record, values: dict[str, Any]) -> dict[str, Any]:
    """Return values with those of further columns in the field that holds them all.

    A deadline that is worded anew is the clerk's last word: a day that he set over the old one goes with it.
    """
    if not isinstance(record, Task):
        return values
    stored: dict[str, Any] = {}
    for name, value in values.items():
        label = extra_label(name)
        if label:
            record = replace(record, extras=record.with_extra(label, value))
            stored["extras"] = record.extras
        else:
            stored[name] = value
    if values.get("deadline", record.deadline) != record.deadline:
        for name, nothing in NO_DAY_SET.items():
            stored.setdefault(name, nothing)
    return stored


def field_value(tasks: TaskList, record: Record, field: str, text: str) -> Any:
    """Return what a text stands for in a field of a record.

    Names stand for mentions in a responsibility cell, each line for a value of its own in a field of several.
    """
    cell = cell_of(field)
    if cell:
        named = units_named if cell.kind == "units" else leaders_named
        return named(tasks, names_in(text))
    if field_of(type(record), field).kind == "lines":
        return tuple(filter(None, map(str.strip, text.splitlines())))
    if extra_label(field):
        return text
    empty = getattr(type(record)(record.key), field)
    return text or empty


def checked_value(tasks: TaskList, record: Record, field: str, text: str) -> Any:
    """Return what a text stands for, a day being read as clerks write it; Refused for what is no day."""
    if field_of(type(record), field).kind == "day":
        return day_named(text, tasks.clock.day())
    return field_value(tasks, record, field, text)


def field_text(tasks: TaskList, record: Record, field: str) -> str:
    """Return a field as the text that `field_value` takes."""
    label = extra_label(field)
    if label and isinstance(record, Task):
        return record.extra(label)
    declared = field_of(type(record), field)
    value = getattr(record, field)
    if declared.kind in ("mentions", "lines"):
        between = "\n" if declared.kind == "lines" else "、"
        return between.join(parts(tasks, declared, value))
    return value or ""
