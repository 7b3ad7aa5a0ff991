"""What a deadline's wording means: its kind and the day it falls due, beside the wording as printed.

底前 includes the last day; where a wording leaves the day open (6月前) no day is given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from store.reading.signs.due_days import days_after, end_of, next_of, quarter_of
from store.reading.signs.plain_times import PlainTimes, plain_times
from store.reading.signs.time_words import EACH, EACH_OTHER, OPEN
from store.reading.signs.times import Time, Told, times_in
from store.words.days_off import WEEKENDS, DaysOff

DeadlineKind = Literal["dated", "recurring", "continuing", "immediate", "unset"]

_SPLIT = re.compile(r"[,;。、\n]|并(?=长期|持续)")
"""What parts two deadlines: 6月底前完成并长期坚持 are two."""
# 2026年工作要点, 2026—2028年行动方案.
_YEARS = re.compile(r"(?P<first>20\d{2}年?[-—–~至到])?(?P<year>20\d{2})年")
_PLAN_ENDS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035}
"""Last years of the five-year plans, by the middle of their names: 十五五 ends with 2030."""
_A_DATE_IN_FIGURES = 8
"""Signs of 20260630."""
_LONG_PAST = 180
"""Days before its own issue that no notice sets a deadline: 1月底前 of November is not of the same year."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline: its wording, its kind, and the last day, ISO; none where the wording names no day."""

    wording: str
    kind: DeadlineKind
    due: str | None = None


@dataclass(slots=True)
class _Reckoning:
    """What is known of the year and month in which a wording stands, wording after wording."""

    list_year: int | None
    issued_on: str | None
    days_off: DaysOff
    year: int | None
    year_was_named: bool = False
    month: int | None = None
    due: str | None = None

    def take_year(self, told: Told) -> None:
        """Take the year that a wording names; 次年 follows the year named before."""
        if not told.names_year:
            return
        named = told.says("year")
        self.year_was_named = True
        match named[:1]:
            case "":
                self.year = 2000 + int(told.says("short_year")[:2])
            case "今":
                self.year = self._this_year()
            case "明":
                this_year = self._this_year()
                self.year = this_year + 1 if this_year else None
            case "本" | "当":
                self.year = self.list_year or self._this_year()
            case "次" | "翌" | "来":
                self.year = self.year + 1 if self.year else None
            case _:
                self.year = int(named[:4])

    def _this_year(self) -> int | None:
        """Return the year that 今年 is; none where a list for one year was issued in another."""
        issued_in = int(self.issued_on[:4]) if self.issued_on else self.list_year
        return issued_in if self.list_year in {None, issued_in} else None

    def due_day(self, told: Told) -> str | None:
        """Return the last day of a wording."""
        self.take_year(told)
        due = self._due(told.told_by, told.match)
        needs_year = not self.year_was_named and told.told_by not in {"plan", "after_issue"}
        return None if due and needs_year and self._is_long_past(due) else due

    def _is_long_past(self, due: str) -> bool:
        if not self.issued_on:
            return False
        return (date.fromisoformat(self.issued_on) - date.fromisoformat(due)).days > _LONG_PAST

    def _due(self, told_by: str, found: "re.Match[str]") -> str | None:
        match told_by:
            case "plan":
                return end_of(_PLAN_ENDS[found["plan"]], 12)
            case "after_issue":
                count, measure = found["count"], found["measure"]
                return days_after(self.issued_on, count, measure, self.days_off) if self.issued_on else None
            case _ if self.year is None:
                return None
            case "year":
                return end_of(self.year, 12)
            case "half":
                return end_of(self.year, 6 if found["half"] == "上" else 12)
            case "quarter":
                is_open = found["before"] and not found["part"]
                return None if is_open else end_of(self.year, 3 * quarter_of(found["quarter"] or found["q"]))
            case "year_open":
                return None
        return self._due_in_month(found, self.year)

    def _due_in_month(self, found: "re.Match[str]", year: int) -> str | None:
        """Return the day that a wording with a month names; 6月前 leaves open which."""
        named = found.groupdict()
        self.month = int(named["month"]) if named.get("month") else self.month
        if self.month is None:
            return None
        if named["day"]:
            return end_of(year, self.month, int(named["day"]))
        part = named.get("part")
        if named.get("before") and not part:
            return None
        return end_of(year, self.month, part=part or "")


