"""The same acts in windows of every size and kind: all can be done, what they lead to can be read, and the
list is the same at the end.
"""

import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest

from tests.journeys.conftest import Saved, Screen, Start
from tests.keys import (
    CTRL,
    END,
    ENTER,
    ESC,
    ESC_ALONE,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    LEFT,
    RIGHT,
    TAB,
    UP,
)
from tests.pty import ROOT, Terminal
from tui.screen.app import THEME

HUGE, WIDE, OLD, NARROW, SMALL, TINY = (200, 50), (120, 40), (80, 25), (80, 24), (60, 20), (40, 12)

ACTS = (
    # Quick edit: the picker says what Enter would do.
    ("平台", "平台处.*刘红"),
    (ENTER + UP, "刘红"),
    # A text, written in its cell and read to its end; a deadline is said back.
    (LEFT + F2 + "并按月报告", r"并按\s*月报告"),
    (ENTER + UP + CTRL("u") + "6月底前", "2021-06-30"),
    # Find a row, see its card, narrow the list to a unit, and see all again.
    (ENTER + F3 + "包干", "包干"),
    (ENTER + ENTER, "第 4 行  四"),
    (ESC_ALONE + F4 + "平台处" + ENTER, "平台处"),
    (F4 + F6 + F6 + F6, "9 任务"),
    # What is to be seen to, what was done, what the keys do.
    (F5, "提醒"),
    (ESC_ALONE + F7 + TAB + "时限", "6月底前"),
    (ESC_ALONE + F1, "Ctrl"),
    # What has no key, by the menu.
    (ESC_ALONE + F10 + "另存副本", "另存副本"),
    (ENTER + ENTER, "重点任务"),
    # Who has a unit, in the roster; a crossing of the 方阵, and back.
    (F6 + END + UP * 3 + " " + "王振旭", "王振旭"),
    (ENTER, "名册"),
    (F6 + F6 + F8 + F8 + RIGHT * 2 + " " + TAB, "方阵"),
    (F8 + F8 + CTRL("z"), "重点任务"),
    # A sheet on paper.
    (F9, "docx"),
    (ENTER, "已保存到"),
)
"""Keys, and what must be readable after them wherever there is a screen."""


def acts_of(screen: Screen, path: Path) -> list[str]:
    """Do all acts, each once what the last led to is seen; the titles of what was changed."""
    screen.wait_for("已保存")
    for keys, seen in ACTS:
        screen.write(keys.replace(ESC_ALONE, ESC) if isinstance(screen, Terminal) else keys)
        screen.wait_for(seen)
    screen.settle()
    assert path.with_stem("示例 副本").is_file() and list(path.parent.glob("*.docx"))
    return [title for title in Saved(path).titles[1:] if not title.startswith("打印")]


CHANGED = [
    "第 1 行牵头单位：成果处 → 平台处",
    "修改第 1 行的重点任务",
    "第 1 行的完成时限：（空） → 6月底前",
    "定下转化中心由王振旭分管",
    "第 4 行牵头单位：规划处 → （空）；责任单位：+规划处",
    "撤销：第 4 行牵头单位：规划处 → （空）；责任单位：+规划处",
]
"""What the acts leave in the list."""


@pytest.mark.parametrize(
    ("size", "theme"),
    [
        (TINY, "ink"),
        (NARROW, "paper"),
        pytest.param(SMALL, "contrast", marks=pytest.mark.slow),
        pytest.param(WIDE, "ink", marks=pytest.mark.slow),
        pytest.param(HUGE, "paper", marks=pytest.mark.slow),
    ],
)
def test_all_acts_are_in_reach_at_every_size(
    start: Start, sample: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], theme: str
) -> None:
    monkeypatch.setenv(THEME, theme)
    assert acts_of(start(sample, size), sample) == CHANGED


def in_terminal(
    folders: dict[str, str], path: Path, size: tuple[int, int], cells: int, **env: str
) -> tuple[list[str], int]:
    """Do all acts in a terminal that gives “ so many cells; the titles, and how many lines were too long."""
    argv = [sys.executable, "-m", "tui", str(path)]
    with Terminal(argv, size, {**folders, **env}, ROOT, ambiguous=cells) as terminal:
        return acts_of(terminal, path), terminal.overflows


def test_a_wide_terminal_of_16_colours_does_the_same_and_no_line_is_too_long(
    folders: dict[str, str], sample: Path
) -> None:
    done, too_long = in_terminal(folders, sample, NARROW, 2, TERM="xterm")
    assert done == CHANGED
    assert not too_long


EACH = [
    *product((TINY, NARROW, OLD, WIDE, HUGE), (1, 2), ("ink", "paper"), ("xterm-256color",)),
    *product((TINY, WIDE), (1, 2), ("sixteen",), ("xterm",)),
]


@pytest.mark.slow
@pytest.mark.parametrize(("size", "cells", "theme", "term"), EACH)
def test_all_acts_are_in_reach_in_every_terminal(
    folders: dict[str, str], sample: Path, size: tuple[int, int], cells: int, theme: str, term: str
) -> None:
    done, too_long = in_terminal(folders, sample, size, cells, TERM=term, **{THEME: theme})
    assert done == CHANGED
    assert not too_long


DIALOGS = (
    (F7, "历史：第 1 行"),
    (F2 + "半句", "半句"),
    (F5, "到该处"),
    (F3 + "包干", "查找"),
    (F9, "Word"),
    (F10, "菜单"),
    (F1, "帮助："),
    (LEFT + ENTER, "第 1 行  一"),
    (CTRL("u") + "6月", "完成时限"),
    (CTRL("o"), "打开清单"),
)
"""What opens a dialog, and what stands in it at every size."""


@pytest.mark.parametrize(
    ("dialogs", "sizes"),
    [
        (DIALOGS[:3], (TINY, WIDE)),
        pytest.param(DIALOGS, (TINY, HUGE, OLD, WIDE), marks=pytest.mark.slow),
    ],
    ids=["some", "all"],
)
def test_a_window_is_pulled_at_during_a_dialog(
    start: Start, sample: Path, dialogs: Sequence[tuple[str, str]], sizes: Sequence[tuple[int, int]]
) -> None:
    """What is open stays open at every size, and Esc leads back."""
    window = start(sample, WIDE)
    window.wait_for("已保存")
    for keys, words in dialogs:
        window.write(keys)
        for columns, lines in sizes:
            window.wait_for(words)
            window.resize(columns, lines)
            window.wait_for(rf"\A(.*\n){{{lines - 1}}}.*\Z")
        window.wait_for(words)
        window.write(ESC_ALONE)
        window.settle()
    assert Saved(sample).titles[1:] == []
