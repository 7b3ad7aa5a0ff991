"""Findings and questions as JSON."""

from store.checks.accepting import accept
from store.checks.checker import checked
from store.questions.asking import questions
from store.views.findings import findings_view, questions_view
from tests.store.checks.made import row, small_list


def test_a_finding_says_where_and_whether_it_was_accepted() -> None:
    tasks = small_list(row(deadline=None))
    checker = checked(tasks)
    (view,) = [one for one in findings_view(tasks, checker) if one["code"] == "C16"]
    assert (view["row"], view["severity"], view["accepted"]) == ("1", "说明", False)
    assert view["message"].startswith("第 1 行：没有完成时限")
    (finding,) = [one for one in checker.findings() if one.code == "C16"]
    tasks.apply(accept(tasks, [finding], "长期", "王芳").edits)
    assert [one["accepted"] for one in findings_view(tasks, checked(tasks)) if one["code"] == "C16"] == [True]


def test_a_question_with_what_can_be_answered() -> None:
    tasks = small_list(row("水利处", "钱伊"))
    view = {one["about"]: one for one in questions_view(questions(tasks))}
    assert view["钱伊"]["id"] == "Q12:leaders:钱伊"
    assert "钱一" in view["钱伊"]["candidates"]
