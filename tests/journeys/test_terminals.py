"""The program in terminals that are not the one it was written in: the same keys do the same."""

import sys
from pathlib import Path

import pytest

from tests.journeys.conftest import Saved
from tests.journeys.hands import on_disk, ready
from tests.keys import CTRL, ENTER
from tests.pty import ROOT, Terminal

ASKED = [sys.executable, "-m", "tui"]


@pytest.mark.parametrize(("encoding", "ambiguous"), [("gbk", 2), ("gb18030", 1)])
def test_chinese_is_typed_and_painted_in_a_terminal_of_a_gbk_locale(
    folders: dict[str, str], sample: Path, encoding: str, ambiguous: int
) -> None:
    env = {**folders, "LANG": f"zh_CN.{encoding.upper()}"}
    argv = [*ASKED, str(sample)]
    with Terminal(argv, env=env, cwd=ROOT, ambiguous=ambiguous, encoding=encoding) as terminal:
        ready(terminal)
        assert "“三权”" in terminal.text.replace("\n", "")
        assert "\\u" not in terminal.text and "\ufffd" not in terminal.text
        terminal.write("平台" + ENTER)
        on_disk(terminal, changes=2)
    assert Saved(sample).lead("1") == ("平台处", "刘红")


def test_the_program_runs_with_another_rich_and_says_what_that_costs(
    folders: dict[str, str], sample: Path
) -> None:
    other = "import rich._wrap; rich._wrap.divide_line = lambda *words, **options: []"
    main = "import sys; from tui.__main__ import main; sys.exit(main())"
    argv = [sys.executable, "-c", f"{other}; {main}", str(sample)]
    with Terminal(argv, env=folders, cwd=ROOT) as terminal:
        terminal.wait_for(r"本机的 rich（15\.0\.0）不合本程序.*：标点可能落在一行开头。")
        terminal.write("平台" + ENTER)
        on_disk(terminal, changes=2)


def test_a_window_without_room_says_what_it_needs_does_nothing_unseen_and_comes_back(
    folders: dict[str, str], sample: Path
) -> None:
    with Terminal([*ASKED, str(sample)], (80, 24), env=folders, cwd=ROOT) as terminal:
        ready(terminal)
        terminal.write("pt")
        terminal.wait_for("成果处 → 平台处")
        terminal.resize(3, 3)
        terminal.wait_for(r"\A40x\n12\n\Z")
        terminal.write("x" + ENTER)
        terminal.resize(20, 7)
        terminal.wait_for("窗口太小，请拉大到")
        terminal.settle()
        terminal.resize(80, 24)
        terminal.wait_gone("窗口太小")
        terminal.wait_for("成果处 → 平台处")
        terminal.write(ENTER)
        on_disk(terminal, changes=2)
        terminal.resize(2, 2)
        terminal.wait_for(r"\A40\nx1\Z")
        terminal.write(CTRL("q"))
        assert terminal.exit_code() == 0
    assert Saved(sample).lead("1") == ("平台处", "刘红")
