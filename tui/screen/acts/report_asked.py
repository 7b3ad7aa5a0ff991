"""What the dialog of a report is asked for some rows of a period."""

from collections.abc import Sequence

from store.acts.course import rows_that_go_on
from store.acts.reporting import ReportGiven, day_due, reported_rows
from store.ledger.facts import facts_of
from store.ledger.owed import owed_on
from store.ledger.owing import units_that_may_report
from store.ledger.periods import Period
from store.ledger.row_in_a_period import report_before, report_of, units_in_period
from store.records.ranges import numbered_rows
from store.records.report import Report
from store.records.schedule import Measure
from store.records.tasklist import TaskList
from store.refused import Refused
from tui.screen.dialogs.report_form import TEXTS, ReportAsked, UnitForm


def report_asked(
    tasks: TaskList, rows: Sequence[str], period: Period, field: str = "done", typed: str = ""
) -> ReportAsked:
    """Return what is asked of some rows, of units that stand in all of them that have not ended; refused
    where there are no such units or rows.

    The unit to begin with is the first that the first row waits for.
    """
    day = tasks.clock.day()
    going = rows_that_go_on(tasks, rows, day).open
    units = _units(tasks, going, period)
    in_period = units_in_period(tasks, owed_on(tasks, day), going[0], period)
    lacking = [units.index(one.unit) for one in in_period if one.is_lacking and one.unit in units]

    def check(unit: str, given: ReportGiven) -> object:
        return reported_rows(tasks, rows, unit, period, given, day)

    title = f"{numbered_rows(tasks, rows)}{period.label}进展"
    if len(rows) > 1:
        title += f"（所选 {len(rows)} 行）"
    due = day_due(tasks, period)
    forms = [_form(tasks, going, unit, period) for unit in units]
    measures = facts_of(tasks).of(Measure, rows[0]) if len(rows) == 1 else ()
    at = lacking[0] if lacking else 0
    return ReportAsked(
        title, f"应报 {due}" if due else "", forms, at, measures, day, check, begins_in=field, typed=typed
    )


def _units(tasks: TaskList, rows: Sequence[str], period: Period) -> Sequence[str]:
    """Return the units that may report of all the rows, in the order in which they stand in the first."""
    first, *others = [units_that_may_report(tasks, row, period) for row in rows]
    common = set(first).intersection(*others)
    if common:
        return [unit for unit in first if unit in common]
    if others:
        raise Refused("所选各行没有共同的单位，请分开登记。")
    raise Refused(
        f"{numbered_rows(tasks, rows)}还没有可以报送的单位，请先写明牵头单位，或定下统称所含的单位。"
    )


def _form(tasks: TaskList, rows: Sequence[str], unit: str, period: Period) -> UnitForm:
    """Return what is known of a unit's report; of several rows only what they have in common."""
    held = _shared([report_of(tasks, row, unit, period) for row in rows])
    before = _shared([report_before(tasks, row, unit, period) for row in rows])
    return UnitForm(unit, tasks.wording_of(unit), held, before)


def _shared(reports: Sequence[Report | None]) -> Report | None:
    """Return the first of some reports where all of them say the same."""
    said = {_texts(report) for report in reports}
    return reports[0] if len(said) == 1 else None


def _texts(report: Report | None) -> tuple[str, ...]:
    return tuple(str(getattr(report, field)) for field in TEXTS) if report else ()
