"""`forms`: what units get, what they do to it, and what is registered of it."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from store.file.task_file import TaskFile
from store.ledger.forms import COLUMNS
from store.records.changes import Change, created
from store.records.report import Report
from store.records.schedule import Measure, Schedule
from tests.tui.command_line.conftest import Yaodian

SENT, CAME = "2021-10-20", "2021-10-24"
FILE = "平台处_2021年10月_进展情况报送表.xlsx"
PLACES = {name: place for place, name in enumerate(COLUMNS, 1)}
FIRST = 7
"""The first row of the table."""


@pytest.fixture
def ledger(listed: Path) -> Path:
    """The sample list, reported monthly by the 25th by all units; row 2 is measured."""
    with TaskFile.open(listed) as file:
        row = file.tasks.task_keys[1]
        facts = (
            Schedule("s", every="month", due_day=25, who="all"),
            Measure("m1", row, "1", "众创孵化机构", "40", "家"),
            Measure("m2", row, "2", "投诉", "5", "件", "at_most"),
        )
        file.commit(Change("设报送安排", tuple(map(created, facts))))
    return listed


@pytest.fixture
def sent(yaodian: Yaodian, ledger: Path, tmp_path: Path) -> Path:
    """The folder of the forms that went out."""
    folder = tmp_path / "U盘"
    code, _, err = yaodian("forms", "out", "--period", "2021-10", "-d", folder, "-f", ledger, today=SENT)
    assert (code, err) == (0, "")
    return folder


@pytest.fixture
def filled(sent: Path) -> Callable[..., Path]:
    """Have a unit open its form, do something to the sheet, and save it under a name."""

    def fill(act: Callable[[Any], None], name: str = "报回.xlsx", unit: str = "平台处") -> Path:
        book = openpyxl.load_workbook(sent / FILE.replace("平台处", unit))
        act(book.worksheets[0])
        path = sent.parent / name
        book.save(path)
        return path

    return fill


@pytest.fixture
def taken(yaodian: Yaodian, ledger: Path) -> Callable[..., Any]:
    """Register a form, and what is said of it as JSON."""

    def take(path: Path, *more: str, today: str = CAME) -> Any:
        code, out, err = yaodian("forms", "in", path, "--json", *more, "-f", ledger, today=today)
        assert (code, err) == (0, "")
        return json.loads(out)[0]

    return take


def put(sheet: Any, row: int, **answers: object) -> None:
    """Fill in a row of the table."""
    for name, value in answers.items():
        sheet.cell(row, PLACES[name]).value = value


def both_rows(sheet: Any) -> None:
    """Fill in all of 平台处's form: row 2 with two measures, and row 4."""
    sheet["C3"], sheet["G3"], sheet["J3"] = "李明", "87654321", "刘红"
    put(sheet, FIRST, value=18, word="推进中", done="新认定3家。\n还在评审2家。", next_step="年底前完成")
    put(sheet, FIRST + 1, value="3件")
    put(sheet, FIRST + 2, value=0.45, word="需协调", done="已发文", problem="缺经费")
    sheet.cell(FIRST + 2, PLACES["value"]).number_format = "0%"


def reports(path: Path) -> dict[str, Report]:
    """The reports of a list by the row."""
    with TaskFile.open(path) as file:
        tasks = file.tasks
        return {tasks.row_name(one.task): one for one in tasks.all_of(Report)}


# ---------------------------------------------------------------------- out


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
        assert file.history[-1].title == "发出10个单位2021年10月报送表"


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
    assert rows[0][2:] == (
        "2021年10月",
        "众创孵化机构18家；投诉3件",
        "推进中",
        "新认定3家。\n还在评审2家。",
        "",
        "年底前完成",
    ) or rows[0][2:] == (
        "2021年10月",
        "众创孵化机构18家；投诉3件",
        "推进中",
        "新认定3家。\n还在评审2家。",
        None,
        "年底前完成",
    )
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


# ---------------------------------------------------------------------- in


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


