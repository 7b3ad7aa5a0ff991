"""What a deadline's wording means: its kind and the day it falls due, beside the wording as printed.

底前 includes the last day; where a wording leaves the day open (6月前) no day is given.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from store.reading.signs.lines import folded
from store.reading.signs.marks import chinese_number

DeadlineKind = Literal["dated", "recurring", "continuing", "immediate", "unset"]

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_PERIODS = {"周": 0, "月": 1, "季": 3, "半年": 6, "年": 12}
"""Months of a period; a week has no day that is known."""
_RANGE = re.compile(r"\s*(?:至|到|[-–—―~～]+)\s*")
"""What stands between the two ends of a span of time: 3月至6月底."""
_TENTHS = {"初": 10, "上旬": 10, "中旬": 20}
"""Last day of a part of a month; 下旬, 末 and 底 end with the month."""
_SPLIT = re.compile(r"[,;。、\n]|并(?=长期|持续)")
"""What parts two deadlines: 6月底前完成并长期坚持 are two."""
_Y = r"(?P<year>20\d{2}年|[二][〇零]?[〇零一二三四五六七八九]{2,3}年|今年|本年度?|当年|明年)?"
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?"
# 15日, 十五日, and the bare number where the wording ends or goes on with 前: 6月15前.
_DAY = r"(?P<day>\d{1,2}|[一二三]?十?[一二三四五六七八九]|[二三]?十)(?:[日号]|(?=以?前|之前|$))"
_BEFORE = r"(?P<before>以?前|之前)?"
_PATTERNS: tuple[tuple[str, "re.Pattern[str]"], ...] = (
    # 每月25日前, 每季度末, 按月, 每年6月底前.
    (
        "recurring",
        re.compile(
            rf"(?:每|逐|按)个?(?P<period>周|月|季|半年|年)度?(?:的?{_MONTH})?(?P<weekday>(?<=周)[一二三四五六日])?"
            r"(?:末|底)?(?:(?P<day>\d{1,2})(?:[日号]|(?=以?前|之前|$)))?(?:以?前|之前)?"
        ),
    ),
    # 2021-06-30, 2021.6.30, 2021/6.
    (
        "iso",
        re.compile(
            r"(?P<year>20\d{2})[-./](?P<month>1[0-2]|0?[1-9])(?:[-./](?P<day>\d{1,2}))?(?![-./\d])[日号]?"
            + _BEFORE
        ),
    ),
    # 20210630.
    ("iso", re.compile(r"(?<!\d)(?P<year>20\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)")),
    # 6.30, 6/30前: alone, since a figure may be written so.
    (
        "iso",
        re.compile(r"^\s*(?P<month>1[0-2]|0?[1-9])[-./](?P<day>\d{1,2})[日号]?(?:以?前|之前)?(?:完成)?\s*$"),
    ),
    # 2021年6月30日前, 6月底前, 10月中旬, 二〇二二年三月底前.
    ("dated", re.compile(rf"{_Y}\s?{_MONTH}(?:{_DAY})?(?P<part>底|末|初|上旬|中旬|下旬)?{_BEFORE}")),
    # 第三季度, 一季度末.
    ("quarter", re.compile(rf"{_Y}(?:第?(?P<quarter>[一二三四1-4])个?季度)(?:末|底)?{_BEFORE}")),
    # 上半年.
    ("half", re.compile(rf"{_Y}(?P<half>上|下)半年")),
    # 长期坚持, 持续推进, 全年.
    ("continuing", re.compile(r"长期|持续|常态化?|全年|贯穿|始终|经常|不断|日常|按需|适时|滚动")),
    # 2022年底前, 年内 but not 三年内, 2021年度.
    (
        "year",
        re.compile(
            r"(?P<year>20\d{2}年|今年|本年度?|当年|明年)?"
            r"(?:年?[底末]|(?<![一二三四五六七八九十两\d])年内|(?<=年)内|(?<=年)度?(?=[^度内底末上下\d]|$))"
            r"(?:以?前|之前)?"
        ),
    ),
    # 立行立改, 立即.
    ("immediate", re.compile(r"立行立改|立即|即时|即知即改|马上|立刻|即行")),
)
"""Wordings of time by what they tell; of two that begin together the longer counts, then the first named."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline: its wording, its kind, and the last day, ISO; none where the wording names no day."""

    wording: str
    kind: DeadlineKind
    due: str | None = None


