"""`print`: every sheet in every format, for whom, since when, and what is kept of it."""

import os
from pathlib import Path
from typing import Any

import pytest

from store.file.task_file import TaskFile
from store.records.changes import Change, created
from store.records.kept import Print
from store.records.notice import Notice
from tests.tui.command_line.conftest import Yaodian
from tests.tui.paper.font import FONT_FILES
from tests.tui.paper.reading import docx_tables, html_tables, pdf_texts, xlsx_tables
from tui.paper import FORMATS


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings that name the tests' letters."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = tmp_path / "config" / "yaodian" / "settings.toml"
    path.parent.mkdir(parents=True)
    lines = [
        "[paper]",
        'bureau = "武汉市科学技术局"',
        "[paper.font_files]",
        *(f'{role} = "{file}"' for role, file in FONT_FILES.items()),
    ]
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.fixture
def printed(yaodian: Yaodian, listed: Path, tmp_path: Path) -> Any:
    """What a print writes, as text."""

    def call(*words: str, name: str = "text") -> str:
        out = tmp_path / f"out{FORMATS[name].suffix}"
        code, said, err = yaodian("print", *words, "--format", name, "-o", out, "-f", listed)
        assert (code, err) == (0, "")
        assert str(out) in said
        return out.read_bytes().decode() if name == "text" else ""

    return call


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ((), "重点任务清单"),
        (("--sheet", "unit", "--for", "成果处"), "成果转化处任务分解单"),
        (("--sheet", "leader", "--for", "胡军"), "胡军同志分管任务清单"),
        (("--sheet", "matrix"), "责任分配矩阵"),
        (("--sheet", "roster"), "领导小组成员名单"),
        (("--sheet", "changes"), "调整对照表"),
        (("--sheet", "summary"), "重点任务责任汇总表"),
        (("--sheet", "portfolio"), "领导分工表"),
        (("--sheet", "points"), "营商环境的工作要点"),
        (("--sheet", "contacts"), "联络员通讯录"),
        (("--sheet", "findings"), "核对结果"),
        (("--sheet", "history"), "变更记录"),
    ],
)
def test_every_sheet_prints(printed: Any, words: tuple[str, ...], title: str) -> None:
    text = printed(*words)
    assert title in text and "武汉市科学技术局" in text


def test_every_format_prints_the_list(printed: Any, tmp_path: Path) -> None:
    readers = {"docx": docx_tables, "html": html_tables, "xlsx": xlsx_tables}
    for name, reader in readers.items():
        printed(name=name)
        (table,) = reader((tmp_path / f"out.{name}").read_bytes())
        assert sum(text.startswith("2.加快电子证照共享调用。") for text, *_ in table.values()) == 1
    printed(name="pdf")
    assert "加快电子证照共享调用" in "".join(pdf_texts((tmp_path / "out.pdf").read_bytes()))


