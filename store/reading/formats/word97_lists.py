"""The numbers that Word 97 to 2003 prints before list paragraphs ([MS-DOC] 2.9.147, 2.9.150)."""

import struct
from collections.abc import Iterator, Mapping

from store.reading.formats.list_numbers import Counter, Level

_KINDS = {
    0: "decimal",
    11: "chineseCounting",
    10: "ideographDigital",
    17: "ideographDigital",
    18: "decimalEnclosedCircle",
    21: "ideographDigital",
    33: "chineseCounting",
    35: "chineseCounting",
    36: "ideographDigital",
    37: "chineseCounting",
    39: "chineseCounting",
    23: "bullet",
    255: "none",
}
_NUMBERS = {level: f"%{level + 1}" for level in range(9)}
"""Where the number of each level stands in the text around a number."""
_LISTS, _USES = 0x2E2, 0x2EA
_LIST_LENGTH, _LEVEL_LENGTH, _USE_LENGTH = 28, 28, 16
_MOST = 4_000


class Lists:
    """Counts the lists of a document, paragraph after paragraph."""

    def __init__(self, levels: Mapping[int, Mapping[int, Level]]) -> None:
        """Take the levels of each list by its number in the document, from 1 on."""
        self._levels = levels
        self._counter = Counter()

    def number(self, number: int, level: int) -> str:
        """Return what is printed before a paragraph of a list; empty where it stands in none."""
        levels = self._levels.get(number)
        return self._counter.next(number, level, levels) if levels else ""


def lists_of(main: bytes, table: bytes) -> Lists:
    """Return the lists of a document; none where what it says of them is damaged."""
    try:
        defined = dict(_defined(main, table))
        return Lists(dict(_used(main, table, defined)))
    except (struct.error, IndexError):
        return Lists({})


def _used(
    main: bytes, table: bytes, defined: Mapping[int, Mapping[int, Level]]
) -> Iterator[tuple[int, Mapping[int, Level]]]:
    """Give the levels of each list that paragraphs name by its number."""
    start, length = struct.unpack_from("<II", main, _USES)
    if not length:
        return
    (count,) = struct.unpack_from("<I", table, start)
    for index in range(min(count, _MOST)):
        entry = start + 4 + _USE_LENGTH * index
        (name,) = struct.unpack_from("<i", table, entry)
        yield index + 1, defined.get(name, {})


def _defined(main: bytes, table: bytes) -> Iterator[tuple[int, Mapping[int, Level]]]:
    """Give the levels of each list by its name."""
    start, length = struct.unpack_from("<II", main, _LISTS)
    if not length:
        return
    (count,) = struct.unpack_from("<H", table, start)
    at = start + 2 + _LIST_LENGTH * count
    for index in range(min(count, _MOST)):
        entry = start + 2 + _LIST_LENGTH * index
        (name,) = struct.unpack_from("<i", table, entry)
        levels: dict[int, Level] = {}
        for depth in range(1 if table[entry + 26] & 1 else 9):
            levels[depth], at = _level(table, at)
        yield name, levels


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """Return a level, and where the next one stands."""
    first, kind = struct.unpack_from("<iB", table, at)
    lengths = table[at + 24] + table[at + 25]
    at += _LEVEL_LENGTH + lengths
    (signs,) = struct.unpack_from("<H", table, at)
    at += 2
    end = at + 2 * signs
    text = table[at:end].decode("utf-16-le", "replace")
    level = Level(_KINDS.get(kind, "decimal"), text.translate(_NUMBERS), first)
    return level, end
