"""Numbers in front of headings: 一、 (一) 1. (1) ① and their kin, in both widths."""

import re
from dataclasses import dataclass

from store.reading.signs.lines import cut, folded

_NUMERALS = "零一二三四五六七八九"
_DIGITS = {character: value for value, character in enumerate(_NUMERALS)} | {"〇": 0, "两": 2}
_N = "[零〇一二三四五六七八九十百]{1,5}"
# Depth in an outline, rank (below 3 a section, from 3 on a point), and how the number is printed.
_STYLES = (
    # 第一章 总则, 第二部分.
    (0, 0, re.compile(rf"第(?:{_N}|\d{{1,3}})(?:章|部分|编|篇)[、:]?")),
    # 一、总体要求; 二.主要任务 where the comma was typed as a full stop.
    (1, 1, re.compile(rf"{_N} ?[、.]")),
    # 第三条 numbers a point as 1. does, yet (一) stands below it.
    (2, 3, re.compile(rf"第{_N}条[、:]?")),
    # (一)实施科技成果转化工程; ( 二 ), (三)、 and the one-sign forms ㈠.
    (3, 2, re.compile(rf"\( ?{_N} ?\)[、.]?|[㈠-㈩]")),
    # 1.深入推进“一网通办”; 3.5% is a figure and no number, 2.2021年 begins with the number 2.
    (4, 3, re.compile(r"\d{1,4} ?[、.](?!\d)|\d{1,3}\.(?=20\d\d年)")),
    # (1)完善制度; 1)完善制度, and the one-sign forms ⑴.
    (5, 4, re.compile(r"\( ?\d{1,3} ?\)[、.]?|\d{1,3}\)|[⑴-⒇]")),
    # ①完善制度.
    (6, 5, re.compile(r"[①-⑳]")),
)
# The first signs of all styles, in both widths: most lines begin with none and are passed by.
_STARTS = re.compile("[第(\uff08零〇一二三四五六七八九十百0-9\uff10-\uff19①-⑳㈠-㈩⑴-⒇]")
_LONGEST = 16
"""Signs of a text within which its number stands."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number as printed, its value, and the text behind it.

    `depth` is where its style stands in an outline (0 outermost), `rank` what it numbers: below 3
    sections, from 3 on points.
    """

    depth: int
    rank: int
    printed: str
    value: int
    rest: str


def mark_of(text: str) -> Mark | None:
    """Return the number that a text begins with, or none."""
    if not _STARTS.match(text):
        return None
    start = folded(text[:_LONGEST])
    for depth, rank, style in _STYLES:
        found = style.match(start)
        if found:
            rest = text[found.end() :].strip()
            return Mark(depth, rank, cut(text, found), _value(found.group()), rest)
    return None


def without_mark(text: str) -> str:
    """Return the text behind its number; the whole text where it has none."""
    mark = mark_of(text)
    return mark.rest if mark else text


def chinese_number(characters: str) -> int:
    """Return the value of a number below a thousand: 二十一 is 21, and digit by digit 二〇二一 is 2021."""
    if not set(characters) & {"十", "百"}:
        digits = (str(_DIGITS.get(character, 0)) for character in characters)
        return int("".join(digits) or "0")
    total = digit = 0
    for character in characters:
        if character in "十百":
            weight = 10 if character == "十" else 100
            total += (digit or 1) * weight
            digit = 0
        else:
            digit = _DIGITS.get(character, 0)
    return total + digit


def in_chinese(value: int) -> str:
    """Return a number below ten thousand in Chinese: 十一, 二十, 一百零五."""
    words = ""
    for digit, unit in zip(f"{value:04d}"[-4:], ("千", "百", "十", ""), strict=True):
        if digit != "0":
            words += _NUMERALS[int(digit)] + unit
        elif words and not words.endswith("零"):
            words += "零"
    words = words.rstrip("零")
    return words.removeprefix("一") if words.startswith("一十") else words


def _value(printed: str) -> int:
    digits = re.search(r"\d+", printed)
    if digits:
        return int(digits.group())
    characters = re.search(_N, printed)
    return chinese_number(characters.group()) if characters else 0
