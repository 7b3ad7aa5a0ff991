"""What a key writes to the terminal."""

from pathlib import Path

from tests.journeys.conftest import Launch
from tests.keys import DOWN
from tests.pty import Terminal

MOST_BYTES = 1_500
"""Where nothing scrolls: a line of 9,600 baud carries them in a second and a half."""


def bytes_of(terminal: Terminal, key: str) -> int:
    """What one key brings to the terminal until it is silent."""
    before = len(terminal.output)
    terminal.type(key)
    terminal.settle(0.5)
    return len(terminal.output) - before


def test_a_step_writes_two_rows_and_what_belongs_to_them(launch: Launch, sample: Path) -> None:
    terminal = launch(sample)
    terminal.wait_for("›.*胡　军")
    terminal.wait_for("核对 18 提醒")
    terminal.settle(1)
    assert 0 < bytes_of(terminal, DOWN) <= MOST_BYTES
    assert "▌2 " in terminal.text
