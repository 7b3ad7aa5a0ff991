"""Keys written at once leave the screen that the same keys leave when typed one by one."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.keys import (
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
    F8,
    F9,
    HOME,
    LEFT,
    PAGE_DOWN,
    RIGHT,
    SHIFT_TAB,
    TAB,
    UP,
    paste,
)
from tests.pty import Terminal

AFRESH, FINISH = F8, F9
WORST = (
    F6
    + END
    + "ptc"
    + ENTER
    + "m"
    + DOWN
    + "m"
    + "n甲乙"
    + ENTER
    + "m"
    + HOME
    + DOWN
    + "m"
    + "pyj"
    + ENTER
    + "m"
)
WORST_SAYS = "统筹处 卫健委 甲乙 财政局 应急局"

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
    "an act that reads, asks and reads": F6 + "a甲" + ENTER + "m" + UP + "m",
    "overlay": WORST,
    "overlay left by Esc": F6 + "pyj" + ESC + DOWN + DOWN + "m",
    "overlay left by Esc, letter at once": F6 + "pyj" + ESC_ALONE + "m" + DOWN + "m",
    "highlights of a list": F6 + "m" + DOWN + "m" + DOWN + DOWN + "m" + END + "m" + HOME + "m",
    "highlights of a tree": F7 + HOME + DOWN + "m" + ENTER + DOWN + "m" + END + "m",
    "options removed": F6 + "d" + "m" + DOWN + "d" + "m" + "dd" + "m",
    "page after more options": F6 + "n一" + ENTER + "n二" + ENTER + HOME + PAGE_DOWN + "m",
    "a handler that awaits": F6 + "sxy" + LEFT + "z",
    "focus after the next drawing": F6 + "fxy" + LEFT + "z",
    "a screen put in the place of another": F6
    + DOWN
    + "m"
    + AFRESH
    + F6
    + DOWN
    + DOWN
    + "m"
    + AFRESH
    + F6
    + END
    + "m",
    "a focused field that is removed": F6 + "r甲乙" + F2 + DOWN + "m" + "r丙" + F2 + "m",
}


DEMO = [sys.executable, "-m", "tests.tui.apps.keys_demo"]


@contextmanager
def started(home: Path) -> Iterator[Terminal]:
    with Terminal(DEMO, size=(80, 26), env={"HOME": str(home), "TEXTUAL_ANIMATIONS": "none"}) as terminal:
        yield terminal


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    with started(tmp_path_factory.mktemp("home")) as terminal:
        terminal.wait_for("见：")
        yield terminal


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    with started(tmp_path_factory.mktemp("other")) as terminal:
        terminal.wait_for("见：")
        yield terminal


def begin(terminal: Terminal) -> None:
    terminal.write(AFRESH + FINISH)
    terminal.wait_for("^完$")
    terminal.write(AFRESH)
    terminal.wait_gone("完")
    terminal.wait_for("见：")


@pytest.mark.parametrize("keys", SITUATIONS.values(), ids=SITUATIONS.keys())
def test_a_burst_is_as_good_as_one_key_at_a_time(demo: Terminal, other: Terminal, keys: str) -> None:
    for terminal in demo, other:
        begin(terminal)
    demo.write(keys + FINISH)
    other.type(keys + FINISH)
    for terminal in demo, other:
        terminal.wait_for("^完$")
        terminal.settle()
    assert demo.text == other.text


@pytest.mark.parametrize("times", [3, pytest.param(15, marks=pytest.mark.slow)])
def test_the_worst_is_right_every_time(demo: Terminal, times: int) -> None:
    begin(demo)
    for time_ in range(1, times + 1):
        demo.write(WORST)
        demo.wait_for(f"说{5 * time_}：.*{WORST_SAYS}$")
    demo.write(WORST * 3)
    demo.wait_for(f"说{5 * (times + 3)}：.*{WORST_SAYS}$")


def test_held_keys_are_neither_lost_nor_slow(demo: Terminal) -> None:
    begin(demo)
    demo.write(F6 + "t" + END + HOME)
    demo.wait_for("第1项(.*\n)*见：安委办")
    demo.settle()
    before = demo.cpu_seconds
    demo.write(DOWN * 200)
    demo.wait_for("见：第191项")
    assert demo.cpu_seconds - before < 2  # Of its own time, as the machine may be busy with other tests.
    demo.settle(0.3)
    assert "见：第191项" in demo.text
    before = demo.cpu_seconds
    time.sleep(0.5)
    assert demo.cpu_seconds - before < 0.05


def test_a_handler_that_waits_for_a_later_key_gets_it(demo: Terminal) -> None:
    begin(demo)
    demo.write(F6 + "b甲" + ENTER + DOWN + "m")
    demo.wait_for("说2：答甲 财政局")


def test_keys_typed_while_the_program_starts_wait_for_it(tmp_path: Path) -> None:
    with started(tmp_path) as demo:
        demo.write(F6 + DOWN + "m")
        demo.wait_for("说1：财政局")


def test_keys_after_the_one_that_quits_are_dropped(tmp_path: Path) -> None:
    with started(tmp_path) as demo:
        demo.wait_for("见：")
        demo.write(F6 + DOWN + "q" + DOWN + "n甲乙" + ENTER + "m" * 50)
        assert demo.exit_code() == 3