def test_blank_cells_change_nothing(
    ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    taken(filled(both_rows))
    view = taken(filled(lambda sheet: put(sheet, FIRST + 2, problem="经费已到"), "二.xlsx"))
    assert view["blank"] == ["2"]
    held = reports(ledger)["4"]
    assert (held.done, held.problem, held.share) == ("已发文", "经费已到", "45")


def test_a_form_with_nothing_in_it_changes_nothing(
    yaodian: Yaodian, ledger: Path, filled: Callable[..., Path]
) -> None:
    path = filled(lambda sheet: None)
    code, out, _ = yaodian("forms", "in", path, "-f", ledger, today=CAME)
    assert code == 0
    assert "没有可登记的内容" in out
    assert "没有填写 2 行：2、4" in out
    assert reports(ledger) == {}


def test_an_older_form_is_taken_where_the_clerk_says_so(
    yaodian: Yaodian, ledger: Path, filled: Callable[..., Path], tmp_path: Path
) -> None:
    path = filled(both_rows)
    later = ("forms", "out", "--period", "2021-11", "-d", tmp_path / "十一月", "-f", ledger)
    assert yaodian(*later, today="2021-11-10")[0] == 0
    words = ("forms", "in", path, "-f", ledger)
    code, _, err = yaodian(*words, today="2021-11-12")
    assert code == 1
    assert "这份表是2021年10月的，不是2021年11月的。按2021年10月登记请用 --period 2021-10。" in err
    assert yaodian(*words, "--period", "2021-10", today="2021-11-12")[0] == 0
    assert reports(ledger)["2"].period == "2021-10"


def test_a_form_of_another_list_is_refused(
    yaodian: Yaodian, filled: Callable[..., Path], tmp_path: Path
) -> None:
    from tests.sample import sample_change

    path = filled(both_rows)
    other = tmp_path / "另一份.json"
    with TaskFile.create(other, sample_change()):
        pass
    code, _, err = yaodian("forms", "in", path, "-f", other, today=CAME)
    assert code == 1
    assert "这份表是另一份清单的" in err


def test_a_form_whose_property_was_lost_is_known_by_its_line(
    ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    path = filled(both_rows)
    book = openpyxl.load_workbook(path)
    del book.custom_doc_props["yaodian-form"]
    book.save(path)
    assert len(taken(path)["rows"]) == 2


def test_a_form_without_either_is_refused(
    yaodian: Yaodian, ledger: Path, filled: Callable[..., Path]
) -> None:
    path = filled(both_rows)
    book = openpyxl.load_workbook(path)
    del book.custom_doc_props["yaodian-form"]
    book.worksheets[0]["A5"] = None
    book.save(path)
    code, _, err = yaodian("forms", "in", path, "-f", ledger, today=CAME)
    assert code == 1
    assert "找不到表码" in err


def test_a_form_with_the_lines_of_another_is_refused(
    yaodian: Yaodian, ledger: Path, sent: Path, filled: Callable[..., Path]
) -> None:
    other = openpyxl.load_workbook(sent / FILE.replace("平台处", "成果处")).worksheets[0]["A5"].value

    def mixed(sheet: Any) -> None:
        both_rows(sheet)
        sheet["A5"] = other

    code, _, err = yaodian("forms", "in", filled(mixed), "-f", ledger, today=CAME)
    assert code == 1
    assert "两份报送表的表码" in err


def test_a_folder_is_taken_in_file_by_file(
    yaodian: Yaodian, ledger: Path, sent: Path, filled: Callable[..., Path]
) -> None:
    filled(both_rows, f"U盘/{FILE}")
    filled(
        lambda sheet: put(sheet, FIRST, done="做了"), "U盘/成果处_2021年10月_进展情况报送表.xlsx", "成果处"
    )
    (sent / "不是表.xlsx").write_bytes(b"PK\x03\x04 nothing")
    (sent / "~$锁.xlsx").write_bytes(b"")
    code, out, err = yaodian("forms", "in", sent, "-f", ledger, today=CAME)
    assert code == 1
    assert "“不是表.xlsx”：文件已损坏" in out
    assert "1 份表没有登记" in err
    with TaskFile.open(ledger) as file:
        titles = [change.title for change in file.history[-2:]]
    assert sorted(titles) == ["登记平台处2021年10月进展（2 行）", "登记成果处2021年10月进展（1 行）"]


def test_undo_takes_back_a_form_and_it_can_come_again(
    yaodian: Yaodian, ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    path = filled(both_rows)
    taken(path)
    assert yaodian("undo", "-f", ledger)[0] == 0
    assert reports(ledger) == {}
    assert len(taken(path)["rows"]) == 2


def test_the_list_says_whose_form_did_not_come_back(
    yaodian: Yaodian, ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    taken(filled(both_rows))
    code, out, _ = yaodian("forms", "list", "--period", "2021-10", "-f", ledger)
    assert code == 0
    assert out.count("没有收回") == 9
    _, out, _ = yaodian("forms", "list", "--json", "-f", ledger)
    (back,) = [one for one in json.loads(out) if one["returned_on"]]
    assert (back["unit"], back["returned_on"], back["rows"]) == ("平台处", CAME, 2)


def test_damage_is_refused_with_a_sentence(
    yaodian: Yaodian, ledger: Path, sent: Path, tmp_path: Path
) -> None:
    """A form cut, altered or emptied part by part never ends in a traceback (the fixture asserts it)."""
    whole = (sent / FILE).read_bytes()
    path = tmp_path / "坏.xlsx"
    for end in range(0, len(whole), 701):
        path.write_bytes(whole[:end])
        assert yaodian("forms", "in", path, "-f", ledger, today=CAME)[0] == 1
    with zipfile.ZipFile(sent / FILE) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    mutants = [
        parts | {name: mutant}
        for name, content in parts.items()
        for mutant in (b"", content[: len(content) // 2], content.replace(b'"', b"'", 3), b"<a/>")
    ]
    for mutant in mutants:
        with zipfile.ZipFile(path, "w") as book:
            for name, content in mutant.items():
                book.writestr(name, content)
        yaodian("forms", "in", path, "--dry-run", "-f", ledger, today=CAME)
