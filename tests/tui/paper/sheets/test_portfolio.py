"""领导分工表: who has which unit, since when and by what; whose is open, and what is to come."""

from store.acts.handover import Handover
from store.acts.handover_plans import keep_plan
from store.acts.settling import settle
from store.records.changes import created
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from tests.sample import sample_list
from tests.tui.paper.grids import texts
from tui.paper import Sheet
from tui.paper.sheets.portfolio import portfolio_sheets


def unit(tasks: TaskList, name: str) -> str:
    return next(unit.key for unit in tasks.units if unit.full_name == name)


def person(tasks: TaskList, name: str) -> str:
    return tasks.people_named(name)[0].key


def of_leaders(sheet: Sheet) -> dict[str, list[str]]:
    """The units of each leader, as one reads down the joined cells."""
    found: dict[str, list[str]] = {}
    leader = ""
    for row in texts(sheet):
        if row[0].startswith("分管领导待定"):
            break
        leader = row[1] or leader
        found.setdefault(leader, []).append(row[3])
    return found


def test_the_leaders_stand_by_rank_each_with_what_the_notice_proves() -> None:
    (sheet,) = portfolio_sheets(sample_list())
    found = of_leaders(sheet)
    assert list(found) == ["王振旭", "赵　峰", "徐　涛", "胡　军", "刘　红"]
    assert found["徐　涛"] == ["发展规划处", "政策法制与创新体系建设处"]
    rows = {row[3]: row for row in texts(sheet)}
    assert rows["创新平台处"][0] == "5" and rows["创新平台处"][2] == "二级巡视员"
    assert rows["创新平台处"][5].startswith("通知第 2 行") and not rows["创新平台处"][4]
    assert rows["武汉市科技项目管理服务中心"][5].endswith("（推断）")


def test_each_unit_stands_on_it_once() -> None:
    tasks = sample_list()
    (sheet,) = portfolio_sheets(tasks)
    units = [row[3] for row in texts(sheet) if row[3]]
    expected = [unit.full_name for unit in tasks.units if unit.kind != "collective"]
    assert sorted(units) == sorted(expected)


def test_whose_is_open_is_told_with_those_whose_it_may_be() -> None:
    (sheet,) = portfolio_sheets(sample_list())
    rows = {row[3]: row for row in texts(sheet)}
    assert rows["高新技术处"][0] == "胡军或刘红" and "第 4 行" in rows["高新技术处"][4]
    assert rows["办公室"][0] == "未定"
    assert "看不出分管单位的领导：盛继亮、鲁文安。" in sheet.notes[0]


def test_what_is_settled_has_its_day_and_its_basis() -> None:
    tasks = sample_list()
    change = settle(
        tasks, unit(tasks, "办公室"), person(tasks, "盛继亮"), basis="局党组会议纪要", since="2021-05-06"
    )
    tasks.apply(change.edits)
    (sheet,) = portfolio_sheets(tasks)
    assert texts(sheet)[0] == ["1", "盛继亮", "局党组书记、局长", "办公室", "2021年5月6日", "局党组会议纪要"]
    assert "盛继亮" not in sheet.notes[0]


def test_a_handover_dated_ahead_is_told_under_it() -> None:
    tasks = sample_list()
    giver, taker = person(tasks, "徐涛"), person(tasks, "胡军")
    handover = Handover(giver, taker, (unit(tasks, "政策法制与创新体系建设处"),), "2999-12-01", "会议纪要")
    tasks.apply(keep_plan(tasks, handover, {}).edits)
    (sheet,) = portfolio_sheets(tasks)
    assert sheet.notes[-1] == "预定调整：2999年12月1日起，法制处由徐涛移交胡军（会议纪要）。"


def test_where_no_leader_is_known_there_is_no_sheet() -> None:
    tasks = TaskList()
    tasks.apply([created(Person("p", "徐涛")), created(RosterEntry("r", "p", "1", "组长"))])
    assert portfolio_sheets(tasks) == []
