"""The field of the picker: what is typed filters, other keys are told to the picker."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.screen.widgets.line_field import LineField


class PickerInput(LineField):
    """The filter: letters and characters filter, Space marks, Tab narrows to the row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "picker('mark')", priority=True),
        Binding("tab", "picker('alone')", priority=True),
        Binding("up", "picker('up')"),
        Binding("down", "picker('down')"),
        Binding("left", "side(-1)"),
        Binding("right", "side(1)"),
        Binding("escape", "picker('close')"),
        Binding("f2", "picker('stay')"),  # It opens the picker; in it, it neither takes nor leaves.
    ]

    is_beside_question = False
    """Whether the arrows go to the question below, not through the text."""

    @dataclass
    class Commanded(Message):
        """A key that is not text was pressed."""

        word: str

    def action_picker(self, word: str) -> None:
        """Tell the picker which key was pressed."""
        self.post_message(self.Commanded(word))

    def action_side(self, step: int) -> None:
        """Go to the answer beside, or one character to the side."""
        if self.is_beside_question:
            self.action_picker("up" if step < 0 else "down")
        elif step < 0:
            self.action_cursor_left()
        else:
            self.action_cursor_right()
