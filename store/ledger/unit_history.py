"""What a unit reported over time, row by row and period by period, with what it owed and did not report."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from store.ledger.facts import facts_of
from store.ledger.owed import Owed, owed_on
from store.ledger.periods import Period, period_or_none
from store.ledger.received import came_by
from store.ledger.reporters import reporting_units
from store.records.report import Report
from store.records.tasklist import TaskList


class OfPeriod(NamedTuple):
    """One period of a row: what the unit owed, and what it reported."""

    period: Period
    report: Report | None = None
    owed: Owed | None = None
    """None where it reported what nobody had asked for."""


class OfRow(NamedTuple):
    """A row with the periods of which there is something to say, the earliest first."""

    row: str
    periods: tuple[OfPeriod, ...]


def history_of_unit(tasks: TaskList, unit: str, day: date) -> list[OfRow]:
    """Return the rows of a unit up to a day in the list's order: those that it leads, owes or reported."""
    found: list[OfRow] = []
    for row in tasks.task_keys:
        periods = _periods(tasks, row, unit, day)
        leads = reporting_units(tasks, tasks.task(row)).units
        if periods or unit in leads:
            found.append(OfRow(row, periods))
    return found


def units_with_history(tasks: TaskList, day: date) -> Sequence[str]:
    """Return the units (keys) that lead a row, owe or reported something, in the list's order; those that
    are no more too.
    """
    known = {owed.unit for owed in owed_on(tasks, day)}
    for row in tasks.task_keys:
        known.update(reporting_units(tasks, tasks.task(row)).units)
        reports = facts_of(tasks).reports(row)
        known.update(report.unit for report in reports)
    return [unit.key for unit in tasks.units if unit.key in known]


def _periods(tasks: TaskList, row: str, unit: str, day: date) -> tuple[OfPeriod, ...]:
    found: dict[Period, OfPeriod] = {}
    for owed in owed_on(tasks, day).of(row):
        if owed.unit == unit:
            found[owed.period] = OfPeriod(owed.period, owed.report, owed)
    today = day.isoformat()
    for report in facts_of(tasks).reports(row):
        period = period_or_none(report.period)
        is_meant = report.unit == unit and came_by(report, today)
        if period and is_meant and period not in found:
            found[period] = OfPeriod(period, report)
    return tuple(sorted(found.values(), key=_place))


def _place(one: OfPeriod) -> tuple[date, date]:
    return one.period.last, one.period.first
