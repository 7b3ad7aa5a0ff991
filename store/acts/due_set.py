"""Setting the day on which a row is due, or its start, over what the wording says; that stays as printed."""

from datetime import date

from store.acts.field_values import NO_DAY_SET
from store.ledger.days import deadlines_of_row, schedule_of_row
from store.reading.signs.deadline_given import list_year
from store.reading.signs.deadlines import Deadline, deadlines_of
from store.records.task import DUE_KINDS, DueKind, Task
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.days import day_in

_HOW = "请写日期，如 2021-12-31、9月底，或写长期坚持；写 '' 为按原文"


def due_values(tasks: TaskList, task: Task, words: str) -> dict[str, str | None]:
    """Return what `due_on` and `due_kind` hold for a clerk's words: a day, 长期坚持, 定期, or nothing for the
    wording's own.
    """
    if not words.strip():
        return dict(NO_DAY_SET)
    kind = _kind(tasks, task, words)
    if kind:
        return {"due_on": None, "due_kind": kind}
    return {"due_on": day_set(tasks, words), "due_kind": ""}


def day_set(tasks: TaskList, words: str) -> str:
    """Return the day that words name in the list's year, ISO: 12-31, 9月底前; refused for no day."""
    year = list_year(tasks.notice)
    try:
        return day_in(words, date(year or tasks.clock.day().year, 1, 1)).isoformat()
    except Refused:
        named = {one.due for one in deadlines_of(words, year) if one.due}
        if len(named) != 1:
            raise Refused(f"“{words.strip()}”不是一个日子，{_HOW}。") from None
        return named.pop()


def _kind(tasks: TaskList, task: Task, words: str) -> DueKind:
    """Return the kind that words name alone; empty where they name a day."""
    found = deadlines_of(words)
    if words.strip() == DUE_KINDS["recurring"]:
        _refuse_without_rhythm(tasks, task)
        return "recurring"
    return "continuing" if found and all(map(_is_continuing, found)) else ""


def _is_continuing(deadline: Deadline) -> bool:
    return deadline.kind == "continuing"


def _refuse_without_rhythm(tasks: TaskList, task: Task) -> None:
    said = deadlines_of_row(tasks, task)
    if said.every is None and schedule_of_row(tasks, said) is None:
        raise Refused("不知道多久一次，请先设报送安排，或在完成时限中写明，如 每季度。")
