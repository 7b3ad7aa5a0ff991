"""Where the drawing steps of a PDF put things on the page as it is read: turned, and within forms."""

from collections.abc import Sequence
from typing import Any

Matrix = Sequence[float]
_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Places:
    """The measures of a page, how it is turned, and the forms that are being drawn."""

    def __init__(self, page: Any) -> None:
        """Take the measures that a page says of itself."""
        box = page.mediabox
        self._left = float(box.left)
        self._bottom = float(box.bottom)
        self._width = float(box.width)
        self._height = float(box.height)
        self._turned = page.rotation % 360
        self._forms: list[Matrix] = []

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        is_upright = self._turned in {0, 180}
        return (self._width, self._height) if is_upright else (self._height, self._width)

    def begin_form(self, matrix: Matrix) -> None:
        """Begin a form, a drawing within the drawing, whose places are counted from where it is put."""
        self._forms.append(tuple(matrix))

    def end_form(self) -> None:
        """End the form begun last."""
        if self._forms:
            self._forms.pop()

    def of(self, x: float, y: float, matrix: Matrix = _UNMOVED) -> tuple[float, float]:
        """Return a place of the drawing as one of the page, from its top left."""
        for a, b, c, d, e, f in (matrix, *reversed(self._forms)):
            across = a * x + c * y + e
            y = b * x + d * y + f
            x = across
        x -= self._left
        y -= self._bottom
        if self._turned == 90:
            return y, x
        if self._turned == 180:
            return self._width - x, y
        if self._turned == 270:
            return self._height - y, self._width - x
        return x, self._height - y
