"""Paths that a page draws, step by step, of which lines along and down are kept: the lines of its tables."""

from store.reading.formats.placed import Ruling

_THIN = 3.0
"""A filled box thinner than this, in points, is a line."""
Place = tuple[float, float]
"""From the left and from the top of the page."""


class Drawing:
    """The path being drawn, and the lines that were kept of those before."""

    def __init__(self, rulings: list[Ruling]) -> None:
        """Keep lines in a list of the page's."""
        self._rulings = rulings
        self._lines: list[Ruling] = []
        self._boxes: list[Ruling] = []
        self._start = self._at = (0.0, 0.0)

    def move(self, to: Place) -> None:
        """Go somewhere without a line."""
        self._start = self._at = to

    def line(self, to: Place) -> None:
        """Draw a line from where one is."""
        self._lines.append(_between(self._at, to))
        self._at = to

    def close(self) -> None:
        """Draw a line back to where the path began."""
        self.line(self._start)

    def box(self, one: Place, other: Place) -> None:
        """Draw a box between two corners."""
        self._boxes.append(_between(one, other))

    def stroke(self) -> None:
        """End a path whose lines are seen."""
        self._rulings += filter(_is_thin, self._lines)
        for box in self._boxes:
            self._rulings += _frame(box)
        self.drop()

    def fill(self) -> None:
        """End a path whose inside is seen: it is a line where it is thin."""
        self._rulings += filter(_is_thin, self._boxes)
        if self._lines:
            self._rulings += filter(_is_thin, [Ruling.around(self._lines)])
        self.drop()

    def drop(self) -> None:
        """End a path of which nothing is seen."""
        self._lines.clear()
        self._boxes.clear()


def _between(one: Place, other: Place) -> Ruling:
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return Ruling(left, top, right, bottom)


def _is_thin(box: Ruling) -> bool:
    """Tell whether a box is a line along or down, and no dot."""
    width = box.right - box.left
    height = box.bottom - box.top
    return min(width, height) < _THIN < max(width, height)


def _frame(box: Ruling) -> list[Ruling]:
    """Return the four lines around a box; a thin one is a line itself."""
    if _is_thin(box):
        return [box]
    left, top, right, bottom = box
    above = box._replace(bottom=top)
    below = box._replace(top=bottom)
    before = box._replace(right=left)
    behind = box._replace(left=right)
    return [above, below, before, behind]
