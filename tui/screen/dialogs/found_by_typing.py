"""What the dialogs share that find lines by what is typed.

The field keeps the keys; the arrows move the cursor in the list below it.
"""

from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import ModalScreen

from tui.screen.widgets.line_list import LineList

_R = TypeVar("_R")


class FoundByTyping(ModalScreen[_R | None]):
    """A field over a list of lines; gives back None when left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "cancel"),
        ("up", "move(-1)"),
        ("down", "move(1)"),
        ("pageup", "page(-1)"),
        ("pagedown", "page(1)"),
    ]

    @property
    def lines(self) -> LineList:
        """The list below the field."""
        return self.query_one(LineList)

    def action_move(self, step: int) -> None:
        """Move to another line while the field keeps the keys."""
        self.lines.move(step)

    def action_page(self, pages: int) -> None:
        """Move on by a height of the list."""
        self.lines.move_pages(pages)

    def action_cancel(self) -> None:
        """Leave without a choice."""
        self.dismiss(None)
