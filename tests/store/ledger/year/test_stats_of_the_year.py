"""The statistics and the bulletins of the made year against what was worked out by hand."""

from collections.abc import Sequence
from datetime import date

import pytest

from store.ledger.bulletin import Bulletin, SectionName, bulletin_of
from store.ledger.periods import period_named
from store.ledger.stat_base import StatBase, stat_base
from store.ledger.stats import StatLine, StatTable, stat_table
from store.records.tasklist import TaskList
from tests.store.ledger.year.expected_days import CLOSED, DUE_NEXT, OVERDUE, PROBLEMS
from tests.store.ledger.year.expected_reports import LATE, MISSING, MONTHS, YEAR, Count
from tests.store.ledger.year.expected_states import STATES
from tests.store.ledger.year.expected_stats import ALL, BEHIND, BY_UNIT, DOUBLE, UNLED
from tests.store.ledger.year.facts import MONTH_ENDS
from tests.store.ledger.year.running import Year

COLUMNS = {
    "正常推进": "正常",
    "长期坚持": "长期",
    "未定时限": "未定",
    "已中止": "中止/取消",
    "已取消": "中止/取消",
}
"""State to the heading of its column where that is another."""


def _base(tasks: TaskList, day: str, period: str) -> StatBase:
    on = date.fromisoformat(day)
    return stat_base(tasks, on, period_named(period), on)


def _by_unit(year: Year, day: str, period: str) -> StatTable:
    tasks = year.on[day].tasks
    return stat_table(tasks, _base(tasks, day, period), "unit")


def _lines(table: StatTable) -> dict[str, StatLine]:
    """The lines by what the hand's work calls them."""
    found = {line.label.partition("（")[0]: line for line in table.lines}
    return {**found, DOUBLE: table.repeated, ALL: table.total}


def _figures(table: StatTable, part: str) -> dict[str, dict[str, int]]:
    """Line to heading to figure, of the columns of a part; nought is left out, and lines of nought."""
    found: dict[str, dict[str, int]] = {}
    for name, line in _lines(table).items():
        for column in table.columns:
            count = line.count(column.code)
            if column.part == part and count:
                found.setdefault(name, {})[column.label] = count
    return found


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_the_states_by_unit(year: Year, day: str) -> None:
    table = _by_unit(year, day, day[:7])
    expected = {
        line: {COLUMNS.get(state, state): count for state, count in counts.items()}
        for line, counts in BY_UNIT[day].items()
    }
    assert _figures(table, "states") == expected
    behind = {line: counts["落后"] for line, counts in _figures(table, "behind").items()}
    assert behind == BEHIND[day]


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_the_hand_s_own_sums_agree(day: str) -> None:
    for state in {state for counts in BY_UNIT[day].values() for state in counts}:
        of_units = [
            counts.get(state, 0) for line, counts in BY_UNIT[day].items() if line not in (DOUBLE, ALL)
        ]
        assert sum(of_units) - BY_UNIT[day][DOUBLE].get(state, 0) == BY_UNIT[day][ALL].get(state, 0), state
    month = MONTH_ENDS.index(day)
    words = [said[month].partition(" ")[0] for said in STATES.values()]
    assert {word: words.count(word) for word in words} == BY_UNIT[day][ALL]


@pytest.mark.parametrize("day", MONTH_ENDS[1:])
def test_the_reports_by_unit(year: Year, day: str) -> None:
    assert _reports(_by_unit(year, day, day[:7])) == MONTHS[day[:7]]


def test_the_reports_of_the_whole_year_stand_under_the_units_of_then(year: Year) -> None:
    table = _by_unit(year, "2021-12-31", "2021")
    assert _reports(table) == YEAR
    assert _count(table.total) == Count(90, 79, 3, 8)
    assert str(table.total.in_time) == "87.8", "79 of 90"


def _reports(table: StatTable) -> dict[str, Count]:
    lines = _lines(table).items()
    found = {name: _count(line) for name, line in lines if name not in (DOUBLE, ALL, UNLED)}
    return {name: count for name, count in found.items() if count.owed}


def _count(line: StatLine) -> Count:
    return Count(*map(line.count, ("owed", "in_time", "late", "missing")))


# ---------------------------------------------------------------------- the bulletins


def _bulletin(year: Year, day: str) -> Bulletin:
    tasks = year.on[day].tasks
    return bulletin_of(tasks, _base(tasks, day, day[:7]))


def _rows(year: Year, day: str, bulletin: Bulletin, name: SectionName) -> Sequence[str]:
    """The rows that a section tells of, each once, in the list's order."""
    names = year.on[day].tasks.row_name
    return sorted({names(told.row) for of_unit in bulletin.sections[name] for told in of_unit.told})


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_the_bulletin_of_a_month(year: Year, day: str) -> None:
    month, bulletin = day[:7], _bulletin(year, day)
    assert _rows(year, day, bulletin, "overdue") == list(OVERDUE.get(day, {}))
    words = {row: said[MONTH_ENDS.index(day)] for row, said in STATES.items()}
    behind = [row for row, said in words.items() if said.endswith(("黄", "红"))]
    assert _rows(year, day, bulletin, "behind") == behind
    assert _rows(year, day, bulletin, "closed") == CLOSED.get(month, [])
    assert _rows(year, day, bulletin, "problems") == PROBLEMS.get(month, [])
    usual = [] if month == "2021-07" else ["1.3"]
    assert _rows(year, day, bulletin, "coming") == DUE_NEXT.get(month, usual)


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_the_reports_that_a_bulletin_names(year: Year, day: str) -> None:
    month, bulletin = day[:7], _bulletin(year, day)
    names = year.on[day].tasks.row_name
    missing = [
        (names(told.row), of_unit.label) for of_unit in bulletin.sections["missing"] for told in of_unit.told
    ]
    of_month = [(row, unit) for row, unit, period in MISSING[day] if period == month]
    assert sorted(missing) == sorted(of_month)
    late = {names(told.row): told.days for of_unit in bulletin.sections["late"] for told in of_unit.told}
    came = {"2021-04": LATE["1.3", "法规处", "2021-04"]}  # The others came after their month was over.
    assert late == ({"1.3": came[month]} if month in came else {})
