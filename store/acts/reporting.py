"""What a unit reports of rows for a period is put down; a report is sent back.

    reported        one row; what is given as None stays as it was
    reported_rows   several rows with one text, as one change
    sent_back       a report counts as not received until it is received again

The day due is stamped when a report first comes, and the day on which it first came stays: a schedule that is
changed later makes no report late.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from store.acts.course import rows_that_go_on
from store.ledger.days import schedules_of
from store.ledger.figures import number_in
from store.ledger.owing import units_that_may_report
from store.ledger.periods import Period, due_day, is_scheduled, period_named
from store.ledger.received import came_by
from store.records.changes import Change, Edit, created, updated
from store.records.ranges import numbered_rows
from store.records.report import Report, ReportWord, report_key
from store.records.tasklist import TaskList
from store.records.values import MeasuredValue
from store.refused import Refused

BY_TELEPHONE = "电话"
"""The source of a report that was spoken."""


@dataclass(frozen=True, slots=True)
class ReportGiven:
    """One report as typed; a field that is None stays as it was."""

    word: ReportWord | None = None
    done: str | None = None
    problem: str | None = None
    next_step: str | None = None
    values: tuple[MeasuredValue, ...] | None = None
    """The measures of which something is said; the values of others stay."""
    share: str | None = None
    """Per cent, 45 or 45%; empty to take it out."""
    signed_by: str | None = None
    received_on: str | None = None
    """ISO; none for today where it comes for the first time or again, else for the day that stands."""
    reporter: str | None = None
    source: str | None = None


def reported(tasks: TaskList, row: str, unit: str, period: Period, given: ReportGiven, day: date) -> Change:
    """Put down what a unit (its key) reports of a row for a period; `day` is today.

    Refused where the row has ended or the unit never stood in it in that period.
    """
    return reported_rows(tasks, (row,), unit, period, given, day)


def reported_rows(
    tasks: TaskList, rows: Sequence[str], unit: str, period: Period, given: ReportGiven, day: date
) -> Change:
    """Put down one report of a unit for several rows; those that have ended stay as they are."""
    chosen = rows_that_go_on(tasks, rows, day).open
    edits: list[Edit] = []
    for row in chosen:
        _refuse_stranger(tasks, row, unit, period)
        edits += _edits(tasks, row, unit, period, given, day)
    title = f"{numbered_rows(tasks, chosen)}{period.label}进展：{tasks.wording_of(unit)}"
    return Change(title, tuple(edits))


def sent_back(tasks: TaskList, report: Report, reason: str, day: date) -> Change:
    """Send a report back for a reason; it counts as not received until it is received again."""
    rows_that_go_on(tasks, (report.task,), day)
    called = f"{tasks.row_name(report.task)} {tasks.wording_of(report.unit)}"
    label = period_named(report.period).label
    if not came_by(report, day.isoformat()):
        raise Refused(f"{called}还没有报{label}的进展，不能退回。")
    if report.is_returned:
        raise Refused(f"{called}{label}的进展已于 {report.returned_on} 退回，请等其重报。")
    if not reason.strip():
        raise Refused("退回要写原因，请写明哪里要补充或改正。")
    edits = updated(report, returned_on=day.isoformat(), returned_why=reason.strip())
    row = numbered_rows(tasks, [report.task])
    return Change(f"退回{row}{label}进展：{tasks.wording_of(report.unit)}", tuple(edits))


def day_due(tasks: TaskList, period: Period) -> str | None:
    """Return the day on which reports of a period are due in a list, ISO; none where none is asked for."""
    for schedule in schedules_of(tasks):
        if is_scheduled(schedule, period):
            return due_day(schedule, period).isoformat()
    return None


def _refuse_stranger(tasks: TaskList, row: str, unit: str, period: Period) -> None:
    if unit not in units_that_may_report(tasks, row, period):
        where = f"{tasks.row_name(row)} 的责任单位"
        raise Refused(f"{tasks.wording_of(unit)}不在 {where}里，请核对单位，或先改责任。")


def _edits(tasks: TaskList, row: str, unit: str, period: Period, given: ReportGiven, day: date) -> list[Edit]:
    key = report_key(row, unit, period.name)
    held = tasks.find(Report, key)
    report = held or Report(key, row, unit, period.name)
    values = _said(given, report) | _receipt(tasks, report, period, given.received_on, day)
    if held:
        return updated(held, **values)
    doc = Report(key, row, unit, period.name, **values)
    return [created(doc)]


def _said(given: ReportGiven, report: Report) -> dict[str, Any]:
    """Return what was typed, by field, but the day on which it came."""
    said: dict[str, Any] = {}
    for field in fields(given):
        value = getattr(given, field.name)
        if value is not None and field.name != "received_on":
            said[field.name] = value.strip() if isinstance(value, str) else value
    if given.share is not None:
        said["share"] = _figure(given.share.strip().rstrip("%\uff05"), "完成比例")
    if given.values is not None:
        held = {one.measure: one for one in report.values}
        for one in given.values:
            figure = _figure(one.value, "完成值")
            held[one.measure] = MeasuredValue(one.measure, figure)
        said["values"] = tuple(one for one in held.values() if one.value)
    return said


def _figure(words: str, what: str) -> str:
    """Return a figure as it is kept, 1200.5; empty for none; refused for what is no figure."""
    if not words.strip():
        return ""
    number = number_in(words)
    if number is None:
        raise Refused(f"{what}要写数字，不能写“{words.strip()}”，如 18 或 45.5。")
    return str(number)


def _receipt(
    tasks: TaskList, report: Report, period: Period, received_on: str | None, day: date
) -> dict[str, Any]:
    """Return by field when a report came: for the first time, again after it was sent back, or as before."""
    today = day.isoformat()
    if received_on and received_on > today:
        raise Refused(f"收到日期 {received_on} 还没有到，请核对。")
    if report.returned_on and (received_on or today) < report.returned_on:
        raise Refused(f"这份进展已于 {report.returned_on} 退回，收到日期不能更早，请核对。")
    is_new = report.first_received_on is None
    if not received_on and not is_new and not report.is_returned:
        return {}
    came = received_on or today
    first = min(came, report.first_received_on or came)
    values: dict[str, Any] = {"received_on": came, "first_received_on": first}
    if report.due_on is None:
        values["due_on"] = day_due(tasks, period)
    return values | {"returned_on": None, "returned_why": ""}
