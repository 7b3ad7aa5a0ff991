"""`forms out`: what units get."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from store.file.task_file import TaskFile
from tests.tui.command_line.conftest import Yaodian
from tests.tui.command_line.forms.filled import CAME, FILE, FIRST, PLACES, SENT, both_rows


def test_each_unit_gets_a_form_of_its_own_rows(sent: Path, ledger: Path) -> None:
    assert len(list(sent.glob("*_2021年10月_进展情况报送表.xlsx"))) == 10
    book = openpyxl.load_workbook(sent / FILE)
    sheet, past = book.worksheets
    names = [sheet.cell(row, 1).value for row in range(FIRST, sheet.max_row + 1)]
    assert names == ["2", "2", "4"]
    assert [sheet.cell(row, 4).value for row in range(FIRST, FIRST + 3)] == ["牵头", "牵头", "配合"]
    assert [sheet.cell(row, 5).value for row in range(FIRST, FIRST + 2)] == [
        "众创孵化机构 40家",
        "投诉 至多5件",
    ]
    assert "请于2021年10月25日前报送" in sheet["A2"].value
    assert past["A2"].value == "以前没有填报过。"
    with TaskFile.open(ledger) as file:
        assert file.history[-1].title == "发出2021年10月报送表（10 个单位）"


def test_only_what_the_unit_fills_in_is_open(sent: Path) -> None:
    sheet = openpyxl.load_workbook(sent / FILE).worksheets[0]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert "没有口令" in sheet["A4"].value
    is_open = [not cell.protection.locked for cell in sheet[FIRST]]
    assert is_open == [False] * 5 + [True] * 5 + [False]
    further = [not cell.protection.locked for cell in sheet[FIRST + 1]]
    assert further == [False] * 5 + [True] + [False] * 5
    assert sheet.column_dimensions["K"].hidden
    kinds = {one.type: one for one in sheet.data_validations.dataValidation}
    assert kinds["list"].formula1 == '"未启动,推进中,已完成,需协调,无法完成"'
    assert (kinds["textLength"].operator, kinds["textLength"].formula1) == ("lessThanOrEqual", "500")


def test_a_form_says_which_it_is_in_its_properties_and_on_a_line(sent: Path) -> None:
    book = openpyxl.load_workbook(sent / FILE)
    (one,) = book.custom_doc_props.props
    assert one.value.endswith("/2021-10")
    assert book.worksheets[0]["A5"].value == f"表码 {one.value}"


def test_a_form_is_never_written_over_another(yaodian: Yaodian, ledger: Path, sent: Path) -> None:
    before = (sent / FILE).read_bytes()
    words = ("forms", "out", "--period", "2021-10", "--unit", "平台处", "-d", sent)
    code, out, _ = yaodian(*words, "-f", ledger, today=SENT)
    assert code == 0
    assert "发出平台处2021年10月报送表" in out
    assert (sent / FILE).read_bytes() == before
    assert (sent / FILE.replace("表.xlsx", "表 2.xlsx")).is_file()


def test_a_dry_run_writes_nothing(yaodian: Yaodian, ledger: Path, tmp_path: Path) -> None:
    before = ledger.read_bytes()
    folder = tmp_path / "没有"
    code, out, _ = yaodian(
        "forms", "out", "--period", "2021-10", "-d", folder, "--dry-run", "-f", ledger, today=SENT
    )
    assert code == 0
    assert "以上没有发出" in out
    assert not folder.exists()
    assert ledger.read_bytes() == before


def test_what_was_reported_last_stands_on_the_second_sheet(
    yaodian: Yaodian, ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any], tmp_path: Path
) -> None:
    taken(filled(both_rows))
    folder = tmp_path / "十一月"
    words = ("forms", "out", "--period", "2021-11", "--unit", "平台处", "-d", folder)
    assert yaodian(*words, "-f", ledger, today="2021-11-20")[0] == 0
    past = openpyxl.load_workbook(folder / FILE.replace("10月", "11月")).worksheets[1]
    rows = list(past.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == ["2", "4"]
    said = ["2021年10月", "众创孵化机构18家；投诉3件", "推进中", "新认定3家。\n还在评审2家。", "年底前完成"]
    assert list(filter(None, rows[0][2:])) == said
    assert rows[1][3] == "45%"


def test_what_is_known_of_the_period_is_filled_in(
    yaodian: Yaodian, ledger: Path, sent: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    taken(filled(both_rows))
    words = ("forms", "out", "--period", "2021-10", "--unit", "平台处", "-d", sent)
    assert yaodian(*words, "-f", ledger, today=CAME)[0] == 0
    again = openpyxl.load_workbook(sent / FILE.replace("表.xlsx", "表 2.xlsx")).worksheets[0]
    assert again.cell(FIRST, PLACES["done"]).value == "新认定3家。\n还在评审2家。"
    assert again.cell(FIRST + 2, PLACES["value"]).value == "45%"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("out",), "请写明报送期"),
        (("out", "--period", "十月"), "不是报送期"),
        (("out", "--period", "2021Q4"), "没有要报送2021年第四季度进展的行"),
        (("out", "--period", "2021-10", "--unit", "没有这个处"), "没有这个处"),
        (("out", "甲.xlsx", "--period", "2021-10"), "后面不写文件"),
        (("in",), "请写明报回的表"),
        (("in", "没有.xlsx"), "没有.xlsx"),
    ],
)
def test_what_cannot_be_done_is_said(
    yaodian: Yaodian, ledger: Path, words: tuple[str, ...], said: str
) -> None:
    code, _, err = yaodian("forms", *words, "-f", ledger, today=SENT)
    assert code == 1
    assert said in err
