"""Esc and what follows it, as the driver reads them."""

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from tui.terminal import keyboard
from tui.terminal.patches import fit


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("\x1bq", ["escape", "q"]),
        ("\x1b\r", ["escape", "enter"]),
        ("\x1b\x7f\x1b\t", ["escape", "backspace", "escape", "tab"]),
        ("\x1b审x", ["escape", "审", "x"]),
        ("\x1b\x1b[B\x1bf", ["escape", "down", "escape", "f"]),
        ("\x1b[A\x1bOP\x1b[1;5C\x1b[Z", ["up", "f1", "ctrl+right", "shift+tab"]),
        ("\x1b" + "甲" * 40, ["escape", *"甲" * 40]),
        ("a\n", ["a", "ctrl+j"]),
    ],
)
def test_keys(typed: str, read: list[str]) -> None:
    assert not fit(keyboard.patches("utf-8"))
    assert [event.key for event in XTermParser().feed(typed) if isinstance(event, events.Key)] == read


def test_enters_that_came_while_the_terminal_kept_lines_are_enters() -> None:
    reader = keyboard._Reader("utf-8")
    assert reader.decode("成\n".encode()) == "成\r"
    assert reader.decode(b"\n") == "\n"
    assert keyboard._Reader("utf-8").decode(b"\x1b[200~1\n2\x1b[201~") == "\x1b[200~1\n2\x1b[201~"


def test_a_paste_keeps_its_newlines() -> None:
    assert not fit(keyboard.patches("utf-8"))
    assert [
        event.text
        for event in XTermParser().feed("\x1b[200~一\n二\x1b[201~x")
        if isinstance(event, events.Paste)
    ] == ["一\n二"]
