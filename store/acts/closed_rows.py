"""Rows that have ended: one that is closed or cancelled is changed no more until it is opened again."""

from collections.abc import Sequence
from datetime import date

from store.ledger.courses import applies_from, closing_on, course_on
from store.ledger.facts import facts_of
from store.records.closing import Adjustment, Closing
from store.records.ranges import rows_in_words
from store.records.tasklist import TaskList
from store.refused import Refused


def ended_in_words(tasks: TaskList, row: str, day: date) -> str:
    """Return why a row is changed no more on a day: 3.2 已于 2026-11-20 销号（徐涛批准）; empty where it is
    open.
    """
    facts, today = facts_of(tasks), day.isoformat()
    adjustments = facts.of(Adjustment, row)
    if adjustments and course_on(adjustments, today) == "cancelled":
        began = [one for one in adjustments if one.kind == "cancellation" and applies_from(one) <= today]
        last = max(began, key=applies_from)
        return _said(tasks, row, applies_from(last), "取消", last.approved_by)
    closing = closing_on(facts.of(Closing, row), today)
    return _said(tasks, row, closing.approved_on or "", "销号", closing.approved_by) if closing else ""


def _said(tasks: TaskList, row: str, day: str, what: str, approved_by: str) -> str:
    by = f"（{approved_by}批准）" if approved_by else ""
    return f"{tasks.row_name(row)} 已{f'于 {day} ' if day else ''}{what}{by}"


def refuse_ended(tasks: TaskList, row: str, day: date) -> None:
    """Refuse to change the duty or the reports of a row that is closed or cancelled on a day."""
    said = ended_in_words(tasks, row, day)
    if said:
        raise Refused(f"{said}，要改请先恢复。")


def open_rows(tasks: TaskList, rows: Sequence[str], day: date) -> list[str]:
    """Return the rows that an act may change: those that have not ended on a day.

    Refused, with the reason of the first, where all have.
    """
    found = [row for row in rows if not ended_in_words(tasks, row, day)]
    if rows and not found:
        refuse_ended(tasks, rows[0], day)
    return found


def left_as_they_are(tasks: TaskList, rows: Sequence[str], day: date) -> str:
    """Say how many of some rows an act leaves as they are, since they have ended; empty where none has."""
    ended = [row for row in rows if ended_in_words(tasks, row, day)]
    if not ended:
        return ""
    return f"有 {len(ended)} 行已销号或取消，没有改动：{rows_in_words(tasks, ended)}。"
