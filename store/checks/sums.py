"""Rules on what would be counted wrongly in statistics."""

from collections import Counter
from collections.abc import Iterable

from store.checks.finding import Hit, in_row, rule
from store.checks.look import Look
from store.ledger.facts import facts_of
from store.ledger.periods import period_or_none
from store.records.task import Task


@rule("C27", "错误", "统计会少计")
def reported_twice(look: Look, task: Task) -> Iterable[Hit]:
    """Two reports of one unit for one period of a row: statistics count one of them and leave the other."""
    tasks = look.tasks
    reports = facts_of(tasks).reports(task.key)
    counts = Counter((report.unit, report.period) for report in reports)
    for (unit, name), count in counts.items():
        if count > 1:
            period = period_or_none(name)
            of_period = period.label if period else name
            who = tasks.wording_of(unit)
            says = f"{who}{of_period}的进展有 {count} 份，统计只计一份，请核对。"
            yield in_row(task, "text", says, f"{count}", part=f"{unit}:{name}", mend="card")
