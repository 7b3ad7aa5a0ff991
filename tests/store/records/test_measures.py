"""措施 is a field of a row: in new readings, and in lists that kept its column among the further ones."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from store.acts.field_values import set_fields
from store.acts.rows import delete_rows
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.importing.comparing import compare
from store.importing.new_list import import_change
from store.reading import as_json, read_notice
from store.records.columns import shown_columns
from store.records.describing import describe
from store.records.tasklist import TaskList
from store.views.tasks import tasks_view
from tests.made_before import copied
from tests.store.small_list import redo, undo
from tui.paper.sheets.changes import change_sheet
from tui.paper.sheets.subject import unit_sheets
from tui.paper.sheets.task_list import task_list_sheet

MADE = Path(__file__).parents[2] / "fixtures" / "made_by_0_1_0"
OLD = MADE / "taken_over" / "further_columns.json"
NOTICE = MADE / "taken_over" / "measures_apart.txt"
GUIDE = "编制指南;公开时限;设立专窗。"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return copied(OLD, tmp_path)


def imported(change: Callable[[str], str] = str) -> TaskList:
    tasks = TaskList()
    reading = read_notice(change(NOTICE.read_text("utf-8")).encode(), NOTICE.name)
    tasks.apply(import_change(reading).edits)
    return tasks


def measures(tasks: TaskList) -> list[str]:
    return [task.measures for task in tasks.tasks]


def test_a_new_reading_has_the_column_as_the_field() -> None:
    reading = read_notice(NOTICE.read_bytes(), NOTICE.name)
    rows = as_json(reading)["tasks"]
    assert [row.get("measures") for row in rows] == ["建立项目专班,每周调度。", "编制指南;公开时限。", None]
    assert [row["extras"] for row in rows] == [[], [], []]
    tasks = imported()
    assert measures(tasks) == ["建立项目专班,每周调度。", "编制指南;公开时限。", ""]
    assert ("measures", "工作措施") in [(column.field, column.label) for column in shown_columns(tasks)]


def test_an_old_list_has_it_too_and_stays_whole(old: Path) -> None:
    assert verify(old).whole
    with TaskFile.open(old) as file:
        assert measures(file.tasks) == ["建立项目专班,每周调度。", GUIDE, ""]
        assert [extra.label for task in file.tasks.tasks for extra in task.extras] == ["资金来源"]
        assert file.breaks() == []
    assert verify(old).whole
    stored = json.loads(old.read_text("utf-8"))["changes"].values()
    before = json.loads(OLD.read_text("utf-8"))["changes"].values()
    assert list(stored) == list(before), "what the old changes say on the disk is never rewritten"


def test_json_names_it_only_where_it_is_set(old: Path) -> None:
    with TaskFile.open(old) as file:
        rows = tasks_view(file.tasks)
    assert ["measures" in row for row in rows] == [True, True, False]
    assert rows[1]["measures"] == GUIDE


def test_old_changes_are_undone_to_the_import_and_redone(old: Path) -> None:
    with TaskFile.open(old) as file:
        now = measures(file.tasks), [task.extras for task in file.tasks.tasks]
        undone = 0
        while measures(file.tasks)[1] == GUIDE:
            undo(file)
            undone += 1
        assert measures(file.tasks) == ["建立项目专班,每周调度。", "编制指南;公开时限。", ""]
        for _ in range(undone):
            redo(file)
        assert (measures(file.tasks), [task.extras for task in file.tasks.tasks]) == now
    assert verify(old).whole


def test_history_says_it_in_words(old: Path) -> None:
    with TaskFile.open(old) as file:
        change = next(change for change in file.history if change.title == "改第 2 行的工作措施")
        lines = describe(file.tasks, change)
    assert ("第 2 行的措施", "编制指南;公开时限。", GUIDE) in lines


def test_a_row_without_it_is_stored_as_before_there_was_the_field() -> None:
    stored = [task.to_doc() for task in imported().tasks]
    assert ["measures" in doc for doc in stored] == [True, True, False]


def test_it_is_emptied_and_filled_again(old: Path) -> None:
    with TaskFile.open(old) as file:
        for text in ("", "建立项目专班。", ""):
            file.commit(set_fields(file.tasks, next(file.tasks.tasks), measures=text))
        for _ in range(3):
            undo(file)
        assert measures(file.tasks)[0] == "建立项目专班,每周调度。"
        for _ in range(3):
            redo(file)
        assert measures(file.tasks)[0] == ""
    assert verify(old).whole


def test_a_row_without_it_is_deleted_and_comes_back(old: Path) -> None:
    with TaskFile.open(old) as file:
        row = file.tasks.rows_named("3")
        file.commit(set_fields(file.tasks, file.tasks.task(row[0]), measures="列出清单。"))
        file.commit(set_fields(file.tasks, file.tasks.task(row[0]), measures=""))
        file.commit(delete_rows(file.tasks, row))
        undo(file)
        assert measures(file.tasks)[2] == ""
        redo(file)
    assert verify(old).whole


def test_a_corrected_notice_is_compared_by_it() -> None:
    corrected = NOTICE.read_text("utf-8").replace("每周调度", "每月调度").encode()
    found = compare(imported(), read_notice(corrected, NOTICE.name)).differences
    fields = [line for difference in found for line in difference.fields]
    assert ("工作措施", "建立项目专班,每周调度。", "建立项目专班,每月调度。") in fields


def test_it_is_printed_where_it_is_set(old: Path) -> None:
    with TaskFile.open(old) as file:
        sheets = [task_list_sheet(file.tasks), *unit_sheets(file.tasks)[:1]]
    for sheet in sheets:
        assert "措施" in [column.label for column in sheet.columns], sheet.title
        assert any(GUIDE in cell.lines for row in sheet.rows for cell in row if cell), sheet.title
    own = task_list_sheet(imported())
    assert [column.label for column in own.columns].count("工作措施") == 1
    without = task_list_sheet(imported(lambda text: text.replace("工作措施", "资金来源")))
    assert "措施" not in "".join(column.label for column in without.columns)


def test_a_change_of_it_stands_in_the_change_table(old: Path) -> None:
    with TaskFile.open(old) as file:
        before = file.tasks.copy()
        task = next(file.tasks.tasks)

        change = file.commit(set_fields(file.tasks, task, measures="建立项目专班。"))
        sheet = change_sheet(before, file.tasks, [change])
    said = [line for row in sheet.rows for cell in row if cell for line in cell.lines]
    assert {"措施", "建立项目专班,每周调度。", "建立项目专班。"} <= set(said)
