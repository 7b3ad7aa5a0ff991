"""A signal, or a window that is closed, ends the program as its own key does: what was changed is saved, and
the terminal is as it was found.
"""

import signal
import sys
import time
from pathlib import Path

import pytest

from tests.journeys.conftest import Launch, Saved
from tests.journeys.hands import on_disk, ready
from tests.keys import ENTER, F2
from tests.pty import Terminal
from tests.store.small_list import journal_path


def changed(terminal: Terminal) -> Terminal:
    """The sample with a change that was just made."""
    ready(terminal).write("ptc" + ENTER)
    on_disk(terminal, changes=2)
    return terminal


def assert_closed(path: Path) -> None:
    """The list has its change, and nothing is left in the journal for the next opening."""
    assert Saved(path).lead("1") == ("平台处", "刘红")
    assert not journal_path(path).exists() or not journal_path(path).stat().st_size


@pytest.mark.parametrize("name", ["SIGTERM", "SIGQUIT", "SIGHUP"])
def test_a_signal_leaves_the_terminal_as_it_was_and_the_list_closed(
    launch: Launch, sample: Path, name: str
) -> None:
    terminal = launch(sample)
    before = terminal.state
    changed(terminal).write(F2 + "半句")
    terminal.settle()
    assert terminal.state["line"] != before["line"]
    number = signal.Signals[name]
    terminal.signal(number)
    assert terminal.exit_code() == 128 + number
    assert terminal.state == before
    assert_closed(sample)


def test_a_window_that_is_closed_closes_the_list(launch: Launch, sample: Path) -> None:
    assert changed(launch(sample)).hang_up() == 128 + signal.SIGHUP
    assert_closed(sample)


@pytest.mark.slow
def test_a_window_that_is_closed_while_it_takes_nothing_closes_the_list(launch: Launch, sample: Path) -> None:
    terminal = changed(launch(sample))
    for number in range(60):  # Each has the whole screen drawn, and nobody reads it.
        terminal.resize(100 + number % 2, 30)
        time.sleep(0.1)
    assert terminal.hang_up() == 128 + signal.SIGHUP
    assert_closed(sample)


def test_a_signal_while_the_terminal_is_asked_leaves_it_as_it_was(folders: dict[str, str]) -> None:
    with Terminal([sys.executable, "-m", "tui"], env=folders, silent=True) as terminal:
        before = terminal.state
        while terminal.state == before:
            terminal.settle()
        terminal.signal(signal.SIGTERM)
        assert terminal.exit_code() == 128 + signal.SIGTERM
        assert terminal.state == before
        assert b"\x1b[?1049h" not in terminal.output
