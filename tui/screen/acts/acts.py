"""All acts of a screen, joined: each is made when it is first asked for, with the desk and the acts that it calls."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screen.acts.history import HistoryActs
    from tui.screen.desk import Desk


class Acts:
    """The acts on one desk. A command names one by attribute and method: `history.undo`."""

    def __init__(self, desk: "Desk") -> None:
        """The desk that all of them work on."""
        self._desk = desk

    @cached_property
    def history(self) -> "HistoryActs":
        """Looking back, taking back, and saying why."""
        from tui.screen.acts.history import HistoryActs

        return HistoryActs(self._desk)
