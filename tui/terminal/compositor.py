"""Drawing again only the lines that changed, and of a whole screen only what is seen.

Textual 8.2.8 asks each widget that stands beside a change for all of its lines, and each that is hidden
behind others too.
"""

from collections.abc import Iterable, Iterator, Sequence

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class ChangedLines(Compositor):
    """Asks a widget for those of its lines on which something of it is to be drawn."""

    _changed: Sequence[Region] | None = None
    """The regions of the update that is being drawn; none where the whole screen is."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what is drawn again; none where nothing is."""
        self._changed = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = None

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        wanted: dict[int, int] = {}
        for changed in (crop or self.size.region,) if self._changed is None else self._changed:
            for y in changed.line_range:
                wanted[y] = wanted.get(y, 0) | _cells(changed)
        for widget, (region, clip) in self.visible_widgets.items():  # Those in front come first.
            seen = region.intersection(clip)
            for part in _parts_wanted(seen, wanted):
                yield region, part, widget.render_lines(part.translate(-region.offset))


def _cells(region: Region) -> int:
    """Return the cells of each line of a region, a bit a cell."""
    return ((1 << region.width) - 1) << region.x if region.width > 0 else 0


def _parts_wanted(seen: Region, wanted: dict[int, int]) -> Iterator[Region]:
    """Yield the lines of a region of which cells are wanted, those that touch as one; wanted no more."""
    cells = _cells(seen)
    first = end = seen.y
    for y in seen.line_range:
        if not wanted.get(y, 0) & cells:
            continue
        wanted[y] &= ~cells
        if y != end and first != end:
            yield Region(seen.x, first, seen.width, end - first)
        first, end = (first if y == end else y), y + 1
    if first != end:
        yield Region(seen.x, first, seen.width, end - first)
