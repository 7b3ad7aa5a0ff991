"""How wide a font of a PDF prints its signs, as the file itself says it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

_MOST_CODES = 65_536


class Widths(NamedTuple):
    """Widths by code, in thousandths of the size, and of all other codes; codes of one or two bytes."""

    by_code: dict[int, float]
    other: float
    bytes_a_code: int

    def of(self, data: bytes) -> float:
        """Return how wide a string of codes is, in sizes."""
        step = self.bytes_a_code
        wide = 0.0
        for start in range(0, len(data), step):
            code = int.from_bytes(data[start : start + step], "big")
            wide += self.by_code.get(code, self.other)
        return wide / 1000

    def signs(self, data: bytes) -> int:
        """Return how many codes a string holds."""
        return len(data) // self.bytes_a_code


def widths_of(font: Any) -> Widths | None:
    """Return a font's widths; None where its codes are of no known length, or it does not say."""
    try:
        return _composite(font) if font["/Subtype"] == "/Type0" else _simple(font)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return None


def _simple(font: Any) -> Widths:
    """Return the widths of a font of one byte a sign."""
    first = int(font["/FirstChar"])
    table = font["/Widths"].get_object()
    widths = [float(width.get_object()) for width in table[:256]]
    return Widths(dict(enumerate(widths, first)), 500.0, 1)


def _composite(font: Any) -> Widths | None:
    """Return the widths of a font of two bytes a sign, where its codes are the numbers of its glyphs."""
    if font["/Encoding"] not in {"/Identity-H", "/Identity-V"}:
        return None
    below = font["/DescendantFonts"].get_object()[0].get_object()
    table = below["/W"].get_object() if "/W" in below else []
    return Widths(_listed(table), float(below.get("/DW", 1000)), 2)


def _listed(table: Sequence[Any]) -> dict[int, float]:
    """Return widths of a table as the format has it: 5 [500 600] or 5 9 500."""
    widths: dict[int, float] = {}
    parts = [part.get_object() for part in table]
    index = 0
    while index < len(parts) - 1 and len(widths) < _MOST_CODES:
        first = parts[index]
        second = parts[index + 1]
        if isinstance(second, list):
            given = [float(width.get_object()) for width in second]
            widths.update(enumerate(given[:_MOST_CODES], int(first)))
            index += 2
        else:
            last = min(int(second), _MOST_CODES)
            width = float(parts[index + 2])
            codes = range(int(first), last + 1)
            widths.update(dict.fromkeys(codes, width))
            index += 3
    return widths