def deadlines_of(
    wording: str | None, year: int | None = None, issued_on: str | None = None
) -> tuple[Deadline, ...]:
    """Return the deadlines that a wording names, in order.

    The year is the list's own where the wording names none; one that it names holds for what follows
    (2022年6月底前,9月底前). A span of time (3月至6月底) falls due at its end.
    """
    words = wording or ""
    found: list[Deadline] = []
    for clause in _SPLIT.split(folded(words)):
        matches = list(_matches(clause))
        for index, (told_by, match) in enumerate(matches):
            year = _year(match.groupdict().get("year"), year)
            begins_span = index + 1 < len(matches) and _RANGE.fullmatch(
                clause, match.end(), matches[index + 1][1].start()
            )
            if not begins_span:
                found.append(_deadline(told_by, match, clause, year, issued_on))
    if not found and words.strip():
        return (Deadline(words.strip(), "unset"),)
    return tuple(found)


def recurrence_of(wording: str) -> str:
    """Return how often a wording says that something is due: 每季末, 每月5日, 每年6月末; empty where not."""
    found = _PATTERNS[0][1].search(folded(wording))
    if found is None:
        return ""
    period, month, day = f"每{found['period']}", found["month"], found["day"]
    if found["period"] == "周":
        return period + (found["weekday"] or "")
    if month:
        period += f"{_number(month)}月"
    return period + (f"{day}日" if day else "末")


def year_of(title: str, issued_on: str | None) -> int | None:
    """Return the year that a list is for: the one its title names, else that of its issue."""
    named = re.search(r"(20\d{2})年", folded(title))
    if named:
        return int(named[1])
    return int(issued_on[:4]) if issued_on else None


def _matches(clause: str) -> Iterator[tuple[str, "re.Match[str]"]]:
    """Give the wordings of time in a clause from left to right, none within another."""
    found: list[tuple[int, int, int, str, re.Match[str]]] = []
    for order, (told_by, pattern) in enumerate(_PATTERNS):
        for match in pattern.finditer(clause):
            found.append((match.start(), -match.end(), order, told_by, match))
    end = 0
    for start, negative_end, _, told_by, match in sorted(found, key=lambda one: one[:3]):
        if start >= end and match.group():
            yield told_by, match
            end = -negative_end


def _year(named: str | None, year: int | None) -> int | None:
    if not named or named[0] in "今本当":
        return year
    if named[0] == "明":
        return year + 1 if year else None
    return _number(named.rstrip("年"))


def _deadline(
    told_by: str, found: "re.Match[str]", clause: str, year: int | None, issued_on: str | None
) -> Deadline:
    match told_by:
        case "recurring":
            return Deadline(found.group().strip(), "recurring", _period_end(found, issued_on))
        case "continuing":
            return Deadline(clause.strip(), "continuing")
        case "immediate":
            return Deadline(clause.strip(), "immediate")
    return Deadline(found.group().strip(), "dated", _due(told_by, found, year))


def _due(told_by: str, found: "re.Match[str]", year: int | None) -> str | None:
    """Return the last day of a wording that names a time of a year."""
    if year is None or not 2000 <= year < 2100:
        return None
    match told_by:
        case "year":
            return _iso(year, 12)
        case "half":
            return _iso(year, 6 if found["half"] == "上" else 12)
        case "quarter":
            return _iso(year, 3 * _QUARTERS[found["quarter"]])
    return _due_in_month(found, year)


def _due_in_month(found: "re.Match[str]", year: int) -> str | None:
    """Return the day that a wording with a month names; 6月前 leaves open which."""
    named = found.groupdict()
    month = _number(found["month"])
    if named["day"]:
        return _iso(year, month, _number(named["day"]))
    part = named.get("part")
    if named.get("before") and not part:
        return None
    return _iso(year, month, _TENTHS.get(part or ""))


def _number(digits: str) -> int:
    return int(digits) if digits.isdecimal() else chinese_number(digits)


def _iso(year: int, month: int, day: int | None = None) -> str | None:
    """Return a day, the month's last where none is given; none where the month has no such day."""
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    if day is None:
        day = last
    return date(year, month, day).isoformat() if 1 <= day <= last else None


def _period_end(found: "re.Match[str]", issued_on: str | None) -> str | None:
    """Return the end of the first period from the day of issue on; the others follow by the same rule."""
    months = _PERIODS[found["period"]]
    if not issued_on or not months:
        return None
    issued = date.fromisoformat(issued_on)
    last_month = _number(found["month"]) if found["month"] else -(-issued.month // months) * months
    day = int(found["day"]) if found["day"] else None
    due = _iso(issued.year, last_month, day)
    if due and due < issued_on:
        years_on, month_before = divmod(last_month + months - 1, 12)
        due = _iso(issued.year + years_on, month_before + 1, day)
    return due
