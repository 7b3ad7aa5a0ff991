"""Each row is in exactly one state on a day; behind the plan stands beside it."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from store.ledger.state_keeping import states_on
from store.ledger.state_words import BY_GRAVITY, STATES, StateCode
from store.records.record import Record
from store.records.schedule import Measure, Schedule
from store.records.unit import Unit
from store.records.values import Mention
from tests.store.ledger.small_list import (
    PLATFORM,
    RESULTS,
    ROW,
    SEVERAL,
    UNSETTLED,
    adjustment,
    closing,
    put,
    report,
    small_list,
    state,
    value,
)

JUNE = {"deadline": "6月底前"}
FORTY = Measure("m", ROW, "000100", "众创孵化机构", "40", "家")
MONTHLY = Schedule("s", name="月报", every="month", due_day=25)

CASES: list[tuple[StateCode, str, dict[str, Any], tuple[Record, ...]]] = [
    ("under_way", "2021-06-22", JUNE, ()),
    ("near", "2021-06-23", JUNE, ()),
    ("near", "2021-06-30", JUNE, ()),
    ("overdue", "2021-07-01", JUNE, ()),
    ("overdue", "2021-07-01", {"due_on": "2021-06-30", "due_kind": "dated", "deadline": "年底前"}, ()),
    ("under_way", "2021-07-01", {"due_on": "2021-12-31", "due_kind": "dated", **JUNE}, ()),
    ("continuing", "2021-07-01", {"deadline": "长期坚持"}, ()),
    ("continuing", "2021-07-01", {"due_kind": "continuing", **JUNE}, ()),
    ("no_deadline", "2021-07-01", {}, ()),
    ("no_deadline", "2021-07-01", {"deadline": "汛期前"}, ()),
    ("not_started", "2021-02-26", {}, (MONTHLY,)),
    ("no_deadline", "2021-01-25", {}, (MONTHLY,)),
    ("not_started", "2021-02-26", {"deadline": "年底前"}, (MONTHLY,)),
    ("under_way", "2021-02-26", {"deadline": "年底前"}, (MONTHLY, report("2021-02"))),
    ("not_started", "2021-02-26", {"deadline": "年底前"}, (MONTHLY, report("2021-02", "not_started"))),
    ("no_deadline", "2021-02-26", {"lead_units": (SEVERAL,)}, (MONTHLY,)),
    ("continuing", "2021-02-26", {"deadline": "长期坚持"}, (MONTHLY,)),
    (
        "overdue",
        "2021-07-01",
        JUNE,
        (report("2021-06", "completed", received_on="2021-07-02", first_received_on="2021-07-02"),),
    ),
    (
        "awaiting_closing",
        "2021-07-02",
        JUNE,
        (report("2021-06", "completed", received_on="2021-07-02", first_received_on="2021-07-02"),),
    ),
    ("awaiting_closing", "2021-07-01", JUNE, (closing(asked_on="2021-06-30"),)),
    ("closed", "2021-07-05", JUNE, (closing(approved_on="2021-07-05", days_late=5),)),
    ("overdue", "2021-07-04", JUNE, (closing(approved_on="2021-07-05", days_late=5),)),
    ("overdue", "2021-07-09", JUNE, (closing(approved_on="2021-07-05", reopened_on="2021-07-09"),)),
    (
        "closed",
        "2021-07-20",
        JUNE,
        (
            closing(approved_on="2021-07-05", reopened_on="2021-07-09"),
            closing(number=2, approved_on="2021-07-20"),
        ),
    ),
    ("suspended", "2021-07-01", JUNE, (adjustment("suspension", "2021-05-01"),)),
    ("under_way", "2021-04-30", JUNE, (adjustment("suspension", "2021-05-01"),)),
    (
        "overdue",
        "2021-07-01",
        JUNE,
        (adjustment("suspension", "2021-05-01"), adjustment("resumption", "2021-06-01")),
    ),
    (
        "cancelled",
        "2021-07-01",
        JUNE,
        (adjustment("cancellation", "2021-07-01"), closing(approved_on="2021-06-30")),
    ),
    (
        "cancelled",
        "2021-07-01",
        JUNE,
        (adjustment("suspension", "2021-05-01"), adjustment("cancellation", "2021-06-01")),
    ),
    ("overdue", "2021-07-01", JUNE, (adjustment("deferral", "2021-05-01"),)),
]


@pytest.mark.parametrize(("code", "day", "row", "facts"), CASES)
def test_a_row_is_in_the_first_state_that_holds(
    code: StateCode, day: str, row: dict[str, Any], facts: tuple[Record, ...]
) -> None:
    assert state(small_list(*facts, **row), day).code == code


LEADS: dict[str, tuple[Mention, ...]] = {
    "no lead": (),
    "one lead": (PLATFORM,),
    "two leads": (PLATFORM, RESULTS),
    "a collective": (SEVERAL,),
    "a lead and what nobody settled": (PLATFORM, UNSETTLED),
}

ALL_CAN_SAY = ("one lead", "two leads")
"""Of these leads each can report, and there is one."""


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(
    ("leads", "behind", "sent_back", "suspended"),
    list(product(LEADS, [False, True], [False, True], [False, True])),
)
def test_the_truth_table(leads: str, behind: bool, sent_back: bool, suspended: bool, late: bool) -> None:
    """Each lead says 已完成 in June, with 8 or 40 of 40; the row is due in December or in May."""
    units = LEADS[leads]
    returned = {"returned_on": "2021-06-28"} if sent_back else {}
    said = {**value("8" if behind else "40"), **returned}
    facts: list[Record] = [FORTY]
    facts += [report("2021-06", "completed", unit, **said) for unit in units if unit.key]
    if suspended:
        facts.append(adjustment("suspension", "2021-06-29"))
    deadline = "5月底前" if late else "年底前"
    found = state(small_list(*facts, lead_units=units, deadline=deadline), "2021-06-30")
    can_say = leads in ALL_CAN_SAY
    if suspended:
        assert found.code == "suspended"
    elif can_say and not sent_back:
        assert found.code == "awaiting_closing"
    else:
        assert found.code == ("overdue" if late else "under_way")
    counts = not suspended and not sent_back and not can_say
    reported = counts and leads == "a lead and what nobody settled"
    assert found.is_behind is (behind and reported)


def test_a_collective_whose_members_are_known_says_what_they_say() -> None:
    several = Unit("several", "000300", "相关处室", kind="collective", members=("platform", "results"))
    tasks = small_list(report("2021-06", "completed"), lead_units=(SEVERAL,), deadline="年底前")
    put(tasks, tasks.get(Unit, "several"), members=several.members)
    assert state(tasks, "2021-06-30").code == "under_way"
    put(tasks, report("2021-06", "completed", RESULTS))
    assert state(tasks, "2021-06-30").code == "awaiting_closing"


def test_the_last_report_that_stands_counts() -> None:
    tasks = small_list(
        report("2021-05", "completed"),
        report("2021-06", "completed", returned_on="2021-06-28"),
        deadline="年底前",
    )
    assert state(tasks, "2021-06-30").code == "awaiting_closing", "that of May stands"
    put(tasks, report("2021-07", "under_way"))
    assert state(tasks, "2021-07-30").code == "under_way"


@pytest.mark.parametrize(
    ("plan_of_june", "words"),
    [
        ("19.9", "正常推进·落后 30.1"),
        ("20.0", "正常推进·落后 30.0"),
        ("40.0", "正常推进·落后 10.0"),
        ("40.1", "正常推进"),
    ],
)
def test_behind_stands_beside_the_state(plan_of_june: str, words: str) -> None:
    """Row 2 of the sample in June, plan 50.0; the lights of Yinchuan."""
    tasks = small_list(report("2021-06", share=plan_of_june), deadline="每年")
    found = state(tasks, "2021-06-30")
    assert str(found.plan) == "50.0"
    assert found.words == words


@pytest.mark.parametrize(
    ("homes", "share", "behind", "light"),
    [("18", "45.0", "5.0", "绿"), ("8", "20.0", "30.0", "黄"), ("7", "17.5", "32.5", "红")],
)
def test_the_example_of_the_forty_homes(homes: str, share: str, behind: str, light: str) -> None:
    """Yinchuan's lights on row 2 of the sample: 40 homes, in June (growth.md, L4)."""
    found = state(small_list(FORTY, report("2021-06", **value(homes))), "2021-06-30")
    assert (str(found.share), str(found.behind)) == (share, behind)
    assert found.light is not None
    assert found.light.word == light
    assert found.is_behind is (light != "绿")


