"""Questions on deadlines that name no day: 6月前, 汛期前, 3年内."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from store.acts.due_set import due_values
from store.checks.look import Look
from store.ledger.days import deadlines_of_row
from store.questions.question import Question
from store.reading.open_deadlines import open_wordings
from store.reading.signs.deadline_given import list_year, list_years
from store.records.changes import Change, Edit, updated
from store.records.ranges import numbered_rows
from store.records.task import Task
from store.records.tasklist import TaskList
from store.refused import Refused


def days(look: Look) -> Iterator[Question]:
    """Ask Q16: which day a wording means that leaves it open, in all rows with it that nobody set a day for.

    What lacks nothing but the year is asked with the year of the list (Q15), where it has none. Where a row
    has other days, a day set would hide them: it is to be worded anew.
    """
    tasks = look.tasks
    for (wording, has_others), rows in _open_rows(tasks).items():
        keys = [task.key for task in rows]
        where = numbered_rows(tasks, keys)
        text = f"{where}的完成时限“{wording}”是哪一天没有写明，以哪一天为准？"
        question = Question("Q16", f"{keys[0]}:{wording}", f"{where} 完成时限", text, wording)
        if not has_others:
            question = replace(question, typed=_setting(tasks, rows), typed_hint="如 6月30日")
        yield question.in_row(keys[0], "deadline").left("不定日期")


def _open_rows(tasks: TaskList) -> dict[tuple[str, bool], list[Task]]:
    """Return the rows of each wording that leaves its day open, those apart that have other days."""
    notice = tasks.notice
    year = list_year(notice)
    asks_year = bool(notice.key) and list_years(notice) is None
    found: dict[tuple[str, bool], list[Task]] = {}
    for task in tasks.tasks:
        if task.due_on or task.due_kind:
            continue
        for one in open_wordings(task.deadline or "", year, notice.issued_on):
            if not (one.lacks_year and asks_year):
                has_others = bool(deadlines_of_row(tasks, task).days)
                found.setdefault((one.wording, has_others), []).append(task)
    return found


def _setting(tasks: TaskList, rows: Sequence[Task]) -> Callable[[str], Change]:
    def act(words: str) -> Change:
        if not words.strip():
            raise Refused("请写明日期，如 6月30日；不定日期请选“不定日期”。")
        edits: list[Edit] = []
        for task in rows:
            edits += updated(task, **due_values(tasks, task, words))
        where = numbered_rows(tasks, [task.key for task in rows])
        return Change(f"{where}完成时限定为{words.strip()}", tuple(edits))

    return act
