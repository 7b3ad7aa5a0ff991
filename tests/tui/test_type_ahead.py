"""Keys in one write do what they do when paced, in a real terminal."""

import sys
from collections.abc import Iterator

import pytest

from tests.pty import Terminal
from tests.tui.apps.burst import Burst

COMMAND = [sys.executable, "-m", "tests.tui.apps.burst"]
CASES = {
    "the caret in a field": ("f<Right><Left><Left>X<Home>Y<End>Z<BS><BS>W<Enter>", "first=YaXbW"),
    "taking back and typing": ("f<End><BS><BS>X<Enter>", "first=aX"),
    "Tab to another field": ("f<End>1<Tab>second<Enter>", "second=second"),
    "a screen pushed": ("ptext<Enter>phanzi<Enter>", "text|hanzi"),
    "Chinese, and Esc twice": ("p处室<Enter>p<Esc><Esc>f<End>办<Enter>", "处室||first=abc办"),
    "a worker that waits for screens": ("wfirst<Enter>second<Enter>p3<Enter>", "first|second|3"),
    "an overlay shown": ("optc<Enter>opq<Enter>", "picker=ptc|picker=pq"),
    "an overlay closed by Esc": ("optc<Esc>pabc<Enter>f<End>!<Enter>", "abc|first=abc!"),
    "Esc and Enter": ("optc<Esc><Enter>o1<Enter>", "picker=1"),
    "a mount awaited": ("gnew<Enter>", "grown=new"),
    "focus after a refresh": ("rlate<Enter>", "second=late"),
    "a handler that waits for keys": ("bpick<Enter>pmore<Enter>", "pick|more"),
    "an action that takes its time": ("s<End>d<Tab>x<Enter>", "second=x"),
    "arrows in a list": ("f<Tab><Tab><Down><Down><Down><Enter><Down><Enter>", "option 3|option 4"),
    "all together": ("p1<Enter>o2<Enter>f3<Enter>g4<Enter>w5<Enter>6<Esc>r7<Enter>", "1|picker=2|first=3|grown=4|5||second=7"),
}


@pytest.fixture(scope="module")
def terminal() -> Iterator[Terminal]:
    with Terminal(COMMAND) as terminal:
        terminal.wait_for("keys")
        yield terminal


def reset(terminal: Terminal) -> None:
    terminal.pace("<F5>")
    terminal.wait_for(lambda shown: shown.startswith("keys\n  abc\n") and "log" not in shown)


@pytest.mark.parametrize("case", CASES)
def test_a_burst_gives_the_screen_that_paced_keys_give(terminal: Terminal, case: str) -> None:
    typed, log = CASES[case]
    screens = []
    for send in (terminal.burst, terminal.pace):
        reset(terminal)
        send(typed)
        terminal.wait_for(f"log {log}\n")
        terminal.settle()
        screens.append(terminal.lines())
    assert screens[0] == screens[1]


def test_a_paste_keeps_its_place_among_the_keys(terminal: Terminal) -> None:
    reset(terminal)
    terminal.write("p1\x1b[200~中文\x1b[201~2\r\x1b[200~loose\x1b[201~f\x1b[F\x1b[200~3\x1b[201~4\r")
    terminal.wait_for("log 1中文2|pasted loose|first=abc34\n")


def test_keys_typed_before_the_program_is_there_are_not_lost() -> None:
    with Terminal(COMMAND) as terminal:
        terminal.burst("pearly<Enter>")
        terminal.wait_for("log early\n")


def test_many_arrows_in_one_write_are_all_counted(terminal: Terminal) -> None:
    reset(terminal)
    terminal.pace("f<Tab><Tab>")
    terminal.burst("<Down>" * 200 + "<Enter>")
    terminal.wait_for("log option 200\n")


def test_the_program_ends_with_keys_left_over() -> None:
    with Terminal(COMMAND) as terminal:
        terminal.wait_for("keys")
        terminal.burst("<F8>pmore<Enter>")
        assert terminal.exit_code() == 0
        assert "Traceback" not in terminal.text()


async def test_a_pilot_sees_what_its_keys_did() -> None:
    app = Burst()
    async with app.run_test() as pilot:
        await pilot.press("p", *"text", "enter", "f", "end", *"def", "enter")
        assert getattr(app.screen, "done", None) == ["text", "first=abcdef"]
