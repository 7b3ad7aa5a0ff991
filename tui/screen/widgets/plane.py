"""The title line of a pane or dialog, and a dialog's line of keys: planes in the place of a frame.

The style sheet keeps a line for them by `border-top: blank` and `border-bottom: blank`.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from store.words.cleaning import clean_line
from tui.screen.widgets.key_words import KeyWords, cut, fitted, gap_in, pieces
from tui.screen.widgets.signs import BAR

_PARTS = ("title", "counts", "bar", "foot", "key")
PLANE_CLASSES = {f"plane--{part}" for part in _PARTS}
"""The parts that have a look of their own: what has a plane lists them among its component classes."""

_BEFORE_TITLE = 1
_BEFORE_COUNTS = 2
_AFTER_COUNTS = 1
_LEAST_TITLE = 16
"""Cells of the title that counts never take: as many as 台账 2026年11月 needs."""


class Plane:
    """Draws a title at the top of a widget, counts at its right, and at the foot the keys."""

    def __init__(self, widget: Widget, has_keys: Callable[[], bool]) -> None:
        """Take the widget, and what says whether the keys go to it."""
        self._widget = widget
        self._has_keys = has_keys
        self._title = ""
        self._counts = ""
        self._keys: Sequence[KeyWords] = ()

    @property
    def title(self) -> str:
        """What the pane or dialog is."""
        return self._title

    @property
    def counts(self) -> str:
        """How much there is of it, at the right of the title."""
        return self._counts

    def show_title(self, title: str, counts: str = "") -> None:
        """Put a title over the widget, and counts at its right."""
        said = clean_line(title), clean_line(counts)
        if said != (self._title, self._counts):
            self._title, self._counts = said
            self._widget.refresh()

    def show_keys(self, keys: Iterable[KeyWords]) -> None:
        """Show keys at the foot, those used most first; the last is shown wherever there is little room."""
        self._keys = list(keys)
        self._widget.refresh()

    def drawn(self, strips: list[Strip], crop: Region) -> list[Strip]:
        """Return the lines of a part of the widget, its first and last in our own drawing."""
        styles, size = self._widget.styles, self._widget.outer_size
        if styles.border_top[0] and crop.y == 0 and strips:
            strips[0] = self._fit(self._title_pieces(size.width), crop)
        last = size.height - 1
        if styles.border_bottom[0] and crop.y <= last < crop.bottom:
            strips[last - crop.y] = self._fit(self._foot_pieces(size.width), crop)
        return strips

    def _fit(self, drawn: Sequence[Segment], crop: Region) -> Strip:
        strip = Strip(drawn).crop(crop.x, crop.right)
        for line_filter in self._widget.get_line_filters():
            strip = strip.apply_filter(line_filter, self._widget.background_colors[1])
        return strip

    def _part(self, part: str) -> Style:
        return self._widget.get_component_rich_style(f"plane--{part}")

    def _title_pieces(self, width: int) -> Sequence[Segment]:
        room = max(0, width - _BEFORE_TITLE)
        for_counts = room - min(cell_len(self._title), _LEAST_TITLE) - _BEFORE_COUNTS - _AFTER_COUNTS
        counts = cut(self._counts, max(0, for_counts))
        if counts:
            counts = f"{' ' * _BEFORE_COUNTS}{counts}{' ' * _AFTER_COUNTS}"
        for_title = room - cell_len(counts)
        title = set_cell_size(cut(self._title, for_title), for_title)
        bar = BAR if self._has_keys() else " "
        return (
            Segment(bar, self._part("bar")),
            Segment(title, self._part("title")),
            Segment(counts, self._part("counts")),
        )

    def _foot_pieces(self, width: int) -> Sequence[Segment]:
        gap, foot = gap_in(width), self._part("foot")
        keys = fitted(self._keys, width)
        return [*pieces(keys, self._part("key"), foot, gap), Segment(" " * width, foot)]


class DialogBox(Vertical):
    """What a dialog stands in: its title over it, its keys at its foot."""

    COMPONENT_CLASSES: ClassVar[set[str]] = PLANE_CLASSES

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Say nothing until told."""
        super().__init__(id=id, classes=classes)
        self.plane = Plane(self, lambda: True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the title and the keys around what stands within."""
        return self.plane.drawn(super().render_lines(crop), crop)


class TitledScroll(VerticalScroll):
    """A text to scroll through, with a title over it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = PLANE_CLASSES

    def __init__(self, *, id: str | None = None, classes: str | None = None, can_focus: bool = True) -> None:
        """Say nothing until told."""
        super().__init__(id=id, classes=classes, can_focus=can_focus)
        self.plane = Plane(self, lambda: self.has_focus)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the title over the text."""
        return self.plane.drawn(super().render_lines(crop), crop)