def test_a_record_of_changes_takes_the_days_of_a_span(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    for day, row in (("2031-05-06", "1"), ("2031-06-07", "2")):
        assert yaodian("set", row, "--remark", f"{day}会商", "-f", listed, today=day)[0] == 0
    out = tmp_path / "a.txt"
    words = ("print", "--sheet", "history", "--format", "text", "-o", out, "-f", listed)
    said = []
    for span in (("--since", "2031-05-06"), ("--until", "2031-05-06"), ("--since", "6-7"), ()):
        assert yaodian(*words, *span, today="2031-07-08")[0] == 0
        text = out.read_text("utf-8")
        said.append([name for name in ("导入通知", "05-06会商", "06-07会商") if name in text])
    assert said == [
        ["05-06会商", "06-07会商"],
        ["导入通知", "05-06会商"],
        ["06-07会商"],
        ["导入通知", "05-06会商", "06-07会商"],
    ]


def test_all_units_are_one_file_with_a_page_each(printed: Any) -> None:
    pages = printed("--sheet", "unit", "--for", "all").split("\f")
    assert sum("任务分解单" in page for page in pages) == 10, "those that a row names"
    pages = printed("--sheet", "unit", "--with-idle").split("\f")
    assert sum("任务分解单" in page for page in pages) == 15
    assert printed("--sheet", "unit", "--for", "成果处,办公室").count("任务分解单") == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--sheet", "unit", "--for", "没有处"), "没有单位“没有处”"),
        (("--sheet", "unit", "--for", "相关处室单位"), "不是一个单位"),
        (("--sheet", "unit", "--for", ","), "请写明是谁"),
        (("--for", "成果处"), "--for 只用于"),
        (("--since", "2021-04-01"), "--since 只用于"),
        (("--sheet", "changes", "--since", "last-print"), "还没有打印过"),
        (("--until", "2021-04-01"), "--until 只用于 --sheet history"),
        (("--sheet", "changes", "--until", "2021-04-01"), "--until 只用于 --sheet history"),
        (("--sheet", "history", "--until", "2020-01-01"), "没有变更"),
        (("--sheet", "history", "--since", "明天"), "不是日期"),
        (("--sheet", "points", "--only", "成果处"), "只用于 --sheet list、matrix 和 summary"),
        (("--copies", "0", "--printer"), "份数"),
        (("--copies", "2"), "只用于送打印机"),
        (("--duplex",), "只用于送打印机"),
        (("--with-idle",), "--with-idle 只用于"),
    ],
)
def test_what_cannot_be_printed_is_a_sentence_and_no_file(
    yaodian: Yaodian, listed: Path, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    code, _, err = yaodian("print", *words, "--format", "text", "-o", tmp_path / "a.txt", "-f", listed)
    assert code == 1 and says in err
    assert not (tmp_path / "a.txt").exists()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("sheet", "says"), [("leader", "分管领导"), ("unit", "单位")])
@pytest.mark.parametrize("each", [(), ("--each",)], ids=["together", "each"])
def test_where_nobody_has_a_row_every_format_says_that_there_is_nothing_to_print(
    yaodian: Yaodian, tmp_path: Path, name: str, sheet: str, says: str, each: tuple[str, ...]
) -> None:
    bare = tmp_path / "空.json"
    with TaskFile.create(bare, Change("导入", (created(Notice("n", title="通知")),))):
        pass
    out = tmp_path / f"out{'' if each else FORMATS[name].suffix}"
    words = ("--sheet", sheet, *each, "--format", name, "-o", out, "-f", bare)
    code, said, err = yaodian("print", *words)
    assert (code, said) == (1, "")
    assert f"没有一行写明{says}" in err
    assert not out.exists()


def test_a_wrong_entry_of_the_settings_is_said_and_the_others_hold(
    yaodian: Yaodian, listed: Path, settings: Path, tmp_path: Path
) -> None:
    text = settings.read_text("utf-8")
    settings.write_text(f"{text}\n[paper.fonts]\nbody = '宋体'\n", "utf-8")
    out = tmp_path / "a.txt"
    code, _, err = yaodian("print", "--format", "text", "-o", out, "-f", listed)
    assert code == 0
    assert "paper.fonts.body 不认识" in err
    assert "武汉市科学技术局" in out.read_text("utf-8")


def test_what_was_printed_is_kept_and_the_next_change_table_begins_there(
    yaodian: Yaodian, printed: Any, listed: Path
) -> None:
    yaodian("assign", "2", "--lead", "高新处", "-f", listed)
    printed()
    printed("--sheet", "unit", "--for", "成果处")
    yaodian("set", "1", "--deadline", "12月底前", "-f", listed)
    text = printed("--sheet", "changes", "--since", "last-print")
    assert "12月底前" in text and "高新处" not in text
    since_issue = printed("--sheet", "changes")
    assert "12月底前" in since_issue and "高新处" in since_issue
    assert "没有调整。" in printed("--sheet", "changes", "--since", "last-print"), (
        "the change table itself was the last print"
    )
    with TaskFile.open(listed, read_only=True) as file:
        records = file.tasks.all_of(Print)
        unit = next(unit.key for unit in file.tasks.units if unit.full_name == "成果转化处")
        assert [(record.sheet, record.subjects, record.format) for record in records][:2] == [
            ("list", (), "text"),
            ("unit", (unit,), "text"),
        ]
        assert records[0].change == file.history[1].id


