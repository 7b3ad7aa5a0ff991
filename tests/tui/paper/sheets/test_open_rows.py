"""What is in doubt is said under the table."""

from store.history.earlier import Earlier
from store.portfolio.left_open import standing_doubts
from store.records.changes import History, updated
from store.records.conflicts import Conflict, SideOfConflict
from store.records.undecided import Undecided
from tests.sample import sample_list
from tui.paper.job import Job
from tui.paper.making import sheets_for
from tui.paper.setup import PageSetup
from tui.paper.sheets.matrix import matrix_sheets
from tui.paper.sheets.open_rows import open_note, open_said, undecided_note
from tui.paper.sheets.subject import leader_sheets, unit_sheets
from tui.paper.sheets.task_list import task_list_sheet


def test_the_row_that_lacks_cells_is_named_under_the_list_and_said() -> None:
    tasks = sample_list()
    sheet = task_list_sheet(tasks)
    assert sheet.notes == ("注：1 行有待定内容（第 6 行）。",), "The notice gives row 6 four cells for six."
    assert open_said([sheet, sheet]) == ("有 1 行的内容待定（第 6 行），已在表下注明；请核实后再发。",)


def test_rows_without_doubt_have_no_such_line() -> None:
    tasks = sample_list()
    (row,) = tasks.rows_named("6")
    assert task_list_sheet(tasks, tasks.rows_named("1")).notes == ()
    assert standing_doubts(tasks, tasks.task(row))
    tasks.apply(updated(tasks.task(row), doubts=()))
    assert task_list_sheet(tasks).notes == ()
    assert open_said([task_list_sheet(tasks), *matrix_sheets(tasks)]) == ()


def test_a_sheet_that_is_handed_out_names_its_own_rows() -> None:
    tasks = sample_list()
    for sheet in (*unit_sheets(tasks), *leader_sheets(tasks)):
        has_row = any(row[0] and row[0].lines == ("6",) for row in sheet.rows)
        assert bool(sheet.notes) == has_row


def undecided(table: str, key: str) -> Conflict:
    sides = (SideOfConflict(("a",), {"remark": "一"}), SideOfConflict(("b",), {"remark": "二"}))
    return Conflict(table, key, ("remark",), sides)


def test_what_nobody_has_decided_is_counted_under_each_sheet_of_the_list() -> None:
    tasks = sample_list()
    (row,) = tasks.rows_named("1")
    other = tasks.units[0].key
    tasks.documents.undecided = Undecided([undecided("tasks", row), undecided("units", other)])
    assert undecided_note(tasks) == ("有 2 处不一致未定夺。",)
    assert undecided_note(tasks, (row,)) == ("有 1 处不一致未定夺。",)
    assert undecided_note(tasks, tasks.rows_named("2")) == ()
    state = Earlier(tasks, History([], ()))
    for kind, count in (("list", 2), ("summary", 2), ("matrix", 2), ("roster", 2)):
        (sheet, *_) = sheets_for(Job(kind), state, PageSetup())
        assert f"有 {count} 处不一致未定夺。" in sheet.notes, kind
    for sheet in unit_sheets(tasks):
        has_row = any(line[0] and line[0].lines == ("1",) for line in sheet.rows)
        assert ("有 1 处不一致未定夺。" in sheet.notes) == has_row


def test_neighbouring_rows_are_said_in_one() -> None:
    assert open_note(("3.1", "3.2", "5")) == ("注：3 行有待定内容（第 3.1–3.2、5 行）。",)
    assert open_note(()) == ()
