"""Times in one form: without blanks, in Arabic numerals, each month and each rhythm written out."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from store.reading.signs.lines import folded
from store.reading.signs.marks import chinese_number

_N = "〇零○O一二三四五六七八九十"
# 2026 年 6 月 底前, 第 3 季度 末, 18 : 00: the layout or a copy out of a PDF put blanks in.
_BLANKS = re.compile(
    rf"(?<=[\d{_N}第年月度号日旬季半“\"])[ \t]+(?=[年月号日季半底末初上中下时点之以前内个:”\"])"
    rf"|(?<=[年月第度半每至起后:~—–-])[ \t]+(?=[\d{_N}])"
    r"|(?<=\d)[ \t]+(?=[—–~-] ?\d{1,2} ?[月日号])"
)
_YEAR = re.compile(r"[二两][〇零○OＯo0][〇零○OＯo0一二三四五六七八九]{2}(?=年)")
"""二〇二六年, 二○二六年, 二零二六年."""
_MONTH = re.compile(r"(?<![一二三四五六七八九十百零〇个第])(?:十[一二]?|[一二三四五六七八九]|元)(?=月)")
"""十一月, 元月; no 三个月, which counts months."""
_DAY = re.compile(r"(?<=月)(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[日号]|以?前|之前|$)")
"""三月二日, 六月三十日, 十一月十五前."""
_M = r"(?:1[0-2]|[1-9])"
# 3、6、9月底前, 4—6月: each number is a month's; the 2 of 完成评估;2、6月底前 numbers a sentence.
# 3-6月龄 is an age.
_MONTHS = re.compile(
    rf"(?:(?<=[^\d.;。\s])|^(?!1、)){_M}(?=(?:[、和及]{_M})+月)|(?<![\d.]){_M}(?=(?:、{_M}){{2,}}月)"
    rf"|(?<![\d.第/—–―~-]){_M}(?=[—–―~至到-]{{1,2}}{_M}月(?!龄))"
)
_ITEM = r"(?:\d{1,2}月份?(?:\d{1,2}[日号]|[底末]|[上中下]旬)?|\d{1,2}[日号])(?:以?前|之前)?"
# 每年6月、12月底前, 每月10日和20日前: each of them comes again.
_RHYTHMS = re.compile(rf"(?P<each>每个?[年月])(?P<first>{_ITEM})(?P<others>(?:[、和及与]{_ITEM})+)")
_NEEDS_NO_CHANGE = re.compile(rf"[^ \t{_N}、和及与元两Ｏ至到~—–―-]*")
"""Most texts hold nothing of all that."""


@dataclass(frozen=True, slots=True)
class PlainTimes:
    """A text whose times stand in one form, and where each of its signs comes from."""

    text: str
    printed_text: str
    origins: tuple[int, ...] = ()
    """Place in the text as printed of each sign, and of the end; empty where every sign kept its place."""

    def piece(self, start: int, end: int) -> "PlainTimes":
        """Return a part of it, by places in its plain text."""
        if not self.origins:
            return PlainTimes(self.text[start:end], self.printed_text[start:end])
        return PlainTimes(self.text[start:end], self.printed_text, self.origins[start : end + 1])

    @property
    def as_printed(self) -> str:
        """The whole of it, as the text prints it."""
        if not self.origins:
            return self.printed_text.strip()
        return self.printed_text[self.origins[0] : self.origins[-1]].strip()

    def printed(self, start: int, end: int) -> str:
        """Return what stands between two places of its plain text, as the text prints it."""
        if self.origins:
            start, end = self.origins[start], self.origins[end]
        return self.printed_text[start:end].strip()


def plain_times(text: str) -> PlainTimes:
    """Return a text with its times in one form: 二〇二六年 6 月底前 as 2026年6月底前."""
    one_form = folded(text)
    if _NEEDS_NO_CHANGE.fullmatch(one_form):
        return PlainTimes(one_form, text)
    plain = PlainTimes(one_form, text)
    for pattern, change in _CHANGES:
        plain = _changed(plain, pattern, change)
    return plain


def _changed(plain: PlainTimes, pattern: "re.Pattern[str]", change: Callable[[str], str]) -> PlainTimes:
    """Return a text with all that a pattern finds changed; what is new comes from where the old began."""
    matches = list(pattern.finditer(plain.text))
    if not matches:
        return plain
    before = plain.origins or tuple(range(len(plain.text) + 1))
    pieces: list[str] = []
    origins: list[int] = []
    end = 0
    for found in matches:
        new = change(found.group())
        pieces += (plain.text[end : found.start()], new)
        origins += before[end : found.start()]
        origins += _origins_within(found, new, before)
        end = found.end()
    pieces.append(plain.text[end:])
    origins += before[end:]
    return PlainTimes("".join(pieces), plain.printed_text, tuple(origins))


def _origins_within(found: "re.Match[str]", new: str, before: tuple[int, ...]) -> list[int]:
    """Return the origins of changed signs: those kept at either end keep theirs."""
    old = found.group()
    places: list[int] = []
    at = 0
    for sign in new:
        following = old.find(sign, at)
        if following >= 0:
            at = following + 1
            places.append(before[found.start() + following])
        else:
            places.append(before[found.start() + min(at, len(old) - 1)])
    return places


def _month(numeral: str) -> str:
    return "1" if numeral == "元" else str(chinese_number(numeral))


def _digits(numeral: str) -> str:
    one_form = re.sub("[○OＯo0]", "〇", numeral)
    return str(chinese_number(one_form.replace("两", "二")))


def _each_apart(rhythm: str) -> str:
    """Return 每年6月、12月底前 as 每年6月、每年12月底前."""
    found = _RHYTHMS.fullmatch(rhythm)
    if found is None:
        return rhythm
    others = re.sub("[、和及与]", f"、{found['each']}", found["others"])
    return found["each"] + found["first"] + others


_CHANGES: tuple[tuple["re.Pattern[str]", Callable[[str], str]], ...] = (
    (_BLANKS, lambda _: ""),
    (_YEAR, _digits),
    (_MONTH, _month),
    (_DAY, lambda numeral: str(chinese_number(numeral))),
    (_MONTHS, lambda number: f"{number}月"),
    (_RHYTHMS, _each_apart),
)
