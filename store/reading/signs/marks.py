"""Numbers in front of headings: 一、 (一) 1. (1) ① and their kin, in both widths."""

import re
from dataclasses import dataclass

from store.reading.signs.lines import folded

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_N = "[零〇一二三四五六七八九十百]{1,5}"
_STYLES = (
    (0, 0, re.compile(rf"第(?:{_N}|\d{{1,3}})(?:章|部分|编|篇)[、:]?")),
    (1, 1, re.compile(rf"{_N} ?[、.]")),
    (2, 3, re.compile(rf"第{_N}条[、:]?")),  # Like 1. it numbers a point, yet (一) stands below it.
    (3, 2, re.compile(rf"\( ?{_N} ?\)[、.]?|[㈠-㈩]")),
    (4, 3, re.compile(r"\d{1,4} ?[、.](?!\d)|\d{1,3}\.(?=20\d\d年)")),
    (5, 4, re.compile(r"\( ?\d{1,3} ?\)[、.]?|\d{1,3}\)|[⑴-⒇]")),
    (6, 5, re.compile(r"[①-⑳]")),
)


_STARTS = re.compile("[第(\uff08零〇一二三四五六七八九十百0-9\uff10-\uff19①-⑳㈠-㈩⑴-⒇]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A number as printed, its value, and the text behind it.

    `depth` is where its style stands in an outline (0 outermost), `rank` what it numbers: below 3 sections, from 3 on points.
    """

    depth: int
    rank: int
    printed: str
    value: int
    rest: str


def mark_of(text: str) -> Mark | None:
    """The number that a text begins with, or none."""
    if not _STARTS.match(text):
        return None
    start = folded(text[:16])
    for depth, rank, style in _STYLES:
        found = style.match(start)
        if found:
            return Mark(depth, rank, text[: found.end()], _value(found.group()), text[found.end() :].strip())
    return None


def without_mark(text: str) -> str:
    """The text behind its number; the whole text where it has none."""
    mark = mark_of(text)
    return mark.rest if mark else text


def chinese_number(characters: str) -> int:
    """The value of a number below a thousand written in characters (二十一 is 21), or digit by digit (二〇二一)."""
    if not set(characters) & {"十", "百"}:
        return int("".join(str(_DIGITS.get(character, 0)) for character in characters) or "0")
    total = digit = 0
    for character in characters:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS.get(character, 0)
    return total + digit


def _value(printed: str) -> int:
    digits = re.search(r"\d+", printed)
    if digits:
        return int(digits.group())
    characters = re.search(_N, printed)
    return chinese_number(characters.group()) if characters else 0