def test_nothing_reported_is_never_behind() -> None:
    found = state(small_list(FORTY, report("2021-06")), "2021-12-31")
    assert found.share is None
    assert found.light is None
    assert not found.is_behind


def test_recurring_work_is_due_with_the_earliest_period_that_a_lead_unit_owes() -> None:
    quarterly = Schedule("s", name="季报", every="quarter", due_day=15, due_shift=1)
    tasks = small_list(quarterly, lead_units=(PLATFORM, RESULTS), deadline="每季度")
    assert state(tasks, "2021-04-01").due == "2021-04-15"
    assert state(tasks, "2021-04-16").code == "overdue"
    received: dict[str, Any] = {"first_received_on": "2021-04-10", "received_on": "2021-04-10"}
    put(tasks, report("2021Q1", **received))
    assert state(tasks, "2021-04-16").code == "overdue", "one of two"
    put(tasks, report("2021Q1", unit=RESULTS, **received))
    found = state(tasks, "2021-04-16")
    assert (found.code, found.due) == ("under_way", "2021-07-15")


def test_a_period_while_the_row_was_suspended_is_not_owed() -> None:
    tasks = small_list(
        Schedule("s", every="month", due_day=25),
        report("2021-01"),
        adjustment("suspension", "2021-02-01"),
        adjustment("resumption", "2021-04-01"),
        deadline="每月",
    )
    assert state(tasks, "2021-04-10").due == "2021-04-25"


