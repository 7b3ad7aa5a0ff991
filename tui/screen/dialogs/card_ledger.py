"""What the card of a row says of the ledger: its state, each unit's last report, adjustments, closings."""

from collections.abc import Iterator

from store.ledger.facts import facts_of
from store.ledger.in_use import is_in_use
from store.ledger.measured import measured_on
from store.ledger.periods import period_or_none
from store.ledger.reporters import reporting_units
from store.ledger.row_in_a_period import last_reports
from store.ledger.state_keeping import states_on
from store.records.closing import ADJUSTMENT_KINDS, Adjustment, Closing
from store.records.report import REPORT_WORDS, Report
from store.records.tasklist import TaskList
from tui.screen.widgets.line import BLANK, Line, Part, heading, plain

_INDENT = 2
_SIDES = {"lead": "牵头", "participant": "责任"}


def ledger_lines(tasks: TaskList, row: str) -> list[Line]:
    """Return the lines, which are only read; none in a list that uses no ledger."""
    if not is_in_use(tasks):
        return []
    facts = facts_of(tasks)
    lines = [BLANK, heading("台账", _state(tasks, row))]
    lines += [*_measured(tasks, row), *_reports(tasks, row)]
    lines += map(_adjustment, facts.of(Adjustment, row))
    lines += map(_closing, facts.of(Closing, row))
    return lines


def _state(tasks: TaskList, row: str) -> str:
    """Return how the row stands, and the day that counts: 临期·落后 30.0  时限 2021-10-24，剩 4 天."""
    state = states_on(tasks, tasks.clock.day()).of(row)
    if not state.due:
        return state.words
    days = state.days_left or 0
    left = f"剩 {days} 天" if days > 0 else f"已过 {-days} 天" if days else "今天到期"
    return f"{state.words}  时限 {state.due}，{left}"


def _measured(tasks: TaskList, row: str) -> Iterator[Line]:
    """Yield how far the figures of the row are, where it has any."""
    measured = measured_on(tasks, tasks.task(row), tasks.clock.day())
    said = "，".join(f"{one.measure.text} {one.words}" for one in measured)
    if said:
        yield _line("完成值", said)


def _reports(tasks: TaskList, row: str) -> Iterator[Line]:
    """Yield a line a unit: by whom, for which period, and what it said last."""
    sides = {}
    for side in ("participant", "lead"):
        units = reporting_units(tasks, tasks.task(row), side).units
        sides.update(dict.fromkeys(units, _SIDES[side]))
    for unit, report in last_reports(tasks, row):
        name = f"{tasks.wording_of(unit)}（{sides.get(unit, '原承办')}）"
        yield _report(name, report) if report else _line(name, "还没有报过进展", is_open=False)


def _report(name: str, report: Report) -> Line:
    period = period_or_none(report.period)
    head = [period.label if period else report.period, REPORT_WORDS.get(report.word, "")]
    if report.is_returned:
        head.append(f"{report.returned_on} 退回：{report.returned_why}")
    elif report.received_on:
        head.append(f"{report.received_on} 收到")
    came_by = "、".join(filter(None, (report.reporter, report.source)))
    below = [came_by and f"报送：{came_by}", report.done]
    below += [
        report.problem and f"问题：{report.problem}",
        report.next_step and f"下一步：{report.next_step}",
    ]
    return _line(name, "  ".join(filter(None, head)), *filter(None, below))


def _adjustment(adjustment: Adjustment) -> Line:
    days = " → ".join(filter(None, (adjustment.from_due, adjustment.to_due)))
    late = f"逾期 {adjustment.days_late} 天后提出" if adjustment.days_late else ""
    approved = _approved(adjustment.approved_by, adjustment.approved_on)
    said = filter(None, (days, adjustment.reason, late, approved))
    return _line(ADJUSTMENT_KINDS[adjustment.kind], "，".join(said))


def _closing(closing: Closing) -> Line:
    late = f"逾期 {closing.days_late} 天" if closing.days_late else ""
    approved = _approved(closing.approved_by, closing.approved_on) or "待批准"
    reopened = f"{closing.reopened_on} 恢复：{closing.reopen_reason}" if closing.reopened_on else ""
    said = "，".join(filter(None, (approved, late, reopened)))
    return _line("销号", said, *filter(None, (closing.result, "、".join(closing.evidence))))


def _approved(by: str, on: str | None) -> str:
    return f"{' '.join(filter(None, (by, on)))} 批准" if by or on else ""


def _line(name: str, said: str, *below: str, is_open: bool = True) -> Line:
    """Return a line that begins with a name, what else is said in lines of their own below it."""
    further = tuple(plain(" ".join(words.split()), indent=_INDENT) for words in below)
    part = Part(said, "text" if is_open else "faint")
    return Line((part,), (Part(f"{name}  ", "dim"),), below=further, is_read_only=True)
