"""The card of a unit, a person or the group's office: fields to edit, acts, and the rows to go to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.screen.dialogs.options import foot_of, plain_option
from tui.screen.widgets.plane import DialogBox

CardLineKind = Literal["field", "act", "row", "text"]


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of the card: what it is, which field, act or row, and its words; a text is only read."""

    kind: CardLineKind
    name: str
    words: str


class RosterCard(ModalScreen[CardLine | None]):
    """Shows a card; gives back the line that was chosen, or None."""

    place = "roster_card"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close"), Binding("f2", "choose")]

    def __init__(self, title: str, parts: Sequence[Sequence[CardLine]]) -> None:
        """Take a title, and the lines part by part."""
        super().__init__()
        self._title = title
        self._parts = [part for part in parts if part]
        self._lines = [line for part in self._parts for line in part]

    def compose(self) -> ComposeResult:
        """The parts with a rule between them."""
        with DialogBox(classes="dialog wide") as box:
            box.plane.show_title(self._title)
            box.plane.show_keys(foot_of(self))
            options = OptionList()
            for number, part in enumerate(self._parts):
                if number:
                    options.add_option(None)
                options.add_options([_option(line) for line in part])
            yield options

    def on_mount(self) -> None:
        """Begin at the first line that can be chosen."""
        for index, line in enumerate(self._lines):
            if line.kind != "text":
                self.query_one(OptionList).highlighted = index
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter takes a line."""
        self.dismiss(self._lines[event.option_index])

    def action_choose(self) -> None:
        """F2 takes the highlighted line."""
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            self.dismiss(self._lines[highlighted])

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)


def _option(line: CardLine) -> Option:
    return plain_option(line.words, is_read_only=line.kind == "text")
