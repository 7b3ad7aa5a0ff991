"""Handovers dated ahead (预定): kept until their day, then carried out on the list as it is then, if the clerk says so."""

from collections.abc import Sequence
from dataclasses import replace

from store.acts.handover import Handover, handover_preview, handover_words, units_in_charge
from store.acts.preview import Answer, Answers, Place, Preview
from store.records.changes import Change, created, deleted
from store.records.kept import Plan
from store.records.keys import new_key
from store.records.tasklist import TaskList
from store.refused import Refused


def plans(tasks: TaskList) -> Sequence[Plan]:
    """The plans by their days."""
    return sorted(tasks.all_of(Plan), key=lambda plan: (plan.effective_on, plan.key))


def due_plans(tasks: TaskList, day: str) -> Sequence[Plan]:
    """The plans whose day has come."""
    return [plan for plan in plans(tasks) if plan.effective_on <= day]


def plan_words(tasks: TaskList, plan: Plan) -> str:
    """A plan in words: 2021-06-01 成果处由胡军移交赵峰."""
    return f"{plan.effective_on} {handover_words(tasks, handover_of(plan))}"


def handover_of(plan: Plan) -> Handover:
    """The handover that a plan keeps."""
    return Handover(plan.from_leader, plan.to_leader, plan.units, plan.effective_on, plan.basis)


def keep_plan(tasks: TaskList, handover: Handover, answers: Answers) -> Change:
    """Keep a handover for its day, with the answers given so far; Refused where it makes no sense now."""
    if not handover.effective_on:
        raise Refused("预定的分工调整要写明生效日期。")
    handover_preview(tasks, handover, answers)
    plan = Plan(
        new_key(),
        effective_on=handover.effective_on,
        from_leader=handover.from_leader,
        to_leader=handover.to_leader,
        units=handover.units or units_in_charge(tasks, handover.from_leader),
        basis=handover.basis,
        answers=tuple(f"{row}:{side}:{answer}" for (row, side), answer in answers.items()),
    )
    return Change(
        f"预定分工调整:{plan_words(tasks, plan)}",
        (created(plan),),
        basis=plan.basis,
        effective_on=plan.effective_on,
    )


def cancel_plan(tasks: TaskList, plan: Plan) -> Change:
    """Give a plan up."""
    return Change(f"取消预定的分工调整:{plan_words(tasks, plan)}", (deleted(plan),))


def plan_preview(tasks: TaskList, plan: Plan, answers: Answers) -> Preview:
    """What a plan does to the list as it is now, the plan itself then done with; `answers` add to those it keeps."""
    preview = handover_preview(tasks, handover_of(plan), {**kept_answers(plan), **answers})
    return replace(preview, edits=(*preview.edits, deleted(plan)))


def kept_answers(plan: Plan) -> dict[Place, Answer]:
    """The answers that a plan keeps."""
    answers: dict[Place, Answer] = {}
    for words in plan.answers:
        row, side, answer = words.split(":")
        answers[row, "lead" if side == "lead" else "participant"] = "keep" if answer == "keep" else "drop"
    return answers
