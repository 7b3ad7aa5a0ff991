"""What the dialogs share that find lines by what is typed.

The field keeps the keys; the arrows move the highlight below it.
"""

from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import OptionList

_R = TypeVar("_R")


class FoundByTyping(ModalScreen[_R | None]):
    """A field over a list of options; gives back None when left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "cancel"),
        ("up", "move('cursor_up')"),
        ("down", "move('cursor_down')"),
        ("pageup", "move('page_up')"),
        ("pagedown", "move('page_down')"),
    ]

    def action_move(self, step: str) -> None:
        """Move the highlight while the field keeps the keys."""
        getattr(self.query_one(OptionList), f"action_{step}")()

    def action_cancel(self) -> None:
        """Leave without a choice."""
        self.dismiss(None)
