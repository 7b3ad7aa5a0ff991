"""A screen that goes: what works for it is called off before its widgets go."""

from typing import Any

from textual.screen import Screen

_THEIRS = Screen._message_loop_exit


def install() -> None:
    """Have it so for all screens.

    Textual 8.2.8 calls workers off once the widgets have gone: one whose thread answers in between finds
    nothing left to show its answer in, and the program ends by it.
    """
    setattr(Screen, _message_loop_exit.__name__, _message_loop_exit)


async def _message_loop_exit(self: Screen[Any]) -> None:
    """As Screen._message_loop_exit: no message is left, and the widgets still stand."""
    for node in self.walk_children(with_self=True):
        self.workers.cancel_node(node)
    await _THEIRS(self)
