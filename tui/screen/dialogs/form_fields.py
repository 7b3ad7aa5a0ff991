"""The fields of a form: texts, and one of a few things; arrows and Tab go from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from store.words.cleaning import clean, clean_line
from tui.screen.dialogs.text_entry import TextField


@dataclass
class FieldLeft(Message):
    """The clerk goes on to a field so many further, back where it is below 0."""

    step: int


class FormKept(Message):
    """What stands in the form is to be kept."""


class FormLeft(Message):
    """The form is to be left."""


class FormText(TextField):
    """A text of a form; ↑ in its first line and ↓ in its last go to the field above and below."""

    def __init__(self, text: str, *, id: str, is_long: bool = False, placeholder: str = "") -> None:
        """Begin with a text; `is_long` says that it may have several lines."""
        super().__init__(
            text, soft_wrap=True, compact=True, highlight_cursor_line=False, id=id, placeholder=placeholder
        )
        self.is_long = is_long
        self._began_with = text

    @property
    def words(self) -> str:
        """The text as it is kept: without controls, and without blanks at its ends."""
        return (clean if self.is_long else clean_line)(self.text).strip()

    @property
    def is_changed(self) -> bool:
        """Whether something else stands in it than at first."""
        return self.words != self._began_with

    def begin(self, text: str, placeholder: str = "") -> None:
        """Begin anew with a text."""
        self._began_with = text
        self.placeholder = placeholder
        self.put(text)

    def put(self, text: str) -> None:
        """Put a text in the place of what stands in it."""
        self.text = text
        self.move_cursor(self.document.end)

    def action_keep(self, rows: int, columns: int) -> None:
        """Keep the form; Tab goes on to another field."""
        self.post_message(FieldLeft(columns) if columns else FormKept())

    def action_leave(self) -> None:
        """Leave the form."""
        self.post_message(FormLeft())

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up a line, from the first to the field above."""
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.post_message(FieldLeft(-1))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Go down a line, from the last to the field below."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.post_message(FieldLeft(1))
        else:
            super().action_cursor_down(select)


class OneOf(Static, can_focus=True):
    """One of a few things; ← and → choose another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)"),
        Binding("right,space", "turn(1)"),
        Binding("up,shift+tab", "go(-1)"),
        Binding("down,tab", "go(1)"),
        Binding("enter,ctrl+s", "keep"),
    ]

    @dataclass
    class Turned(Message):
        """Another was chosen."""

        field: "OneOf"
        before: int

    def __init__(self, labels: Sequence[str], number: int, *, id: str) -> None:
        """Take what there is, and the number of what is chosen at first."""
        super().__init__(id=id)
        self._labels = labels
        self.number = number

    def on_mount(self) -> None:
        """Show what is chosen."""
        self.choose(self.number)

    def choose(self, number: int) -> None:
        """Choose one by its number."""
        self.number = number
        label = self._labels[number]
        self.update(Content(f"◂ {label} ▸" if len(self._labels) > 1 else label))

    def action_turn(self, step: int) -> None:
        """Choose another."""
        before = self.number
        self.choose((before + step) % len(self._labels))
        self.post_message(self.Turned(self, before))

    def action_go(self, step: int) -> None:
        """Go on to another field."""
        self.post_message(FieldLeft(step))

    def action_keep(self) -> None:
        """Keep the form."""
        self.post_message(FormKept())
