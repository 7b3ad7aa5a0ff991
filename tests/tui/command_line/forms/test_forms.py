"""`forms`: what is taken and refused whole, folders, and which forms did not come back."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

from store.file.task_file import TaskFile
from tests.tui.command_line.conftest import Yaodian
from tests.tui.command_line.forms.filled import CAME, FILE, FIRST, both_rows, put, reports


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
    assert "“不是表.xlsx”：这个文件不是 Excel、WPS 表格" in out
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
