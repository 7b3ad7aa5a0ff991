"""Rows that were just changed are lit for a moment, drawn anew when they are and when it is over."""

from collections.abc import Callable

from tui.screen.widgets.light import LIT_SECONDS, Light
from tui.screen.widgets.row_pane import RowPane


class Pane(RowPane):
    """A pane whose moments are over when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[frozenset[str]] = []
        self.moments: list[tuple[float, Callable[[], None]]] = []

    def refresh_rows(self, keys: frozenset[str], lines: int | None = None) -> None:
        self.drawn.append(keys)


def test_rows_are_lit_for_a_moment() -> None:
    pane = Pane()
    light = Light(pane.refresh_rows, lambda seconds, end: pane.moments.append((seconds, end)))
    light.shine_on(frozenset({"a", "b"}))
    assert light.keys == {"a", "b"}
    light.shine_on(frozenset({"b", "c"}))
    assert light.keys == {"b", "c"} and pane.drawn[-1] == {"a", "c"}
    (_, first), (seconds, second) = pane.moments
    assert seconds == LIT_SECONDS
    first()
    assert light.keys == {"b", "c"}, "the first moment ends nothing of the second"
    second()
    assert not light.keys and pane.drawn[-1] == {"b", "c"}
