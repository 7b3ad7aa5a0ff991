"""Days and moments as clerks write them, and days as the file holds them (ISO).

2026-11-01, 11-1, 20261101 and 11月1日 9:30 are understood, in signs of either width.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from store.refused import Refused

_DAY = r"(?:(?P<year>\d{4})\s*[-./年]\s*)?(?P<month>\d{1,2})\s*[-./月]\s*(?P<day>\d{1,2})\s*[日号]?"
_TIME = r"(?P<hour>\d{1,2})\s*[:时点]\s*(?:(?P<minute>\d{1,2})\s*(?:分|:(?P<second>\d{1,2}))?)?"
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MOMENT = re.compile(rf"{_DAY}(?:[T\s]*{_TIME})?")
_DASHES = dict.fromkeys(map(ord, "–—−‐‑﹣"), "-")
_LAST = time(23, 59, 59)


def day_named(words: str, today: date) -> str | None:
    """Return the ISO day that words name, one without a year in the year of today; none for no words."""
    return day_in(words, today).isoformat() if words.strip() else None


def day_in(words: str, today: date) -> date:
    """Return the day that words name, without a year in the year of today; refused where they name none."""
    return _day(_found_day(words), today.year, words)


def past_day_named(words: str, today: date) -> date:
    """Return the day that words name, without a year the latest that has been; refused if still to come."""
    return _past(_found_day(words), today, words)


def moment_named(words: str, now: datetime) -> datetime:
    """Return the local moment that words name, to its end: of the day, of the minute.

    Refused where it is still to come; today without a time is now. The ISO form that the history has, with
    its zone, is taken too.
    """
    try:
        exact = datetime.fromisoformat(words.strip())
    except ValueError:
        exact = None
    if exact is not None and exact.tzinfo is not None:
        return exact
    found = _found(words)
    day = _past(found, now.date(), words)
    if found["hour"] is None:
        return datetime.combine(day, _LAST)
    hour = int(found["hour"])
    minute = int(found["minute"] or 0)
    second = int(found["second"] or 59)
    try:
        moment = datetime.combine(day, time(hour, minute, second))
    except ValueError:
        raise Refused(f"“{words.strip()}”没有这个时刻，请核对。") from None
    if moment > now + timedelta(minutes=1):
        raise Refused(f"“{words.strip()}”还没有到，请写现在或以前的时间。")
    return moment


def _found(words: str) -> re.Match[str]:
    plain = unicodedata.normalize("NFKC", words).translate(_DASHES).strip()
    found = _MOMENT.fullmatch(_EIGHT_DIGITS.sub(r"\1-\2-\3", plain))
    if found is None:
        raise Refused(f"“{words.strip()}”不是日期，请写作 2026-11-01、11-1 或 2026年11月1日。")
    return found


def _found_day(words: str) -> re.Match[str]:
    found = _found(words)
    if found["hour"]:
        raise Refused(f"“{words.strip()}”请只写日期，如 2026-11-01。")
    return found


def _day(found: re.Match[str], year: int, words: str) -> date:
    named_year = int(found["year"] or year)
    try:
        return date(named_year, int(found["month"]), int(found["day"]))
    except ValueError:
        raise Refused(f"“{words.strip()}”没有这一天，请核对日期。") from None


def _past(found: re.Match[str], today: date, words: str) -> date:
    if found["year"]:
        day = _day(found, today.year, words)
        if day > today:
            raise Refused(f"“{words.strip()}”还没有到，请写今天或以前的日期。")
        return day
    named = int(found["month"]), int(found["day"])
    is_past = named <= (today.month, today.day)
    year = today.year if is_past else today.year - 1
    return _day(found, year, words)
