"""The card of a unit, a person or the group's office: fields to edit, acts, and the rows to go to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.records.describing import NOTHING
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import BLANK, Line, Part, heading, padded, plain, widest
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

CardLineKind = Literal["field", "act", "row", "text", "head"]


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of the card: what it is, which field, act or row, its words; texts and heads are only read."""

    kind: CardLineKind
    name: str
    words: str
    label: str = ""
    """What the words are; it stands before them."""
    right: str = ""


class RosterCard(ModalScreen[CardLine | None]):
    """Shows a card; gives back the line that was chosen, or None."""

    place = "roster_card"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close"), Binding("f2", "choose")]

    def __init__(self, title: str, parts: Sequence[Sequence[CardLine]]) -> None:
        """Take a title, and the lines part by part."""
        super().__init__()
        self._title = title
        self._parts = [part for part in parts if part]
        self._lines: list[CardLine | None] = []

    def compose(self) -> ComposeResult:
        """The parts with a rule between them."""
        with DialogBox(classes="dialog wide") as box:
            box.plane.show_title(self._title)
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield KeyedList()

    def on_mount(self) -> None:
        """Show the parts, the cursor on the first line that can be chosen."""
        shown: list[Line] = []
        for part in self._parts:
            if shown:
                shown.append(BLANK)
                self._lines.append(None)
            width = widest([line.label for line in part])
            shown += [_line(line, width) for line in part]
            self._lines += part
        self.query_one(KeyedList).show_lines(shown)

    def on_line_list_selected(self) -> None:
        """Enter takes a line."""
        self.action_choose()

    def action_choose(self) -> None:
        """F2 takes the line under the cursor."""
        cursor = self.query_one(KeyedList).cursor
        if cursor is not None:
            self.dismiss(self._lines[cursor])

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)


def _line(line: CardLine, width: int) -> Line:
    """Return a line as it is shown: its label in a column, what can be gone to or done with its sign."""
    if line.kind == "head":
        return heading(line.words, line.right)
    is_read_only = line.kind == "text"
    if line.label:
        label = Part(f"{padded(line.label, width)}  ", "dim")
        words = Part(line.words, "faint" if line.words == NOTHING else "text")
        return Line((words,), (label,), is_read_only=is_read_only, is_cut=line.kind == "row")
    return plain(line.words, "dim" if is_read_only else "text", is_read_only=is_read_only)
