"""Who answers for a row: what the clerk gives, what follows, and what is asked."""

import pytest

from store.acts.assigning import Assignment, SideAnswer, assign, assignment_change
from store.acts.resolving import leader_named, leaders_named, unit_named, units_named
from store.records.tasklist import TaskList
from store.records.values import Mention, SideName
from store.refused import Refused
from tests.sample import sample_list
from tests.store.giving import assign_leaders, assign_units


@pytest.fixture
def tasks() -> TaskList:
    return sample_list()


def given(tasks: TaskList, rows: str, side: SideName, units: str) -> Assignment:
    done = assign_units(tasks, tasks.rows_named(rows), side, units_named(tasks, units.split()))
    tasks.apply(done.edits)
    return done


def cell(tasks: TaskList, row: str, field: str) -> list[str]:
    return [mention.wording for mention in getattr(tasks.task(tasks.rows_named(row)[0]), field)]


def test_the_leader_follows_a_certain_pair(tasks: TaskList) -> None:
    done = given(tasks, "1", "lead", "平台处")
    assert [leader.wording for leader in done.followed] == ["刘红"]
    assert cell(tasks, "1", "lead_units") == ["平台处"]
    assert cell(tasks, "1", "lead_leaders") == ["刘红"]


def test_where_a_pair_is_open_the_leaders_stay_and_the_row_asks(tasks: TaskList) -> None:
    done = given(tasks, "2", "lead", "企业中心 平台处")
    assert done.open_units == ("企业中心",)
    assert cell(tasks, "2", "lead_leaders") == ["刘红"]
    assert "企业中心" in tasks.task(tasks.rows_named("2")[0]).doubt("lead")


def test_an_open_question_goes_when_the_leader_is_given(tasks: TaskList) -> None:
    given(tasks, "2", "lead", "企业中心")
    row = tasks.rows_named("2")
    tasks.apply(assign_leaders(tasks, row, "lead", leaders_named(tasks, ["赵峰"])).edits)
    assert cell(tasks, "2", "lead_leaders") == ["赵峰"]
    assert tasks.task(row[0]).doubts == ()


def test_a_side_without_units_has_no_leaders(tasks: TaskList) -> None:
    given(tasks, "3.4", "participant", "")
    assert cell(tasks, "3.4", "participant_units") == cell(tasks, "3.4", "participant_leaders") == []
    assert cell(tasks, "3.4", "lead_units") == ["法制处", "转化中心"]


def test_leaders_that_are_given_go_before_those_that_would_follow(tasks: TaskList) -> None:
    row = tasks.rows_named("1")
    done = assign(
        tasks, row, {"lead": SideAnswer(units_named(tasks, ["平台处"]), leaders_named(tasks, ["徐 涛"]))}
    )["lead"]
    tasks.apply(done.edits)
    assert cell(tasks, "1", "lead_leaders") == ["徐涛"]
    assert done.followed == ()


def test_both_sides_with_open_units_keep_both_questions(tasks: TaskList) -> None:
    row = tasks.rows_named("1")
    units = units_named(tasks, ["高新处"])
    done = assign(tasks, row, {"lead": SideAnswer(units), "participant": SideAnswer(units)})
    change = assignment_change(tasks, row, done)
    assert tasks.conflict(change.edits) is None
    tasks.apply(change.edits)
    assert [doubt.side for doubt in tasks.task(row[0]).doubts] == ["lead", "participant"]


def test_the_joined_cell_is_one_change_over_its_rows(tasks: TaskList) -> None:
    rows = tasks.rows_named("3.1-3.3")
    change = assignment_change(
        tasks, rows, assign(tasks, rows, {"lead": SideAnswer(units_named(tasks, ["平台处"]))})
    )
    assert change.title == "第 3.1–3.3 行牵头单位：法制处 → 平台处"
    tasks.apply(change.edits)
    assert [cell(tasks, row, "lead_leaders") for row in ("3.1", "3.2", "3.3")] == [["刘红"]] * 3
    assert cell(tasks, "3.4", "lead_units") == ["法制处", "转化中心"]


def test_rows_that_have_it_already_are_left_alone(tasks: TaskList) -> None:
    assert given(tasks, "3.1-3.3", "lead", "法制处") == Assignment(())
    rows = tasks.rows_named("1-2")
    change = assignment_change(
        tasks, rows, assign(tasks, rows, {"lead": SideAnswer(units_named(tasks, ["平台处"]))})
    )
    assert change.title == "第 1 行牵头单位：成果处 → 平台处"
    assert {edit.key for edit in change.edits} == {rows[0]}


@pytest.mark.parametrize(
    ("rows", "units", "said"),
    [
        ("3.1-3.3", "合作处 成果处 企业中心 项目中心 高新处", "第 3.1–3.3 行责任单位：+高新处"),
        ("4", "成果处 高新处 农社处 平台处 办公室", "第 4 行责任单位：+办公室 -项目中心"),
        ("4", "成果处", "第 4 行责任单位：-高新处、平台处、农社处、项目中心"),
        ("3.4", "成果处", "第 3.4 行责任单位：合作处 → 成果处"),
        ("3.4-4", "成果处", "第 3.4、4 行责任单位：（各行不同） → 成果处"),
    ],
)
def test_a_title_says_what_came_and_what_went_and_all_only_where_nothing_is_kept(
    tasks: TaskList, rows: str, units: str, said: str
) -> None:
    keys = tasks.rows_named(rows)
    done = assign(tasks, keys, {"participant": SideAnswer(units_named(tasks, units.split()))})
    assert assignment_change(tasks, keys, done).title == said


@pytest.mark.parametrize(
    ("name", "wording"),
    [
        ("平台处", "平台处"),
        ("创新平台处", "平台处"),
        ("创新 平台处", "平台处"),
        ("成果转化促进中心", "转化中心"),
        ("规划", "规划处"),
        ("科技金融与财务处", "科技金融与财务处"),
        ("财务处", "科技金融与财务处"),
    ],
)
def test_a_name_that_fits_one_unit_is_that_unit_as_the_list_words_it(
    tasks: TaskList, name: str, wording: str
) -> None:
    mention = unit_named(tasks, name)
    assert mention.wording == wording
    assert mention.key


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("科技处", ["科技合作处", "科技金融与财务处"]),
        ("发展处", ["发展规划处", "农村与社会发展处"]),
        ("创新处", ["创新平台处", "政策法制与创新体系建设处"]),
    ],
)
def test_a_name_that_fits_several_names_them(tasks: TaskList, name: str, units: list[str]) -> None:
    with pytest.raises(Refused, match="2 个单位") as refusal:
        unit_named(tasks, name)
    assert all(unit in str(refusal.value) for unit in units)


def test_an_unknown_name_is_refused_with_those_near(tasks: TaskList) -> None:
    with pytest.raises(Refused, match="法制处"):
        unit_named(tasks, "法治处")
    with pytest.raises(Refused, match="请核对名称"):
        unit_named(tasks, "[/x]\x1b[31m甲")
    with pytest.raises(Refused, match="刘红"):
        leader_named(tasks, "刘洪")


def test_collectives_stand_as_they_are_worded(tasks: TaskList) -> None:
    assert unit_named(tasks, "相关处室单位") == Mention(None, "相关处室单位")
    assert leader_named(tasks, "相关分管领导") == Mention(None, "相关分管领导")


def test_one_unit_by_two_of_its_names_stands_once(tasks: TaskList) -> None:
    assert len(units_named(tasks, ["平台处", "创新平台处"])) == 1
