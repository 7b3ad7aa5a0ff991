"""The responsibility matrix of the sample, to the figures of the oracle (seed-facts 5.3), and what a turn of
a crossing does.
"""

import pytest

from data import sample_notice
from store.acts.assigning import assign
from store.acts.crossings import By, CrossingColumn, Crossings, crossings, turned
from store.importing.new_list import import_change
from store.reading import read_notice
from store.records.changes import created, deleted, updated
from store.records.documents import Documents
from store.records.person import Person
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention

UNITS = {
    "法制处": (5, 0),
    "成果处": (1, 4),
    "合作处": (0, 5),
    "项目中心": (0, 4),
    "企业中心": (0, 3),
    "规划处": (1, 1),
    "平台处": (1, 1),
    "转化中心": (1, 0),
    "高新处": (0, 1),
    "农社处": (0, 1),
    "相关处室及单位": (1, 0),
    "相关处室单位": (0, 1),
}
LEADERS = {
    "徐涛": (6, 0),
    "胡军": (2, 4),
    "赵峰": (0, 4),
    "王振旭": (0, 4),
    "刘红": (1, 1),
    "相关分管领导": (1, 1),
}


@pytest.fixture
def tasks() -> TaskList:
    made = TaskList()
    made.apply(import_change(read_notice(sample_notice())).edits)
    return made


def anew(tasks: TaskList) -> TaskList:
    """The list as one that opens it now sees it."""
    return TaskList(Documents(tasks.documents.tables))


@pytest.mark.parametrize("by", ["unit", "leader"])
def test_counted_change_by_change_it_is_as_counted_anew(tasks: TaskList, by: By) -> None:
    rows = tasks.task_keys
    strangers = (Mention(None, "相关部门"), Mention(None, "有关单位"), Mention("gone", "撤销处"))
    changed: list[dict[str, object]] = [
        {"participant_units": strangers, "participant_leaders": strangers},
        {"participant_units": (), "participant_leaders": ()},
        {"lead_units": strangers[1:], "lead_leaders": strangers[1:]},
        {"remark": "不改分工"},
    ]
    assert crossings(tasks, by=by) == crossings(anew(tasks), by=by)
    for number, values in enumerate(changed * 3):
        tasks.apply(updated(tasks.task(rows[number * 5 % len(rows)]), **values))
        assert crossings(tasks, by=by) == crossings(anew(tasks), by=by)
        assert crossings(tasks, rows[2:5], by) == crossings(anew(tasks), rows[2:5], by)
    tasks.apply([deleted(tasks.task(rows[0]))])
    assert crossings(tasks, by=by, with_empty=False) == crossings(anew(tasks), by=by, with_empty=False)


def row(tasks: TaskList, name: str) -> str:
    (key,) = tasks.rows_named(name)
    return key


def column(grid: Crossings, wording: str) -> CrossingColumn:
    (found,) = [one for one in grid.columns if one.mention.wording == wording]
    return found


def figures(grid: Crossings) -> dict[str, tuple[int, int]]:
    return {
        one.mention.wording: (grid.sums[one.id]["lead"], grid.sums[one.id]["participant"])
        for one in grid.columns
    }


def test_the_sums_by_unit_are_the_oracles(tasks: TaskList) -> None:
    grid = crossings(tasks)
    assert {name: counts for name, counts in figures(grid).items() if counts != (0, 0)} == UNITS
    assert (grid.total("lead"), grid.total("participant")) == (10, 21)


def test_the_sums_by_leader_are_the_oracles(tasks: TaskList) -> None:
    grid = crossings(tasks, by="leader")
    assert {name: counts for name, counts in figures(grid).items() if counts != (0, 0)} == LEADERS
    assert (grid.total("lead"), grid.total("participant")) == (10, 14)
    assert [one.mention.wording for one in grid.columns] == [
        "盛继亮",
        "鲁文安",
        "王振旭",
        "赵峰",
        "徐涛",
        "胡军",
        "刘红",
        "相关分管领导",
    ]


def test_columns_stand_by_kind_then_order_and_collectives_last(tasks: TaskList) -> None:
    names = [one.mention.wording for one in crossings(tasks).columns]
    assert len(names) == 17
    assert names.index("成果处") < names.index("项目中心") < names.index("相关处室单位")
    assert names[-2:] == ["相关处室单位", "相关处室及单位"]


def test_signs(tasks: TaskList) -> None:
    grid = crossings(tasks)
    assert [
        grid.sign(row(tasks, name), column(grid, "成果处")) for name in ("1", "2", "3.1", "3.4", "4")
    ] == ["牵", "", "责", "", "责"]
    assert grid.sign(row(tasks, "6"), column(grid, "相关处室及单位")) == "牵"


def test_sums_are_of_the_rows_shown(tasks: TaskList) -> None:
    grid = crossings(tasks, tasks.rows_named("3.1-3.4"))
    assert figures(grid)["法制处"] == (4, 0)
    assert (grid.total("lead"), grid.total("participant")) == (5, 13)


def sides(tasks: TaskList, key: str) -> tuple[str, str]:
    task = tasks.task(key)
    return " ".join(mention.wording for mention in task.lead_units), " ".join(
        mention.wording for mention in task.participant_units
    )


