"""How far the figures of a row are on a day: each measure with its last reported value and its share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from store.ledger.facts import facts_of
from store.ledger.heirs import heirs_of, speaking
from store.ledger.periods import Period, is_up_to
from store.ledger.plan import share_of_measure, value_of
from store.ledger.received import stands_on
from store.ledger.reporters import reporting_units
from store.records.report import Report
from store.records.schedule import Measure
from store.records.task import Task
from store.records.tasklist import TaskList


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure on a day."""

    measure: Measure
    value: Decimal | None = None
    """What the lead units reported last; none where they reported nothing."""
    share: Decimal | None = None
    """In per cent, as printed; none without a value, or where the target is none."""

    @property
    def words(self) -> str:
        """As the clerk reads it: 18/40家; without a value 0 is not said: —/40家."""
        value = "—" if self.value is None else f"{self.value:f}"
        target = f"/{self.measure.target}" if self.measure.target else ""
        return f"{value}{target}{self.measure.unit_of_measure}"


def measured_on(tasks: TaskList, task: Task, day: date, up_to: Period | None = None) -> Sequence[Measured]:
    """Return the measures of a row in their order, with what is reported of them by a day.

    Reports for periods that end behind `up_to` are left out, where one is given.
    """
    facts = facts_of(tasks)
    measures = sorted(facts.of(Measure, task.key), key=lambda one: (one.order, one.key))
    if not measures:
        return ()
    leads, today = reporting_units(tasks, task).units, day.isoformat()
    heirs = heirs_of(tasks)
    reports: list[Report] = []
    for report in facts.reports(task.key):
        if speaking(heirs, report.unit, leads) and stands_on(report, today):
            reports.append(report)
    if up_to:
        reports = [one for one in reports if is_up_to(one.period, up_to)]
    found = []
    for measure in measures:
        value = value_of(measure, reports)
        share = None if value is None else share_of_measure(measure, value)
        found.append(Measured(measure, value, share))
    return found


def furthest_behind(measured: Sequence[Measured]) -> Measured | None:
    """Return the measure whose share is the lowest, by which a row is judged; none where none has a share."""
    shared = [one for one in measured if one.share is not None]
    return min(shared, key=lambda one: one.share or Decimal(0), default=None)
