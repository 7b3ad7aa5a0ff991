"""Sending reminders, noting answers, giving numbers anew: each one change, or a sentence."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from store.acts.reminding import (
    answered,
    follow_up_numbered,
    reminded,
    renumbered_slips,
    rows_of_unit,
    units_to_remind,
)
from store.ledger.follow_ups import follow_ups_of
from store.machine.clock import Clock
from store.records.changes import Change, inverted
from store.records.follow_up import FollowUp
from store.records.task import Task
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.ledger.small_list import PLATFORM, RESULTS, ROW, SEVERAL, closing, put, small_list


@pytest.fixture
def tasks() -> TaskList:
    """Two rows on 28 October 2021: one of 平台处, due on the 31st, one of both units that is late."""
    made = small_list(due_on="2021-10-31")
    both: dict[str, Any] = {"lead_units": (RESULTS,), "participant_units": (PLATFORM,)}
    put(made, Task("row2", "item", "000200", text="二", due_on="2021-10-01", **both))
    return TaskList(made.documents, clock=Clock(lambda: datetime(2021, 10, 28, 9)))


def slip(**said: Any) -> FollowUp:
    return FollowUp("", **{"unit": "platform", "tasks": (ROW,), **said})


def take(tasks: TaskList, change: Change) -> None:
    tasks.apply(change.edits)


def test_a_reminder_is_one_record_with_number_day_level_and_reason(tasks: TaskList) -> None:
    change = reminded(tasks, [slip(tasks=("row2", ROW), answer_by="2021-11-05", require="请抓紧。")])
    assert change.title == "催办〔2021〕1号：平台处，第 1.1–1.2 行"
    take(tasks, change)
    (made,) = follow_ups_of(tasks)
    assert (made.number, made.sent_on, made.level) == ("催办〔2021〕1号", "2021-10-28", "红")
    assert made.tasks == (ROW, "row2")
    assert made.why == "逾期 1 项，临期 1 项"
    take(tasks, Change("撤销", inverted(change.edits)))
    assert not follow_ups_of(tasks)


def test_what_the_clerk_says_goes_before_what_the_list_says(tasks: TaskList) -> None:
    take(tasks, reminded(tasks, [slip(why="局长批示。", level="红", sent_on="2021-10-27")]))
    (made,) = follow_ups_of(tasks)
    assert (made.why, made.level, made.sent_on) == ("局长批示。", "红", "2021-10-27")


def test_several_slips_of_one_act_have_numbers_one_after_the_other(tasks: TaskList) -> None:
    slips = [slip(), slip(unit="results", tasks=("row2",)), slip(kind="follow_up")]
    change = reminded(tasks, slips)
    assert change.title == "催办〔2021〕1号等 3 份"
    take(tasks, change)
    numbers = {one.number for one in follow_ups_of(tasks)}
    assert numbers == {"催办〔2021〕1号", "催办〔2021〕2号", "督办〔2021〕1号"}


def test_an_undone_number_is_free_again(tasks: TaskList) -> None:
    change = reminded(tasks, [slip()])
    take(tasks, change)
    take(tasks, Change("撤销", inverted(change.edits)))
    assert reminded(tasks, [slip()]).title.startswith("催办〔2021〕1号")


def test_ended_rows_are_left_out_and_none_left_is_refused(tasks: TaskList) -> None:
    put(tasks, closing(approved_on="2021-10-20"))
    take(tasks, reminded(tasks, [slip(tasks=(ROW, "row2"))]))
    (made,) = follow_ups_of(tasks)
    assert made.tasks == ("row2",)
    with pytest.raises(Refused, match="都已销号、中止或取消，不用催办"):
        reminded(tasks, [slip()])


def test_a_unit_that_is_not_in_the_row_is_refused(tasks: TaskList) -> None:
    with pytest.raises(Refused, match=r"成果处不在第 1\.1 行的牵头、责任单位里，请核对单位，或先改责任。"):
        reminded(tasks, [slip(unit="results")])


def test_an_answer_due_before_the_day_and_no_row_are_refused(tasks: TaskList) -> None:
    with pytest.raises(Refused, match="早于发出日期"):
        reminded(tasks, [slip(answer_by="2021-10-27")])
    with pytest.raises(Refused, match="还没有选行"):
        reminded(tasks, [slip(tasks=())])
    assert reminded(tasks, [slip(answer_by="2021-10-28")]).edits


def test_a_unit_of_a_collective_can_be_reminded(tasks: TaskList) -> None:
    several = tasks.record("units", "several")
    assert several
    put(tasks, several, members=("results",))
    put(tasks, tasks.task(ROW), participant_units=(SEVERAL,))
    assert rows_of_unit(tasks, "results", (ROW, "row2")) == (ROW, "row2")
    assert reminded(tasks, [slip(unit="results")]).edits


def test_the_lead_units_are_offered_else_the_others(tasks: TaskList) -> None:
    assert units_to_remind(tasks, (ROW, "row2")) == ("platform", "results")
    put(tasks, tasks.task("row2"), lead_units=())
    assert units_to_remind(tasks, ("row2",)) == ("platform",)
    put(tasks, tasks.task("row2"), participant_units=())
    assert units_to_remind(tasks, ("row2",)) == ()


# ---------------------------------------------------------------------- answers


def test_an_answer_is_noted_and_noted_again(tasks: TaskList) -> None:
    take(tasks, reminded(tasks, [slip(sent_on="2021-10-20")]))
    found = follow_up_numbered(tasks, "催办[2021]1")
    change = answered(tasks, found, "已认定 3 家。", "2021-10-25", "刘红")
    assert change.title == "催办〔2021〕1号：平台处已回复"
    take(tasks, change)
    found = follow_up_numbered(tasks, found.number)
    assert (found.answered_on, found.answer, found.answered_by) == ("2021-10-25", "已认定 3 家。", "刘红")
    assert not answered(tasks, found, "已认定 3 家。", "2021-10-25", "刘红").edits
    assert len(answered(tasks, found, "已认定 4 家。", "2021-10-25", "刘红").edits) == 1


@pytest.mark.parametrize(("day", "said"), [("2021-10-19", "早于发出日期"), ("2021-10-29", "还没有到")])
def test_an_answer_before_the_slip_or_to_come_is_refused(tasks: TaskList, day: str, said: str) -> None:
    take(tasks, reminded(tasks, [slip(sent_on="2021-10-20")]))
    (found,) = follow_ups_of(tasks)
    with pytest.raises(Refused, match=said):
        answered(tasks, found, "", day)


def test_a_number_that_nobody_or_two_have_is_refused(tasks: TaskList) -> None:
    with pytest.raises(Refused, match="没有文号为“催办〔2021〕7号”的催办"):
        follow_up_numbered(tasks, "催办〔2021〕7号")
    take(tasks, reminded(tasks, [slip()]))
    (made,) = follow_ups_of(tasks)
    put(tasks, replace(made, key="other"))
    with pytest.raises(Refused, match="有 2 份都是催办〔2021〕1号，请先更正文号"):
        follow_up_numbered(tasks, made.number)


# ---------------------------------------------------------------------- numbers given twice


def test_the_later_of_two_gets_the_next_number_and_says_its_old_one(tasks: TaskList) -> None:
    for key, sent_on in (("a", "2021-10-21"), ("b", "2021-10-20"), ("c", "2021-10-22")):
        put(tasks, replace(slip(sent_on=sent_on), key=key, number="催办〔2021〕1号"))
    put(tasks, FollowUp("d", "催办〔2021〕2号", sent_on="2021-10-20", unit="platform", tasks=(ROW,)))
    change = renumbered_slips(tasks)
    assert change.title == (
        "更正文号：催办〔2021〕1号（平台处）改为催办〔2021〕3号，催办〔2021〕1号（平台处）改为催办〔2021〕4号"
    )
    take(tasks, change)
    numbers = {one.key: (one.number, one.number_before) for one in follow_ups_of(tasks)}
    assert numbers == {
        "a": ("催办〔2021〕3号", "催办〔2021〕1号"),
        "b": ("催办〔2021〕1号", ""),
        "c": ("催办〔2021〕4号", "催办〔2021〕1号"),
        "d": ("催办〔2021〕2号", ""),
    }
    assert not renumbered_slips(tasks).edits