def turn(tasks: TaskList, name: str, wording: str) -> tuple[str, str]:
    key = row(tasks, name)
    done = assign(tasks, (key,), turned(tasks, key, column(crossings(tasks), wording)))
    for assignment in done.values():
        tasks.apply(assignment.edits)
    return sides(tasks, key)


def test_a_crossing_goes_round_in_three_turns(tasks: TaskList) -> None:
    assert turn(tasks, "2", "规划处") == ("平台处 规划处", "")
    assert turn(tasks, "2", "规划处") == ("平台处", "规划处")
    assert turn(tasks, "2", "规划处") == ("平台处", "")


def test_the_only_lead_turned_away_leaves_the_row_without_one(tasks: TaskList) -> None:
    assert turn(tasks, "2", "平台处") == ("", "平台处")
    task = tasks.task(row(tasks, "2"))
    assert task.lead_leaders == ()
    assert [leader.wording for leader in task.participant_leaders] == ["刘红"]


def test_a_turn_splits_the_joined_cell(tasks: TaskList) -> None:
    before = sides(tasks, row(tasks, "3.1"))
    turn(tasks, "3.2", "合作处")
    assert sides(tasks, row(tasks, "3.1")) == before
    assert sides(tasks, row(tasks, "3.2"))[1] == "成果处 企业中心 项目中心"


def test_a_unit_on_both_sides_shows_both_and_turns_to_one() -> None:
    unit, mention = Unit("u", full_name="科技处"), Mention("u", "科技处")
    records = (
        unit,
        Item("i", title="一"),
        Task("t", item="i", lead_units=(mention,), participant_units=(mention,)),
    )
    tasks = TaskList()
    tasks.apply(created(record) for record in records)
    grid = crossings(tasks)
    assert grid.sign("t", grid.columns[0]) == "牵责"
    tasks.apply(
        edit
        for done in assign(tasks, ("t",), turned(tasks, "t", grid.columns[0])).values()
        for edit in done.edits
    )
    assert crossings(tasks).sign("t", grid.columns[0]) == "责"


def test_leaders_turn_too(tasks: TaskList) -> None:
    key = row(tasks, "2")
    grid = crossings(tasks, by="leader")
    tasks.apply(
        edit
        for done in assign(tasks, (key,), turned(tasks, key, column(grid, "刘红"), "leader")).values()
        for edit in done.edits
    )
    task = tasks.task(key)
    assert task.lead_leaders == ()
    assert [leader.wording for leader in task.participant_leaders] == ["刘红"]
    assert sides(tasks, key) == ("平台处", "")


def test_an_empty_list_has_no_rows_and_no_sums() -> None:
    grid = crossings(TaskList())
    assert (grid.rows, grid.columns, grid.total("lead")) == ((), (), 0)


def test_units_worded_alike_stand_apart_by_their_full_names_and_namesakes_by_number() -> None:
    office, group = (
        Unit("a", full_name="局办公室", aliases=("办公室",)),
        Unit("b", full_name="市营商办公室", aliases=("办公室",)),
    )
    people = (Person("p", name="王芳"), Person("q", name="王芳"))
    lead, partner = Mention("a", "办公室"), Mention("b", "办公室")
    row = Task(
        "t",
        item="i",
        lead_units=(lead,),
        participant_units=(partner,),
        lead_leaders=(Mention("p", "王芳"),),
        participant_leaders=(Mention("q", "王芳"),),
    )
    tasks = TaskList()
    tasks.apply(created(record) for record in (office, group, *people, Item("i", title="一"), row))
    grid = crossings(tasks)
    assert [(one.name, one.mention.wording, grid.sign("t", one)) for one in grid.columns] == [
        ("局办公室", "办公室", "牵"),
        ("市营商办公室", "办公室", "责"),
    ]
    by_leader = crossings(tasks, by="leader")
    assert [(one.name, by_leader.sign("t", one)) for one in by_leader.columns] == [
        ("王芳", "牵"),
        ("王芳（2）", "责"),
    ]


def test_a_wording_that_nobody_settled_has_a_column_of_its_own() -> None:
    unit, loose = Mention("u", "科技处"), Mention(None, "科技处")
    tasks = TaskList()
    row = Task("t", item="i", lead_units=(unit,), participant_units=(loose, loose))
    tasks.apply(created(record) for record in (Unit("u", full_name="科技处"), Item("i", title="一"), row))
    grid = crossings(tasks)
    assert [(one.name, grid.sums[one.id]) for one in grid.columns] == [
        ("科技处", {"lead": 1, "participant": 0}),
        ("科技处（2）", {"lead": 0, "participant": 1}),
    ]


def test_a_unit_that_is_no_more_stands_only_while_a_row_names_it() -> None:
    tasks = TaskList()
    gone, kept = (Unit(key, full_name=key, valid_until="2021-06-30") for key in ("旧处", "原处"))
    tasks.apply(
        created(record)
        for record in (
            gone,
            kept,
            Item("i", title="一"),
            Task("t", item="i", lead_units=(Mention("原处", "原处"),)),
        )
    )
    assert [one.name for one in crossings(tasks).columns] == ["原处"]


def test_what_a_change_touches_is_reckoned_again(tasks: TaskList) -> None:
    before = crossings(tasks)
    turn(tasks, "6", "办公室")
    after = crossings(tasks)
    assert (before.total("lead"), after.total("lead"), figures(after)["办公室"]) == (10, 11, (1, 0))
    assert after.sign(row(tasks, "6"), column(after, "办公室")) == "牵"
