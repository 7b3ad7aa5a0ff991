"""变更记录: each change of a span once, oldest first, with when, who, what, basis and day in force."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.acts.field_values import set_fields
from store.acts.roster import new_person
from store.file.task_file import TaskFile
from store.history.prints import print_change
from store.records.changes import Change, created, updated
from store.records.notice import Notice
from tests.sample import sample_change
from tests.store.small_list import undo
from tests.tui.paper.grids import texts
from tui.paper.layout import written_day
from tui.paper.sheets.history import history_sheets


@pytest.fixture
def file(tmp_path: Path) -> Iterator[TaskFile]:
    """The sample with a deadline set for a meeting's reason, a remark, a print, and an undo."""
    with TaskFile.create(tmp_path / "清单.json", sample_change(), by="王芳") as file:
        first, second = map(file.tasks.task, file.tasks.task_keys[:2])
        deadline = set_fields(file.tasks, first, deadline="2021年6月底前")
        change = Change(deadline.title, deadline.edits, basis="局长办公会纪要", effective_on="2021-05-06")
        file.commit(change)
        file.commit(print_change(file.history, "任务清单", "list", (), "pdf", file.tasks.clock.stamp()))
        both = (*updated(first, remark="待会商"), *updated(second, remark="已启动"))
        file.commit(Change("修改备注", both))
        undo(file)
        yield file


def test_each_change_stands_once_oldest_first_and_prints_are_counted(file: TaskFile) -> None:
    (sheet,) = history_sheets(file, 0, None)
    rows = texts(sheet)
    assert [row[0] for row in rows] == ["1", "2", "3", "4"]
    assert rows[0][3].startswith("导入通知") and "处）" in rows[0][3], "of 91 edits the title alone is told"
    assert rows[1][2].startswith("王芳")
    assert rows[1][3:] == ["第 1 行的完成时限：（空） → 2021年6月底前", "局长办公会纪要", "2021年5月6日"]
    assert rows[3][3].startswith("撤销")
    assert sheet.notes == ("注：其间打印 1 次，未列。",)
    assert sheet.under[1] == f"（{written_day(file.tasks.clock.day().isoformat())}，共 4 次）"


def test_what_the_title_does_not_say_is_told_edit_by_edit(file: TaskFile) -> None:
    (sheet,) = history_sheets(file, 0, None)
    cell = sheet.rows[2][3]
    assert cell and cell.lines == (
        "修改备注",
        "第 1 行的备注：（空） → 待会商",
        "第 2 行的备注：（空） → 已启动",
    )


def test_what_is_new_is_told_by_the_title_alone(file: TaskFile) -> None:
    change, _ = new_person(file.tasks, "钱进")
    file.commit(change)
    (sheet,) = history_sheets(file, 5, None)
    assert texts(sheet)[0][3] == change.title


def test_of_a_file_of_several_lists_it_says_that_it_is_of_all(file: TaskFile) -> None:
    file.commit(Change("再导入", (created(Notice("other0000001", list_title="另一份清单")),)))
    (sheet,) = history_sheets(file, 0, None)
    assert sheet.under[0] == "（本文件中的各份清单）"


def test_a_span_keeps_the_numbers_of_the_whole(file: TaskFile) -> None:
    (sheet,) = history_sheets(file, 3, 4)
    assert [row[0] for row in texts(sheet)] == ["3"]
    assert sheet.notes == ()


def test_a_span_of_prints_alone_has_no_sheet(file: TaskFile) -> None:
    assert history_sheets(file, 2, 3) == []
    assert history_sheets(file, 5, None) == []
