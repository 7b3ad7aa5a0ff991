"""The columns of a list: its own, those that hold something, those that are put away; on screen and paper."""

import json
from pathlib import Path

import pytest

from store.acts.columns import arrange_columns
from store.acts.field_values import field_text, field_value, set_fields
from store.file.task_file import TaskFile
from store.importing.new_list import import_change
from store.reading import read_notice
from store.records.changes import Change
from store.records.columns import other_columns, shown_columns
from store.records.describing import column_parts
from store.records.tasklist import TaskList
from store.records.values import Column
from store.refused import Refused
from tests.sample import sample_change, sample_list
from tests.store.small_list import undo
from tui.paper.sheets.changes import change_sheet
from tui.paper.sheets.task_list import task_list_sheet

OWN = ["事项", "重点任务", "牵头单位", "分管领导", "责任单位", "分管领导"]
TABLE = """关于印发重点任务清单的通知
重点任务清单
序号|重点任务|牵头单位|资金来源|备注
1|办好家门口的学校|县教育局|县财政|按月报送
2|推进数字政府建设|县大数据局|上级专款|按季度报送
"""


def labels(tasks: TaskList) -> list[str]:
    return [column.label for column in shown_columns(tasks)]


def fields(tasks: TaskList) -> list[str]:
    return [column.field for column in shown_columns(tasks)]


def printed(tasks: TaskList) -> list[str]:
    return [column.label for column in task_list_sheet(tasks).columns]


def table() -> TaskList:
    tasks = TaskList()
    tasks.apply(import_change(read_notice(TABLE.encode(), "表.txt")).edits)
    return tasks


def edited(tasks: TaskList, row: str, **values: object) -> Change:
    change = set_fields(tasks, tasks.task(tasks.rows_named(row)[0]), **values)
    tasks.apply(change.edits)
    return change


def test_the_sample_has_the_columns_of_its_annex() -> None:
    assert labels(sample_list()) == printed(sample_list()) == OWN


def test_a_column_that_holds_something_is_shown_from_then_on() -> None:
    tasks = sample_list()
    edited(tasks, "3.1", remark="按月报送")
    edited(tasks, "1", deadline="12月底前")
    assert labels(tasks) == printed(tasks) == [*OWN, "完成时限", "备注"]
    edited(tasks, "1", deadline=None)
    assert labels(tasks) == [*OWN, "备注"]


def test_targets_that_the_reader_found_in_a_text_are_no_column_and_others_are() -> None:
    tasks = sample_list()
    assert any(task.targets for task in tasks.tasks)
    assert "目标" not in labels(tasks)
    edited(tasks, "4", targets=("三个平台",))
    assert labels(tasks) == [*OWN, "目标"]


def test_a_number_and_further_columns_stand_where_the_notice_has_them() -> None:
    tasks = table()
    assert labels(tasks) == printed(tasks) == ["序号", "重点任务", "牵头单位", "资金来源", "备注"]
    first = tasks.task(tasks.task_keys[0])
    said = [column_parts(tasks, first, field) for field in fields(tasks)]
    assert said == [("1",), ("办好家门口的学校",), ("县教育局",), ("县财政",), ("按月报送",)]


def test_the_samples_number_stands_before_its_text() -> None:
    tasks = sample_list()
    row = tasks.task(tasks.rows_named("3.2")[0])
    assert row.number == "2."
    assert column_parts(tasks, row, "text") == ("2.加快电子证照共享调用。",)


def test_a_column_that_is_put_away_stays_away_and_comes_back_by_undo() -> None:
    tasks = sample_list()
    edited(tasks, "1", remark="按月报送")
    away = arrange_columns(tasks, [column for column in shown_columns(tasks) if column.field != "remark"])
    assert away.title == "清单栏目：收起“备注”"
    tasks.apply(away.edits)
    edited(tasks, "2", remark="按季报送")
    assert labels(tasks) == printed(tasks) == OWN
    assert "remark" in [column.field for column in other_columns(tasks)]
    shown = arrange_columns(tasks, [*shown_columns(tasks), Column("remark", "备注")])
    assert shown.title == "清单栏目：显示“备注”"
    tasks.apply(shown.edits)
    assert labels(tasks) == [*OWN, "备注"]


def test_a_list_without_put_away_columns_is_written_as_before(tmp_path: Path) -> None:
    path = tmp_path / "示例.json"
    with TaskFile.create(path, sample_change()) as file:
        assert "put_away" not in path.read_text("utf-8")
        file.commit(set_fields(file.tasks, file.tasks.task(file.tasks.task_keys[0]), remark="按月报送"))
        change = arrange_columns(file.tasks, shown_columns(file.tasks)[:-1])
        file.commit(change)
        assert labels(file.tasks) == OWN
    with TaskFile.open(path) as file:
        assert labels(file.tasks) == OWN
        undo(file)
        assert labels(file.tasks) == [*OWN, "备注"]
    (notice,) = json.loads(path.read_text("utf-8"))["notices"].values()
    assert not notice.get("put_away")


def test_the_order_is_the_lists() -> None:
    tasks = sample_list()
    edited(tasks, "1", deadline="12月底前")
    change = arrange_columns(tasks, [shown_columns(tasks)[-1], *shown_columns(tasks)[:-1]])
    assert change.title == "清单栏目：调整次序"
    tasks.apply(change.edits)
    assert printed(tasks) == ["完成时限", *OWN]
    assert not arrange_columns(tasks, shown_columns(tasks)).edits


@pytest.mark.parametrize("field", ["text", "lead_units"])
def test_what_makes_a_list_is_not_put_away(field: str) -> None:
    tasks = sample_list()
    with pytest.raises(Refused, match="不能收起"):
        arrange_columns(tasks, [column for column in shown_columns(tasks) if column.field != field])


def test_a_further_column_is_written_like_a_field_and_the_others_stay() -> None:
    tasks = table()
    field = fields(tasks)[3]
    first = tasks.task(tasks.task_keys[0])
    assert field_text(tasks, first, field) == "县财政"
    before = tasks.copy()
    change = set_fields(tasks, first, **{field: field_value(tasks, first, field, "省财政")})
    assert change.title == "第 1 行的其他栏：资金来源：县财政 → 资金来源：省财政"
    tasks.apply(change.edits)
    assert column_parts(tasks, tasks.task(first.key), field) == ("省财政",)
    sheet = change_sheet(before, tasks, [change])
    assert [cell.lines for cell in sheet.rows[1] if cell][2:5] == [("资金来源",), ("县财政",), ("省财政",)]


def test_the_change_table_says_nothing_of_a_column_that_is_put_away() -> None:
    tasks = sample_list()
    edited(tasks, "1", remark="按月报送")
    tasks.apply(arrange_columns(tasks, shown_columns(tasks)[:-1]).edits)
    before = tasks.copy()
    edited(tasks, "1", remark="按季报送")
    words = [
        line for row in change_sheet(before, tasks, []).rows for cell in row if cell for line in cell.lines
    ]
    assert words == ["没有调整。"]
