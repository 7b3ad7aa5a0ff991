"""A text asked for in a dialog of its own."""

import re
from collections.abc import Callable

from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.screen.dialogs.frame import said_under_title
from tui.screen.dialogs.text_entry import TextAsked, TextEntry
from tui.screen.widgets.plane import DialogBox

# 25; 2026-10; 2026Q4; 2026-W43; 2026-11-01 14:30.
_FIGURE = re.compile(r"[-\d./:QHW ]+")


class TextDialog(ModalScreen[str | None]):
    """Asks for a text; gives it back cleaned of control characters, or None when left.

    A number, a day or a period that stands there is written anew by the first key, words are gone on with.
    """

    place = "text"

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        long: bool = False,
        check: Callable[[str], object] | None = None,
        problem: str = "",
    ) -> None:
        """Take what is edited, its text, and why the last text did not do."""
        super().__init__()
        is_figure = _FIGURE.fullmatch(text) is not None
        self._asked = TextAsked(title, text, long=long, is_selected=is_figure, check=check, problem=problem)

    @classmethod
    def asking(cls, asked: TextAsked) -> "TextDialog":
        """Return the dialog that asks for a text with all that is said of it."""
        dialog = cls(asked.title)
        dialog._asked = asked
        return dialog

    def compose(self) -> ComposeResult:
        """The field, with its keys at the foot."""
        with DialogBox(classes="dialog") as box:
            box.plane.show_title(self._asked.title)
            entry = TextEntry(self._asked)
            box.plane.show_keys(entry.keys)
            yield said_under_title(self)
            yield entry

    @property
    def is_changed(self) -> bool:
        """Whether more was typed than is left without a question."""
        return self.query_one(TextEntry).is_changed

    def action_cancel(self) -> None:
        """Leave; a changed text is asked about."""
        self.query_one(TextEntry).leave()

    def on_text_entry_kept(self, event: TextEntry.Kept) -> None:
        """Give the text back; Tab, which goes on to another cell elsewhere, has nowhere to go."""
        if not event.columns:
            self.dismiss(event.text)

    def on_text_entry_left(self) -> None:
        """Give nothing back."""
        self.dismiss(None)
