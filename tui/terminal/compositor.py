"""Drawing again only the lines that changed.

Textual 8.2.8 asks each widget that stands beside a change for all of its lines.
"""

from collections.abc import Iterable, Sequence

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class ChangedLines(Compositor):
    """Asks a widget for those of its lines on which something is to be drawn again."""

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
        if self._changed is None:
            yield from super()._get_renders(crop)
            return
        uncovered = self._changed
        for widget, (region, clip) in self.visible_widgets.items():  # Those in front come first.
            seen = region.intersection(clip)
            below: list[Region] = []
            for changed in uncovered:
                part = seen.intersection(changed)
                if part:
                    lines = Region(seen.x, part.y, seen.width, part.height)
                    yield region, lines, widget.render_lines(lines.translate(-region.offset))
                if part != changed:
                    below.append(changed)
            uncovered = below
