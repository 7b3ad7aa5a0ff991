"""How a Word document is measured before it is written, without any font: nobody knows which will draw it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from tui.paper.docx_page import BODY_LINE, LOOKS, STYLE_OF, TWIPS
from tui.paper.reckoning import spaced
from tui.paper.ruler import TEXT_STYLES, Lettering, Ruler, Style
from tui.paper.setup import PageSetup

PAD: Final = 170
"""Twips that a column has beside its text."""
GAP: Final = 70
"""Twips that a row has above and below its lines, its rule among them."""
_UNIT = 50
"""Thousandths of a point in a twip: what is measured in."""
_BODY = 15793
"""Thousandths of a point of a character of running text, on the page's grid."""
_END = 40
"""Twips at the foot of a page for the line that ends it, and for the table's last rule."""


def page_height(setup: PageSetup) -> int:
    """Return the height of the type area in thousandths of a point, less what ends a page."""
    top, _, bottom, _ = setup.sides
    return (round((setup.paper[1] - top - bottom) * TWIPS) - _END) * _UNIT


def page_ruler(setup: PageSetup) -> Ruler:
    """Return how a document is measured, in thousandths of a point."""
    types: dict[Style, Lettering] = {}
    for style, key in STYLE_OF.items():
        look = LOOKS[key]
        measure = partial(spaced, round(look.size(setup) * 1000))
        types[style] = Lettering(measure, round(look.height(setup) * 20) * _UNIT)
    body = Lettering(partial(spaced, _BODY), BODY_LINE * _UNIT)
    types |= dict.fromkeys(TEXT_STYLES, body)
    width = type_area(setup) * _UNIT
    return Ruler(types, width=width, pad=PAD * _UNIT, gap=GAP * _UNIT, least=10000)


def type_area(setup: PageSetup) -> int:
    """Return the width of the type area in twips."""
    _, right, _, left = setup.sides
    return round((setup.paper[0] - right - left) * TWIPS)


def column_widths(inner: Sequence[int]) -> list[int]:
    """Return the widths of columns in twips, by those of their texts as they were measured."""
    return [width // _UNIT + PAD for width in inner]


def twips(length: int) -> int:
    """Return a length that was measured, in twips."""
    return round(length / _UNIT)
