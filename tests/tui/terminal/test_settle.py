"""The page of tests.tui.apps.page in terminals of all kinds."""

import re
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

import pytest
from wcwidth import wcwidth

from tests.keys import CTRL, ENTER
from tests.pty import ROOT, Terminal

COMMAND = [sys.executable, "-m", "tests.tui.apps.page"]


class Options(TypedDict, total=False):
    """What is said of a terminal."""

    env: dict[str, str]
    ambiguous: int
    silent: bool
    encoding: str


GBK = {"LANG": "zh_CN.GBK"}
"""A locale that this machine need not have: a terminal of another machine names it too."""

TERMINALS: dict[str, tuple[Options, int]] = {
    "narrow": ({}, 1),
    "wide": ({"ambiguous": 2}, 2),
    "silent": ({"silent": True}, 1),
    "said to be wide": ({"ambiguous": 2, "silent": True, "env": {"YAODIAN_AMBIGUOUS": "2"}}, 2),
    "said to be narrow": ({"env": {"YAODIAN_AMBIGUOUS": "1"}}, 1),
    "GBK, as the locale says": ({"ambiguous": 2, "encoding": "gbk", "env": GBK}, 2),
    "GBK, though Python is told UTF-8": (
        {"ambiguous": 2, "encoding": "gbk", "env": {**GBK, "PYTHONUTF8": "1"}},
        2,
    ),
    "narrow GB18030": ({"encoding": "gb18030", "env": {"LC_ALL": "zh_CN.GB18030"}}, 1),
    "silent GBK": ({"encoding": "gbk", "env": GBK, "silent": True}, 1),
    "UTF-8, though the locale says GBK": ({"env": GBK}, 1),
    "UTF-8, though the locale says ASCII": (
        {"env": {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}},
        1,
    ),
}


def page(home: Path, size: tuple[int, int] = (60, 24), options: Options | None = None) -> Terminal:
    """The page in a terminal, with a home of its own."""
    options = options or {}
    return Terminal(
        COMMAND,
        size,
        {"HOME": str(home), **options.get("env", {})},
        ROOT,
        ambiguous=options.get("ambiguous", 1),
        silent=options.get("silent", False),
        encoding=options.get("encoding", "utf-8"),
    )


@pytest.mark.parametrize("name", TERMINALS)
def test_all_columns_align_and_early_keys_arrive(name: str, tmp_path: Path) -> None:
    options, ambiguous = TERMINALS[name]
    with page(tmp_path, options=options) as terminal:
        terminal.write("早a" + ENTER)
        terminal.wait_for("got 早a")
        terminal.wait_for("｜尾\n abc")
        frame = "|" if ambiguous == 2 else "│"
        lines = terminal.lines
        assert sum(line.startswith(frame) and line.endswith(frame) for line in lines) == 4
        assert {sum(cells(character, ambiguous) for character in line) for line in lines[:6]} == {30}
        assert len(terminal.columns_of("｜尾")) == 3
        assert len(set(terminal.columns_of("｜尾"))) == 1


def cells(character: str, ambiguous: int) -> int:
    return wcwidth(character, ambiguous_width=ambiguous)


def test_chinese_breaks_as_in_print_in_what_is_drawn_and_what_is_edited(tmp_path: Path) -> None:
    with page(tmp_path) as terminal:
        terminal.wait_for("│深化科技成果“三权”改革，推进│\n│成果转化，落地见效。")
        terminal.wait_for("牵头单位：成果处、\n法制处，配合单位：\n合作处。")


def test_no_control_character_reaches_the_terminal(tmp_path: Path) -> None:
    with page(tmp_path) as terminal:
        terminal.wait_for(re.escape("净[31m红字1m\n"))
        assert not any(bad.encode() in terminal.output for bad in ("\x1b[31m红", "\u202e", "\x9b"))


def test_stray_bytes_do_no_harm(tmp_path: Path) -> None:
    with page(tmp_path) as terminal:
        terminal.wait_for("牵头单位")
        terminal.write(b"a\xd6\xd0\xff")
        terminal.write("中" + ENTER)
        terminal.wait_for("got a\ufffd\ufffd\ufffd中")


def test_the_cursor_stands_where_one_types_before_the_first_key(tmp_path: Path) -> None:
    with page(tmp_path) as terminal:
        terminal.wait_for("牵头单位")
        terminal.wait_for_cursor(row=16)
        terminal.write("中文")
        # Textual's field counts one cell more at the end of its text.
        terminal.wait_for_cursor(row=16, column=5)


@pytest.mark.parametrize(
    ("options", "reason", "in_chinese"),
    [
        ({"env": {"TERM": "linux"}}, "cannot show Chinese", False),
        ({"env": {"TERM": "vt220"}}, "cannot show Chinese", False),
        ({"env": {"TERM": "dumb"}}, "cannot show Chinese", True),
        ({"env": {"TERM": "dumb", "LANG": "C"}}, "cannot show Chinese", False),
        ({"encoding": "latin-1"}, "takes neither UTF-8", False),
        ({"encoding": "latin-1", "env": GBK}, "takes neither UTF-8", False),
    ],
)
def test_a_terminal_without_a_screen_is_told_so_and_in_chinese_where_it_has_it(
    options: Options, reason: str, in_chinese: bool, tmp_path: Path
) -> None:
    with page(tmp_path, (100, 24), options) as terminal:
        assert terminal.exit_code() == 3
        said = [line for line in terminal.lines if line]
        assert said[0].startswith("Yaodian: ") and reason in said[0]
        assert said[1].endswith("yaodian --help")
        assert any(line.startswith("要点：") for line in said) == in_chinese
        assert in_chinese or "".join(said).isascii()
        assert b"\x1b[?1049h" not in terminal.output


class Switching(Terminal):
    """A terminal that takes Latin-1 until it is told to take UTF-8, as xterm in the C locale does."""

    def hear(self, data: bytes) -> None:
        """Do as one is told."""
        if b"\x1b%G" in data:
            self.take("utf-8")


def test_a_terminal_that_can_take_both_is_given_back_as_it_was(tmp_path: Path) -> None:
    with Switching(COMMAND, env={"HOME": str(tmp_path)}, cwd=ROOT, encoding="latin-1") as terminal:
        terminal.wait_for("深化科技成果“三权”改革")
        terminal.write("中" + ENTER)
        terminal.wait_for("got 中")
        terminal.write(CTRL("q"))
        assert terminal.exit_code() == 0
        assert terminal.output.endswith(b"\x1b%@")


def test_a_pipe_is_told_in_two_languages_in_utf8() -> None:
    run = subprocess.run(
        COMMAND,
        cwd=ROOT,
        env={"PYTHONUTF8": "0", "LC_ALL": "POSIX"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 3
    assert "输入和输出必须是终端窗口" in run.stderr.decode()
    assert "must be a terminal" in run.stderr.decode()
