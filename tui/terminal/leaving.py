"""A screen that goes: what works for it is called off before its widgets go."""

from collections.abc import Awaitable, Callable
from typing import Any

from textual.screen import Screen

from tui.terminal.patches import Patch, Replaced


def _call_off_first(replaced: Replaced) -> None:
    """Have it so for all screens.

    Textual calls workers off once the widgets have gone: one whose thread answers in between finds nothing
    left to show its answer in, and the program ends by it.
    """

    async def message_loop_exit(self: Screen[Any]) -> None:
        """As Textual's: no message is left, and the widgets still stand."""
        for node in self.walk_children(with_self=True):
            self.workers.cancel_node(node)
        await theirs(self)

    theirs: Callable[[Screen[Any]], Awaitable[None]] = replaced.put(
        Screen, "_message_loop_exit", message_loop_exit
    )


CALLED_OFF = Patch("textual", "8.2.8", "关闭对话框时程序可能出错退出", _call_off_first)
"""Workers of a screen that goes end before its widgets do."""
