"""What the dialogs share that find options or lines by what is typed.

The field keeps the keys; the arrows move the highlight below it.
"""

from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import OptionList

from tui.screen.widgets.line_list import LineList

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


class FoundInLines(ModalScreen[_R | None]):
    """A field over a list of lines; gives back None when left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "cancel"),
        ("up", "move(-1)"),
        ("down", "move(1)"),
        ("pageup", "page(-1)"),
        ("pagedown", "page(1)"),
    ]

    def action_move(self, step: int) -> None:
        """Move to another line while the field keeps the keys."""
        self.query_one(LineList).move(step)

    def action_page(self, pages: int) -> None:
        """Move on by a height of the list."""
        self.query_one(LineList).move_pages(pages)

    def action_cancel(self) -> None:
        """Leave without a choice."""
        self.dismiss(None)
