"""Handovers dated ahead: kept with their answers, carried out on the list as it is on their day."""

from dataclasses import replace

import pytest

from store.acts.handover import Handover, handover_preview
from store.acts.handover_plans import (
    cancel_plan,
    due_plans,
    handover_of,
    keep_plan,
    kept_answers,
    plan_preview,
    plans,
)
from store.acts.preview import Answers
from store.acts.resolving import one_unit_named, person_named
from store.records.tasklist import TaskList
from store.refused import Refused


def handed_over(tasks: TaskList, unit: str, day: str | None = "2021-06-01") -> Handover:
    giver, taker = person_named(tasks, "胡军"), person_named(tasks, "刘红")
    return Handover(giver.key, taker.key, (one_unit_named(tasks, unit).key,), day, "会议纪要")


def keep(tasks: TaskList, handover: Handover, answers: Answers) -> None:
    tasks.apply(keep_plan(tasks, handover, answers).edits)


def test_a_plan_waits_for_its_day_and_changes_no_row(sample: TaskList) -> None:
    before = list(sample.tasks)
    keep(sample, handed_over(sample, "成果处"), {})
    assert list(sample.tasks) == before
    assert due_plans(sample, "2021-05-31") == []
    assert len(due_plans(sample, "2021-06-01")) == 1


def test_plans_stand_by_their_days(sample: TaskList) -> None:
    keep(sample, handed_over(sample, "成果处", "2021-09-01"), {})
    keep(sample, handed_over(sample, "转化中心", "2021-06-01"), {})
    assert [plan.effective_on for plan in plans(sample)] == ["2021-06-01", "2021-09-01"]


def test_the_answers_are_kept_and_carried_out(sample: TaskList) -> None:
    handover = handed_over(sample, "成果处")
    asked = handover_preview(sample, handover, {}).questions
    answers: Answers = {question.place: "drop" for question in asked}
    keep(sample, handover, answers)
    (plan,) = plans(sample)
    assert kept_answers(plan) == answers
    preview = plan_preview(sample, plan, {})
    assert preview.open == ()
    change = preview.change(sample)
    sample.apply(change.edits)
    assert plans(sample) == []
    row = sample.task(sample.rows_named("1")[0])
    assert [leader.wording for leader in row.lead_leaders] == ["刘红"]


def test_the_witness_is_kept_for_the_day(sample: TaskList) -> None:
    keep(sample, replace(handed_over(sample, "成果处"), witness="盛继亮"), {})
    (plan,) = plans(sample)
    assert handover_of(plan).witness == "盛继亮"


def test_a_plan_given_up_is_gone(sample: TaskList) -> None:
    keep(sample, handed_over(sample, "成果处"), {})
    (plan,) = plans(sample)
    change = cancel_plan(sample, plan)
    sample.apply(change.edits)
    assert plans(sample) == []
    assert change.title == "取消预定的分工调整：2021-06-01 成果处由胡军移交刘红"


def test_a_plan_without_a_day_is_refused(sample: TaskList) -> None:
    with pytest.raises(Refused, match="要写明生效日期"):
        keep_plan(sample, handed_over(sample, "成果处", None), {})
