"""Paints the lines of a pane: a line that was painted before is taken as it is, wherever it stands now."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.css.styles import RenderStyles
from textual.geometry import Region, Size
from textual.strip import Strip

from tui.screen.widgets.window import Window


class Painted(Protocol):
    """A pane of lines, as its painter sees it."""

    styles: RenderStyles

    @property
    def app(self) -> "App[object]":
        """The program."""

    @property
    def size(self) -> Size:
        """Its own size."""

    @property
    def rich_style(self) -> Style:
        """Its look."""

    @property
    def background_colors(self) -> tuple[Color, Color]:
        """The ground below it, and its own."""

    @property
    def window(self) -> Window:
        """The lines of the rows that are seen."""

    @property
    def head_lines(self) -> int:
        """Lines at the top that stay."""

    @property
    def foot_lines(self) -> int:
        """Lines at the foot that stay."""

    def head_pieces(self, y: int) -> Sequence[Segment]:
        """Return what a line of the head shows."""

    def foot_pieces(self, y: int) -> Sequence[Segment]:
        """Return what a line of the foot shows."""

    def row_pieces(self, row: int, offset: int, width: int) -> Sequence[Segment]:
        """Return what a line of a row shows in a pane of so many cells."""


class Painter:
    """Draws the head of a pane at the top, the foot at the foot, between them the rows that are seen."""

    def __init__(self, pane: Painted) -> None:
        """Take the pane whose lines they are."""
        self._pane = pane
        self._look: Style | None = None

    def forget_look(self) -> None:
        """Work out anew how the pane looks, which is asked for with each line."""
        self._look = None

    def line(self, y: int) -> Strip:
        """Return a line of the pane, counted from its first without its title."""
        return self._line(y, self._pane.size, self._pane.window)

    def lines(self, crop: Region) -> list[Strip]:
        """Return some lines of the pane, as Textual would after looking for a frame."""
        pane = self._pane
        title, size, window = pane.styles.gutter.top, pane.size, pane.window
        _, ground = pane.background_colors
        filters = pane.app.get_line_filters()
        lines: list[Strip] = []
        for y in crop.line_range:
            line = self._line(y - title, size, window)
            for line_filter in filters:
                line = line.apply_filter(line_filter, ground)
            lines.append(line.crop(crop.x, crop.right))
        return lines

    def _line(self, y: int, size: Size, window: Window) -> Strip:
        if self._look is None:
            self._look = self._pane.rich_style
        return _painted(tuple(self._pieces(y, size, window)), size.width, self._look)

    def _pieces(self, y: int, size: Size, window: Window) -> Sequence[Segment]:
        pane = self._pane
        foot = size.height - pane.foot_lines
        if not 0 <= y < size.height:
            return ()
        if y < pane.head_lines:
            return pane.head_pieces(y)
        if y >= foot:
            return pane.foot_pieces(y - foot)
        found = window.at(y - pane.head_lines)
        return pane.row_pieces(*found, size.width) if found else ()


@lru_cache(maxsize=256)
def _painted(pieces: tuple[Segment, ...], width: int, look: Style) -> Strip:
    """Return a line of some pieces; Textual keeps with it its parts, and the bytes for the terminal."""
    styled = Strip(Segment.apply_style(pieces, look))
    return styled.extend_cell_length(width, look).crop(0, width)
