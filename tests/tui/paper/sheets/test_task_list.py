"""The annex as plain values."""

from store.importing.new_list import import_change
from store.reading import read_notice
from store.records.changes import updated
from store.records.notice import Notice
from store.records.tasklist import TaskList
from store.records.values import Column, Mention
from tests.sample import sample_list
from tests.store.giving import assign_units
from tests.store.importing.test_joins import PAGE
from tui.paper.layout import SheetCell
from tui.paper.sheets.task_list import task_list_sheet

MERGED = SheetCell(("合作处", "成果处", "企业中心", "项目中心"), 3)


def test_the_sample_is_the_annex_as_issued() -> None:
    sheet = task_list_sheet(sample_list())
    assert sheet.title == "市科技局2021年深化“放管服”改革优化营商环境重点任务清单"
    assert [column.label for column in sheet.columns] == [
        "事项",
        "重点任务",
        "牵头单位",
        "分管领导",
        "责任单位",
        "分管领导",
    ]
    assert len(sheet.rows) == 9
    third = sheet.rows[2:6]
    assert [row[0] for row in third] == [SheetCell(("三、推进高效办成一件事",), 4), None, None, None]
    assert [row[2] for row in third] == [
        SheetCell(("法制处",), 3),
        None,
        None,
        SheetCell(("法制处", "转化中心")),
    ]
    assert [row[4] for row in third] == [MERGED, None, None, SheetCell(("合作处",))]
    assert third[1][1] == SheetCell(("2.加快电子证照共享调用。",))
    assert sheet.rows[0][4:] == (SheetCell(()), SheetCell(()))


def test_names_of_two_characters_are_as_wide_as_those_of_three_in_the_whole_table() -> None:
    rows = task_list_sheet(sample_list()).rows
    assert rows[0][3] == SheetCell(("胡　军",))
    assert rows[2][5] == SheetCell(("王振旭", "胡　军", "赵　峰"), 3)
    assert rows[6][5] == SheetCell(("胡　军", "刘　红", "赵　峰"))


def test_names_are_as_they_are_where_the_table_has_none_of_three_characters() -> None:
    tasks = sample_list()
    rows = task_list_sheet(tasks, (tasks.task_keys[0], tasks.task_keys[6])).rows
    assert [row[3] for row in rows] == [SheetCell(("胡军",)), SheetCell(("徐涛",))]
    assert rows[1][5] == SheetCell(("胡军", "刘红", "赵峰"))


def test_a_row_of_its_own_prints_between_two_cells() -> None:
    tasks = sample_list()
    as_issued = task_list_sheet(tasks)
    (platform,) = [unit for unit in tasks.units if unit.full_name == "创新平台处"]
    edits = assign_units(tasks, tasks.rows_named("3.2"), "lead", (Mention(platform.key, "平台处"),)).edits
    tasks.apply(edits)
    rows = task_list_sheet(tasks).rows
    assert [rows[index][2] for index in (2, 3, 4)] == [
        SheetCell(("法制处",)),
        SheetCell(("平台处",)),
        SheetCell(("法制处",)),
    ]
    assert rows[2][4] == MERGED
    tasks.apply(edit.inverted() for edit in reversed(edits))
    assert task_list_sheet(tasks) == as_issued


def test_some_rows_join_as_they_stand_on_the_sheet() -> None:
    tasks = sample_list()
    rows = task_list_sheet(tasks, [*tasks.rows_named("3.1"), *tasks.rows_named("3.3-3.4")]).rows
    assert [row[2] for row in rows] == [SheetCell(("法制处",), 2), None, SheetCell(("法制处", "转化中心"))]


def test_the_lists_own_columns_print() -> None:
    tasks = sample_list()
    columns = (Column("text", "工作内容"), Column("deadline", "时限"), Column("targets", "指标"))
    tasks.apply(updated(tasks.get(Notice, tasks.notice.key), columns=columns))
    tasks.apply(updated(tasks.task(tasks.task_keys[0]), deadline="3月底\n前", targets=("40家", "100%")))
    sheet = task_list_sheet(tasks)
    own, others = sheet.columns[:3], sheet.columns[3:]
    assert [column.label for column in own] == ["工作内容", "时限", "指标"]
    assert [column.label for column in others] == ["牵头单位", "分管领导", "责任单位", "分管领导"]
    assert sheet.rows[0][1:3] == (SheetCell(("3月底", "前")), SheetCell(("40家", "100%")))


def test_control_characters_never_reach_paper() -> None:
    tasks = sample_list()
    tasks.apply(
        updated(
            tasks.task(tasks.task_keys[1]),
            text="[bold]红\x1b[31m\ttab\x00",
            lead_leaders=(Mention(None, "[/x]\x07"),),
        )
    )
    text = " ".join(
        line for row in task_list_sheet(tasks).rows for cell in row if cell for line in cell.lines
    )
    assert "[bold]红" in text and "[/x]" in text
    assert not [character for character in text if ord(character) < 32]


def test_cells_print_as_one_where_the_notice_joined_them_and_not_where_they_say_the_same() -> None:
    tasks = TaskList()
    tasks.apply(import_change(read_notice(PAGE.encode(), "通知.html")).edits)
    sheet = task_list_sheet(tasks)
    spans = [[cell.rowspan if cell else 0 for cell in row] for row in sheet.rows]
    assert [column.label for column in sheet.columns] == [
        "事项",
        "重点任务",
        "牵头单位",
        "责任单位",
        "完成时限",
    ]
    assert spans == [[3, 1, 2, 1, 3], [0, 1, 0, 1, 0], [0, 1, 1, 1, 0], [1, 1, 1, 1, 1]]
