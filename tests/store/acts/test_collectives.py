"""Collectives: their wording stays, their members are never guessed, and rows that may concern a unit show
under it.
"""

import pytest

from store.acts.collectives import (
    collectives,
    rows_that_may_concern,
    rows_that_may_concern_leader,
    set_members,
)
from store.acts.handover import Handover, handover_preview
from store.acts.resolving import one_unit_named, person_named, unit_named
from store.portfolio.standings import standings
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.sample import sample_list


@pytest.fixture
def sample() -> TaskList:
    return sample_list()


def key(tasks: TaskList, name: str) -> str:
    return one_unit_named(tasks, name).key


def concerned(tasks: TaskList, name: str) -> list[str]:
    return [tasks.row_name(row) for row in rows_that_may_concern(tasks, key(tasks, name))]


def test_the_two_of_the_sample_stand_without_members(sample: TaskList) -> None:
    found = {
        one.wording: ([sample.row_name(row) for row in one.rows], one.members) for one in collectives(sample)
    }
    assert found == {"相关处室单位": (["5"], ()), "相关处室及单位": (["6"], ())}


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("成果处", ["5", "6"]),
        ("办公室", ["5", "6"]),
        ("企业中心", ["5", "6"]),
        ("规划处", ["6"]),
        ("法制处", ["6"]),
    ],
)
def test_without_members_it_may_concern_whoever_the_row_does_not_name(
    sample: TaskList, name: str, rows: list[str]
) -> None:
    assert concerned(sample, name) == rows


def test_leaders_at_large_may_concern_those_who_have_units(sample: TaskList) -> None:
    rows = rows_that_may_concern_leader(sample, person_named(sample, "胡军").key)
    assert [sample.row_name(row) for row in rows] == ["5", "6"]
    assert rows_that_may_concern_leader(sample, person_named(sample, "盛继亮").key) == ()


def test_members_are_set_by_one_change_and_the_wording_stays(sample: TaskList) -> None:
    members = [key(sample, "成果处"), key(sample, "平台处")]
    change = set_members(sample, "相关处室单位", members, basis="局办公会纪要")
    assert (change.title, change.basis) == ("定下“相关处室单位”所含单位：成果处、平台处", "局办公会纪要")
    sample.apply(change.edits)
    mention = sample.task(sample.rows_named("5")[0]).participant_units[-1]
    assert (mention.wording, mention.key) == ("相关处室单位", key(sample, "相关处室单位"))
    assert unit_named(sample, "相关处室单位") == mention
    assert concerned(sample, "成果处") == ["5", "6"]
    assert concerned(sample, "办公室") == ["6"]
    assert mention.key not in standings(sample)
    sample.apply(edit.inverted() for edit in reversed(change.edits))
    assert concerned(sample, "办公室") == ["5", "6"]


def test_members_are_changed_and_taken_back(sample: TaskList) -> None:
    sample.apply(set_members(sample, "相关处室单位", [key(sample, "成果处")]).edits)
    sample.apply(set_members(sample, "相关处室单位", []).edits)
    assert concerned(sample, "办公室") == ["5", "6"]
    assert len([one for one in collectives(sample) if one.wording == "相关处室单位"]) == 1


def test_a_collective_that_no_row_prints_yet(sample: TaskList) -> None:
    sample.apply(set_members(sample, "各处室", [key(sample, "成果处")]).edits)
    assert [one.rows for one in collectives(sample) if one.wording == "各处室"] == [()]
    assert concerned(sample, "成果处") == ["5", "6"]


@pytest.mark.parametrize(
    ("wording", "member", "says"), [("综合一处", "成果处", "不是统称"), ("各处室", "各单位", "也是统称")]
)
def test_what_is_no_collective_or_no_member_is_refused(
    sample: TaskList, wording: str, member: str, says: str
) -> None:
    sample.apply(set_members(sample, "各单位", []).edits)
    with pytest.raises(Refused, match=says):
        set_members(sample, wording, [key(sample, member)])


def test_a_handover_asks_no_more_of_a_collective_with_members(sample: TaskList) -> None:
    """The first worked change leaves row 5's leaders at large alone, with members set too."""
    sample.apply(set_members(sample, "相关处室单位", [key(sample, "成果处")]).edits)
    units = (key(sample, "法制处"), key(sample, "规划处"))
    found = handover_preview(
        sample, Handover(person_named(sample, "徐涛").key, person_named(sample, "王振旭").key, units), {}
    )
    assert found.questions == ()
    assert [(sample.row_name(row.row), row.side) for row in found.rows] == [
        (row, "lead") for row in ("3.1", "3.2", "3.3", "3.4", "4", "5")
    ]
