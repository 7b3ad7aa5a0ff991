"""Printing at the keyboard: what is offered, what is seen, where it goes, what is kept."""

import os
from pathlib import Path

import pytest

from store.records.kept import Print
from tests.bench.lists import new_list
from tests.journeys.conftest import PACED, Launch, Saved, Screen, Start
from tests.journeys.hands import ready
from tests.keys import DOWN, END, ENTER, ESC, F2, F4, F6, F9, F10, LEFT, PAGE_DOWN, PAGE_UP, RIGHT
from tests.tui.paper.font import FONT_FILES
from tests.tui.paper.reading import docx_tables, pdf_texts

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pty and lp are Unix'")


@pytest.fixture
def printer(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A print system with one printer; what it is given stands in the home."""
    folder = home / "bin"
    folder.mkdir()
    programs = {
        "lpstat": 'case "$1" in -e) echo HP-1020;; -d) echo "system default destination: HP-1020";; esac',
        "lp": f'printf "%s\\n" "$@" > {home}/words; for last; do :; done; cp "$last" {home}/spooled; '
        'echo "request id is HP-1020-12 (1 file(s))"',
    }
    for name, script in programs.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (folder / name).chmod(0o755)
    settings = home / "config" / "yaodian" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        "[paper.font_files]\n" + "".join(f'{role} = "{file}"\n' for role, file in FONT_FILES.items()), "utf-8"
    )
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)


def to_person(terminal: Screen) -> Screen:
    """The roster with its cursor on 胡军: the group's line, then the sixth person."""
    terminal.write(F6)
    terminal.wait_for("名册")
    terminal.write(DOWN * 6)
    return terminal


@PACED
@pytest.mark.usefixtures("printer")
def test_two_keys_bring_the_list_to_the_default_printer(
    launch: Launch, sample: Path, home: Path, paced: bool
) -> None:
    terminal = ready(launch(sample))
    (terminal.type if paced else terminal.write)(F9 + ENTER)
    terminal.wait_for(r"已送打印队列（job 12, HP-1020 *）")  # Blanks where it lies over a pane's edge.
    words = (home / "words").read_text("utf-8").splitlines()
    assert words[-1] == str(sample.with_suffix(".pdf")) and "HP-1020" in words
    assert (home / "spooled").read_bytes() == sample.with_suffix(".pdf").read_bytes()
    assert "加快电子证照共享调用" in "".join(pdf_texts((home / "spooled").read_bytes()))
    tasks = Saved(sample).file.tasks
    records = tasks.all_of(Print)
    assert [(record.sheet, record.format) for record in records] == [("list", "pdf")]


@PACED
@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "small"])
def test_on_a_person_his_sheet_is_offered(
    start: Start, sample: Path, size: tuple[int, int], paced: bool
) -> None:
    terminal = ready(start(sample, size=size))
    to_person(terminal)
    (terminal.type if paced else terminal.write)(F9)
    terminal.wait_for("胡军同志分管任务清单")
    terminal.wait_for("第 1 页")
    terminal.write(ENTER)
    terminal.wait_for("已保存到")
    (table,) = docx_tables((sample.parent / "示例 胡军.docx").read_bytes())
    assert [text for (_, column), (text, *_) in table.items() if column == 0 and text[0].isdigit()] == [
        *("1", "3.4", "3.1", "3.2", "3.3", "4", "5", "6"),
    ]


def test_another_sheet_is_chosen_seen_and_saved(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F9 + F2 + "zrhzb" + ENTER)
    terminal.wait_for("重点任务责任汇总表")
    terminal.write(DOWN * 2 + LEFT)
    terminal.wait_for("纯文本")
    terminal.write(ENTER)
    terminal.wait_for("已保存到")
    text = (sample.parent / "示例 责任汇总表.txt").read_text("utf-8")
    assert "法制处" in text and "9 行" in text


