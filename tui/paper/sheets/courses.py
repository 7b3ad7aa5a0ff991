"""What was done to the course of a row, as the 调整对照表 tells it: 销号, 延期 …, each before and after."""

from collections.abc import Iterator

from store.ledger.facts import facts_of
from store.records.closing import ADJUSTMENT_KINDS, Adjustment, Closing
from store.records.courses import applies_from
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from tui.paper.layout import written_day
from tui.paper.sheets.differences import Difference, Lines, Made, Reasons, standing


def course_made(before: TaskList, after: TaskList, row: str, reasons: Reasons) -> Iterator[Made]:
    """Yield what was done to the course of a row between two states, with the changes that did it."""
    for closing in facts_of(after).of(Closing, row):
        was = before.find(Closing, closing.key)
        if was != closing:
            said = _closing_lines(was) if was else ()
            difference = Difference(Closing.TABLE, _closing_label(closing), said, _closing_lines(closing))
            yield _made(closing, difference, reasons)
    for adjustment in facts_of(after).of(Adjustment, row):
        if before.find(Adjustment, adjustment.key) != adjustment:
            yield _made(adjustment, _of_adjustment(adjustment), reasons)


def moves_due(before: TaskList, after: TaskList, row: str) -> bool:
    """Tell whether the day due of a row was moved by an adjustment that is told of itself."""
    task = after.task(row)
    for adjustment in facts_of(after).of(Adjustment, row):
        if adjustment.to_due == task.due_on and not before.find(Adjustment, adjustment.key):
            return task.due_on is not None
    return False


def _made(record: Closing | Adjustment, difference: Difference, reasons: Reasons) -> Made:
    edits = reasons.get((record.TABLE, record.key), ())
    return Made(difference, standing(list({change.id: change for _, change in edits}.values())))


def _closing_label(closing: Closing) -> str:
    if closing.reopened_on:
        return "恢复" if closing.approved_on else "退回销号"
    return "销号" if closing.approved_on else "申请销号"


def _closing_lines(closing: Closing) -> Lines:
    """Return how a closing stands: 已销号, what was done, who approved it and when, how late it was."""
    if closing.reopened_on:
        return _lines("办理中", closing.reopen_reason and f"原因：{closing.reopen_reason}")
    word = "已销号" if closing.approved_on else "待销号"
    late = f"逾期 {closing.days_late} 天" if closing.days_late else ""
    return _lines(word, closing.result, _approval(closing), late)


def _of_adjustment(adjustment: Adjustment) -> Difference:
    due = written_day(adjustment.from_due) if adjustment.from_due else ""
    to = written_day(adjustment.to_due) if adjustment.to_due else ""
    if not to and adjustment.kind not in ("deferral", "alteration"):
        to = f"{written_day(applies_from(adjustment))}起{ADJUSTMENT_KINDS[adjustment.kind]}"
    reason = adjustment.reason and f"原因：{adjustment.reason}"
    late = adjustment.kind == "deferral" and adjustment.days_late
    said = _lines(
        to, reason, _approval(adjustment), f"提出时已逾期 {adjustment.days_late} 天" if late else ""
    )
    return Difference(Adjustment.TABLE, ADJUSTMENT_KINDS[adjustment.kind], _lines(due), said)


def _approval(record: Closing | Adjustment) -> str:
    """Return who approved it and when: 徐涛批准（2026年11月20日）."""
    day = f"（{written_day(record.approved_on)}）" if record.approved_on else ""
    return f"{record.approved_by}批准{day}" if record.approved_by else ""


def _lines(*said: str) -> Lines:
    return tuple(clean_line(one) for one in said if one)
