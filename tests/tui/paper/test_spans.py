"""Spans of the history, by days at the edges of a month and a year."""

from datetime import datetime

import pytest

from store.history.earlier import Earlier
from store.machine.clock import Clock
from store.records.changes import Change, History
from store.records.tasklist import TaskList
from store.refused import Refused
from tui.paper.spans import LAST, count_since, since_calendar, since_last_print

TIMES = (
    datetime(2025, 12, 31, 23, 59),
    datetime(2026, 1, 1),
    datetime(2026, 2, 28, 17),
    datetime(2026, 3, 1, 0, 30),
)


@pytest.fixture
def state() -> Earlier:
    """Four changes around a year's and a month's beginning, seen on a day of March."""
    clock = Clock(now=lambda: datetime(2026, 3, 9, 10))
    docs = [Change("修改", (), at=time.astimezone().isoformat()).to_doc() for time in TIMES]
    return Earlier(TaskList(clock=clock), History(docs))


def test_a_span_begins_with_the_first_day_of_the_month_or_the_year(state: Earlier) -> None:
    spans = dict(since_calendar(state))
    assert list(spans.values()) == ["3月1日以来", "2026年以来"]
    assert [count_since(state, span) for span in spans] == [3, 1]
    assert count_since(state, "*") is None


def test_a_list_that_was_never_printed_has_no_last_print(state: Earlier) -> None:
    assert since_last_print(state) == ()
    with pytest.raises(Refused, match="还没有打印过"):
        count_since(state, LAST)
