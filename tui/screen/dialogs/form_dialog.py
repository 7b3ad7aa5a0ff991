"""A dialog that is a form: going from field to field, the caret, what is refused, leaving."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import events
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tui.screen.dialogs.form_fields import FieldLeft, FormText
from tui.screen.dialogs.text_entry import ask_unsaved

_T = TypeVar("_T")


class FormDialog(ModalScreen[_T | None], Generic[_T]):
    """Has fields, and under them a line `#refusal`; who makes one of it says what Enter keeps."""

    @property
    def fields(self) -> Sequence[Widget]:
        """The fields that may have the keys, in their order."""
        return [one for one in self.query("OneOf, FormText") if one.focusable]

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that would be lost."""
        return any(field.is_changed for field in self.query(FormText))

    def text_of(self, name: str) -> FormText:
        """Return a text of the form by its name."""
        return self.query_one(f"#{name}", FormText)

    def say(self, words: str) -> None:
        """Say under the form why it is not kept."""
        self.query_one("#refusal", Static).update(Content(words))

    def on_field_left(self, event: FieldLeft) -> None:
        """Go to another field."""
        event.stop()
        fields = self.fields
        at = next((number for number, field in enumerate(fields) if field.has_focus), 0)
        fields[(at + event.step) % len(fields)].focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Have the input method open its window at the caret."""
        self.call_after_refresh(self._place_caret)

    def on_text_area_changed(self) -> None:
        """Take back what was said of a text that was written on since."""
        self.say("")
        self.call_after_refresh(self._place_caret)

    def _place_caret(self) -> None:
        if isinstance(self.focused, FormText):
            self.app.cursor_position = self.focused.cursor_screen_offset

    def on_form_left(self) -> None:
        """Leave."""
        self.action_cancel()

    def action_cancel(self) -> None:
        """Leave; what was typed is asked about."""
        if self.is_changed:
            ask_unsaved(self.app, lambda: self.dismiss(None))
        else:
            self.dismiss(None)
