"""A pane of records, one below the other, each of one line or more: marks cost no layout."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from rich.style import Style
from textual import events
from textual.binding import BindingType

from tui.screen.widgets.row_lines import RowLines
from tui.screen.widgets.row_pane import RowPane, keys_of_pane

LineRecord = TypeVar("LineRecord")

_KEYS = {
    "up": "step(-1)",
    "down": "step(1)",
    "pageup": "page(-1)",
    "pagedown": "page(1)",
    "home": "to_end(-1)",
    "end": "to_end(1)",
    "enter": "activate",
}


class LinePane(RowPane, can_focus=True):
    """Posts what the clerk wants done and changes nothing itself."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-pane--cursor", "line-pane--hover"}

    BINDINGS: ClassVar[list[BindingType]] = keys_of_pane(_KEYS)

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing until records are given."""
        super().__init__(id=id)
        self._keys: Sequence[str] = ()
        self._first_of_key: dict[str, int] = {}
        self._hovered: int | None = None

    def show_rows(self, rows: RowLines, keys: Sequence[str]) -> None:
        """Show rows of records, each marked by its key."""
        # As far as before, lest the scroll bar goes and comes again with an act.
        rows.extend(to_line=self.rows.height - 1)
        self.rows = rows
        self._keys = keys
        self._first_of_key = {}
        for row, key in enumerate(keys):
            self._first_of_key.setdefault(key, row)
        self._hovered = None
        self.lay_out_seen()
        self.refresh()

    def show_record(self, record: LineRecord | None, records: Sequence[LineRecord]) -> None:
        """Keep the cursor on a record, wherever it stands now; on the first of those shown if it is gone."""
        if record not in records:
            self.row = 0
            self.post_message(self.Moved(self))
        elif self.row >= len(records) or records[self.row] != record:
            self.row = records.index(record)
        elif not self.has_focus:
            return
        if records:
            self.reveal(self.row)

    def key_of(self, row: int) -> str:
        """Return the key by which a row is marked."""
        return self._keys[row]

    def style_of(self, row: int) -> Style:
        """Return how a row looks under the cursor and under the mouse."""
        if row == self.row:
            return self.get_component_rich_style("line-pane--cursor")
        if row == self._hovered:
            return self.get_component_rich_style("line-pane--hover")
        return Style.null()

    # ------------------------------------------------------------------ marks

    def mark(self, keys: frozenset[str]) -> None:
        """Mark the rows of some keys, no others; bring the first into view if another pane has the keys."""
        changed = keys != self._marked
        super().mark(keys)
        marked = [self._first_of_key[key] for key in keys if key in self._first_of_key]
        if changed and marked and not self.has_focus:
            self.reveal_marked(min(marked))

    def reveal_marked(self, row: int) -> None:
        """Bring a marked row into view."""
        self.reveal(row)

    def reveal(self, row: int) -> None:
        """Bring a row into view without moving the cursor."""
        span = self.rows.span(row)
        self.fit()
        self.bring_in(*span)

    def on_show(self) -> None:
        """Bring the cursor into view, which may have moved while another pane had the screen."""
        if self.rows.count:
            self.reveal(self.row)

    # ------------------------------------------------------------------ moving

    def action_step(self, rows: int) -> None:
        """Move the cursor by a row."""
        self.move(rows)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which row a click would choose."""
        self._hover(self.row_under(event))

    def on_leave(self) -> None:
        """Show no row as the one under the mouse."""
        self._hover(None)

    def _hover(self, row: int | None) -> None:
        if row == self._hovered:
            return
        before, self._hovered = self._hovered, row
        for changed in (before, row):
            if changed is not None and changed < self.rows.count:
                self.refresh_body(*self.rows.span(changed))
