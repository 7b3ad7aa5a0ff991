"""Rules on what units report: missing, from a unit that is not of the row, values that fall, done and not
reached.

A list that asks for no report and holds none is told nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from store.checks.finding import Hit, in_row, rule
from store.checks.look import Look
from store.ledger.facts import facts_of
from store.ledger.figures import HUNDRED, number_in
from store.ledger.owed import Owed, owed_on
from store.ledger.owing import units_of_period
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
        yield in_row(task, "text", _missing_in_words(tasks, found), facts, part=unit, mend="card")


def _missing_in_words(tasks: TaskList, found: Sequence[Owed]) -> str:
    first = found[0]
    unit, label = tasks.wording_of(first.unit), first.period.label
    if len(found) > 1:
        said = f"{unit}有 {len(found)} 期进展未报，最早的{label}应于 {first.due_on} 报送"
    elif first.word == "returned":
        said = f"{unit}{label}的进展已退回，还没有重报，应于 {first.due_on} 报送"
    else:
        said = f"{unit}{label}的进展未报，应于 {first.due_on} 报送"
    return f"{said}，已过 {first.days_late} 天，请催报。"


@rule("C33", "提醒", "完成值倒退")
def falling(look: Look, task: Task) -> Iterable[Hit]:
    """A unit whose last value of a measure is lower than that of the period before; not of a limit (至多)."""
    reports = _standing(look.tasks, task)
    for measure in facts_of(look.tasks).of(Measure, task.key) if reports else ():
        if measure.sense == "at_most":
            continue
        for unit, said in _by_unit(reports).items():
            values = [(report, _value(report, measure)) for report in said]
            known = [(report, value) for report, value in values if value is not None]
            if len(known) > 1 and known[-1][1] < known[-2][1]:
                says = _fall_in_words(look.tasks, measure, *known[-2], *known[-1])
                facts = f"{known[-2][1]} {known[-1][1]} {known[-1][0].period}"
                yield in_row(task, "text", says, facts, part=f"{unit}.{measure.key}", mend="card")


def _fall_in_words(
    tasks: TaskList, measure: Measure, before: Report, high: Decimal, now: Report, low: Decimal
) -> str:
    unit, what = tasks.wording_of(now.unit), measure.unit_of_measure
    first, last = _label(before), _label(now)
    return f"{unit}报的“{measure.text}”{last}为 {low}{what}，少于{first}的 {high}{what}，请核对。"


@rule("C34", "提醒", "报已完成而未达目标")
def done_and_not_reached(look: Look, task: Task) -> Iterable[Hit]:
    """A unit that says 已完成 last while its last value of a measure is short of the target."""
    reports = _standing(look.tasks, task)
    for measure in facts_of(look.tasks).of(Measure, task.key) if reports else ():
        for unit, said in _by_unit(reports).items():
            values = [value for value in (_value(report, measure) for report in said) if value is not None]
            share = share_of_measure(measure, values[-1]) if values else None
            if said[-1].word != "completed" or share is None or share >= HUNDRED:
                continue
            reached = f"{values[-1]}{measure.unit_of_measure}"
            target = f"{measure.target}{measure.unit_of_measure}"
            called = f"“{measure.text}”{reached}，目标 {target}"
            says = f"{look.tasks.wording_of(unit)}报“已完成”，而{called}，请核对或退回。"
            facts = f"{values[-1]} {measure.target}"
            yield in_row(task, "text", says, facts, part=f"{unit}.{measure.key}", mend="card")


@rule("C35", "提醒", "报告单位不在该行")
def stranger(look: Look, task: Task) -> Iterable[Hit]:
    """A report of a unit that stood in the row at no time of its period: the duty was put right since."""
    tasks = look.tasks
    for report in _standing(tasks, task):
        period = period_or_none(report.period)
        if period and report.unit not in units_of_period(tasks, task.key, period):
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


def _by_unit(reports: Sequence[Report]) -> dict[str, list[Report]]:
    found: dict[str, list[Report]] = {}
    for report in reports:
        found.setdefault(report.unit, []).append(report)
    return found


def _value(report: Report, measure: Measure) -> Decimal | None:
    """Return what a report says of a measure."""
    for said in report.values:
        if said.measure == measure.key:
            return number_in(said.value)
    return None


def _label(report: Report) -> str:
    period = period_or_none(report.period)
    return period.label if period else report.period
