"""Accepting a finding: it counts apart with its reason, and comes back when its facts change."""

import pytest

from store.checks.accepting import accept, take_back
from store.checks.checker import Checker, checked
from store.checks.finding import Finding
from store.records.changes import Change, updated
from store.records.kept import Acceptance
from store.refused import Refused
from tests.store.checks.made import row, small_list, unit


def finding(checker: Checker, code: str) -> Finding:
    return next(one for one in checker.findings() if one.code == code)


def do(checker: Checker, change: Change) -> None:
    checker.tasks.apply(change.edits)
    checker.note(change.edits)
    checker.work()


def two_leads() -> Checker:
    return checked(
        small_list(
            row("水利处 河湖处", "钱一 孙二", "财务处 水文站", "李三"),
            pairs="水利处:钱一 河湖处:孙二 财务处:李三 水文站:李三",
        )
    )


def test_an_accepted_finding_counts_apart_with_who_when_and_why() -> None:
    checker = two_leads()
    assert checker.open_counts()["提醒"] == 1
    do(checker, accept(checker.tasks, [finding(checker, "C02")], " 局长同意 ", "王芳"))
    assert checker.open_counts()["提醒"] == 0
    held = checker.accepted()["C02", "row"]
    assert (held.reason, held.by, held.facts) == ("局长同意", "王芳", "u-水利处 u-河湖处")
    assert held.at[:4].isdecimal()
    assert len(checker.findings()) == 1


def test_it_comes_back_when_its_facts_change_and_holds_again_when_they_are_as_they_were() -> None:
    checker = two_leads()
    do(checker, accept(checker.tasks, [finding(checker, "C02")], "局长同意", ""))
    task = checker.tasks.task("row")
    do(checker, Change("", tuple(updated(task, lead_units=(*task.lead_units, unit("财务处"))))))
    assert checker.open_counts()["提醒"] >= 1 and not checker.accepted()
    do(checker, Change("", tuple(updated(checker.tasks.task("row"), lead_units=task.lead_units))))
    assert checker.open_counts()["提醒"] == 0
    do(checker, Change("", tuple(updated(checker.tasks.task("row"), remark="别的字段"))))
    assert checker.open_counts()["提醒"] == 0


def test_taking_back_opens_it_again() -> None:
    checker = two_leads()
    found = finding(checker, "C02")
    with pytest.raises(Refused, match="没有认可过"):
        take_back(checker.tasks, [found])
    do(checker, accept(checker.tasks, [found], "局长同意", ""))
    do(checker, take_back(checker.tasks, [found]))
    assert checker.open_counts()["提醒"] == 1


def test_a_reason_is_needed_and_the_newest_acceptance_is_the_one_kept() -> None:
    checker = two_leads()
    found = finding(checker, "C02")
    with pytest.raises(Refused, match="理由"):
        accept(checker.tasks, [found], "  ", "")
    for reason in ("一", "二"):
        do(checker, accept(checker.tasks, [found], reason, ""))
    assert [kept.reason for kept in checker.tasks.all_of(Acceptance)] == ["二"]


def test_a_change_is_titled_by_rule_and_place() -> None:
    checker = two_leads()
    assert (
        accept(checker.tasks, [finding(checker, "C02")], "局长同意", "").title == "认可 C02 第 1 行：局长同意"
    )
