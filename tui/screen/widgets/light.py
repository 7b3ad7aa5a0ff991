"""A light on rows that were just changed: the eye finds them, and nothing moves."""

from collections.abc import Callable
from functools import partial

LIT_SECONDS = 1.5


class Light:
    """Lights the ground of some rows of a pane for a moment."""

    def __init__(
        self,
        redraw: Callable[[frozenset[str]], None],
        after: Callable[[float, Callable[[], None]], object],
    ) -> None:
        """Take what draws the rows of some keys anew, and what calls after so many seconds."""
        self._redraw = redraw
        self._after = after
        self._times = 0
        self.keys: frozenset[str] = frozenset()
        """The rows that are lit now."""

    def shine_on(self, keys: frozenset[str]) -> None:
        """Light some rows, and no others, until the moment is over."""
        self._times += 1
        self._set(keys)
        self._after(LIT_SECONDS, partial(self._go_out, self._times))

    def _go_out(self, time: int) -> None:
        """End the moment of one time, unless other rows were lit since."""
        if time == self._times:
            self._set(frozenset())

    def _set(self, keys: frozenset[str]) -> None:
        changed = keys ^ self.keys
        self.keys = keys
        self._redraw(changed)
