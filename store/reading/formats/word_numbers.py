"""The numbers that Word prints before list paragraphs, counted as the reader sees them."""

import re
from typing import Any

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
_DEEPEST = 9


class ListNumbers:
    """Counts the list levels of a document, paragraph after paragraph."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        """Learn the lists of a document's numbering part, and which styles stand in one."""
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if numbering is not None:
            abstract = {
                item.get(_W + "abstractNumId"): dict(map(_level, item.iterchildren(_W + "lvl")))
                for item in numbering.iterchildren(_W + "abstractNum")
            }
            for item in numbering.iterchildren(_W + "num"):
                self._levels[item.get(_W + "numId", "")] = abstract.get(_value(item, "abstractNumId"), {})
        for style in styles.iterchildren(_W + "style"):
            if (place := _place(style)) is not None:
                self._styles[style.get(_W + "styleId", "")] = place

    def of(self, paragraph: Any) -> str:
        """The number printed before a paragraph; empty where it stands in no list."""
        place = _place(paragraph) or self._styles.get(_value(paragraph, "pPr/pStyle"))
        if place is None or place[1] not in self._levels.get(place[0], {}):
            return ""
        levels, counts = self._levels[place[0]], self._counts.setdefault(place[0], {})
        counts[place[1]] = counts.get(place[1], levels[place[1]][2] - 1) + 1
        for deeper in [level for level in counts if level > place[1]]:
            del counts[deeper]

        def number(found: "re.Match[str]") -> str:
            level = int(found.group(1)) - 1
            kind, _, start = levels.get(level, ("decimal", "", 1))
            return _printed(counts.get(level, start), kind)

        return re.sub(r"%([1-9])", number, levels[place[1]][1])


def _place(element: Any) -> tuple[str, int] | None:
    """The list and level that a paragraph or a style names."""
    number = _value(element, "pPr/numPr/numId")
    level = _value(element, "pPr/numPr/ilvl") or "0"
    return (
        (number, int(level))
        if number and number != "0" and level.isdecimal() and int(level) < _DEEPEST
        else None
    )


def _level(level: Any) -> tuple[int, tuple[str, str, int]]:
    """A level's place, and the kind of its numbers, the text around them and the first one; bullets print nothing."""
    kind, start, place = (
        _value(level, "numFmt") or "decimal",
        _value(level, "start"),
        level.get(_W + "ilvl", "0"),
    )
    text = "" if kind in {"bullet", "none"} else _value(level, "lvlText")
    return int(place) if place.isdecimal() else 0, (
        kind,
        text,
        int(start) if start.isdecimal() and len(start) < 6 else 1,
    )


def _value(element: Any, path: str) -> str:
    found = element.find("/".join(_W + step for step in path.split("/")))
    return (found.get(_W + "val") or "") if found is not None else ""


def _printed(number: int, kind: str) -> str:
    if kind == "decimalEnclosedCircle" and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if kind not in _CHINESE or not 0 < number < 100:
        return str(number)
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else digits[tens])
        + ("十" if tens else "")
        + (digits[ones] if ones or not tens else "")
    )
