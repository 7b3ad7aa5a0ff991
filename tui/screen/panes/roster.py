"""The roster: who is in the leading group, with post, portfolio and rows, then the units."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from store.records.tasklist import TaskList
from tui.screen.panes.roster_layout import RosterText, lines_of
from tui.screen.panes.roster_place import RosterPlace
from tui.screen.widgets.chosen import MARKING_KEYS
from tui.screen.widgets.line_pane import LinePane, RecordLine
from tui.screen.widgets.row_pane import keys_of_pane


class RosterPane(LinePane):
    """People in rank order, the group's office, then the units; posts what is to be edited."""

    @dataclass
    class Activated(Message):
        """The clerk wants to edit a line."""

        place: RosterPlace

    BINDINGS: ClassVar[list[BindingType]] = keys_of_pane(MARKING_KEYS)

    def __init__(self, tasks: TaskList, *, id: str | None = None) -> None:
        """An empty roster until shown."""
        super().__init__(id=id)
        self._tasks = tasks
        self._places: Sequence[RosterPlace] = ()
        self._texts: Sequence[Callable[[], RosterText]] = ()

    # ------------------------------------------------------------------ what is shown

    def show(self, tasks: TaskList) -> None:
        """Draw a list's roster and units, the cursor staying on its line."""
        # After the first frame, in which the roster is still empty: what it says needs half of the store.
        from tui.screen.panes.roster_places import roster_places

        record = self.place
        self._tasks = tasks
        drawn = list(roster_places(tasks))
        self._places = [place for place, _ in drawn]
        self._texts = [text for _, text in drawn]
        self.show_rows([place.named for place in self._places])
        self.show_record(record, self._places)

    @property
    def place(self) -> RosterPlace | None:
        """The line under the cursor; None in an empty roster."""
        return self._places[self.row] if self._places else None

    def show_place(self, record: str) -> None:
        """Bring the cursor to a person's entry or a unit; keys may come before the roster was first drawn."""
        if not self._places:
            self.show(self._tasks)
        for row, place in enumerate(self._places):
            if record in (place.record, place.named):
                self.move_to(row)
                return

    # ------------------------------------------------------------------ drawing

    def record_lines(self, row: int, width: int, *, whole: bool) -> Sequence[RecordLine]:
        """Return the lines of a place; a post whole, or cut to a line."""
        return lines_of(self._texts[row](), width, whole=whole)

    def reveal_marked(self, row: int) -> None:
        """Bring a marked place into view; if the roster must move for it, with a line above it."""
        top, _ = self.rows.span(row)
        self.rows.extend(to_line=top + self.body_height)
        self.fit()
        first = self.scroll_offset.y
        if self.is_seen and not first <= top < first + self.body_height - 1:
            above = max(0, top - 1)
            self.scroll_to(y=above, animate=False, force=True)

    # ------------------------------------------------------------------ moving

    def move(self, step: int) -> None:
        """Move the cursor by a line; from the last it goes on to the first, and back."""
        if self.rows.count:
            self.move_to((self.row + step) % self.rows.count)

    @property
    def places_meant(self) -> Sequence[RosterPlace]:
        """The lines that the clerk marked; where there are none, the one under the cursor."""
        marked = [place for place in self._places if place.named in self.chosen.keys]
        return marked or list(filter(None, [self.place]))

    def action_activate(self) -> None:
        """Edit what the cursor is on."""
        if self.place:
            self.post_message(self.Activated(self.place))
