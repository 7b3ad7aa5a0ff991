"""A row in one period: which units have a place in it, what each owed and what each reported."""

from dataclasses import dataclass
from datetime import date

from store.ledger.days import schedules_of
from store.ledger.facts import facts_of
from store.ledger.owed import Owed, OwedReports
from store.ledger.periods import Period, is_up_to, period_with, period_worked_on
from store.ledger.reporters import reporting_units
from store.records.report import Report, report_key
from store.records.tasklist import TaskList
from store.records.values import SIDES


@dataclass(frozen=True, slots=True)
class UnitInPeriod:
    """A unit of a row in a period, with its report and what it owed, where there are any."""

    unit: str
    """Key."""
    report: Report | None = None
    owed: Owed | None = None

    @property
    def is_lacking(self) -> bool:
        """Whether its report is to come: there is none, or it was sent back."""
        return self.report is None or self.report.is_returned


def units_in_period(tasks: TaskList, owed: OwedReports, row: str, period: Period) -> list[UnitInPeriod]:
    """Return the units that owe a row's report for a period, then those that gave one without owing it.

    Where nothing is owed the lead units stand there too: a report is taken whether it was asked for or not.
    """
    found: dict[str, UnitInPeriod] = {}
    for one in owed.of(row):
        if one.period == period:
            found[one.unit] = UnitInPeriod(one.unit, one.report, one)
    if not found:
        leads = reporting_units(tasks, tasks.task(row)).units
        found = {unit: UnitInPeriod(unit, report_of(tasks, row, unit, period)) for unit in leads}
    name = period.name
    for report in facts_of(tasks).of(Report, row):
        if report.period == name and report.unit not in found:
            found[report.unit] = UnitInPeriod(report.unit, report)
    return list(found.values())


def report_of(tasks: TaskList, row: str, unit: str, period: Period) -> Report | None:
    """Return what a unit reported of a row for a period."""
    return tasks.find(Report, report_key(row, unit, period.name))


def report_before(tasks: TaskList, row: str, unit: str, period: Period) -> Report | None:
    """Return the last report of a unit of a row for another period that does not end behind one."""
    found = None
    for report in facts_of(tasks).reports(row):
        if report.unit == unit and report.period != period.name and is_up_to(report.period, period):
            found = report
    return found


def last_reports(tasks: TaskList, row: str) -> list[tuple[str, Report | None]]:
    """Return the units of a row, those that lead first, each with its last report; then those that gave one
    and stand there no more.
    """
    task = tasks.task(row)
    units: dict[str, Report | None] = {}
    for side in SIDES:
        units.update(dict.fromkeys(reporting_units(tasks, task, side).units))
    for report in facts_of(tasks).reports(row):
        units[report.unit] = report
    return list(units.items())


def period_looked_at(tasks: TaskList, day: date) -> Period:
    """Return the period that is worked on by the first schedule; without a schedule the month."""
    schedules = schedules_of(tasks)
    if not schedules:
        return period_with("month", day)
    return period_worked_on(schedules[0], day)
