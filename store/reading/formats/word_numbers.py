"""The numbers that Word prints before list paragraphs, as the parts of a document (.docx) say them."""

from typing import Any, NamedTuple

from store.reading.formats.list_numbers import DEEPEST, Counter, Level

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST_START = 6
"""Digits from which on a first number is no honest one."""


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
        self._counter = Counter()
        for style in styles.findall(_W + "style") if styles is not None else []:
            in_list = _in_list(style)
            if in_list is not None:
                self._styles[style.get(_W + "styleId", "")] = in_list

    def of(self, paragraph: Any) -> str:
        """Return the number printed before a paragraph; empty where it stands in no list."""
        in_list = _in_list(paragraph) or self._styles.get(_value(paragraph, "pPr/pStyle"))
        if in_list is None:
            return ""
        return self._counter.next(in_list.id, in_list.level, self._lists.get(in_list.id, {}))


def _lists(numbering: Any) -> dict[str, dict[int, Level]]:
    """Return the levels of each list by its id; several lists may share one set of levels."""
    shared: dict[str, dict[int, Level]] = {}
    for item in numbering.findall(_W + "abstractNum"):
        levels = map(_level, item.findall(_W + "lvl"))
        shared[item.get(_W + "abstractNumId")] = dict(levels)
    lists: dict[str, dict[int, Level]] = {}
    for item in numbering.findall(_W + "num"):
        levels_id = _value(item, "abstractNumId")
        lists[item.get(_W + "numId", "")] = shared.get(levels_id, {})
    return lists


def _in_list(element: Any) -> _InList | None:
    """Return the list and level that a paragraph or a style names."""
    list_id = _value(element, "pPr/numPr/numId")
    level = _value(element, "pPr/numPr/ilvl") or "0"
    if not list_id or list_id == "0" or not level.isdecimal() or int(level) >= DEEPEST:
        return None
    return _InList(list_id, int(level))


def _level(level: Any) -> tuple[int, Level]:
    """Return a level's depth and what it prints; bullets print nothing."""
    kind = _value(level, "numFmt") or "decimal"
    text = _value(level, "lvlText")
    start = _value(level, "start")
    is_honest = start.isdecimal() and len(start) < _LONGEST_START
    printed = Level(kind, text, int(start) if is_honest else 1)
    depth = level.get(_W + "ilvl", "0")
    return int(depth) if depth.isdecimal() else 0, printed


def _value(element: Any, path: str) -> str:
    """Return the value of an element below another; empty where there is none."""
    steps = [_W + step for step in path.split("/")]
    found = element.find("/".join(steps))
    return (found.get(_W + "val") or "") if found is not None else ""
