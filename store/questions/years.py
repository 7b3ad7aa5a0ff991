"""Questions on the year of the list: without it deadlines such as 6月底前 have no day."""

from collections.abc import Iterator
from dataclasses import replace

from store.acts.list_year import set_year
from store.checks.look import Look
from store.ledger.days import deadlines_of_row
from store.questions.question import Answer, Question
from store.reading.signs.deadline_given import list_years
from store.records.ranges import numbered_rows


def year(look: Look) -> Iterator[Question]:
    """Ask Q15: which year the list is for, where rows have deadlines that need it and nothing tells it."""
    tasks = look.tasks
    notice = tasks.notice
    if not notice.key or list_years(notice):
        return
    rows = [task.key for task in tasks.tasks if deadlines_of_row(tasks, task).lacks_year]
    if rows:
        text = f"这份清单是哪一年的？{numbered_rows(tasks, rows)}的完成时限因此算不出日期。"
        this = str(tasks.clock.day().year)
        answer = Answer(f"{this} 年", lambda: set_year(tasks, this))
        question = Question("Q15", notice.key, "清单年份", text, answers=(answer,))
        question = replace(question, typed=lambda words: set_year(tasks, words), typed_hint="如 2026")
        yield question.on_record(notice, "year").left("不定年份")
