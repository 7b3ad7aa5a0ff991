"""Putting down what a unit reports, and sending it back."""

from datetime import date
from typing import Any

import pytest

from store.acts.course import rows_that_go_on
from store.acts.reporting import ReportGiven, reported, reported_rows, sent_back
from store.ledger.owed import owed_on
from store.ledger.periods import period_named
from store.records.changes import created, inverted
from store.records.record import Record
from store.records.report import Report, report_key
from store.records.schedule import Schedule
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import MeasuredValue
from store.refused import Refused
from tests.store.ledger.small_list import (
    PLATFORM,
    RESULTS,
    ROW,
    SEVERAL,
    adjustment,
    closing,
    put,
    report,
    small_list,
)

FEBRUARY = period_named("2021-02")
MONTHLY = Schedule("s", name="月报", every="month", due_day=25)
KEY = report_key(ROW, "platform", "2021-02")
OTHER = Task("other", "item", "000200", text="建设科技园区。", lead_units=(PLATFORM,))


def put_down(tasks: TaskList, day: str = "2021-02-24", *, unit: str = "platform", **given: Any) -> Report:
    """Report February of the row and give the record that came of it."""
    change = reported(tasks, ROW, unit, FEBRUARY, ReportGiven(**given), date.fromisoformat(day))
    tasks.apply(change.edits)
    return tasks.get(Report, report_key(ROW, unit, "2021-02"))


def refusal(tasks: TaskList, day: str = "2021-02-24", *, unit: str = "platform", **given: Any) -> str:
    with pytest.raises(Refused) as refused:
        put_down(tasks, day, unit=unit, **given)
    return str(refused.value)


def test_a_report_is_stamped_with_the_day_due_and_the_day_it_came() -> None:
    tasks = small_list(MONTHLY)
    made = put_down(tasks, word="under_way", done=" 新认定3家。\n", share="45%", signed_by="徐涛")
    assert (made.task, made.unit, made.period) == (ROW, "platform", "2021-02")
    assert (made.done, made.share, made.signed_by, made.word) == ("新认定3家。", "45", "徐涛", "under_way")
    assert (made.due_on, made.first_received_on, made.received_on) == (
        "2021-02-25",
        "2021-02-24",
        "2021-02-24",
    )
    put(tasks, tasks.get(Schedule, "s"), due_day=20)
    now = next(owed_on(tasks, date(2021, 3, 1)).of_period(FEBRUARY))
    assert (now.word, now.due_on) == ("in_time", "2021-02-25")


def test_the_day_it_came_may_be_said_and_is_not_to_come() -> None:
    tasks = small_list(MONTHLY)
    assert put_down(tasks, "2021-03-02", received_on="2021-02-26").first_received_on == "2021-02-26"
    assert refusal(tasks, received_on="2021-02-27") == "收到日期 2021-02-27 还没有到，请核对。"


def test_what_is_put_right_leaves_the_rest_and_the_days() -> None:
    tasks = small_list(MONTHLY)
    put_down(tasks, done="新认定3家。", problem="用地")
    made = put_down(tasks, "2021-03-05", problem="")
    assert (made.done, made.problem, made.received_on) == ("新认定3家。", "", "2021-02-24")


def test_what_is_said_of_one_measure_leaves_the_others() -> None:
    tasks = small_list()
    put_down(tasks, values=(MeasuredValue("m", "18"), MeasuredValue("n", "1,200.5")))
    made = put_down(tasks, values=(MeasuredValue("m", "１９"),))
    assert made.values == (MeasuredValue("m", "19"), MeasuredValue("n", "1200.5"))
    assert put_down(tasks, values=(MeasuredValue("n", ""),)).values == (MeasuredValue("m", "19"),)


@pytest.mark.parametrize("given", [{"share": "一半"}, {"values": (MeasuredValue("m", "十八家"),)}])
def test_what_is_no_figure_is_refused(given: dict[str, Any]) -> None:
    tasks = small_list()
    assert "要写数字" in refusal(tasks, **given)
    assert tasks.find(Report, KEY) is None


