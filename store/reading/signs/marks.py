"""Numbers in front of headings: 一、 (一) 1. (1) ① and their kin, in both widths."""

import re
import unicodedata
from dataclasses import dataclass

from store.reading.signs.lines import cut, folded

_NUMERALS = "零一二三四五六七八九"
_DIGITS = {character: value for value, character in enumerate(_NUMERALS)} | {"〇": 0, "两": 2}
_N = "[零〇一二三四五六七八九十百]{1,5}"
_DECIMAL = r"(?:[1-9]|[12]\d)\.[1-9]\d?"
_NOT_COUNTED = r"(?![%‰°℃亿万元倍吨×]|以?前|之前)"
"""What follows a figure that is no number of a heading, a blank between or not: 3.5 亿元."""
_OF_A_FIGURE = "个家项件人名户亩公平千百十米套台辆条处座所场次期批篇部门种类级小分天秒倍片支株间床张册兆立月年日周号度余多左以前假劳至到"
NUMBER_BLANK = "\u2002"
"""The blank behind the 1 of 1 总则, where the text's headings are numbered so (numbers_parted)."""
STAGE = 4
"""The depth of a stage (第一阶段) where nothing stands over it."""
# Depth in an outline, rank (below 3 a section, from 3 on a point), and how the number is printed.
_STYLES = (
    # 第一章 总则, 第二部分, 第一节.
    (0, 0, re.compile(rf"第(?:{_N}|\d{{1,3}})(?:章|部分|编|篇|节)[、:]?")),
    # 一、总体要求; 二.主要任务 where the comma was typed as a full stop.
    (1, 1, re.compile(rf"{_N} ?[、.]")),
    # 第三条 numbers a point as 1. does, yet (一) stands below it.
    (2, 3, re.compile(rf"第(?:{_N}|\d{{1,3}})条[、:]?")),
    # (一)实施科技成果转化工程; ( 二 ), (三)、 and the one-sign forms ㈠.
    (3, 2, re.compile(rf"\( ?{_N} ?\)[、.]?|[㈠-㈩]")),
    # 第一阶段:动员部署; 第二步 清理整治.
    (STAGE, 3, re.compile(r"第[一二三四五六七八九十](?:阶段|步|环节)(?=[:、 (,])[:、]?")),
    # 1.深入推进“一网通办”; 3.5% is a figure and no number, 2.2021年 begins with the number 2; 1 总则.
    # 11、3家试点 begins with 11, 1.4月底前 and 2.10月15日前 with 1 and 2.
    (
        5,
        3,
        re.compile(
            rf"\d{{1,4}} ?[、.](?!\d)|\d{{1,3}}[、.](?=20\d\d年)|\d{{1,3}}、(?=\d+(?:\.\d+)?[%亿万家项户座所条名场处])"
            r"|\d{1,3}[、.](?=(?:1[0-2]|[1-9]) ?月(?:[底末初份前]|[上中下]旬|\d{1,2}日))"
            rf"|\d{{1,2}}{NUMBER_BLANK}"
        ),
    ),
    # 1.2 等级划分, 2.1国家指挥部; no 3.5亿元, 7.1前, 10.1假期.
    (
        6,
        3,
        re.compile(
            rf"{_DECIMAL}(?:[、.]?[ \t]+{_NOT_COUNTED}|[、.](?!\d)"
            rf"|(?=[\u4e00-\u9fff]){_NOT_COUNTED}(?![{_OF_A_FIGURE}]))"
        ),
    ),
    # 1.2.1 国家级, 4.2.2国务院批准, 1.1.1.1 编制; no 26.6.30前.
    (7, 3, re.compile(rf"{_DECIMAL}\.[1-9]\d?(?!\.?\d)[、.]?(?=[ \t\u4e00-\u9fff(《“])(?!前|以前|之前)")),
    (8, 3, re.compile(rf"{_DECIMAL}(?:\.[1-9]\d?){{2}}(?!\.?\d)[、.]?(?=[ \t\u4e00-\u9fff(《“])")),
    # (1)完善制度; 1)完善制度, and the one-sign forms ⑴.
    (9, 4, re.compile(r"\( ?\d{1,3} ?\)[、.]?|\d{1,3}\)|[⑴-⒇]")),
    # ①完善制度.
    (10, 5, re.compile(r"[①-⑳]")),
    # A.完善制度; no A.B and no A、B等部门.
    (11, 5, re.compile(r"[A-H]\.(?=[ \t]*[\u4e00-\u9fff《“])")),
)
# The first signs of all styles, in both widths: most lines begin with none and are passed by.
_STARTS = re.compile("[第(\uff08零〇一二三四五六七八九十百0-9\uff10-\uff19①-⑳㈠-㈩⑴-⒇A-H\uff21-\uff28]")
_LETTERS = "ABCDEFGH"
_ONE_SIGN = re.compile("[①-⑳㈠-㈩⑴-⒇]")
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
            return Mark(depth, rank, cut(text, found).rstrip(), _value(found.group()), rest)
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
    """Return the value of a number by its last part: of 1.2.3 it is 3, of B. it is 2."""
    if printed[0] in _LETTERS:
        return _LETTERS.index(printed[0]) + 1
    if _ONE_SIGN.fullmatch(printed):
        return int(unicodedata.numeric(printed))
    digits = re.findall(r"\d+", printed)
    if digits:
        return int(digits[-1])
    characters = re.search(_N, printed)
    return chinese_number(characters.group()) if characters else 0
