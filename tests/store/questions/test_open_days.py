"""Deadlines that name no day are asked about until the clerk has decided."""

import pytest

from store.importing.new_list import import_change
from store.ledger.days import deadlines_of_row
from store.questions.question import left_as_printed
from store.reading import read_notice
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.ledger.small_list import ROW, small_list
from tests.store.questions.asked import of_kind

NOTICE = (
    "关于印发2026年任务清单的通知\n各处室：\n1.清理河道。(市水务局负责，2026年汛期前完成)\n"
    "2.巡查湖泊。(市水务局负责，2026年汛期前完成)\n3.建立台账。(市档案馆负责，6月底前完成)\n"
)


def imported() -> TaskList:
    tasks = TaskList()
    tasks.apply(import_change(read_notice(NOTICE.encode())).edits)
    return tasks


def test_what_the_preview_asked_about_is_known_on_the_second_day() -> None:
    tasks = imported()
    (question,) = of_kind(tasks, "Q16")
    assert question.about == "第 1、2 行 完成时限"
    assert "2026年汛期前" in question.text and question.typed is not None
    tasks.apply(question.typed("6月10日").edits)
    first, second, third = tasks.tasks
    assert deadlines_of_row(tasks, first).days == deadlines_of_row(tasks, second).days == ("2026-06-10",)
    assert deadlines_of_row(tasks, third).days == ("2026-06-30",)
    assert first.deadline == second.deadline == "2026年汛期前完成"
    assert of_kind(tasks, "Q16") == []


def test_it_may_be_left_without_a_day() -> None:
    tasks = imported()
    (question,) = of_kind(tasks, "Q16")
    tasks.apply(left_as_printed(tasks, question).edits)
    assert of_kind(tasks, "Q16") == []


@pytest.mark.parametrize("words", ["", "  ", "汛期前"])
def test_what_is_no_day_is_refused(words: str) -> None:
    (question,) = of_kind(imported(), "Q16")
    assert question.typed is not None
    with pytest.raises(Refused):
        question.typed(words)


@pytest.mark.parametrize(
    ("deadline", "title", "count"),
    [
        ("6月前", "2021年重点工作", 1),
        ("6月底前", "2021—2023年行动方案", 1),
        ("6月前完成试点，10月底前推开", "2021年重点工作", 1),
        ("6月底前", "2021年重点工作", 0),
        ("长期坚持", "2021年重点工作", 0),
        ("每季度", "2021年重点工作", 0),
        ("", "2021年重点工作", 0),
    ],
)
def test_only_an_open_day_is_asked_about(deadline: str, title: str, count: int) -> None:
    tasks = small_list(title=title, deadline=deadline)
    assert len(of_kind(tasks, "Q16")) == count


def test_a_row_with_another_day_is_to_be_worded_anew() -> None:
    tasks = small_list(deadline="6月前完成试点，10月底前推开")
    (question,) = of_kind(tasks, "Q16")
    assert question.typed is None
    assert (question.row, question.field) == (ROW, "deadline")
