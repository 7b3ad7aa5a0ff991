"""`self-check` and `--about`: whether the program works here, and the page for the technician."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.pty import ROOT, Terminal
from tests.tui.command_line.conftest import Yaodian
from tests.tui.paper.reading import docx_tables
from tui.paper import fonts, pdf


def test_all_is_tried_and_nothing_stays(yaodian: Yaodian, own_state: Path, tmp_path: Path) -> None:
    code, out, err = yaodian("self-check", "-o", tmp_path / "自检.docx")
    assert (code, err) == (0, "")
    assert not own_state.exists()
    lines = out.splitlines()
    assert lines[-2:] == ["可以使用。", f"已印成 {tmp_path / '自检.docx'}。"]
    for name in ("读通知", "改责任", "印 docx", "印 pdf", "印 xlsx", "印 html", "印 text", "核对历史"):
        assert any(line.startswith(f"√ {name} ") for line in lines)
    (table,) = docx_tables((tmp_path / "自检.docx").read_bytes())
    said = [text for text, *_ in table.values()]
    at = said.index("读通知")
    assert said[at : at + 3] == ["读通知", "正常", "示例通知读出 9 行任务、15 个单位。"]


def test_what_does_not_work_is_named_and_the_rest_is_tried(
    yaodian: Yaodian, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pdf, "_new_file", broken)
    code, out, err = yaodian("self-check", "--json")
    told = json.loads(out)
    assert code == 1 and told["usable"] is False
    assert [one["name"] for one in told["tried"] if not one["works"]] == ["印 pdf"]
    assert "不能使用：印 pdf 有问题，请把以上结果交给维护人员。" in err
    assert "× 印 pdf " in yaodian("self-check")[1]


def test_a_sheet_of_no_known_format_is_refused_before_anything_is_tried(yaodian: Yaodian) -> None:
    code, out, err = yaodian("self-check", "-o", "自检.wps")
    assert code == 1 and "可以使用" not in out
    assert "“自检.wps”不知道印成什么格式，文件名请以 .docx、.pdf、.xlsx、.html、.txt 结尾。" in err


def test_the_page_for_the_technician(yaodian: Yaodian, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YAODIAN_HOME", "/media/U盘/yaodian-data")
    code, out, _ = yaodian("--about")
    assert code == 0
    assert "/media/U盘/yaodian-data/config/settings.toml" in out
    assert "安装在本机" in out
    assert "屏幕    在这里不能打开：输入和输出必须是终端窗口。" in out
    assert "读 PDF" in out and "印 PDF（.pdf，版面固定）           能\n" in out


@pytest.mark.skipif(os.name == "nt", reason="pty is Unix'")
def test_the_page_tells_what_the_terminal_shows(tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    argv = [sys.executable, "-m", "tui", "--about"]
    with Terminal(argv, (100, 50), env, ROOT, ambiguous=2) as terminal:
        terminal.wait_for("公文字体|缺字体")
        text = terminal.text
    assert "屏幕      能打开，100 列 50 行，256 色" in text
    assert "符号宽度  “…—① 终端画作 2 格；设置 auto" in text


def test_a_machine_without_chinese_letters_can_be_used_but_for_pdf(
    yaodian: Yaodian, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "installed", dict)
    code, out, err = yaodian("self-check")
    assert (code, err) == (0, "")
    assert "△ 印 pdf      这台机器没有找到中文字体，不能生成 pdf。请安装一种" in out
    assert out.endswith("可以使用，只是 印 pdf 不行，怎么办见上（标 △ 的）。\n")
    told = yaodian("--about")[1]
    assert "印 PDF（.pdf，版面固定）           不能：这台机器没有找到中文字体" in told
    assert "公文字体" not in told


@pytest.mark.parametrize("home", ["file/yaodian-data", "n" * 300])
def test_folders_that_take_nothing_are_told(
    yaodian: Yaodian, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("YAODIAN_HOME", str(tmp_path / home))
    monkeypatch.setenv("HOME", str(tmp_path / home))
    fonts.installed.cache_clear()
    code, out, _ = yaodian("self-check")
    assert "√ 印 pdf" in out
    assert code == 0
    assert "△ 用户文件夹" in out and "设置和最近文件记不住，清单照样能存" in out
    assert "可以使用，只是 用户文件夹 不行" in out
