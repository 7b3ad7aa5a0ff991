"""Rules on what units report: missing, from a unit that is not of the row, values that fall, done and not
reached.

A list that asks for no report and holds none is told nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from store.checks.finding import Hit, in_row, rule
from store.checks.look import Look
from store.ledger.facts import facts_of
from store.ledger.figures import HUNDRED, number_in
from store.ledger.owed import Owed, owed_on
from store.ledger.owing import units_that_may_report
from store.ledger.periods import period_or_none
from store.ledger.plan import share_of_measure
from store.ledger.received import stands_on
from store.records.ended_rows import ended_by
from store.records.report import Report
from store.records.schedule import Measure
from store.records.task import Task
from store.records.tasklist import TaskList


@rule("C28", "提醒", "未报")
def missing(look: Look, task: Task) -> Iterable[Hit]:
    """A report that is past its day and not there, or was sent back and has not come again; of rows that are
    open.
    """
    tasks = look.tasks
    by_unit: dict[str, list[Owed]] = {}
    for owed in owed_on(tasks, _today(tasks)).outstanding_of(task.key):
        by_unit.setdefault(owed.unit, []).append(owed)
    for unit, found in by_unit.items():
        facts = " ".join(owed.period.name for owed in found)
        says = _missing_in_words(tasks, found)
        yield in_row(task, "text", says, facts, part=unit, mend="card")


def _missing_in_words(tasks: TaskList, found: Sequence[Owed]) -> str:
    first = found[0]
    unit, label = tasks.wording_of(first.unit), first.period.label
    what = f"{unit}{label}的进展未报"
    if len(found) > 1:
        what = f"{unit}有 {len(found)} 期进展未报，最早的{label}"
    elif first.word == "returned":
        what = f"{unit}{label}的进展已退回，还没有重报"
    stop = "" if len(found) > 1 else "，"
    return f"{what}{stop}应于 {first.due_on} 报送，已过 {first.days_late} 天，请催报。"


@rule("C33", "提醒", "完成值倒退")
def falling(look: Look, task: Task) -> Iterable[Hit]:
    """A unit whose last value of a measure is lower than that of the period before; not of a limit (至多)."""
    for measured in _measured(look.tasks, task):
        if measured.measure.sense == "at_most" or len(measured.values) < 2:
            continue
        before, now = measured.values[-2:]
        if now.value < before.value:
            says = _fall_in_words(look.tasks, measured)
            facts = f"{before.value} {now.value} {now.report.period}"
            yield in_row(task, "text", says, facts, part=measured.name, mend="card")


def _fall_in_words(tasks: TaskList, measured: "_Measured") -> str:
    before, now = measured.values[-2:]
    low, high = measured.in_words(now.value), measured.in_words(before.value)
    unit, text = tasks.wording_of(measured.unit), measured.measure.text
    first, last = _label(before.report), _label(now.report)
    return f"{unit}报的“{text}”{last}为 {low}，少于{first}的 {high}，请核对。"


@rule("C34", "提醒", "报已完成而未达目标")
def done_and_not_reached(look: Look, task: Task) -> Iterable[Hit]:
    """A unit that says 已完成 last while its last value of a measure is short of the target."""
    for measured in _measured(look.tasks, task):
        measure, value = measured.measure, measured.values[-1].value
        share = share_of_measure(measure, value)
        if measured.last_word != "completed" or share is None or share >= HUNDRED:
            continue
        reached, target = measured.in_words(value), measured.in_words(measure.target)
        unit = look.tasks.wording_of(measured.unit)
        says = f"{unit}报“已完成”，而“{measure.text}”{reached}，目标 {target}，请核对或退回。"
        facts = f"{value} {measure.target}"
        yield in_row(task, "text", says, facts, part=measured.name, mend="card")


@rule("C35", "提醒", "报告单位不在该行")
def stranger(look: Look, task: Task) -> Iterable[Hit]:
    """A report of a unit that stood in the row at no time of its period: the duty was put right since."""
    tasks = look.tasks
    for report in _standing(tasks, task):
        period = period_or_none(report.period)
        if period and report.unit not in units_that_may_report(tasks, task.key, period):
            unit = tasks.wording_of(report.unit)
            says = f"{unit}报了{period.label}的进展，而那时不在责任单位里，请核对单位，或先改责任。"
            part = f"{report.unit}.{report.period}"
            yield in_row(task, "text", says, report.period, part=part, mend="card")


# ---------------------------------------------------------------------- what the rules share


def _today(tasks: TaskList) -> date:
    return tasks.clock.day()


def _standing(tasks: TaskList, task: Task) -> Sequence[Report]:
    """Return the reports of an open row that stand today, the earliest period first."""
    found, today = facts_of(tasks).reports(task.key), tasks.today
    if not found or ended_by(tasks, task.key, today):
        return ()
    return [report for report in found if stands_on(report, today)]


class _Value(NamedTuple):
    """What a report says of a measure."""

    report: Report
    value: Decimal


class _Measured(NamedTuple):
    """What a unit reported of a measure of a row: at least once, the earliest period first."""

    measure: Measure
    unit: str
    values: Sequence[_Value]
    last_word: str

    @property
    def name(self) -> str:
        """What names it in its row."""
        return f"{self.unit}.{self.measure.key}"

    def in_words(self, figure: Decimal | str) -> str:
        """Return a figure with the measure's unit: 40家."""
        return f"{figure}{self.measure.unit_of_measure}"


def _measured(tasks: TaskList, task: Task) -> Iterator[_Measured]:
    """Yield what each unit reported of each measure of an open row."""
    reports = _standing(tasks, task)
    if not reports:
        return
    for measure in facts_of(tasks).of(Measure, task.key):
        for unit, said in _by_unit(reports).items():
            values = list(_values(said, measure))
            if values:
                yield _Measured(measure, unit, values, said[-1].word)


def _values(reports: Sequence[Report], measure: Measure) -> Iterator[_Value]:
    for report in reports:
        for said in report.values:
            number = number_in(said.value)
            if said.measure == measure.key and number is not None:
                yield _Value(report, number)


def _by_unit(reports: Sequence[Report]) -> dict[str, list[Report]]:
    found: dict[str, list[Report]] = {}
    for report in reports:
        found.setdefault(report.unit, []).append(report)
    return found


def _label(report: Report) -> str:
    period = period_or_none(report.period)
    return period.label if period else report.period
