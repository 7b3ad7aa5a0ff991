"""The field of one line: of what is pasted nothing is lost, and Ctrl+A selects all as it does elsewhere."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from store.words.cleaning import clean_line


class LineField(Input):
    """A field of Textual, which would take the first of several lines that are pasted and no other."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all")]

    def on_paste(self, event: events.Paste) -> None:
        """Put in all that is pasted, as one line."""
        event.stop()
        event.prevent_default()
        self._put_in(event.text)

    def action_paste(self) -> None:
        """Put in what was copied in the program, as one line."""
        self._put_in(self.app.clipboard)

    def _put_in(self, text: str) -> None:
        line = clean_line(text.strip("\r\n"))
        if self.selection.is_empty:
            self.insert_text_at_cursor(line)
        else:
            self.replace(line, *self.selection)
