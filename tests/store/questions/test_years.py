"""The question for the year of a list: asked once, where a deadline needs it."""

import pytest

from store.ledger.days import deadlines_of_row
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.ledger.small_list import ROW, put, small_list
from tests.store.questions.asked import of_kind


def undated(deadline: str, title: str = "重点工作", **notice: object) -> TaskList:
    """A list that tells no year, with one row of a deadline."""
    tasks = small_list(title=title, deadline=deadline)
    put(tasks, tasks.notice, issued_on=None, **notice)
    return tasks


@pytest.mark.parametrize("words", ["2026", " 2026 "])
def test_the_year_gives_the_row_its_day_and_is_not_asked_again(words: str) -> None:
    tasks = undated("6月底前")
    (question,) = of_kind(tasks, "Q15")
    assert "第 1 行的完成时限" in question.text and question.typed is not None
    tasks.apply(question.typed(words).edits)
    assert deadlines_of_row(tasks, tasks.task(ROW)).days == ("2026-06-30",)
    assert of_kind(tasks, "Q15") == []


def test_the_year_of_today_is_offered() -> None:
    tasks = undated("6月底前")
    (question,) = of_kind(tasks, "Q15")
    (answer,) = question.answers
    assert answer.words == f"{tasks.clock.day().year} 年"
    tasks.apply(answer.act().edits)
    assert tasks.notice.year == str(tasks.clock.day().year)


@pytest.mark.parametrize("words", ["26", "明年", "", "1999", "20260"])
def test_what_is_no_year_is_refused(words: str) -> None:
    (question,) = of_kind(undated("6月底前"), "Q15")
    assert question.typed is not None
    with pytest.raises(Refused, match="四位的年份"):
        question.typed(words)


@pytest.mark.parametrize(
    "tasks",
    [
        undated(""),
        undated("长期坚持"),
        undated("2026年6月底前"),
        undated("6月底前", title="2026年重点工作"),
        undated("6月底前", title="2026—2028年行动方案"),
        undated("6月底前", year="2026"),
    ],
)
def test_it_is_not_asked_where_nothing_needs_it(tasks: TaskList) -> None:
    assert of_kind(tasks, "Q15") == []
