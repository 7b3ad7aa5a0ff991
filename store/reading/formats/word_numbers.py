"""The numbers that Word prints before list paragraphs, counted as the reader sees them."""

import re
from typing import Any, NamedTuple

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "ideographDigital",
        "taiwaneseCounting",
    }
)
_UNPRINTED = frozenset({"bullet", "none"})
_DIGITS = "零一二三四五六七八九"
_DEEPEST = 9
"""Levels of a list, as the format has them."""
_LONGEST_START = 6
"""Digits from which on a first number is no honest one."""
# %1.%2 in the text around a level's number: the numbers of the first and second level.
_LEVEL_NUMBER = re.compile(r"%([1-9])")


class _Level(NamedTuple):
    """A level of a list: the kind of its numbers, the text around them (第%1章), and the first one."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1


class _InList(NamedTuple):
    """Where a paragraph stands: the list's id, and the level in it from 0 on."""

    id: str
    level: int


class ListNumbers:
    """Counts the list levels of a document, paragraph after paragraph."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        """Learn the lists of a document's numbering part, and which styles stand in one."""
        self._lists = _lists(numbering) if numbering is not None else {}
        self._styles: dict[str, _InList] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for style in styles.iterchildren(_W + "style"):
            in_list = _in_list(style)
            if in_list is not None:
                self._styles[style.get(_W + "styleId", "")] = in_list

    def of(self, paragraph: Any) -> str:
        """Return the number printed before a paragraph; empty where it stands in no list."""
        in_list = _in_list(paragraph) or self._styles.get(_value(paragraph, "pPr/pStyle"))
        if in_list is None:
            return ""
        levels = self._lists.get(in_list.id, {})
        level = levels.get(in_list.level)
        if level is None:
            return ""
        counts = self._counts.setdefault(in_list.id, {})
        _count(counts, in_list.level, level.start)

        def number(found: "re.Match[str]") -> str:
            depth = int(found.group(1)) - 1
            named = levels.get(depth, _Level())
            return _printed(counts.get(depth, named.start), named.kind)

        return _LEVEL_NUMBER.sub(number, level.text)


def _count(counts: dict[int, int], level: int, start: int) -> None:
    """Count one more on a level; those below it begin anew."""
    counts[level] = counts[level] + 1 if level in counts else start
    for deeper in [other for other in counts if other > level]:
        del counts[deeper]


def _lists(numbering: Any) -> dict[str, dict[int, _Level]]:
    """Return the levels of each list by its id; several lists may share one set of levels."""
    shared: dict[str, dict[int, _Level]] = {}
    for item in numbering.iterchildren(_W + "abstractNum"):
        levels = map(_level, item.iterchildren(_W + "lvl"))
        shared[item.get(_W + "abstractNumId")] = dict(levels)
    lists: dict[str, dict[int, _Level]] = {}
    for item in numbering.iterchildren(_W + "num"):
        levels_id = _value(item, "abstractNumId")
        lists[item.get(_W + "numId", "")] = shared.get(levels_id, {})
    return lists


def _in_list(element: Any) -> _InList | None:
    """Return the list and level that a paragraph or a style names."""
    list_id = _value(element, "pPr/numPr/numId")
    level = _value(element, "pPr/numPr/ilvl") or "0"
    if not list_id or list_id == "0" or not level.isdecimal() or int(level) >= _DEEPEST:
        return None
    return _InList(list_id, int(level))


def _level(level: Any) -> tuple[int, _Level]:
    """Return a level's depth and what it prints; bullets print nothing."""
    kind = _value(level, "numFmt") or "decimal"
    text = "" if kind in _UNPRINTED else _value(level, "lvlText")
    start = _value(level, "start")
    is_honest = start.isdecimal() and len(start) < _LONGEST_START
    printed = _Level(kind, text, int(start) if is_honest else 1)
    depth = level.get(_W + "ilvl", "0")
    return int(depth) if depth.isdecimal() else 0, printed


def _value(element: Any, path: str) -> str:
    """Return the value of an element below another; empty where there is none."""
    steps = [_W + step for step in path.split("/")]
    found = element.find("/".join(steps))
    return (found.get(_W + "val") or "") if found is not None else ""


def _printed(number: int, kind: str) -> str:
    """Return a number as its kind prints it; what the reader does not know as digits."""
    if kind == "decimalEnclosedCircle" and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if kind in _CHINESE and 0 < number < 100:
        return _in_characters(number)
    return str(number)


def _in_characters(number: int) -> str:
    """Return a number below a hundred in characters: 21 is 二十一, 10 is 十."""
    tens, ones = divmod(number, 10)
    words = _DIGITS[tens] if tens > 1 else ""
    if tens:
        words += "十"
    if ones:
        words += _DIGITS[ones]
    return words