def deadlines_of(
    wording: str | None,
    year: int | None = None,
    issued_on: str | None = None,
    days_off: DaysOff = WEEKENDS,
) -> tuple[Deadline, ...]:
    """Return the deadlines that a wording names, in order.

    The year is the list's own where the wording names none; one that it names holds for what follows
    (2022年6月底前,9月底前). A span of time (3月至6月底) falls due at its end.
    """
    words = wording or ""
    found: list[Deadline] = []
    reckoning = _Reckoning(year, issued_on, days_off, year)
    for clause in _clauses(plain_times(words)):
        found += _of_clause(clause, reckoning)
    if not found and words.strip():
        return (Deadline(words.strip(), "unset"),)
    return tuple(found)


def _clauses(plain: PlainTimes) -> Iterator[PlainTimes]:
    start = 0
    for sign in _SPLIT.finditer(plain.text):
        yield plain.piece(start, sign.start())
        start = sign.end()
    yield plain.piece(start, len(plain.text))


def _of_clause(clause: PlainTimes, reckoning: _Reckoning) -> Iterator[Deadline]:
    """Give the deadlines of a clause; one that names a time which is no day (汛期前) is unset."""
    found = list(times_in(clause.text))
    if not found and OPEN.search(clause.text):
        yield Deadline(clause.as_printed, "unset")
    for time in found:
        began = _deadline(time.begins, clause, reckoning).due if time.begins else None
        deadline = _deadline(time.ends, clause, reckoning)
        if began and deadline.due and deadline.due < began and not time.ends.names_year:
            # 11月至3月 ends in the next year.
            reckoning.year = int(began[:4]) + 1
            deadline = _deadline(time.ends, clause, reckoning)
        yield replace(deadline, wording=_worded(time, clause)) if deadline.kind == "dated" else deadline


def _worded(time: Time, clause: PlainTimes) -> str:
    """Return a time as printed; of 3、6、9月底 each month is named."""
    printed = clause.printed(time.start, time.end)
    return f"{printed}月" if printed.isdecimal() and len(printed) < _A_DATE_IN_FIGURES else printed


def recurrence_of(wording: str) -> str:
    """Return how often a wording says that something is due: 每季末, 每月5日, 每年6月末; empty where not."""
    text = plain_times(wording).text
    found = EACH.search(text)
    if found is None:
        return wording if EACH_OTHER.search(text) else ""
    within = found["nth"] and f"{found['nth']}月"
    within = within or (found["month"] and f"{int(found['month'])}月")
    within = within or (found["quarter"] and f"{found['quarter']}季度")
    within = within or (found["half"] and f"{found['half']}半年") or found["weekday"] or ""
    behind = f"{found['day']}日" if found["day"] else found["part"] or "末"
    if found["days_after"]:
        behind = f"后{found['days_after']}日内"
    return f"每{found['period']}{within}" + ("" if found["period"] == "周" else behind)


def year_of(title: str, issued_on: str | None) -> int | None:
    """Return the year that a list is for: the one its title names, else that of its issue.

    A list for several years (2026—2028年) is for none of them.
    """
    named = _YEARS.search(plain_times(title).text)
    if named:
        return None if named["first"] else int(named["year"])
    return int(issued_on[:4]) if issued_on else None


def span_of_years(title: str) -> tuple[int, int] | None:
    """Return the first and the last year that a title names as a span: 2026—2028年行动方案."""
    named = _YEARS.search(plain_times(title).text)
    if named is None or not named["first"]:
        return None
    first, last = int(named["first"][:4]), int(named["year"])
    return (first, last) if first <= last else None


def _deadline(told: Told, clause: PlainTimes, reckoning: _Reckoning) -> Deadline:
    wording = told.match.group().strip()
    match told.told_by:
        case "recurring":
            is_each = "period" in told.match.groupdict()
            return Deadline(
                wording, "recurring", next_of(told.match, reckoning.issued_on) if is_each else None
            )
        case "continuing":
            return Deadline(clause.as_printed, "continuing")
        case "immediate":
            return Deadline(clause.as_printed, "immediate")
    return Deadline(wording, "dated", reckoning.due_day(told))
