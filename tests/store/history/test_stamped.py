"""What the program stamps makes no conflict: whoever saw more adjustments of the row is believed."""

from dataclasses import replace
from typing import Any

import pytest

from store.records.changes import Change, created
from store.records.closing import Adjustment, Closing, closing_key
from store.records.record import Record
from store.records.report import Report, report_key
from tests.store.history.desks import Desk, joined
from tests.store.history.two_desks import FIRST, ROW, begun

OTHER_ROW = "other"
REPORT = Report(
    report_key(ROW, FIRST, "2026-10"),
    ROW,
    FIRST,
    "2026-10",
    done="推进",
    received_on="2026-10-25",
    first_received_on="2026-10-25",
)


def make(desk: Desk, record: Record, second: int) -> None:
    desk.make(Change("记", (created(record),)), second)


def adjustment(row: str = ROW, key: str = "deferral") -> Adjustment:
    return Adjustment(key, row, "deferral", to_due="2026-11-25")


def stamped(one: Desk, two: Desk, record: Record, field: str) -> Any:
    """What a stamped field says when both have met, in either order, and nothing is in conflict."""
    said = []
    for desks in ((one, two), (two, one)):
        state = joined(desks).state()
        assert state.conflicts == ()
        said.append(state.tables[record.TABLE][record.key][field])
    assert said[0] == said[1]
    return said[0]


@pytest.mark.parametrize("seconds", [(8, 9), (9, 8)])
def test_the_day_due_stands_of_whoever_had_seen_the_deferral(seconds: tuple[int, int]) -> None:
    one, two = begun()
    make(two, adjustment(), 1)
    make(one, replace(REPORT, due_on="2026-10-25"), seconds[0])
    make(two, replace(REPORT, due_on="2026-11-25"), seconds[1])
    assert stamped(one, two, REPORT, "due_on") == "2026-11-25"


def test_of_two_who_saw_as_many_the_later_stands() -> None:
    one, two = begun()
    make(two, adjustment(OTHER_ROW), 1)
    make(one, replace(REPORT, due_on="2026-10-25"), 9)
    make(two, replace(REPORT, due_on="2026-11-25"), 8)
    assert stamped(one, two, REPORT, "due_on") == "2026-10-25"


def test_what_the_clerk_said_differently_is_asked_as_before() -> None:
    one, two = begun()
    make(two, adjustment(), 1)
    make(one, replace(REPORT, due_on="2026-10-25"), 9)
    make(two, replace(REPORT, due_on="2026-11-25", received_on="2026-10-28"), 8)
    (conflict,) = joined((one, two)).state().conflicts
    assert conflict.table == "reports" and "received_on" in conflict.fields


def test_a_closing_and_an_adjustment_stamped_differently_are_not_asked_either() -> None:
    one, two = begun()
    closing = Closing(closing_key(ROW, 1), ROW, result="办结", approved_by="徐涛", approved_on="2026-11-27")
    make(two, adjustment(), 1)
    make(one, replace(closing, due_on="2026-10-25", days_late=33), 9)
    make(two, replace(closing, due_on="2026-11-25", days_late=2), 8)
    assert stamped(one, two, closing, "days_late") == 2
    assert stamped(one, two, closing, "due_on") == "2026-11-25"
    suspension = Adjustment("stop", ROW, "suspension", asked_on="2026-11-26")
    make(one, replace(suspension, from_due="2026-10-25", days_late=32), 19)
    make(two, replace(suspension, from_due="2026-11-25", days_late=1), 18)
    assert stamped(one, two, suspension, "from_due") == "2026-11-25"
