"""The day on which something falls due: the end of a month, of a period from a day on, of days counted."""

import re
from calendar import monthrange
from datetime import date, timedelta

from store.reading.signs.marks import chinese_number
from store.words.days_off import DaysOff

_PERIODS = {"月": 1, "季": 3, "半年": 6, "年": 12}
"""Months of a period; a week has no day that is known."""
_TENTHS = {"初": 10, "上旬": 10, "中旬": 20}
"""Last day of a part of a month; 下旬, 末 and 底 end with the month."""
_NTH = {"首": 1, "第一个": 1, "第1个": 1, "第二个": 2, "第2个": 2, "第三个": 3, "第3个": 3}
_FURTHEST = 2
"""Periods behind that of the day of issue, within which the next day is found."""


def end_of(year: int, month: int, day: int | None = None, part: str = "") -> str | None:
    """Return a day, ISO: the month's last, or its part's, where none is given; none where there is no such
    day.
    """
    if not (1 <= month <= 12 and 2000 <= year < 2100):
        return None
    last = monthrange(year, month)[1]
    if day is None:
        day = _TENTHS.get(part, last)
    return date(year, month, day).isoformat() if 1 <= day <= last else None


def quarter_of(sign: str) -> int:
    """Return the number of a quarter: 三 and 3 are 3."""
    return int(sign) if sign.isdecimal() else chinese_number(sign)


def next_of(rhythm: "re.Match[str]", issued_on: str | None) -> str | None:
    """Return the first day of a rhythm (每月25日) from the day of issue on; the others follow by the same
    rule.
    """
    months = _PERIODS.get(rhythm["period"])
    if not issued_on or not months:
        return None
    issued = date.fromisoformat(issued_on)
    period = (issued.year * 12 + issued.month - 1) // months
    for later in range(_FURTHEST + 1):
        due = _within_period(rhythm, (period + later) * months, months)
        if due and due >= issued_on:
            return due
    return None


def _within_period(rhythm: "re.Match[str]", first: int, months: int) -> str | None:
    """Return the day of a rhythm in the period that begins with a month, which is counted from year 0."""
    year, month = divmod(first + _months_on(rhythm, months), 12)
    day = int(rhythm["day"]) if rhythm["day"] else None
    due = end_of(year, month + 1, day, rhythm["part"] or "")
    if due and rhythm["days_after"]:
        return (date.fromisoformat(due) + timedelta(days=int(rhythm["days_after"]))).isoformat()
    return due


def _months_on(rhythm: "re.Match[str]", months: int) -> int:
    """Return how many months behind a period's first the day of a rhythm lies."""
    if rhythm["month"]:
        return int(rhythm["month"]) - 1
    if rhythm["quarter"]:
        return 3 * quarter_of(rhythm["quarter"]) - 1
    if rhythm["half"]:
        return 5 if rhythm["half"] == "上" else 11
    return _NTH.get(rhythm["nth"] or "", months) - 1


def days_after(issued_on: str, count: str, measure: str, days_off: DaysOff) -> str:
    """Return the day some days, working days, weeks, months or years after another: 一个月 after 31 January
    is 28 February.
    """
    issued = date.fromisoformat(issued_on)
    measure = measure.removeprefix("个")
    if count == "半":
        count, measure = ("6", "月") if measure == "年" else ("15", "日")
    number = int(count) if count.isdecimal() else chinese_number(count)
    match measure:
        case "工作日":
            return days_off.workdays_after(issued, number).isoformat()
        case "月" | "年":
            months = issued.year * 12 + issued.month - 1 + number * _PERIODS[measure]
            year, month = divmod(months, 12)
            day = min(issued.day, monthrange(year, month + 1)[1])
            return date(year, month + 1, day).isoformat()
        case "日" | "天":
            return (issued + timedelta(days=number)).isoformat()
    return (issued + timedelta(weeks=number)).isoformat()
