"""Handovers dated ahead (预定): kept until their day.

Then they are carried out on the list as it is, if the clerk says so.
"""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from store.acts.handover import Handover, handover_preview, handover_words, units_in_charge
from store.acts.preview import Answers, KeepOrDrop, Preview, RowSide
from store.records.changes import Change, created, deleted
from store.records.kept import Plan
from store.records.keys import new_key
from store.records.tasklist import TaskList
from store.records.values import SideName
from store.refused import Refused


def plans(tasks: TaskList) -> Sequence[Plan]:
    """Return the plans by their days."""
    by_day = attrgetter("effective_on", "key")
    return sorted(tasks.all_of(Plan), key=by_day)


def due_plans(tasks: TaskList, day: str) -> Sequence[Plan]:
    """Return the plans whose day has come."""
    return [plan for plan in plans(tasks) if plan.effective_on <= day]


def plan_words(tasks: TaskList, plan: Plan) -> str:
    """Return a plan in words: 2021-06-01 成果处由胡军移交赵峰."""
    words = handover_words(tasks, handover_of(plan))
    return f"{plan.effective_on} {words}"


def handover_of(plan: Plan) -> Handover:
    """Return the handover that a plan keeps."""
    return Handover(plan.from_leader, plan.to_leader, plan.units, plan.effective_on, plan.basis, plan.witness)


def keep_plan(tasks: TaskList, handover: Handover, answers: Answers) -> Change:
    """Keep a handover for its day, with the answers given so far; Refused where it makes no sense now."""
    if not handover.effective_on:
        raise Refused("预定的分工调整要写明生效日期。")
    handover_preview(tasks, handover, answers)
    leader = handover.from_leader
    units = handover.units or units_in_charge(tasks, leader)
    kept: list[str] = []
    for (row, side), answer in answers.items():
        kept.append(f"{row}:{side}:{answer}")
    day, basis = handover.effective_on, handover.basis
    plan = Plan(new_key(), day, leader, handover.to_leader, units, basis, tuple(kept), handover.witness)
    title = f"预定分工调整：{plan_words(tasks, plan)}"
    return Change(title, (created(plan),), basis=basis, effective_on=day)


def cancel_plan(tasks: TaskList, plan: Plan) -> Change:
    """Give a plan up."""
    title = f"取消预定的分工调整：{plan_words(tasks, plan)}"
    return Change(title, (deleted(plan),))


def plan_preview(tasks: TaskList, plan: Plan, answers: Answers) -> Preview:
    """Return what a plan does to the list as it is now; `answers` add to those that it keeps."""
    given = {**kept_answers(plan), **answers}
    preview = handover_preview(tasks, handover_of(plan), given)
    return replace(preview, edits=(*preview.edits, deleted(plan)))


def kept_answers(plan: Plan) -> dict[RowSide, KeepOrDrop]:
    """Return the answers that a plan keeps."""
    answers: dict[RowSide, KeepOrDrop] = {}
    for words in plan.answers:
        row, side, answer = words.split(":")
        name: SideName = "lead" if side == "lead" else "participant"
        answers[row, name] = "keep" if answer == "keep" else "drop"
    return answers
