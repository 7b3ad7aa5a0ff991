"""Drawing again only the lines that changed, of a whole screen only what is seen, and each in one piece.

Textual 8.2.8 asks each widget that stands beside a change for all of its lines, and each that is hidden
behind others too. It cuts a line wherever something begins or ends, though hidden, and a sign of two cells
that is cut is lost.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class ChangedLines(Compositor):
    """Asks a widget for those of its lines on which something of it is to be drawn."""

    _changed: Sequence[Region] | None = None
    """The regions of the update that is being drawn; none where the whole screen is."""
    _looked_at: Mapping[Widget, tuple[Region, Region]] = MappingProxyType({})
    """The widgets of which it is known what is seen of them, those in front first."""
    _seen: Mapping[Widget, Sequence[tuple[int, int]]]
    """Of each widget the lines on which something of it is seen, with the cells, a bit a cell."""

    @property
    def cuts(self) -> list[list[int]]:
        """The cells of each line at which something begins or ends to be seen."""
        if self._cuts is None or self._looked_at is not self.visible_widgets:
            self._looked_at = self.visible_widgets
            self._cuts = self._look_from_the_front()
        return self._cuts

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what is drawn again, from cut to cut; none where nothing is."""
        self._changed = tuple(self._dirty_regions)
        try:
            update = super().render_partial_update()
        finally:
            self._changed = None
        if update is not None:
            update.spans = [(y, start, self._cut_after(y, end)) for y, start, end in update.spans]
        return update

    def _cut_after(self, y: int, end: int) -> int:
        cuts = self.cuts[y]
        return cuts[min(bisect_left(cuts, end), len(cuts) - 1)]

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        wanted: dict[int, int] = {}
        for changed in (crop or self.size.region,) if self._changed is None else self._changed:
            for y in changed.line_range:
                wanted[y] = wanted.get(y, 0) | _cells(changed)
        for widget, (region, _) in self._looked_at.items():
            for part in _parts(line for line in self._seen[widget] if line[1] & wanted.get(line[0], 0)):
                yield region, part, widget.render_lines(part.translate(-region.offset))

    def _look_from_the_front(self) -> list[list[int]]:
        """Find out what is seen of each widget, and return where that begins and ends on each line."""
        width, height = self.size
        free = [_cells(self.size.region)] * height
        ends = [1 | 1 << width] * height
        found: dict[Widget, list[tuple[int, int]]] = {}
        for widget, (region, clip) in self._looked_at.items():
            shown = region.intersection(clip)
            cells = _cells(shown)
            lines = found[widget] = []
            for y in shown.line_range:
                if seen := cells & free[y]:
                    lines.append((y, seen))
                    ends[y] |= seen ^ seen << 1
                    free[y] &= ~cells
        self._seen = found
        return [list(_places(bits)) for bits in ends]


def _cells(region: Region) -> int:
    """Return the cells of each line of a region, a bit a cell."""
    return ((1 << region.width) - 1) << region.x if region.width > 0 else 0


def _places(bits: int) -> Iterator[int]:
    """Yield the places of the bits that are set, from the left of a line."""
    while bits:
        yield _first(bits)
        bits &= bits - 1


def _first(bits: int) -> int:
    return (bits & -bits).bit_length() - 1


def _parts(lines: Iterable[tuple[int, int]]) -> Iterator[Region]:
    """Yield what of a widget is to be drawn: lines that touch, seen from the same cell to the same one."""
    part: Region | None = None
    for y, seen in lines:
        x, width = _first(seen), seen.bit_length() - _first(seen)
        if part and (part.x, part.width, part.bottom) == (x, width, y):
            part = part.grow((0, 0, 1, 0))
            continue
        if part:
            yield part
        part = Region(x, y, width, 1)
    if part:
        yield part
