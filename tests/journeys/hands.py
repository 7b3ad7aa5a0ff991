"""What the journeys share: waiting for the sample, keys in one burst or paced, and what is on the disk."""

from typing import TypeVar

from tests.journeys.conftest import Screen
from tests.pty import Terminal
from tests.window import Window

_S = TypeVar("_S", Terminal, Window)


def ready(terminal: _S) -> _S:
    """Wait until the sample stands on the screen and is saved."""
    terminal.wait_for("重点任务清单 +6 事项 9 任务")
    terminal.wait_for("已保存")
    return terminal


def send(terminal: Screen, keys: str, paced: bool) -> None:
    """Send keys one by one, or all in one write."""
    (terminal.type if paced else terminal.write)(keys)


def on_disk(terminal: Screen, changes: int) -> None:
    """Wait until so many changes, the import included, are saved."""
    terminal.wait_for(rf"变更 {changes}\b.*已保存 [\d:]+")
