"""Rules on closings (销号), and on rows that one desk ended while another still worked on them."""

from collections.abc import Iterable, Iterator, Sequence

from store.checks.finding import Hit, in_row, rule
from store.checks.look import Look
from store.ledger.facts import facts_of
from store.records.alike import Apart, EditApart
from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.closing import ADJUSTMENT_KINDS, Adjustment, Closing
from store.records.courses import applies_from, closing_on, course_on, course_set_by
from store.records.describing import label
from store.records.ended_rows import DUE_FIELDS
from store.records.report import Report
from store.records.task import Task
from store.records.tasklist import TaskList

_DUTY_AND_DUE = frozenset((*RESPONSIBILITY_FIELDS, *DUE_FIELDS))


@rule("C30", "错误", "销号不全")
def closing_lacks(look: Look, task: Task) -> Iterable[Hit]:
    """A closing that was approved and lacks the result, who approved it, or when."""
    for closing in facts_of(look.tasks).of(Closing, task.key):
        is_approved = closing.approved_by or closing.approved_on
        if is_approved and closing.missing and not closing.reopened_on:
            missing = "、".join(closing.missing)
            says = f"销号不全，缺：{missing}，请在“销号、调整”中补写。"
            yield in_row(task, "text", says, missing, part=closing.key, mend="record")


@rule("C37", "错误", "销号、中止或取消时另一处还在改")
def ended_unseen(look: Look, task: Task) -> Iterable[Hit]:
    """A row that one desk closed, suspended or cancelled while another one changed who stands there, its days
    or its reports, neither having seen the other.
    """
    tasks = look.tasks
    end = _end(tasks, task.key)
    if end is None:
        return
    apart = tasks.documents.apart()
    ends = filter(_ends, apart.edits_of(end.TABLE, end.key))
    ending = [edit.number for edit in ends]
    if not ending:
        return
    theirs = _edits(tasks, task.key, end, apart)
    edits = [edit for edit in theirs if _is_unseen(edit, ending, apart)]
    if edits:
        done = [_said(tasks, edit) for edit in edits]
        said = "；".join(dict.fromkeys(done))
        says = (
            f"{_ended(end)}，同时另一台电脑上{said}，双方都没有看到。要改请先恢复，没有问题的请写明理由认可。"
        )
        changes = {edit.change for edit in edits}
        facts = " ".join(sorted(changes))
        yield in_row(task, "text", says, facts, mend="record")


def _end(tasks: TaskList, row: str) -> Closing | Adjustment | None:
    """Return what closed, suspended or cancelled a row by today; none where it goes on."""
    facts = facts_of(tasks)
    adjustments = facts.of(Adjustment, row)
    if adjustments and course_on(adjustments, tasks.today):
        return course_set_by(adjustments, tasks.today)
    return closing_on(facts.of(Closing, row), tasks.today)


def _ends(edit: EditApart) -> bool:
    """Tell whether an edit of a closing approves it, or makes an adjustment."""
    if edit.field:
        return edit.field == "approved_on" and bool(edit.after)
    return bool(edit.after)


def _edits(tasks: TaskList, row: str, end: Closing | Adjustment, apart: Apart) -> Iterator[EditApart]:
    """Yield what desks did to a row that its end would have kept from them."""
    is_suspended = isinstance(end, Adjustment) and end.kind == "suspension"
    if not is_suspended:
        for edit in apart.edits_of(Task.TABLE, row):
            if edit.field in _DUTY_AND_DUE:
                yield edit
    for report in facts_of(tasks).of(Report, row):
        yield from apart.edits_of(Report.TABLE, report.key)


def _is_unseen(edit: EditApart, ending: Sequence[int], apart: Apart) -> bool:
    """Tell whether whoever ended a row had not seen an edit, nor its author that end."""
    return all(apart.unseen(edit.number, number) for number in ending)


def _ended(end: Closing | Adjustment) -> str:
    """Say how a row ended: 已于 2026-11-20 销号（徐涛批准）."""
    approval = f"（{end.approved_by}批准）" if end.approved_by else ""
    if isinstance(end, Closing):
        return f"已于 {end.approved_on} 销号{approval}"
    return f"已于 {applies_from(end)} {ADJUSTMENT_KINDS[end.kind]}{approval}"


def _said(tasks: TaskList, edit: EditApart) -> str:
    """Say who did what: 王芳 2026-11-19 改了牵头单位."""
    what = f"改了{label(tasks, edit.field)}" if edit.field in _DUTY_AND_DUE else "登记了进展"
    return f"{edit.by} {edit.at[:10]} {what}"
