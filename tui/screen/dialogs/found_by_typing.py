"""What the dialogs share that find lines by what is typed: the field keeps the keys, the arrows move the highlight below it."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import OptionList

_R = TypeVar("_R")


class FoundByTyping(ModalScreen[_R | None]):
    """A field over a list of options; gives back none when left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel"),
        Binding("up", "move('cursor_up')"),
        Binding("down", "move('cursor_down')"),
        Binding("pageup", "move('page_up')"),
        Binding("pagedown", "move('page_down')"),
    ]

    def action_move(self, step: str) -> None:
        """Move the highlight while the field keeps the keys."""
        getattr(self.query_one(OptionList), f"action_{step}")()

    def action_cancel(self) -> None:
        """Leave without a choice."""
        self.dismiss(None)