def test_a_report_that_was_sent_back_counts_again_when_it_comes_again() -> None:
    tasks = small_list(MONTHLY, report("2021-01"))
    made = put_down(tasks, done="推进")
    change = sent_back(tasks, made, "没有写完成数", date(2021, 2, 26))
    assert change.title == "退回第 1 行2021年2月进展：平台处"
    tasks.apply(change.edits)
    word = [one.word for one in owed_on(tasks, date(2021, 2, 26)).of_period(FEBRUARY)]
    assert word == ["returned"]
    again = put_down(tasks, "2021-03-01", done="新认定3家")
    assert (again.first_received_on, again.received_on) == ("2021-02-24", "2021-03-01")
    assert (again.returned_on, again.returned_why) == (None, "")
    word = [one.word for one in owed_on(tasks, date(2021, 3, 1)).of_period(FEBRUARY)]
    assert word == ["in_time"]
    tasks.apply(inverted(change.edits))


def test_sending_back_says_what_is_wrong() -> None:
    tasks = small_list(MONTHLY)
    made = put_down(tasks, "2021-02-24")
    for reason, day, said in (
        (" ", "2021-02-25", "退回要写原因，请写明哪里要补充或改正。"),
        ("空", "2021-02-23", "1 平台处还没有报2021年2月的进展，不能退回。"),
    ):
        with pytest.raises(Refused) as refused:
            sent_back(tasks, made, reason, date.fromisoformat(day))
        assert str(refused.value) == said
    tasks.apply(sent_back(tasks, made, "空", date(2021, 2, 26)).edits)
    with pytest.raises(Refused, match="已于 2021-02-26 退回"):
        sent_back(tasks, tasks.get(Report, KEY), "空", date(2021, 2, 27))
    assert "收到日期不能更早" in refusal(tasks, "2021-02-28", received_on="2021-02-25")


def test_a_unit_that_is_not_in_the_row_is_refused() -> None:
    tasks = small_list(lead_units=(PLATFORM,))
    said = refusal(tasks, unit="results")
    assert said == "成果转化处不在 1 的责任单位里，请核对单位，或先改责任。"
    put(tasks, tasks.task(ROW), participant_units=(RESULTS,))
    assert put_down(tasks, unit="results").unit == "results"


def test_a_member_of_a_collective_reports() -> None:
    tasks = small_list(lead_units=(SEVERAL,))
    assert "不在 1 的责任单位里" in refusal(tasks)
    put(tasks, tasks.units[2], members=("platform",))
    assert put_down(tasks).unit == "platform"


CLOSED = closing(approved_on="2021-02-20", approved_by="徐涛")


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (CLOSED, "1 已于 2021-02-20 销号（徐涛批准），要改请先恢复。"),
        (adjustment("cancellation", "2021-02-20"), "1 已于 2021-02-20 取消，要改请先恢复。"),
    ],
)
def test_a_row_that_has_ended_takes_no_report(fact: Record, said: str) -> None:
    tasks = small_list(fact)
    assert refusal(tasks) == said
    assert put_down(tasks, "2021-02-19").received_on == "2021-02-19"
    with pytest.raises(Refused) as refused:
        sent_back(tasks, tasks.get(Report, KEY), "空", date(2021, 2, 24))
    assert str(refused.value) == said


def test_a_suspended_row_takes_what_comes() -> None:
    assert put_down(small_list(adjustment("suspension", "2021-02-01"))).received_on == "2021-02-24"


def test_several_rows_get_one_text_and_ended_ones_stay() -> None:
    tasks = small_list(CLOSED)
    tasks.apply([created(OTHER)])
    rows = (ROW, "other")
    day = date(2021, 2, 24)
    change = reported_rows(tasks, rows, "platform", FEBRUARY, ReportGiven(done="推进"), day)
    assert [edit.after["task"] for edit in change.edits] == ["other"]
    assert change.title == "第 1.2 行2021年2月进展：平台处"
    assert rows_that_go_on(tasks, rows, day).said == ("1.1 已于 2021-02-20 销号（徐涛批准），本次未改",)
    with pytest.raises(Refused, match=r"^1\.1 已于"):
        reported_rows(tasks, (ROW,), "platform", FEBRUARY, ReportGiven(), day)


def test_two_desks_that_type_one_report_meet_in_one_record() -> None:
    here, there = small_list(MONTHLY), small_list(MONTHLY)
    one = put_down(here, done="新认定3家", received_on="2021-02-24")
    other = put_down(there, "2021-02-25", done="新认定3家", received_on="2021-02-24")
    assert one == other
