"""What is drawn again is what changed, and the screen is then as if all had been drawn."""

import pyte
from rich.console import Console
from rich.segment import Segment
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from tests.vt_screen import Screen as TerminalScreen
from tui.terminal.compositor import ChangedLines

SIZE = (40, 12)


class Pane(Widget):
    """Shows its sign in every cell, and remembers the lines that it was asked for."""

    def __init__(self, sign: str) -> None:
        super().__init__(id=sign)
        self.sign = sign
        self.asked: set[int] = set()

    def render_line(self, y: int) -> Strip:
        self.asked.add(y)
        return Strip([Segment(self.sign * self.size.width)])


class Panes(Screen[None]):
    """Two panes side by side, and a line that lies over both."""

    CSS = """
    Panes { layers: below above; }
    Pane { width: 1fr; height: 12; }
    #over { layer: above; dock: bottom; width: 30; height: 3; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._compositor = ChangedLines()
        self.panes = Pane("a"), Pane("b")

    def compose(self) -> ComposeResult:
        yield Horizontal(*self.panes)
        yield Static("over", id="over")

    def on_mount(self) -> None:
        """Draw when the test looks, not before."""
        self.app._begin_batch()

    def changes(self) -> str:
        """What is written for all that was asked to be drawn again."""
        self._compositor.update_widgets(set(self.panes))
        return written(self._compositor.render_update())

    def whole(self) -> str:
        """What is written to draw all of it."""
        return written(self._compositor.render_update(full=True))


def written(update: object) -> str:
    assert isinstance(update, CompositorUpdate)
    return update.render_segments(Console())


async def test_only_the_changed_lines_are_asked_for_and_the_screen_is_whole() -> None:
    panes = Panes()
    terminal = TerminalScreen(*SIZE, 1, lambda _: None)
    stream = pyte.Stream(terminal)
    async with App[None]().run_test(size=SIZE) as pilot:
        await pilot.app.push_screen(panes)
        await pilot.pause()
        stream.feed(panes.whole())
        left, right = panes.panes
        left.asked.clear()
        right.asked.clear()
        left.sign, right.sign = "c", "d"
        left.refresh(Region(0, 2, 20, 1), Region(0, 8, 20, 2))
        right.refresh(Region(0, 4, 20, 1))
        stream.feed(panes.changes())
        assert left.asked == {2, 8}, "line 9 of it lies under the line over both"
        assert right.asked == {4}
        rows = ["a" * 20 + "b" * 20] * 12
        rows[2] = "c" * 20 + "b" * 20
        rows[4] = "a" * 20 + "d" * 20
        rows[8] = "c" * 20 + "b" * 20
        rows[9] = "over" + " " * 26 + "b" * 10
        rows[10] = rows[11] = " " * 30 + "b" * 10
        assert terminal.display == rows


async def test_of_a_whole_screen_what_is_hidden_is_not_asked_for() -> None:
    panes = Panes()
    terminal = TerminalScreen(*SIZE, 1, lambda _: None)
    async with App[None]().run_test(size=SIZE) as pilot:
        await pilot.app.push_screen(panes)
        await pilot.pause()
        left, right = panes.panes
        for pane in panes.panes:
            pane.asked.clear()
            pane.refresh()
        pyte.Stream(terminal).feed(panes.whole())
        assert left.asked == set(range(9))
        assert right.asked == set(range(12)), "the line over both leaves ten cells of it"
        assert terminal.display[8] == "a" * 20 + "b" * 20
        assert terminal.display[9] == "over" + " " * 26 + "b" * 10


class Said(Panes):
    """A line of signs of two cells lies over both panes, with a sign across the edge between them."""

    CSS = """
    Said { layers: below above; }
    Pane { width: 1fr; height: 12; }
    #over { layer: above; dock: bottom; width: 100%; height: 3; padding-left: 1; }
    """

    def compose(self) -> ComposeResult:
        yield Horizontal(*self.panes)
        yield Static("已保存" * 5, id="over")


async def test_a_sign_over_what_begins_and_ends_beneath_it_is_whole() -> None:
    panes = Said()
    terminal = TerminalScreen(*SIZE, 1, lambda _: None)
    stream = pyte.Stream(terminal)
    said = " " + "已保存" * 5
    async with App[None]().run_test(size=SIZE) as pilot:
        await pilot.app.push_screen(panes)
        await pilot.pause()
        stream.feed(panes.whole())
        assert terminal.display[9].rstrip() == said
        left, _ = panes.panes
        left.sign = "c"
        left.refresh()
        stream.feed(panes.changes())
        assert terminal.display[8] == "c" * 20 + "b" * 20
        assert terminal.display[9].rstrip() == said, "where only what is beneath is drawn again too"
