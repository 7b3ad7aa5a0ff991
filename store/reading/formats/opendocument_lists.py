"""The numbers that OpenDocument prints before the items of lists."""

from collections.abc import Iterable, Iterator
from typing import Any

from store.reading.formats.list_numbers import Counter, Level

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LONGEST = 5
_KINDS = {"一, 二, 三, ...": "chineseCounting", "①, ②, ③, ...": "decimalEnclosedCircle", "1": "decimal"}


class Lists:
    """Counts the lists of a document, item after item."""

    def __init__(self, parts: Iterable[Any]) -> None:
        """Learn the styles of lists of a document's parts."""
        self._levels: dict[str, dict[int, Level]] = {}
        for part in parts:
            for style in part.iter(_TEXT + "list-style"):
                name = style.get(_STYLE + "name", "")
                self._levels[name] = dict(_levels(style))
        self._counter = Counter()
        self._open: list[tuple[str, int]] = []
        """By depth the style of the list and which list it is."""
        self._known: dict[str, int] = {}
        self._lists = 0
        self._last: dict[str, int] = {}

    def begin(self, element: Any) -> None:
        """Begin a list, or one within the list that is open."""
        if self._open:
            outer, number = self._open[-1]
            inner = element.get(_TEXT + "style-name", outer)
            self._open.append((inner, number))
            return
        style = element.get(_TEXT + "style-name", "")
        number = self._number(element, style)
        self._last[style] = number
        self._known[element.get(_ID, "")] = number
        self._open.append((style, number))

    def _number(self, element: Any, style: str) -> int:
        """Return which list an element is: one of its own, or one that it goes on with."""
        before = element.get(_TEXT + "continue-list")
        if before in self._known:
            return self._known[before]
        if element.get(_TEXT + "continue-numbering") == "true" and style in self._last:
            return self._last[style]
        self._lists += 1
        return self._lists

    def number(self) -> str:
        """Return what is printed before the next item of the list that is open."""
        style, number = self._open[-1]
        depth = len(self._open) - 1
        return self._counter.next(number, depth, self._levels.get(style, {}))

    def end(self) -> None:
        """End the list that is open."""
        self._open.pop()


def _levels(style: Any) -> Iterator[tuple[int, Level]]:
    """Give the levels of a style by their depth from 0 on; bullets print nothing."""
    for level in style.findall(_TEXT + "list-level-style-number"):
        depth = _small(level.get(_TEXT + "level"))
        first = depth + 1 - _small(level.get(_TEXT + "display-levels"))
        shown = range(max(first, 1), depth + 1)
        numbers = ".".join(f"%{outer}" for outer in shown)
        kind = level.get(_STYLE + "num-format", "")
        before = level.get(_STYLE + "num-prefix", "")
        behind = level.get(_STYLE + "num-suffix", "")
        text = before + (numbers if kind else "") + behind
        start = _small(level.get(_TEXT + "start-value"))
        printed = Level(_KINDS.get(kind, "decimal"), text, start)
        yield depth - 1, printed


def _small(words: str | None) -> int:
    """Return a level or a first number, at least one."""
    if words and words.isdecimal() and len(words) < _LONGEST:
        return max(int(words), 1)
    return 1
