"""What closing (销号) and adjusting (延期, 中止 …) rows share: which rows are meant, days, and titles."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from store.records.changes import Change
from store.records.ended_rows import ended_by, refuse_ended, rows_left_in_words
from store.records.ranges import numbered_rows
from store.records.tasklist import TaskList
from store.refused import Refused


class CourseChange(NamedTuple):
    """A change of the course of rows, and what the clerk is to be told with it, a sentence each."""

    change: Change
    said: tuple[str, ...] = ()


class RowsMeant(NamedTuple):
    """The rows that an act is for, and what is to be told of those that it leaves."""

    open: tuple[str, ...]
    said: tuple[str, ...]
    """A sentence each; nothing where none is left."""


def rows_that_go_on(tasks: TaskList, rows: Sequence[str], day: date) -> RowsMeant:
    """Return the rows of an act that have not ended on a day; refused where none is left."""
    today = day.isoformat()
    refuse_ended(tasks, rows, today)
    ended = {row: None for row in rows if ended_by(tasks, row, today)}
    going = tuple(row for row in rows if row not in ended)
    return RowsMeant(going, rows_left_in_words(tasks, tuple(ended), today))


def days_between(first: str, last: str) -> int:
    """Return the days from one day (ISO) to another, below 0 where that is earlier."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def refuse_day_ahead(day: str | None, today: str, called: str) -> None:
    """Refuse a day (ISO) that is still to come."""
    if day and day > today:
        raise Refused(f"{called} {day} 还没有到，请核对。")


def refuse_before(day: str | None, earliest: str | None, called: str, than: str) -> None:
    """Refuse a day (ISO) before another one."""
    if day and earliest and day < earliest:
        raise Refused(f"{called} {day} 早于{than} {earliest}，请核对。")


def course_title(tasks: TaskList, rows: Iterable[str], act: str, approved_by: str = "") -> str:
    """Return the title of a change of the course of rows: 第 3.2 行延期至 2026-12-31（徐涛批准）."""
    approval = f"（{approved_by}批准）" if approved_by else ""
    return f"{numbered_rows(tasks, rows)}{act}{approval}"
