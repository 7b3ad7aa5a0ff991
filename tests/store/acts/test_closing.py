"""Closing a row: asked for, approved, turned down, opened again; what is stamped and what is refused."""

from datetime import date

import pytest

from store.acts.closing import ClosingGiven, close_rows, reopen_rows
from store.records.closing import Adjustment, Closing, closing_key
from store.records.record import Record
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.ledger.small_list import (
    PLATFORM,
    RESULTS,
    ROW,
    SEVERAL,
    adjustment,
    closing,
    report,
    small_list,
    state,
)

DAY = date(2021, 11, 25)
DONE = report("2021-10", "completed")
WHOLE = ClosingGiven("已新增 42 家", ("验收报告",), approved_by="徐涛", approved_on="2021-11-20")


def closed(tasks: TaskList, given: ClosingGiven = WHOLE) -> Closing:
    """The record after the row was closed."""
    tasks.apply(close_rows(tasks, (ROW,), given, DAY).change.edits)
    return tasks.get(Closing, closing_key(ROW, 1))


def test_a_row_is_closed_with_result_evidence_and_approval() -> None:
    tasks = small_list(DONE, due_on="2021-12-31")
    done = close_rows(tasks, (ROW,), WHOLE, DAY)
    assert (done.change.title, done.said) == ("第 1 行销号（徐涛批准）", ())
    assert done.change.effective_on == "2021-11-20"
    made = closed(tasks)
    assert (made.result, made.evidence, made.approved_by) == ("已新增 42 家", ("验收报告",), "徐涛")
    assert (made.due_on, made.days_late) == ("2021-12-31", 0)
    assert state(tasks, "2021-11-19").code == "awaiting_closing"
    assert state(tasks, "2021-11-20").code == "closed"
    assert state(tasks, "2022-06-01").code == "closed"


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (ClosingGiven(), "完成情况、批准人、批准日期"),
        (ClosingGiven(approved_by="徐涛"), "完成情况、批准日期"),
        (ClosingGiven("办结", approved_on="2021-11-20"), "批准人"),
        (ClosingGiven("办结", approved_by="徐涛"), "批准日期"),
    ],
)
def test_what_is_compulsory_and_missing_is_named(given: ClosingGiven, missing: str) -> None:
    with pytest.raises(Refused, match=f"^销号要写完成情况、批准人和批准日期，缺：{missing}。$"):
        close_rows(small_list(DONE), (ROW,), given, DAY)


@pytest.mark.parametrize(
    ("facts", "leads", "who"),
    [
        ((report("2021-10"),), (PLATFORM,), "平台处还没有报“已完成”"),
        ((DONE,), (PLATFORM, RESULTS), "成果处还没有报“已完成”"),
        ((report("2021-10", "completed", returned_on="2021-11-02"),), (PLATFORM,), "平台处还没有报“已完成”"),
        ((DONE, report("2021-11", "under_way")), (PLATFORM,), "平台处还没有报“已完成”"),
        ((), (SEVERAL,), "相关处室还没有报“已完成”"),
        ((), (), "没有牵头单位报“已完成”"),
    ],
)
def test_lead_units_must_have_said_that_it_is_done_unless_a_basis_is_given(
    facts: tuple[Record, ...], leads: tuple[object, ...], who: str
) -> None:
    tasks = small_list(*facts, lead_units=leads)
    with pytest.raises(Refused, match=f"^{who}，不能销号；确要销号请写明依据。$"):
        close_rows(tasks, (ROW,), WHOLE, DAY)
    given = ClosingGiven("办结", approved_by="徐涛", approved_on="2021-11-20", basis="局办公会纪要")
    assert close_rows(tasks, (ROW,), given, DAY).change.basis == "局办公会纪要"
    assert closed(tasks, given).holds


def test_without_an_approver_it_waits_and_is_never_late_meanwhile() -> None:
    tasks = small_list(due_on="2021-10-31")
    asked = closed(tasks, ClosingGiven("办结", asked_by="平台处", asked_on="2021-10-28"))
    assert asked.is_waiting and asked.due_on is None
    assert state(tasks, "2021-10-27").code == "near"
    assert state(tasks, "2021-11-10").code == "awaiting_closing"
    given = ClosingGiven(approved_by="徐涛", approved_on="2021-11-10", basis="纪要")
    approved = closed(tasks, given)
    assert (approved.result, approved.asked_by, approved.approved_on) == ("办结", "平台处", "2021-11-10")
    assert (approved.due_on, approved.days_late) == ("2021-10-31", 0)


