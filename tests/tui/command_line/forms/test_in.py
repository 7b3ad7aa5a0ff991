"""`forms in`: what is registered of a form, wherever its rows stand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from store.file.task_file import TaskFile
from tests.tui.command_line.conftest import Yaodian
from tests.tui.command_line.forms.filled import CAME, FIRST, PLACES, both_rows, put, reports


def test_a_form_is_registered_as_one_change(
    ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    view = taken(filled(both_rows))
    assert [row["row"] for row in view["rows"]] == ["2", "4"]
    assert view["notes"] == []
    first, second = reports(ledger)["2"], reports(ledger)["4"]
    assert (first.word, first.done, first.next_step) == (
        "under_way",
        "新认定3家。\n还在评审2家。",
        "年底前完成",
    )
    assert {one.measure: one.value for one in first.values} == {"m1": "18", "m2": "3"}
    assert (second.share, second.word, second.problem) == ("45", "needs_help", "缺经费")
    assert (first.received_on, first.source, first.signed_by) == (CAME, "报送表", "刘红")
    assert first.reporter == "李明 87654321"
    with TaskFile.open(ledger) as file:
        assert file.history[-1].title == "登记平台处2021年10月进展（2 行）"
        assert len(file.history) == 4


def test_each_row_says_old_and_new_with_its_cell(
    yaodian: Yaodian, ledger: Path, filled: Callable[..., Path]
) -> None:
    path = filled(both_rows)
    before = ledger.read_bytes()
    code, out, _ = yaodian("forms", "in", path, "--dry-run", "-f", ledger, today=CAME)
    assert code == 0
    assert "将登记平台处2021年10月进展（2 行）" in out
    assert "第 2 行（表中第 7 行，首次报送）" in out
    assert "完成值（F7）：（空） → 18" in out
    assert "状态（G9）：（空） → 需协调" in out
    assert "以上没有登记" in out
    assert ledger.read_bytes() == before
    yaodian("forms", "in", path, "-f", ledger, today=CAME)
    changed = filled(lambda sheet: put(sheet, FIRST, done="改了"), "又报.xlsx")
    _, out, _ = yaodian("forms", "in", changed, "-f", ledger, today="2021-10-26")
    assert "进展情况（H7）：新认定3家。 还在评审2家。 → 改了" in out
    assert "首次报送" not in out


def test_the_same_form_twice_changes_nothing(
    yaodian: Yaodian, ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    taken(filled(both_rows))
    saved_again = filled(both_rows, "另存.xlsx")
    code, out, _ = yaodian("forms", "in", saved_again, "-f", ledger, today="2021-10-26")
    assert (code, out) == (0, "另存.xlsx：这份表已登记过（10-24）。\n")
    with TaskFile.open(ledger) as file:
        assert len(file.history) == 4


def test_rows_that_were_moved_land_by_their_numbers(
    ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    def turned(sheet: Any) -> None:
        both_rows(sheet)
        put(sheet, FIRST + 2, value="45%")
        sheet.cell(FIRST + 2, PLACES["value"]).number_format = "@"
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST)]
        for number, row in enumerate(reversed(rows), FIRST):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column).value = value
        sheet.insert_rows(FIRST + 1, 2)

    view = taken(filled(turned))
    assert view["notes"] == []
    assert {name: one.done for name, one in reports(ledger).items()} == {
        "2": "新认定3家。\n还在评审2家。",
        "4": "已发文",
    }
    assert {one.measure: one.value for one in reports(ledger)["2"].values} == {"m1": "18", "m2": "3"}


def test_columns_that_were_moved_are_known_by_their_heads(
    ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    def moved(sheet: Any) -> None:
        both_rows(sheet)
        for row in range(FIRST - 1, FIRST + 3):
            done, problem = sheet.cell(row, PLACES["done"]), sheet.cell(row, PLACES["problem"])
            done.value, problem.value = problem.value, done.value

    taken(filled(moved))
    assert reports(ledger)["4"].problem == "缺经费"


def test_rows_that_are_gone_are_named(filled: Callable[..., Path], taken: Callable[..., Any]) -> None:
    def cut(sheet: Any) -> None:
        both_rows(sheet)
        sheet.delete_rows(FIRST + 2)

    view = taken(filled(cut))
    assert view["missing"] == ["4"]


def test_rows_without_a_task_are_named_and_keep_nothing_back(
    ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    def altered(sheet: Any) -> None:
        both_rows(sheet)
        sheet.cell(FIRST + 2, PLACES["number"]).value = "abcdefghijkl"
        put(sheet, FIRST + 4, done="自己加的一行")

    view = taken(filled(altered))
    said = "表里有 2 行找不到对应的任务（第 9、11 行），没有登记这 2 行，其余 1 行可以登记。"
    assert view["notes"] == [said]
    assert list(reports(ledger)) == ["2"]


def test_a_row_that_is_there_twice_is_registered_where_it_says_one_thing(
    ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    def copied(sheet: Any) -> None:
        both_rows(sheet)
        for number, done in ((10, "已发文"), (11, "另一个说法")):
            for column in range(1, len(PLACES) + 1):
                sheet.cell(number, column).value = sheet.cell(FIRST + 2, column).value
            sheet.cell(FIRST + 2, PLACES["value"]).number_format = "0%"
            put(sheet, number, done=done, value="45%")

    view = taken(filled(copied))
    assert view["notes"] == ["第 9、10、11 行是同一任务而内容不同，没有登记，请核对。"]
    assert list(reports(ledger)) == ["2"]


def test_a_formula_is_read_as_its_text_and_told(
    ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    def reckoned(sheet: Any) -> None:
        put(sheet, FIRST, value="=10+8", done="=A7")

    view = taken(filled(reckoned))
    assert any("“进展情况”（H7）是公式" in note for note in view["notes"])
    assert any("完成值“=10+8”（F7）没有登记，请只写数字" in note for note in view["notes"])
    assert reports(ledger)["2"].done == "=A7"
    assert reports(ledger)["2"].values == ()


def test_what_is_no_answer_is_named_and_the_rest_registered(
    ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    def slips(sheet: Any) -> None:
        put(sheet, FIRST, value="十八", word="差不多了", done="做了")
        put(sheet, FIRST + 2, value="18", word=" 已完成 ")

    view = taken(filled(slips))
    assert len(view["notes"]) == 3
    assert (
        "状态“差不多了”（G7）没有登记，请从未启动、推进中、已完成、需协调、无法完成中选一个。"
        in view["notes"]
    )
    assert "完成值“18”（F9）没有登记，请写百分数，如 45%。" in view["notes"]
    assert (reports(ledger)["2"].done, reports(ledger)["4"].word) == ("做了", "completed")
