"""今日 on the days of the made year against what was worked out by hand."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pytest

from store.ledger.today import TodayGroup, TodayLine, ledger_lines
from tests.store.ledger.year.expected_days import AWAITING, IN_THREE_DAYS, OVERDUE, UNANSWERED
from tests.store.ledger.year.expected_reports import DUE_TODAY, MISSING
from tests.store.ledger.year.facts import MONTH_ENDS, OTHER_DAYS
from tests.store.ledger.year.running import Year

DAYS = (*MONTH_ENDS, *OTHER_DAYS)


def _lines(year: Year, day: str, group: TodayGroup) -> list[TodayLine]:
    found = ledger_lines(year.on[day].tasks, date.fromisoformat(day))
    return [line for line in found if line.group == group]


def _rows(year: Year, day: str, group: TodayGroup) -> list[str]:
    names = year.on[day].tasks
    return [names.row_name(line.row) for line in _lines(year, day, group)]


@pytest.mark.parametrize("day", DAYS)
def test_the_rows_that_are_late_soon_due_or_to_be_closed(year: Year, day: str) -> None:
    late, soon = OVERDUE.get(day, {}), IN_THREE_DAYS.get(day, {})
    assert _rows(year, day, "overdue") == list(late)
    for line, days in zip(_lines(year, day, "overdue"), late.values(), strict=True):
        assert line.said.endswith(f"逾期 {days} 天")
    assert _rows(year, day, "soon") == list(soon)
    for line, days in zip(_lines(year, day, "soon"), soon.values(), strict=True):
        assert line.said.endswith(f"剩 {days} 天" if days else "今天到期")
    assert _rows(year, day, "awaiting_closing") == AWAITING.get(day, [])


@pytest.mark.parametrize("day", DAYS)
def test_the_reminder_is_there_until_it_is_answered(year: Year, day: str) -> None:
    lines = _lines(year, day, "unanswered")
    assert [line.units for line in lines] == ([("外专处",)] if day in UNANSWERED else [])


@pytest.mark.parametrize("day", DAYS)
def test_the_reports_that_are_due_on_the_day_or_missing(year: Year, day: str) -> None:
    assert _reports(year, day, "due_today") == _by_unit(DUE_TODAY.get(day, []))
    if day in MISSING:
        assert _reports(year, day, "missing") == _by_unit(MISSING[day])


class OfUnit(NamedTuple):
    """What a line says of a unit's reports: their rows, how many they are, the last month of them."""

    rows: set[str]
    number: int
    last: str


def _by_unit(reports: Sequence[tuple[str, str, str]]) -> dict[str, OfUnit]:
    found: dict[str, OfUnit] = {}
    for row, unit, month in reports:
        rows, number, last = found.get(unit, OfUnit(set(), 0, ""))
        found[unit] = OfUnit(rows | {row}, number + 1, max(last, month))
    return found


def _reports(year: Year, day: str, group: TodayGroup) -> dict[str, OfUnit]:
    names, found = year.on[day].tasks, {}
    for line in _lines(year, day, group):
        _, _, count = line.text.partition("进展 ")
        rows = set(map(names.row_name, line.rows))
        assert line.units[0] not in found, "a line a unit"
        found[line.units[0]] = OfUnit(rows, int(count.removesuffix(" 份") or 1), line.period)
    return found