def test_recurring_work_of_a_list_without_reports_is_never_late() -> None:
    tasks = small_list(deadline="每季度")
    assert state(tasks, "2021-11-11").due == "2021-12-31"
    assert state(tasks, "2021-11-11").code == "under_way"


def test_a_list_without_a_year_says_so() -> None:
    tasks = small_list(title="2021—2023年行动方案", deadline="6月底前")
    assert state(tasks, "2021-07-01").word == "未定时限（缺年份）"
    assert state(small_list(deadline="汛期前"), "2021-07-01").word == "未定时限"


def test_days_are_dates_and_a_light_moves_with_them_alone() -> None:
    tasks = small_list(**JUNE)
    first = date(2021, 6, 20)
    codes = [state(tasks, (first + timedelta(days=more)).isoformat()).code for more in range(13)]
    assert codes == ["under_way"] * 3 + ["near"] * 8 + ["overdue"] * 2
    put(tasks, tasks.notice, warn_days=2)
    assert state(tasks, "2021-06-27").code == "under_way"


def test_an_edit_changes_the_state_of_its_row_and_no_other_is_looked_at_again() -> None:
    tasks = small_list(**JUNE)
    states = states_on(tasks, date(2021, 7, 1))
    before = states.of(ROW)
    assert states_on(tasks, date(2021, 7, 1)).of(ROW) is before
    put(tasks, tasks.task(ROW), due_on="2021-09-30")
    after = states_on(tasks, date(2021, 7, 1)).of(ROW)
    assert (after.code, after.deadlines.origin) == ("under_way", "hand")


def test_every_state_has_a_word() -> None:
    assert len(set(STATES.values())) == len(STATES) == 10
    assert set(BY_GRAVITY) == {*STATES, "behind"}