def test_undo_passes_over_a_print(yaodian: Yaodian, printed: Any, listed: Path) -> None:
    yaodian("set", "1", "--deadline", "12月底前", "-f", listed)
    printed()
    code, out, _ = yaodian("undo", "-f", listed)
    assert code == 0 and "12月底前" in out
    printed()
    code, out, _ = yaodian("redo", "-f", listed)
    assert code == 0 and "12月底前" in out


def test_a_list_that_another_window_holds_prints_and_says_that_it_is_not_recorded(
    yaodian: Yaodian, listed: Path, tmp_path: Path
) -> None:
    with TaskFile.open(listed):
        code, _, err = yaodian("print", "--format", "text", "-o", tmp_path / "a.txt", "-f", listed)
    assert code == 0 and "没有记下来" in err
    assert (tmp_path / "a.txt").exists()


def test_settings_that_are_wrong_are_said_and_passed_over(
    yaodian: Yaodian, listed: Path, tmp_path: Path, settings: Path
) -> None:
    settings.write_text('[paper]\nnumbers = "roman"\n', "utf-8")
    code, _, err = yaodian("print", "--format", "text", "-o", tmp_path / "a.txt", "-f", listed)
    assert code == 0 and "paper.numbers" in err


def test_text_in_the_printers_encoding(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    assert (
        yaodian("print", "--format", "text", "--encoding", "gb18030", "-o", tmp_path / "a.txt", "-f", listed)[
            0
        ]
        == 0
    )
    assert "亓" not in (tmp_path / "a.txt").read_bytes().decode("gb18030")
    assert "牵头单位" in (tmp_path / "a.txt").read_bytes().decode("gb18030")


@pytest.mark.skipif(os.name == "nt", reason="lp is Unix'")
def test_the_file_goes_to_the_printer_that_is_named(
    yaodian: Yaodian, listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    lp = folder / "lp"
    lp.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/words\necho "request id is HP-1020-12 (1 file(s))"\n',
        "utf-8",
    )
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    words = ("--sheet", "leader", "--for", "胡军", "--printer", "HP-1020", "--copies", "2", "--duplex")
    code, out, err = yaodian("print", *words, "--format", "pdf", "-o", tmp_path / "a.pdf", "-f", listed)
    assert (code, err) == (0, "")
    assert "已送打印队列（job 12, HP-1020）" in out and "已打印" not in out
    said = (tmp_path / "words").read_text("utf-8").splitlines()
    assert (
        said[:2] == ["-n", "2"]
        and "打印：领导分管任务清单（胡军）" in said
        and "HP-1020" in said
        and said[-1] == str(tmp_path / "a.pdf")
    )
    assert "sides=two-sided-long-edge" in said


def test_a_file_each_in_a_folder(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    words = (
        "print",
        "--sheet",
        "unit",
        "--for",
        "成果处,平台处",
        "--each",
        "--format",
        "html",
        "-o",
        tmp_path / "分解单",
        "-f",
        listed,
    )
    code, out, _ = yaodian(*words)
    assert code == 0 and "（2 份）" in out
    assert sorted(path.name for path in (tmp_path / "分解单").iterdir()) == ["平台处.html", "成果处.html"]
    assert (
        yaodian("print", "--sheet", "list", "--each", "--format", "html", "-o", tmp_path / "x", "-f", listed)[
            0
        ]
        == 1
    )


@pytest.mark.skipif(os.name == "nt", reason="lp is Unix'")
def test_a_printer_takes_no_word_files(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    code, _, err = yaodian("print", "--format", "docx", "-o", tmp_path / "a.docx", "--printer", "-f", listed)
    assert code == 1 and "--format pdf" in err
    assert not (tmp_path / "a.docx").exists()


def test_open_rows_are_said_and_stand_under_the_table_with_full_width_signs(
    yaodian: Yaodian, listed: Path, tmp_path: Path
) -> None:
    target = tmp_path / "a.txt"
    code, out, err = yaodian("print", "--format", "text", "-o", target, "-f", listed)
    assert (code, err) == (0, "") and "有 1 行的内容待定（第 6 行）" in out
    printed = target.read_text("utf-8")
    assert "注：1 行有待定内容（第 6 行）。" in printed
    assert not set(",;()").intersection(printed), "Nothing of the sample stands outside Chinese."
