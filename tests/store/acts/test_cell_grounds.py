"""What is known of who has a unit stays known, whatever is done to rows; what is asked, and why."""

from dataclasses import replace

import pytest
from hypothesis import given as given_data
from hypothesis import settings
from hypothesis import strategies as st

from store.acts.assigning import (
    SideAnswer,
    assign,
    assignment_change,
)
from store.acts.cell_grounds import Reason
from store.acts.resolving import leaders_named, units_named
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
from tests.examples import most
from tests.sample import sample_change, sample_list


@pytest.fixture
def tasks() -> TaskList:
    return sample_list()


def cell(tasks: TaskList, row: str, field: str) -> list[str]:
    return [mention.wording for mention in getattr(tasks.task(tasks.rows_named(row)[0]), field)]


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
    rows = tasks.rows_named("4")
    done = assign(tasks, rows, {"lead": SideAnswer(leaders=leaders_named(tasks, ["徐涛"]))})
    assert assignment_change(tasks, rows, done).title == "第 4 行分管领导不变"
    give(tasks, "4", "lead", leaders="徐涛")
    assert tasks.task(rows[0]).doubts == ()
    assert known(tasks)["办公室"] == ("certain", "徐涛")


def test_another_leader_of_a_known_unit_is_asked_about_once_for_all_rows(tasks: TaskList) -> None:
    rows = tasks.rows_named("3.1-3.3")
    answer: dict[SideName, SideAnswer] = {"lead": SideAnswer(leaders=leaders_named(tasks, ["赵峰"]))}
    done = assign(tasks, rows, answer)
    assert [(one.unit.wording, tasks.person_name(one.leader)) for one in done["lead"].asked] == [
        ("法制处", "徐涛")
    ]
    with pytest.raises(
        Refused, match=r"第 3\.1–3\.3 行没有改动：法制处由徐涛分管.*仅此行.*分工调整.*原文读错"
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


def test_leaders_that_stand_there_already_are_no_change(tasks: TaskList) -> None:
    give(tasks, "1", "lead", units="平台处")
    rows = tasks.rows_named("1")
    answer = SideAnswer(leaders=leaders_named(tasks, ["刘红"]))
    assert assign(tasks, rows, {"lead": answer})["lead"].edits == ()


def test_what_was_misread_is_what_the_notice_says_from_then_on(tasks: TaskList) -> None:
    give(tasks, "1", "lead", leaders="赵峰", reason="misread")
    row = tasks.rows_named("1")[0]
    assert tasks.get(Ground, ground_key(row, "lead", "notice")).leaders == (
        tasks.people_named("赵峰")[0].key,
    )
    assert tasks.find(Ground, ground_key(row, "lead", "hand")) is None


def test_a_row_that_says_again_what_the_notice_said_is_not_asked_about(tasks: TaskList) -> None:
    (row,) = tasks.rows_named("4")
    was = tasks.task(row).side("participant")
    give(tasks, "4", "participant", units="项目中心", leaders="徐涛")
    done = assign(tasks, (row,), {"participant": SideAnswer(was.units, was.leaders)})
    assert done["participant"].asked == ()
    tasks.apply(assignment_change(tasks, (row,), done).edits)
    assert tasks.task(row).only_here == ()


def test_what_was_said_of_a_row_alone_may_turn_out_to_be_misread(tasks: TaskList) -> None:
    give(tasks, "1", "lead", leaders="刘红", reason="only_here")
    give(tasks, "1", "lead", leaders="刘红", reason="misread")
    row = tasks.rows_named("1")[0]
    assert tasks.task(row).only_here == ()
    ground = tasks.get(Ground, ground_key(row, "lead", "notice"))
    assert list(map(tasks.person_name, ground.leaders)) == ["刘红"]


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


@settings(max_examples=most(30), deadline=None)
@given_data(st.data())
def test_what_is_changed_for_a_row_only_and_back_leaves_what_is_known(data: st.DataObject) -> None:
    tasks = TaskList()
    tasks.apply(SAMPLE.edits)
    before, rows_before = known(tasks), [replace(task, doubts=(), only_here=()) for task in tasks.tasks]
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
    assert [replace(task, doubts=(), only_here=()) for task in tasks.tasks] == rows_before
