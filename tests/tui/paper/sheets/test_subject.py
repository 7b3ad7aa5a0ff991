"""A unit's sheet and a leader's, by what the sample says of each."""

from store.records.changes import created, updated
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from tests.sample import sample_list
from tui.paper import Sheet
from tui.paper.layout import is_banner
from tui.paper.sheets.subject import leader_sheets, unit_sheets


def unit(tasks: TaskList, name: str) -> str:
    return next(unit.key for unit in tasks.units if unit.full_name == name)


def person(tasks: TaskList, name: str) -> str:
    return tasks.people_named(name)[0].key


def sections(sheet: Sheet) -> dict[str, list[str]]:
    """Heading to the names of the rows under it."""
    found: dict[str, list[str]] = {}
    heading = ""
    for row in sheet.rows:
        assert row[0]
        if is_banner(row):
            heading = row[0].lines[0]
            found[heading] = []
        else:
            found[heading].append(row[0].lines[0])
    return found


def test_the_sheet_of_a_division() -> None:
    tasks = sample_list()
    (sheet,) = unit_sheets(tasks, [unit(tasks, "成果转化处")])
    assert sheet.title == "成果转化处任务分解单"
    assert sections(sheet) == {
        "一、牵头的任务（1 项）": ["1"],
        "二、配合（责任单位）的任务（4 项）": ["3.1", "3.2", "3.3", "4"],
        "三、按统称可能涉及的任务（2 项）": ["5", "6"],
    }
    assert sheet.under[-1] == "牵头 1 项，配合 4 项；按统称可能涉及 2 项"


def test_partners_stand_beside_each_row() -> None:
    tasks = sample_list()
    (sheet,) = unit_sheets(tasks, [unit(tasks, "成果转化处")])
    row = sheet.rows[3]
    assert [column.label for column in sheet.columns] == [
        "序号",
        "事项",
        "重点任务",
        "牵头单位",
        "分管领导",
        "责任单位",
        "分管领导",
    ]
    assert row[5] and row[5].lines == ("合作处", "成果处", "企业中心", "项目中心") and row[5].rowspan == 3


def test_the_bureaus_own_office_is_named_by_no_row() -> None:
    """seed-facts 9: 0 rows by name, 2 by collective, and not the rows of the leading group's office."""
    tasks = sample_list()
    (sheet,) = unit_sheets(tasks, [unit(tasks, "办公室")])
    assert sections(sheet) == {"一、按统称可能涉及的任务（2 项）": ["5", "6"]}


def test_the_sheet_of_a_leader() -> None:
    tasks = sample_list()
    (sheet,) = leader_sheets(tasks, [person(tasks, "胡军")])
    assert sheet.title == "胡军同志分管任务清单"
    found = sections(sheet)
    assert list(found.values())[:2] == [["1", "3.4"], ["3.1", "3.2", "3.3", "4"]]
    assert found["三、按统称可能涉及的任务（2 项）"] == ["5", "6"]


def test_a_member_of_the_group_is_no_leader_of_a_collective() -> None:
    tasks = sample_list()
    (sheet,) = leader_sheets(tasks, [person(tasks, "郑雪")])
    assert [row[0] and row[0].lines for row in sheet.rows] == [("清单中没有涉及的任务。",)]


def test_all_units_and_all_leaders_at_once() -> None:
    tasks = sample_list()
    units = unit_sheets(tasks, with_idle=True)
    assert len(units) == 15 and len({sheet.name for sheet in units}) == 15
    busy = {sheet.name for sheet in unit_sheets(tasks)}
    assert busy < {sheet.name for sheet in units} and "成果处" in busy and "办公室" not in busy
    assert [sheet.name for sheet in leader_sheets(tasks)] == ["王振旭", "赵峰", "徐涛", "胡军", "刘红"], (
        "in rank order"
    )


def test_a_row_that_names_a_unit_twice_stands_once() -> None:
    tasks = sample_list()
    key = unit(tasks, "成果转化处")
    first = tasks.task(tasks.task_keys[0])
    tasks.apply(updated(first, participant_units=(Mention(key, "成果处"),)))
    assert sections(unit_sheets(tasks, [key])[0])["一、牵头的任务（1 项）"] == ["1"]
    assert "1" not in sections(unit_sheets(tasks, [key])[0])["二、配合（责任单位）的任务（4 项）"]


def test_a_collective_whose_members_are_known_means_these_alone() -> None:
    tasks = sample_list()
    inside, outside = unit(tasks, "办公室"), unit(tasks, "组织人事处")
    tasks.apply(
        [
            created(
                Unit(
                    "collective01", order="zz", full_name="相关处室单位", kind="collective", members=(inside,)
                )
            )
        ]
    )
    tasks.apply(
        updated(tasks.task(tasks.task_keys[7]), participant_units=(Mention("collective01", "相关处室单位"),))
    )
    by_name = {key: sections(unit_sheets(tasks, [key])[0]) for key in (inside, outside)}
    assert by_name[inside] == {"一、按统称可能涉及的任务（2 项）": ["5", "6"]}
    assert by_name[outside] == {"一、按统称可能涉及的任务（1 项）": ["6"]}
    assert len(unit_sheets(tasks, with_idle=True)) == 15, "a collective has no sheet of its own"


def test_deadlines_stand_where_a_row_has_one() -> None:
    tasks = sample_list()
    tasks.apply(updated(tasks.task(tasks.task_keys[0]), deadline="12月底前"))
    (sheet,) = unit_sheets(tasks, [unit(tasks, "成果转化处")])
    assert sheet.columns[-1].label == "完成时限"
    assert sheet.rows[1][-1] and sheet.rows[1][-1].lines == ("12月底前",)
