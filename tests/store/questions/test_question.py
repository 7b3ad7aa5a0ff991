"""Leaving a question as printed: it is not asked again while it stands on the same facts."""

from store.checks.checker import checked
from store.questions.question import left_as_printed
from store.records.changes import updated
from store.records.kept import Acceptance
from tests.store.checks.made import row, small_list
from tests.store.questions.asked import of_kind


def test_left_as_printed_accepts_the_finding_that_says_the_same() -> None:
    tasks = small_list(row(deadline=None))
    (question,) = of_kind(tasks, "Q05")
    change = left_as_printed(tasks, question)
    tasks.apply(change.edits)
    assert change.title == "待定“第 1 行 完成时限”：不设时限"
    assert of_kind(tasks, "Q05") == []
    assert [code for code, _ in checked(tasks).accepted()] == ["C16"]


def test_it_is_asked_again_when_what_it_stood_on_changes() -> None:
    tasks = small_list(row(deadline=None))
    (question,) = of_kind(tasks, "Q05")
    tasks.apply(left_as_printed(tasks, question).edits)
    tasks.apply(updated(tasks.task("row"), text="修建水渠30公里。"))
    (question,) = of_kind(tasks, "Q05")
    tasks.apply(left_as_printed(tasks, question).edits)
    codes = [one.code for one in tasks.all_of(Acceptance)]
    assert sorted(codes) == ["C16", "Q05"]
