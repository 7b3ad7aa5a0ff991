"""What the program makes of a deadline that the clerk writes, said while it is written.

Kept is what was written; only 月底 and 下月15日, which mean another day in another month, get their month.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from store.reading.signs.deadlines import Deadline, deadlines_of, recurrence_of, span_of_years, year_of
from store.records.notice import Notice

UNCLEAR = "看不懂这个时限"
NO_DAY = "定不下是哪一天"
"""Such as 6月前, which may mean the end of May or of June, and 2月31日."""
_DIGITS = re.compile(r"[０-９．／－]+")
# 月底前, 本月15日, 下个月初; not 每月底, 三个月内, 6月底.
_THIS_MONTH = re.compile(
    r"(?<![\d一二三四五六七八九十几数个每逐按年])(?P<which>本|当|这个?|下个?)?月(?:份)?"
    r"(?:(?P<part>底|末|初|上旬|中旬|下旬)|(?P<within>内)|(?P<day>\d{1,2})[日号])"
)


@dataclass(frozen=True, slots=True)
class DeadlineGiven:
    """A deadline as it will be kept, what it means in words, and what is left to be settled."""

    wording: str
    means: str = ""
    """The day, ISO, or how often, or 不设日期; empty where it is not understood."""
    problem: str = ""
    """Why it is not understood; empty where it is."""
    needs_year: bool = False
    """It is understood but for the year, which neither it nor the list tells."""

    @property
    def said(self) -> str:
        """What is said of it under the field."""
        return self.problem or self.means


def deadline_given(words: str, year: int | None, today: date) -> DeadlineGiven:
    """Return what a deadline means in a list of a year, where that is known."""
    plain = _DIGITS.sub(lambda found: unicodedata.normalize("NFKC", found.group()), words.strip())
    wording = _THIS_MONTH.sub(lambda found: _with_month(found, year, today), plain)
    found = deadlines_of(wording, year)
    if any(deadline.kind == "unset" for deadline in found):
        return DeadlineGiven(wording, problem=UNCLEAR)
    needs_year = year is None and any(map(_lacks_day, found))
    if needs_year:
        found = deadlines_of(wording, today.year)
    if any(map(_lacks_day, found)):
        return DeadlineGiven(wording, problem=NO_DAY)
    return DeadlineGiven(wording, "、".join(_means(one, needs_year) for one in found), needs_year=needs_year)


def list_year(notice: Notice) -> int | None:
    """Return the year that a list is for: of its title, its date of issue, or as the clerk said."""
    year = year_of(notice.title or notice.list_title, notice.issued_on)
    return year or (int(notice.year) if notice.year else None)


def list_years(notice: Notice) -> tuple[int, int] | None:
    """Return the first and the last year that a list is for: of 2026—2028年 both, of one year that twice."""
    year = list_year(notice)
    return (year, year) if year else years_told(notice)


def years_told(notice: Notice) -> tuple[int, int] | None:
    """Return the first and the last year that a list is for by its title or its date of issue."""
    title = notice.title or notice.list_title
    year = year_of(title, notice.issued_on)
    return (year, year) if year else span_of_years(title)


def _lacks_day(deadline: Deadline) -> bool:
    return deadline.kind == "dated" and deadline.due is None


def _means(deadline: Deadline, needs_year: bool) -> str:
    match deadline.kind:
        case "recurring":
            return recurrence_of(deadline.wording)
        case "immediate":
            return "立即办理"
        case "continuing":
            return "不设日期"
    due = deadline.due or ""
    return f"{due[5:]}（哪一年还要问）" if needs_year else due


def _with_month(found: "re.Match[str]", year: int | None, today: date) -> str:
    """Return 月底 or 下月15日 with the month that it has today, and the year where that is not the list's."""
    which = found["which"] or ""
    if found["day"] and not which:
        return found.group()
    months = today.year * 12 + today.month - 1 + which.startswith("下")
    of_year, month = divmod(months, 12)
    prefix = "" if of_year == year else f"{of_year}年"
    rest = found["part"] or (f"{found['day']}日" if found["day"] else "底前")
    return f"{prefix}{month + 1}月{rest}"
