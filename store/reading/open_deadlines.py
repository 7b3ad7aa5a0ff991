"""Deadlines that the clerk is asked about: which day is meant, or of which year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from store.reading.result import SourceFinding, TaskFound
from store.reading.signs.deadlines import deadlines_of

_ANY_YEAR = 2000
"""A leap year, by which a wording is seen to lack nothing but its year."""


class OpenWording(NamedTuple):
    """A wording that names no day, and whether a year would make it one."""

    wording: str
    lacks_year: bool


@dataclass(slots=True)
class _Open:
    """A wording that leaves its day open: the first line with it, and in how many tasks it stands."""

    line: int
    lacks_year: bool
    count: int = 0


def open_deadlines(
    tasks: Iterable[TaskFound], year: int | None, issued_on: str | None
) -> Iterator[SourceFinding]:
    """Give a finding for each wording whose day is open, and one for all that lack nothing but the year."""
    found: dict[str, _Open] = {}
    for task in tasks:
        for wording, lacks_year in open_wordings(task.deadline or "", year, issued_on):
            found.setdefault(wording, _Open(task.source[0], lacks_year)).count += 1
    of_no_year = {wording: one for wording, one in found.items() if one.lacks_year}
    if of_no_year:
        line = min(one.line for one in of_no_year.values())
        yield SourceFinding("R08", line, _without_year(next(iter(of_no_year)), of_no_year.values()))
    for wording, one in found.items():
        if not one.lacks_year:
            yield SourceFinding(
                "R08", one.line, f"“{wording}”是哪一天没有写明{_times(one.count)}，请确定完成时限"
            )


@lru_cache(maxsize=16384)
def open_wordings(deadline: str, year: int | None, issued_on: str | None) -> tuple[OpenWording, ...]:
    """Return the wordings of a deadline that name no day."""
    named = deadlines_of(deadline, year, issued_on)
    with_year = deadlines_of(deadline, year or _ANY_YEAR, None)
    found: list[OpenWording] = []
    for one, of_some_year in zip(named, with_year, strict=True):
        if one.due is None and one.kind in {"dated", "unset"}:
            found.append(OpenWording(one.wording, of_some_year.due is not None))
    return tuple(found)


def _without_year(wording: str, all_open: Iterable[_Open]) -> str:
    count = sum(one.count for one in all_open)
    return f"“{wording}”属于哪一年没有写明{_times(count)}，请在完成时限中写上年份"


def _times(count: int) -> str:
    return f"（共 {count} 处）" if count > 1 else ""
