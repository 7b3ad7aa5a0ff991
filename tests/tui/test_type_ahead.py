"""Keys written at once leave the screen that the same keys leave when typed one by one."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty import (
    BACKSPACE,
    DOWN,
    END,
    ENTER,
    ESC,
    ESC_ALONE,
    F2,
    F5,
    F6,
    F7,
    HOME,
    LEFT,
    PAGE_DOWN,
    RIGHT,
    SHIFT_TAB,
    TAB,
    UP,
    Terminal,
    paste,
)

WORST = F6 + DOWN + "ptc" + ENTER + "m" + DOWN + "m" + "n甲乙" + ENTER + "m" + UP + UP + "m" + "pyj" + ENTER + "m"

SITUATIONS = {
    "left left letter": F5 + END + LEFT + LEFT + "X",
    "home letter": F5 + HOME + "X",
    "backspaces letter": F5 + END + BACKSPACE * 2 + "X",
    "letters between motions": F5 + END + "甲" + LEFT + "乙" + HOME + "丙" + RIGHT + BACKSPACE + END + "丁",
    "paste between keys": F5 + HOME + paste("甲乙") + LEFT + "X" + TAB + paste("丙") + HOME + "Y",
    "tab letters": F5 + TAB + "abcd" + SHIFT_TAB + HOME + "X" + TAB + "ef",
    "dialog": F6 + DOWN + "n新名" + ENTER + "m" + UP + "m" + "n又一" + LEFT + "X" + ENTER + "m",
    "dialog left by Esc": F6 + "n新名" + ESC + DOWN + "m",
    "dialog made ready after it is mounted": F6 + "o后" + LEFT + "X" + ENTER + "m",
    "dialogs that a worker waits for": F6 + "w甲" + ENTER + "乙" + ENTER + "m" + UP + "m",
    "overlay": WORST,
    "overlay left by Esc": F6 + "pyj" + ESC + DOWN + DOWN + "m",
    "overlay left by Esc, letter at once": F6 + "pyj" + ESC_ALONE + "m" + DOWN + "m",
    "highlights of a list": F6 + "m" + DOWN + "m" + DOWN + DOWN + "m" + END + "m" + HOME + "m",
    "highlights of a tree": F7 + HOME + DOWN + "m" + ENTER + DOWN + "m" + END + "m",
    "options removed": F6 + "d" + "m" + DOWN + "d" + "m" + "dd" + "m",
    "page after more options": F6 + "n一" + ENTER + "n二" + ENTER + HOME + PAGE_DOWN + "m",
    "a handler that awaits": F6 + "sxy" + LEFT + "z",
    "focus after the next drawing": F6 + "fxy" + LEFT + "z",
    "a focused field that is removed": F6 + "r甲乙" + F2 + DOWN + "m" + "r丙" + F2 + "m",
}


@pytest.fixture
def program(tmp_path: Path) -> list[str]:
    return [sys.executable, "-m", "tests.tui.apps.keys_demo"]


@pytest.fixture
def demo(tmp_path: Path, program: list[str]) -> Iterator[Terminal]:
    with Terminal(program, env={"HOME": str(tmp_path), "TEXTUAL_ANIMATIONS": "none"}) as terminal:
        terminal.wait_for("见：")
        yield terminal


def paced(demo: Terminal, keys: str) -> str:
    demo.type(keys)
    demo.settle(0.4)
    return demo.text


@pytest.mark.parametrize("keys", SITUATIONS.values(), ids=SITUATIONS.keys())
def test_a_burst_is_as_good_as_one_key_at_a_time(demo: Terminal, tmp_path: Path, program: list[str], keys: str) -> None:
    demo.write(keys)
    with Terminal(program, env={"HOME": str(tmp_path), "TEXTUAL_ANIMATIONS": "none"}) as other:
        other.wait_for("见：")
        wanted = paced(other, keys)
    demo.settle(0.4)
    assert demo.text == wanted
