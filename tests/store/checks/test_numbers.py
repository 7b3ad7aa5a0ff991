"""C36: a reminder under a number that another has."""

from dataclasses import replace

from store.acts.reminding import renumbered_slips
from store.checks.checker import Checker, checked
from store.records.changes import created
from store.records.follow_up import FollowUp
from tests.store.ledger.small_list import ROW, small_list

FIRST = FollowUp("b", "催办〔2021〕3号", unit="results", tasks=(ROW,), sent_on="2021-10-20")
LATER = replace(FIRST, key="a", unit="platform", sent_on="2021-10-21")


def found(checker: Checker) -> list[str]:
    return [one.hit.says for one in checker.findings() if one.code == "C36"]


def test_the_later_of_two_is_told_until_it_has_a_number_of_its_own() -> None:
    tasks = small_list(FIRST)
    checker = checked(tasks)
    assert found(checker) == []
    edits = (created(LATER),)
    tasks.apply(edits)
    checker.note(edits)
    checker.work()
    assert found(checker) == [
        "催办〔2021〕3号已用于成果转化处（2021-10-20 发），平台处（2021-10-21 发）请改用下一个文号，发更正的单子。"
    ]
    (finding,) = [one for one in checker.findings() if one.code == "C36"]
    assert (finding.hit.row, finding.grade) == (ROW, "错误")
    change = renumbered_slips(tasks, "a")
    tasks.apply(change.edits)
    checker.note(change.edits)
    checker.work()
    assert found(checker) == []


def test_three_of_one_number_are_two_findings_and_one_is_mended_alone() -> None:
    tasks = small_list(FIRST, LATER, replace(LATER, key="c", sent_on="2021-10-22"))
    assert len(found(checked(tasks))) == 2
    tasks.apply(renumbered_slips(tasks, "c").edits)
    numbers = {one.key: one.number for one in tasks.all_of(FollowUp)}
    assert numbers == {"a": "催办〔2021〕3号", "b": "催办〔2021〕3号", "c": "催办〔2021〕4号"}


def test_numbers_of_other_kinds_and_years_are_others() -> None:
    others = ("督办〔2021〕3号", "催办〔2022〕3号", "催办〔2021〕4号", "")
    slips = [replace(FIRST, key=f"k{place}", number=number) for place, number in enumerate(others)]
    assert found(checked(small_list(FIRST, *slips, replace(FIRST, key="none", number="")))) == []