@pytest.mark.parametrize(
    ("due", "received", "late"),
    [("2021-10-20", "2021-10-25", 5), ("2021-10-25", "2021-10-25", 0), ("2021-12-31", "2021-10-25", 0)],
)
def test_lateness_is_that_of_the_day_on_which_it_was_done(due: str, received: str, late: int) -> None:
    done = report("2021-10", "completed", received_on=received, first_received_on=received)
    made = closed(small_list(done, due_on=due))
    assert (made.due_on, made.days_late) == (due, late)


def test_lateness_stays_when_the_day_due_moves_later() -> None:
    tasks = small_list(due_on="2021-11-17")
    made = closed(tasks, ClosingGiven("好", approved_by="徐涛", approved_on="2021-11-20", basis="纪要"))
    assert made.days_late == 3
    tasks.apply(reopen_rows(tasks, (ROW,), "未验收", DAY).change.edits)
    again = tasks.get(Closing, made.key)
    assert (again.days_late, again.due_on) == (3, "2021-11-17")


def test_a_closed_row_cannot_be_closed_again_until_it_is_opened() -> None:
    tasks = small_list(DONE)
    closed(tasks)
    with pytest.raises(Refused, match=r"^1 已于 2021-11-20 销号（徐涛批准），要改请先恢复。$"):
        close_rows(tasks, (ROW,), WHOLE, DAY)
    opened = reopen_rows(tasks, (ROW,), "验收未通过", DAY)
    assert opened.change.title == "第 1 行恢复"
    tasks.apply(opened.change.edits)
    assert tasks.get(Closing, closing_key(ROW, 1)).reopened_on == "2021-11-25"
    tasks.apply(close_rows(tasks, (ROW,), WHOLE, DAY).change.edits)
    assert tasks.get(Closing, closing_key(ROW, 2)).holds


def test_a_closing_that_waits_is_turned_down() -> None:
    tasks = small_list()
    asked = closed(tasks, ClosingGiven("办结"))
    assert asked.asked_on == "2021-11-25"
    turned_down = reopen_rows(tasks, (ROW,), "材料不全", DAY)
    assert turned_down.change.title == "第 1 行退回销号申请"
    tasks.apply(turned_down.change.edits)
    assert state(tasks, "2021-11-25").code == "no_deadline"
    assert not tasks.get(Closing, asked.key).is_waiting


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ((), "1 没有销号，不用恢复。"),
        ((DONE,), "1 是各牵头单位报了“已完成”，没有人申请销号；要退回请退回进展。"),
        ((adjustment("cancellation", "2021-11-01"),), "1 已中止或取消，不是销号；要恢复办理请定新时限。"),
    ],
)
def test_what_is_not_closed_is_not_opened(facts: tuple[Record, ...], sentence: str) -> None:
    with pytest.raises(Refused, match=f"^{sentence}$"):
        reopen_rows(small_list(*facts), (ROW,), "未验收", DAY)


def test_opening_again_needs_a_reason_and_a_day_that_has_come() -> None:
    tasks = small_list(closing(result="办结", approved_by="徐涛", approved_on="2021-11-20"))
    with pytest.raises(Refused, match="原因"):
        reopen_rows(tasks, (ROW,), "", DAY)
    with pytest.raises(Refused, match="还没有到"):
        reopen_rows(tasks, (ROW,), "未验收", DAY, "2021-11-26")
    with pytest.raises(Refused, match="恢复日期 2021-11-19 早于销号日期 2021-11-20"):
        reopen_rows(tasks, (ROW,), "未验收", DAY, "2021-11-19")


@pytest.mark.parametrize(
    ("given", "word"),
    [
        (ClosingGiven("好", approved_by="徐涛", approved_on="2021-11-26"), "批准日期 2021-11-26 还没有到"),
        (ClosingGiven("好", asked_on="2021-11-26"), "申请日期 2021-11-26 还没有到"),
        (
            ClosingGiven("好", asked_on="2021-11-20", approved_by="徐涛", approved_on="2021-11-19"),
            "批准日期 2021-11-19 早于申请日期 2021-11-20",
        ),
    ],
)
def test_days_that_cannot_be_are_refused(given: ClosingGiven, word: str) -> None:
    with pytest.raises(Refused, match=word):
        close_rows(small_list(DONE), (ROW,), given, DAY)


def test_a_suspended_row_is_not_closed() -> None:
    tasks = small_list(DONE, Adjustment("stop", ROW, "suspension", applies_from="2021-11-01"))
    with pytest.raises(Refused, match=r"^1 已中止，要销号请先恢复。$"):
        close_rows(tasks, (ROW,), WHOLE, DAY)
