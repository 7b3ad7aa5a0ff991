"""Who answers for a row: what the clerk gives, what follows, and what is asked."""

from dataclasses import replace

import pytest
from hypothesis import given as given_data
from hypothesis import settings
from hypothesis import strategies as st

from store.acts.assigning import (
    Assignment,
    SideAnswer,
    assign,
    assign_leaders,
    assign_units,
    assignment_change,
)
from store.acts.cell_grounds import Reason
from store.acts.resolving import leader_named, leaders_named, unit_named, units_named
from store.portfolio.standings import standings
from store.records.changes import created
from store.records.ground import Ground, ground_key
from store.records.notice import Notice
from store.records.person import Person
from store.records.record import Doc, Record
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention, Side, SideName
from store.refused import Refused
from tests.sample import sample_change, sample_list


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
    assert change.title == "第 3.1–3.3 行牵头单位:法制处 → 平台处"
    tasks.apply(change.edits)
    assert [cell(tasks, row, "lead_leaders") for row in ("3.1", "3.2", "3.3")] == [["刘红"]] * 3
    assert cell(tasks, "3.4", "lead_units") == ["法制处", "转化中心"]


def test_rows_that_have_it_already_are_left_alone(tasks: TaskList) -> None:
    assert given(tasks, "3.1-3.3", "lead", "法制处") == Assignment(())
    rows = tasks.rows_named("1-2")
    change = assignment_change(
        tasks, rows, assign(tasks, rows, {"lead": SideAnswer(units_named(tasks, ["平台处"]))})
    )
    assert change.title == "第 1 行牵头单位:成果处 → 平台处"
    assert {edit.key for edit in change.edits} == {rows[0]}