def test_the_sheet_is_looked_through_page_by_page(start: Start, sample: Path) -> None:
    terminal = ready(start(sample, size=(80, 24)))
    terminal.write(F9)
    terminal.wait_for("附件2")
    terminal.write(PAGE_DOWN * 40)
    terminal.wait_for("— 2 —")
    terminal.write(PAGE_UP * 40)
    terminal.wait_for("附件2")
    terminal.write(ESC)
    terminal.wait_for("F2 修改")
    assert not sample.with_suffix(".docx").exists()


def test_only_the_filtered_rows_are_printed(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F4 + "平台处" + ENTER)
    terminal.wait_for("筛选")
    terminal.write(F9)
    terminal.wait_for("筛选的 2 行")
    terminal.write(ENTER)
    terminal.wait_for("已保存到")
    (table,) = docx_tables(sample.with_suffix(".docx").read_bytes())
    assert sum(1 for row, column in table if column == 1) == 3


@pytest.mark.usefixtures("printer")
def test_a_printer_that_fails_leaves_the_file_and_says_so(start: Start, sample: Path, home: Path) -> None:
    (home / "bin" / "lp").write_text("#!/bin/sh\necho 'lp: The printer is gone' >&2\nexit 1\n", "utf-8")
    terminal = ready(start(sample))
    terminal.write(F9 + ENTER)
    terminal.wait_for("没有送去打印")
    assert sample.with_suffix(".pdf").exists()


def test_a_folder_that_is_not_there_is_said_in_the_dialog(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F9)
    terminal.wait_for("第 1 页")
    terminal.write(DOWN * 4 + END + "/没有/a.docx" + ENTER)
    terminal.wait_for("不能保存")
    terminal.write(ESC)
    terminal.wait_for("F2 修改")


def test_undo_after_a_print_takes_back_the_act_before_it(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write("pt" + ENTER)
    terminal.wait_for("变更 2")
    terminal.write(F9 + ENTER)
    terminal.wait_for("已保存到")
    terminal.write("\x1a")
    terminal.wait_for("撤销：第 1 行牵头单位")
    assert Saved(sample).lead("1")[0] == "成果处"
    terminal.write(F9 + F2 + "对照" + ENTER)
    terminal.wait_for("上次打印以来")


def test_every_unit_gets_a_file_of_its_own(start: Start, sample: Path, home: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F9 + RIGHT + DOWN + RIGHT * 3)
    terminal.wait_for("全部 15 个单位，每个一个文件")
    terminal.write(DOWN + RIGHT * 3 + ENTER)
    terminal.wait_for(r"共\s+15\s+个文件")
    (folder,) = [path for path in home.iterdir() if path.name.endswith("单位任务分解单")]
    assert len(list(folder.glob("*.html"))) == 15
    assert "成果转化处任务分解单" in (folder / "成果处.html").read_text("utf-8")


def test_a_unit_is_found_by_typing_and_the_file_can_be_opened(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F9 + RIGHT + DOWN + F2 + "cgc" + ENTER)
    terminal.wait_for("成果转化处任务分解单")
    terminal.write(ENTER)
    terminal.wait_for("已保存到")
    terminal.write(F10 + "打开打印件" + ENTER)
    terminal.wait_for("没有桌面可以打开文件|已请桌面打开")


@pytest.mark.usefixtures("printer")
def test_a_long_print_shows_how_far_it_is_and_is_cancelled_without_a_trace(start: Start, home: Path) -> None:
    terminal = start(new_list(home / "大清单.json", 3_000))
    terminal.wait_for("任务1:")
    terminal.wait_for("已保存")
    terminal.write(F9)
    terminal.wait_for("第 1 页")
    terminal.write(ENTER)
    terminal.wait_for("正在生成打印文件")
    terminal.wait_for(r"\d+%")
    terminal.write(ESC)
    terminal.wait_for("已停止，一切照旧")
    assert not [
        path.name
        for path in home.iterdir()
        if path.suffix in {".pdf", ".yaodian"} or path.name in {"words", "spooled"}
    ]
    terminal.write(ESC)
    terminal.wait_for("F2 修改")
