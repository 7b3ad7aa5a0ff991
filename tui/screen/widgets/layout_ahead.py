"""Rows that are not seen are laid out in slices, so that no key waits for them."""

from time import monotonic
from typing import Protocol

from textual.timer import Timer, TimerCallback

from tui.screen.widgets.row_lines import RowLines

_SLICE_SECONDS = 0.004
_SHOWN_SECONDS = 0.25
"""Between two changes of the scroll bar, for each of which the pane is drawn."""


class LaidOut(Protocol):
    """A pane whose rows may be laid out bit by bit."""

    rows: RowLines

    @property
    def is_seen(self) -> bool:
        """Whether it has a size."""

    def fit(self) -> None:
        """Take the height that the rows have so far."""

    def set_timer(self, delay: float, callback: TimerCallback | None = None) -> Timer:
        """Call something after so many seconds."""


class LayoutAhead:
    """Lays out the further rows of a pane when no key waits."""

    def __init__(self, pane: LaidOut) -> None:
        """Take the pane whose rows they are."""
        self._pane = pane
        self._shown_at = 0.0
        self._due = False
        """The next slice waits for its turn: one at a time, however often the cursor moves."""

    def go_on(self) -> None:
        """Have the next slice laid out, where rows are left and the pane is seen."""
        waits = not self._pane.rows.complete and self._pane.is_seen
        if waits and not self._due:
            self._due = True
            self._pane.set_timer(_SLICE_SECONDS, self._lay_out)

    def _lay_out(self) -> None:
        self._due = False
        self._pane.rows.extend(seconds=_SLICE_SECONDS)
        now = monotonic()
        if self._pane.rows.complete or now - self._shown_at >= _SHOWN_SECONDS:
            self._shown_at = now
            self._pane.fit()
        else:
            self.go_on()
