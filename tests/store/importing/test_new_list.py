import pytest

from data import sample_notice
from store.importing.new_list import blank_change, import_change
from store.portfolio.standings import certain_pairs
from store.reading import read_notice
from store.records.columns import shown_columns
from store.records.notice import DEFAULT_COLUMNS
from store.records.person import Person
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Column


@pytest.fixture(scope="module")
def sample() -> TaskList:
    tasks = TaskList()
    tasks.apply(import_change(read_notice(sample_notice(), "whkjj-2021.txt")).edits)
    return tasks


def test_record_counts(sample: TaskList) -> None:
    assert {table: len(docs) for table, docs in sample.documents.tables.items() if docs} == {
        "notices": 1,
        "work_points": 12,
        "items": 6,
        "tasks": 9,
        "units": 15,
        "people": 24,
        "roster": 24,
        "grounds": 14,  # Both sides of 3.1 to 3.4, 4 and 5, the lead of 1 and 2; 6 is in doubt.
    }


def test_notice(sample: TaskList) -> None:
    notice = sample.notice
    assert notice.source_text == sample_notice().decode()
    assert notice.source_name == "whkjj-2021.txt"
    assert notice.list_title == "市科技局2021年深化“放管服”改革优化营商环境重点任务清单"
    assert notice.columns == DEFAULT_COLUMNS
    assert sample.unit_name(notice.group_office_unit) == "政策法制与创新体系建设处"
    assert sample.person_name(notice.group_office_director) == "王建平"


def test_rows_are_named_by_place(sample: TaskList) -> None:
    assert [sample.row_name(key) for key in sample.task_keys] == [
        "1",
        "2",
        "3.1",
        "3.2",
        "3.3",
        "3.4",
        "4",
        "5",
        "6",
    ]


def test_items_know_their_work_points(sample: TaskList) -> None:
    section = sample.work_points()[1]
    points = sample.work_points(section.key)
    assert [item.work_point for item in sample.items] == [point.key for point in points]
    assert [point.number for point in points] == ["(一)", "(二)", "(三)", "(四)", "(五)", "(六)"]


def test_mentions_are_settled_but_for_collectives(sample: TaskList) -> None:
    row = sample.task(sample.rows_named("3.4")[0])
    assert [(sample.unit_name(unit.key), unit.wording) for unit in row.lead_units] == [
        ("政策法制与创新体系建设处", "法制处"),
        ("武汉市科技成果转化促进中心", "转化中心"),
    ]
    assert [sample.person_name(leader.key) for leader in row.lead_leaders] == ["徐涛", "胡军"]
    open_mentions = [
        mention.wording
        for task in sample.tasks
        for mention in (
            *task.lead_units,
            *task.participant_units,
            *task.lead_leaders,
            *task.participant_leaders,
        )
        if mention.key is None
    ]
    assert open_mentions == ["相关处室单位", "相关分管领导", "相关处室及单位", "相关分管领导"]


def test_units_and_heads(sample: TaskList) -> None:
    by_name = {unit.full_name: unit for unit in sample.units}
    assert by_name["成果转化处"].aliases == ("成果处",)
    assert sample.person_name(by_name["发展规划处"].head) == "郑雪"
    assert by_name["发展规划处"].acting
    assert not by_name["成果转化处"].acting
    assert by_name["直属机关党委"].head is None
    assert sample.units[0].full_name == "组织人事处"


def test_roster_keeps_rank(sample: TaskList) -> None:
    assert [sample.person_name(entry.person) for entry in sample.roster][:3] == ["盛继亮", "鲁文安", "王振旭"]
    assert [entry.unit for entry in sample.roster].count(None) == 9


def test_the_six_certain_pairs(sample: TaskList) -> None:
    pairs = {
        sample.unit_name(unit): sample.person_name(leader) for unit, leader in certain_pairs(sample).items()
    }
    assert pairs == {
        "成果转化处": "胡军",
        "创新平台处": "刘红",
        "政策法制与创新体系建设处": "徐涛",
        "发展规划处": "徐涛",
        "科技合作处": "王振旭",
        "武汉市科技成果转化促进中心": "胡军",
    }


def test_an_ambiguous_unit_stays_open() -> None:
    text = (
        "关于印发重点任务清单的通知\n各科室:\n组长:高山 局长\n成员:李四 河湖管理科科长\n王五 河道整治科科长\n"
        "任务 | 牵头单位 | 责任单位 |\n清理河岸。 | 河科 | 档案科 |\n"
    )
    tasks = TaskList()
    reading = read_notice(text.encode())
    tasks.apply(import_change(reading).edits)
    row = next(tasks.tasks)
    assert [(unit.key, unit.wording) for unit in row.lead_units] == [(None, "河科")]
    assert [tasks.unit_name(unit.key) for unit in row.participant_units] == ["档案科"]
    assert [finding.code for finding in reading.findings] == ["R04"]
    assert [unit.full_name for unit in tasks.units] == ["河湖管理科", "河道整治科", "档案科"]


def test_blank_list() -> None:
    change = blank_change("2022年重点任务清单")
    tasks = TaskList()
    tasks.apply(change.edits)
    assert change.title == "新建清单"
    assert tasks.notice.title == "2022年重点任务清单"
    assert shown_columns(tasks)[0] == Column("item", "事项")
    assert tasks.task_keys == ()


def test_title_of_the_change() -> None:
    assert import_change(read_notice(sample_notice())).title.startswith("导入通知：市科技局关于印发")


def test_two_imports_share_no_keys() -> None:
    reading = read_notice(sample_notice())
    first, second = ({edit.key for edit in import_change(reading).edits} for _ in range(2))
    assert not first & second
    assert {kind.TABLE for kind in (Task, Unit, Person)} <= {
        edit.table for edit in import_change(reading).edits
    }
