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

Kind = Literal["dated", "recurring", "continuing", "immediate", "unset"]

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_PERIODS = {"周": 0, "月": 1, "季": 3, "半年": 6, "年": 12}
_TENTHS = {"初": 10, "上旬": 10, "中旬": 20}
_Y = r"(?P<year>20\d{2}年|[二][〇零]?[〇零一二三四五六七八九]{2,3}年|今年|本年度?|当年|明年)?"
_PATTERNS: tuple[tuple[str, "re.Pattern[str]"], ...] = (
    (
        "recurring",
        re.compile(
            r"(?:每|逐|按)个?(?P<period>周|月|季|半年|年)度?(?:末|底)?(?P<day>\d{1,2})?[日号]?(?:以?前|之前)?"
        ),
    ),
    ("iso", re.compile(r"(?P<year>20\d{2})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})")),
    (
        "dated",
        re.compile(
            rf"{_Y}\s?(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?"
            r"(?:(?P<day>\d{1,2})[日号])?(?P<part>底|末|初|上旬|中旬|下旬)?(?P<before>以?前|之前)?"
        ),
    ),
    (
        "quarter",
        re.compile(rf"{_Y}(?:第?(?P<quarter>[一二三四1-4])个?季度)(?:末|底)?(?P<before>以?前|之前)?"),
    ),
    ("half", re.compile(rf"{_Y}(?P<half>上|下)半年")),
    ("continuing", re.compile(r"长期|持续|常态化?|全年|贯穿|始终|经常|不断|日常|按需|适时|滚动")),
    (
        "year",
        re.compile(
            r"(?P<year>20\d{2}年|今年|本年度?|当年|明年)?(?:年?[底末]|(?<![一二三四五六七八九十两\d])年内|(?<=年)内|(?<=年)度?(?=[^度内底末上下\d]|$))(?:以?前|之前)?"
        ),
    ),
    ("immediate", re.compile(r"立行立改|立即|即时|即知即改|马上|立刻|即行")),
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline: its wording, its kind, and the last day, ISO; none where the wording names no day."""

    wording: str
    kind: Kind
    due: str | None = None


def deadlines_of(
    wording: str | None, year: int | None = None, issued_on: str | None = None
) -> tuple[Deadline, ...]:
    """The deadlines that a wording names, in order; the year is the list's own where the wording names none."""
    found: list[Deadline] = []
    for clause in re.split(r"[,;。、\n]|并(?=长期|持续)", folded(wording or "")):
        for kind, match in _matches(clause):
            named = match.groupdict().get("year")
            year = _year(named, year)
            found.append(_deadline(kind, match, clause, year, issued_on))
    if not found and (wording or "").strip():
        return (Deadline((wording or "").strip(), "unset"),)
    return tuple(found)


def year_of(title: str, issued_on: str | None) -> int | None:
    """The year that a list is for: the one its title names, else that of its issue."""
    named = re.search(r"(20\d{2})年", folded(title))
    return int(named[1]) if named else int(issued_on[:4]) if issued_on else None


def _matches(clause: str) -> Iterator[tuple[str, "re.Match[str]"]]:
    """The wordings of time in a clause from left to right, none within another."""
    found = [
        (match.start(), -match.end(), order, kind, match)
        for order, (kind, p) in enumerate(_PATTERNS)
        for match in p.finditer(clause)
    ]
    end = 0
    for start, negative_end, _, kind, match in sorted(found, key=lambda one: one[:3]):
        if start >= end and match.group():
            yield kind, match
            end = -negative_end


def _year(named: str | None, year: int | None) -> int | None:
    if not named or named[0] in "今本当":
        return year
    if named[0] == "明":
        return year + 1 if year else None
    digits = named.rstrip("年")
    return int(digits) if digits.isdecimal() else chinese_number(digits)


def _deadline(
    kind: str, match: "re.Match[str]", clause: str, year: int | None, issued_on: str | None
) -> Deadline:
    wording = match.group().strip()
    if kind == "recurring":
        return Deadline(wording, "recurring", _period_end(match, issued_on))
    if kind in {"continuing", "immediate"}:
        return Deadline(clause.strip(), "continuing" if kind == "continuing" else "immediate")
    return Deadline(wording, "dated", _day(kind, match, year))


def _day(kind: str, match: "re.Match[str]", year: int | None) -> str | None:
    if year is None or not 2000 <= year < 2100:
        return None
    named = match.groupdict()
    if kind == "year":
        return _iso(year, 12, None)
    if kind == "half":
        return _iso(year, 6 if named["half"] == "上" else 12, None)
    if kind == "quarter":
        return _iso(year, 3 * _QUARTERS[named["quarter"]], None)
    month = int(named["month"]) if named["month"].isdecimal() else chinese_number(named["month"])
    if named["day"]:
        return _iso(year, month, int(named["day"]))
    if named.get("before") and not named.get("part"):
        return None
    return _iso(year, month, _TENTHS.get(named.get("part") or ""))


def _iso(year: int, month: int, day: int | None) -> str | None:
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    return date(year, month, day or last).isoformat() if (day or last) <= last and day != 0 else None


def _period_end(match: "re.Match[str]", issued_on: str | None) -> str | None:
    """The end of the first period from the day of issue on: each further one follows by the same rule."""
    months = _PERIODS[match["period"]]
    if not issued_on or not months:
        return None
    start = date.fromisoformat(issued_on)
    last_month = -(-start.month // months) * months
    if match["day"]:
        due = _iso(start.year, last_month, int(match["day"]))
        if due and due < issued_on:
            last_month += months
            due = _iso(start.year + (last_month > 12), last_month - 12 * (last_month > 12), int(match["day"]))
        return due
    return _iso(start.year, last_month, None)
