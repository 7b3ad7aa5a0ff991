"""A list of lines draws those that are seen and no others."""

from textual.app import ComposeResult
from textual.geometry import Region

from tests.tui.screen.stage import staged
from tui.screen.looks.themed_app import ThemedApp
from tui.screen.widgets.line import Line, plain
from tui.screen.widgets.line_list import LineList


class Lines(ThemedApp[None]):
    """Ten thousand lines, and which of them were made."""

    def __init__(self) -> None:
        super().__init__()
        self.made: set[int] = set()

    def compose(self) -> ComposeResult:
        yield LineList(wraps=False)

    def line(self, number: int) -> Line:
        self.made.add(number)
        return plain(f"第 {number} 条 [bold]\x1b[31m")


async def test_ten_thousand_lines_open_at_once_and_are_moved_through_to_the_end() -> None:
    app = Lines()
    async with app.run_test(size=(40, 10)) as pilot:
        lines = app.query_one(LineList)
        lines.show(10_000, app.line)
        await pilot.pause()
        assert (lines.cursor, app.made) == (0, set(range(10)))
        lines.move(-1)
        lines.move_pages(1)
        assert lines.cursor == 9
        lines.move_to_end(1)
        await pilot.pause()
        assert lines.cursor == 9_999 and max(app.made) == 9_999
        assert len(app.made) < 40
        text = "".join(segment.text for segment in lines.render_line(9))
        assert text[1:].startswith("第 9999 条 [bold]") and "\x1b" not in text
        lines.show(0, app.line)
        lines.move(1)
        assert lines.cursor is None


async def test_lines_laid_out_before_there_was_a_width_are_drawn_in_the_one_that_there_is() -> None:
    """A frame may come between the layout and the word to the list that it has a size."""
    app = Lines()
    async with app.run_test(size=(40, 10)) as pilot:
        lines = app.query_one(LineList)
        lines._wraps = True
        lines.show_lines([plain("推进一网通办，" * 4)])
        await pilot.pause()
        lines._lay_out(0)
        first, second = (strip.text.strip("▌ ") for strip in lines.render_lines(Region(0, 0, 40, 2)))
        assert (first, second) == ("推进一网通办，推进一网通办，推进一网通", "办，推进一网通办，")


async def test_a_click_brings_the_cursor_and_one_on_it_selects() -> None:
    app = Lines()
    async with app.run_test(size=(40, 10)) as pilot:
        lines = app.query_one(LineList)
        lines.show(5, app.line)
        await pilot.pause()
        await pilot.click(LineList, offset=(3, 2))
        assert lines.cursor == 2
        await pilot.click(LineList, offset=(3, 8))
        assert lines.cursor == 2


async def test_a_click_on_the_cursor_selects() -> None:
    lines = LineList()
    async with staged(lines, (40, 10)) as stage:
        lines.show(5, lambda number: plain(f"第 {number} 条"))
        await stage.click(3, 2)
        assert not stage.said
        await stage.click(3, 2)
        assert lines.cursor == 2
        assert len(stage.said) == 1
