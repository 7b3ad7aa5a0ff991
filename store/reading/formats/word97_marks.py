"""What Word 97 to 2003 says of paragraphs and signs, by their place in the file ([MS-DOC])."""

import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_FAR = 2**40
_PAGE = 512
"""Bytes of a page of properties."""
_LENGTHS = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of a property's value by the top three bits of its code; 0 where the value says it."""
_TABLE_DEFINED = 0xD608
_TABS_CHANGED = 0xC615
_ELSEWHERE = frozenset({0x6645, 0x6646})
"""Properties too long for their page, which stand in the stream Data."""


class Marks(NamedTuple):
    """Runs in order: where each begins in the file, where it ends, and its properties."""

    starts: Sequence[int]
    ends: Sequence[int]
    properties: Sequence[bytes]

    def at(self, place: int) -> bytes:
        """Return the properties that hold at a place of the file."""
        index = bisect_right(self.starts, place) - 1
        if index < 0 or place >= self.ends[index]:
            return b""
        return self.properties[index]

    def ending(self, place: int) -> int:
        """Return where the run ends that holds at a place of the file, or begins that is next."""
        index = bisect_right(self.starts, place)
        if index and place < self.ends[index - 1]:
            return self.ends[index - 1]
        return self.starts[index] if index < len(self.starts) else _FAR


def paragraph_marks(main: bytes, table: bytes, data: bytes) -> Marks:
    """Return the properties of all paragraphs."""
    return _marks(main, table, 0x102, 13, data)


def sign_marks(main: bytes, table: bytes) -> Marks:
    """Return the properties of all runs of signs."""
    return _marks(main, table, 0xFA, 1, b"")


def _marks(main: bytes, table: bytes, pointer: int, width: int, data: bytes) -> Marks:
    """Read the pages of properties that a table of pages names; `width` is the length of a page's entry."""
    start, length = struct.unpack_from("<II", main, pointer)
    count = (min(length, len(table)) - 4) // 8
    runs: list[tuple[int, int, bytes]] = []
    if count > 0:
        first = start + 4 * (count + 1)
        pages = struct.unpack_from(f"<{count}I", table, first)
        for number in dict.fromkeys(pages):
            offset = (number & 0x3FFFFF) * _PAGE
            page = main[offset : offset + _PAGE]
            if len(page) == _PAGE:
                runs += _runs(page, width, data)
    runs.sort(key=lambda run: run[0])
    if not runs:
        return Marks((), (), ())
    return Marks(*zip(*runs, strict=True))


def _runs(page: bytes, width: int, data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Give the runs of a page."""
    count = page[-1]
    if 4 * (count + 1) + width * count > _PAGE - 1:
        return
    places = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        at = page[4 * (count + 1) + width * index] * 2
        properties = b""
        if at and width > 1:
            properties = _paragraph(page, at, data)
        elif at:
            properties = page[at + 1 :][: page[at]]
        yield places[index], places[index + 1], properties


def _paragraph(page: bytes, at: int, data: bytes) -> bytes:
    """Return the properties of a paragraph, without the style before them; those elsewhere are fetched."""
    is_odd = page[at] > 0
    start = at + 1 if is_odd else at + 2
    length = 2 * page[start - 1] - is_odd
    found = page[start : start + length]
    for code, value in properties_in(found[2:]):
        if code in _ELSEWHERE:
            place = int.from_bytes(value, "little")
            start = place + 2
            more = data[start:][: little(data, place)]
            return found[2:] + more
    return found[2:]


def little(data: bytes, at: int, length: int = 2) -> int:
    """Return a number of some bytes, the lowest first; what is cut off is nought."""
    return int.from_bytes(data[at : at + length], "little")


def properties_in(found: bytes) -> Iterator[tuple[int, bytes]]:
    """Give code and value of each property; what is cut off ends them."""
    at = 0
    while at + 2 <= len(found):
        code = little(found, at)
        at += 2
        length = _LENGTHS[code >> 13]
        if code == _TABLE_DEFINED:
            length = little(found, at) + 1
        elif not length:
            length = found[at] + 1 if at < len(found) else 1
            if code == _TABS_CHANGED and length == 256:
                return
        yield code, found[at : at + length]
        at += length
