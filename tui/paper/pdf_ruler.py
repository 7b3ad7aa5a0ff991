"""How a pdf is measured: by the letters that it embeds, in thousandths of a point."""

from functools import partial

from tui.paper.letters import Letters
from tui.paper.ruler import LETTERS, TEXT_STYLES, Lettering, Ruler, Style, letter_sizes
from tui.paper.setup import PageSetup

MM = 72 / 25.4
_LINES: dict[Style, float] = {"annex": 28.95, "title": 35, "under": 18, "imprint": 24}
_LINES |= dict.fromkeys(TEXT_STYLES, 28.99)
"""Points of a line of what stands over the table; the others go by the table's size."""
_LEADING: dict[Style, float] = {"text": 1.5, "strong": 1.5, "note": 1.7}
PAD, GAP = 8.5, 5.0
"""Points that a cell has beside and above and below its text."""
TIGHTER = 0.21
"""Points that a character of running text is narrower: 28 on 156 mm (GB/T 9704-2012, 5.2.2)."""

_TIGHTER = round(TIGHTER * 1000)


def page_ruler(setup: PageSetup, letters: Letters) -> Ruler:
    """Return how the pages of a setup are measured."""
    types: dict[Style, Lettering] = {}
    for style, points in letter_sizes(setup).items():
        line = _LINES[style] if style in _LINES else setup.size * _LEADING[style]
        measured = _measure_tight if style in TEXT_STYLES else _measure
        measure = partial(measured, letters, LETTERS[style].role, round(points * 1000))
        types[style] = Lettering(measure, round(line * 1000))
    _, right, _, left = setup.sides
    long = (setup.paper[0] - left - right) * MM
    width, pad, gap = (round(length * 1000) for length in (long, PAD, GAP))
    return Ruler(types, width=width, pad=pad, gap=gap, least=10000)


def _measure(letters: Letters, role: str, size: int, text: str) -> int:
    return letters.measure(role, text, size)


def _measure_tight(letters: Letters, role: str, size: int, text: str) -> int:
    return letters.measure(role, text, size) - _TIGHTER * len(text)
