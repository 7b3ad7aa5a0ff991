"""The acts that end on paper and that no other calls: each is made when it is first asked for."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screen.acts.printing import PrintingActs
    from tui.screen.acts.reminders import ReminderActs
    from tui.screen.desk import Desk


class PrintedActs:
    """Acts on one desk, with those that print what came of them."""

    def __init__(self, desk: "Desk", printing: "Callable[[], PrintingActs]") -> None:
        """The desk that all of them work on, and what prints."""
        self._desk = desk
        self._printing = printing

    @cached_property
    def reminders(self) -> "ReminderActs":
        """Reminding units, and noting what they answered."""
        from tui.screen.acts.reminders import ReminderActs

        return ReminderActs(self._desk, self._printing())
