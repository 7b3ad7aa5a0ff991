"""The manual (F1 and →): its pages one after another, the same as in docs."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from data import MANUAL, QUICK_START
from tui.screen.dialogs.frame import foot_of
from tui.screen.dialogs.manual_text import lines_of, title_of
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox


class ManualDialog(ModalScreen[None]):
    """A page, and the keys to the others; from the first one goes back to where one came from."""

    place = "manual"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f1,ctrl+g", "close"),
        Binding("left", "turn(-1)"),
        Binding("right", "turn(1)"),
    ]

    def __init__(self, page: str = QUICK_START) -> None:
        """Begin at a page, by its name."""
        super().__init__()
        self._at = MANUAL.index(page)

    def compose(self) -> ComposeResult:
        """The page."""
        with DialogBox(classes="dialog wide help") as box:
            box.plane.show_keys(foot_of(self))
            yield KeyedList()

    def on_mount(self) -> None:
        """Show the page from its top."""
        self._show()

    def _show(self) -> None:
        name = MANUAL[self._at]
        self.query_one(DialogBox).plane.show_title(title_of(name), f"{self._at + 1}/{len(MANUAL)}")
        self.query_one(KeyedList).show_lines(lines_of(name))

    def action_turn(self, step: int) -> None:
        """Turn to another page."""
        to = self._at + step
        if to < 0:
            self.action_close()
        elif to < len(MANUAL):
            self._at = to
            self._show()

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)