@pytest.mark.parametrize(
    ("rows", "units", "said"),
    [
        ("3.1-3.3", "合作处 成果处 企业中心 项目中心 高新处", "第 3.1–3.3 行责任单位:+高新处"),
        ("4", "成果处 高新处 农社处 平台处 办公室", "第 4 行责任单位:+办公室 -项目中心"),
        ("4", "成果处", "第 4 行责任单位:-高新处、平台处、农社处、项目中心"),
        ("3.4", "成果处", "第 3.4 行责任单位:合作处 → 成果处"),
        ("3.4-4", "成果处", "第 3.4、4 行责任单位:(各行不同) → 成果处"),
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


# ---------------------------------------------------------------------- what was known stays known


def known(tasks: TaskList) -> dict[str, tuple[str, str]]:
    """The grade and the leader of each unit, by its full name."""
    return {
        tasks.unit_name(unit): (one.grade, tasks.person_name(one.leader))
        for unit, one in standings(tasks).items()
    }


def give(
    tasks: TaskList, row: str, side: SideName, *, units: str = "", leaders: str = "", reason: Reason = ""
) -> None:
    """Do what a clerk does who names units, leaders or both of a side."""
    answer = SideAnswer(
        units_named(tasks, units.split()) if units else None,
        leaders_named(tasks, leaders.split()) if leaders else None,
    )
    rows = tasks.rows_named(row)
    change = assignment_change(tasks, rows, assign(tasks, rows, {side: answer}, reason))
    assert tasks.conflict(change.edits) is None
    tasks.apply(change.edits)


def documents(tasks: TaskList) -> dict[str, dict[str, Doc]]:
    return {table: dict(docs) for table, docs in tasks.documents.tables.items()}


def test_a_lead_that_goes_and_comes_back_brings_its_leader_again(tasks: TaskList) -> None:
    before = documents(tasks)
    give(tasks, "4", "lead", units="平台处")
    assert cell(tasks, "4", "lead_leaders") == ["刘红"]
    give(tasks, "4", "lead", units="规划处")
    assert cell(tasks, "4", "lead_leaders") == ["徐涛"]
    assert documents(tasks) == before


def test_leads_that_change_places_bring_their_leaders(tasks: TaskList) -> None:
    give(tasks, "1", "lead", units="平台处")
    give(tasks, "2", "lead", units="成果处")
    assert [cell(tasks, row, "lead_leaders") for row in ("1", "2")] == [["刘红"], ["胡军"]]


def test_a_unit_that_leaves_its_only_row_keeps_its_leader(tasks: TaskList) -> None:
    before = known(tasks)
    give(tasks, "3.4", "lead", units="法制处")
    assert cell(tasks, "3.4", "lead_leaders") == ["徐涛"]
    assert known(tasks) == before


def test_of_a_unit_that_nobody_knew_the_leader_is_known_once_he_is_named(tasks: TaskList) -> None:
    give(tasks, "4", "lead", units="办公室")
    assert tasks.task(tasks.rows_named("4")[0]).has_doubt("lead", "leaders_left")
    give(tasks, "1", "lead", units="成果处 办公室")
    give(tasks, "4", "lead", leaders="鲁文安")
    assert known(tasks)["办公室"] == ("certain", "鲁文安")
    assert not any(task.has_doubt("lead", "leaders_left") for task in tasks.tasks), "answered in row 1 too"
    give(tasks, "4", "lead", units="规划处")
    assert known(tasks)["办公室"] == ("unknown", ""), "the row says again what the notice said"


def test_the_same_leaders_named_again_answer_what_was_open(tasks: TaskList) -> None:
    give(tasks, "4", "lead", units="办公室")
    give(tasks, "4", "lead", leaders="徐涛")
    assert tasks.task(tasks.rows_named("4")[0]).doubts == ()
    assert known(tasks)["办公室"] == ("certain", "徐涛")


def test_another_leader_of_a_known_unit_is_asked_about_once_for_all_rows(tasks: TaskList) -> None:
    rows = tasks.rows_named("3.1-3.3")
    answer: dict[SideName, SideAnswer] = {"lead": SideAnswer(leaders=leaders_named(tasks, ["赵峰"]))}
    done = assign(tasks, rows, answer)
    assert [(one.unit.wording, tasks.person_name(one.leader)) for one in done["lead"].asked] == [
        ("法制处", "徐涛")
    ]
    with pytest.raises(
        Refused, match=r"第 3\.1–3\.3 行没有改动:法制处由徐涛分管.*仅此行.*分工调整.*原文读错"
    ):
        assignment_change(tasks, rows, done)


def test_only_here_stays_while_it_is_needed_and_is_not_asked_again(tasks: TaskList) -> None:
    before = known(tasks)
    give(tasks, "1", "lead", leaders="刘红", reason="only_here")
    row = tasks.rows_named("1")[0]
    assert tasks.task(row).only_here == ("lead",)
    give(tasks, "1", "lead", units="成果处 平台处", leaders="刘红")
    assert tasks.task(row).only_here == ("lead",)
    give(tasks, "1", "lead", units="平台处")
    assert tasks.task(row).only_here == ()
    assert known(tasks) == before


def test_what_was_misread_is_what_the_notice_says_from_then_on(tasks: TaskList) -> None:
    give(tasks, "1", "lead", leaders="赵峰", reason="misread")
    row = tasks.rows_named("1")[0]
    assert tasks.get(Ground, ground_key(row, "lead", "notice")).leaders == (
        tasks.people_named("赵峰")[0].key,
    )
    assert tasks.find(Ground, ground_key(row, "lead", "hand")) is None


def test_a_list_without_a_notice_forgets_no_row_that_is_changed() -> None:
    tasks = TaskList()
    records: list[Record] = [
        Notice("n", title="清单"),
        Item("i", order="1"),
        Person("子", "子"),
        Person("丑", "丑"),
    ]
    records += [Unit(name, name, name) for name in "甲乙"]
    records += [
        Task(
            f"row{number}", "i", number, lead_units=(Mention(unit, unit),), lead_leaders=(Mention(who, who),)
        )
        for number, unit, who in (("1", "甲", "子"), ("2", "乙", "丑"))
    ]
    tasks.apply(list(map(created, records)))
    give(tasks, "1.1", "lead", units="乙")
    assert cell(tasks, "1.1", "lead_leaders") == ["丑"]
    assert known(tasks)["甲"] == ("certain", "子")
    give(tasks, "1.1", "lead", units="甲")
    assert cell(tasks, "1.1", "lead_leaders") == ["子"]


SAMPLE = sample_change()
_UNITS = ("成果处", "平台处", "规划处", "项目中心", "企业中心", "办公室", "组织人事处")
_PEOPLE = ("胡军", "刘红", "徐涛", "赵峰", "鲁文安")


@settings(max_examples=30, deadline=None)
@given_data(st.data())
def test_what_is_changed_for_a_row_only_and_back_leaves_what_is_known(data: st.DataObject) -> None:
    tasks = TaskList()
    tasks.apply(SAMPLE.edits)
    before, rows_before = known(tasks), [replace(task, doubts=()) for task in tasks.tasks]
    touched: dict[tuple[str, SideName], Side] = {}
    for _ in range(data.draw(st.integers(1, 6))):
        row = data.draw(st.sampled_from(["1", "2", "3.4", "4", "5"]))
        side: SideName = data.draw(st.sampled_from(["lead", "participant"]))
        touched.setdefault((row, side), tasks.task(tasks.rows_named(row)[0]).side(side))
        units = data.draw(st.lists(st.sampled_from(_UNITS), max_size=3, unique=True))
        people = data.draw(st.lists(st.sampled_from(_PEOPLE), max_size=3, unique=True))
        which = data.draw(st.sampled_from(["units", "leaders", "both"]))
        give(
            tasks,
            row,
            side,
            units=" ".join(units) if which != "leaders" else "",
            leaders=" ".join(people) if which != "units" else "",
            reason="only_here",
        )
    for (row, side), was in touched.items():
        rows = tasks.rows_named(row)
        done = assign(tasks, rows, {side: SideAnswer(was.units, was.leaders)}, "only_here")
        tasks.apply(assignment_change(tasks, rows, done).edits)
    assert known(tasks) == before
    assert [replace(task, doubts=()) for task in tasks.tasks] == rows_before
