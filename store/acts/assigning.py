"""Changing who answers for rows: the edits, the leaders that follow the units, and what stays open.

The screen shows a proposal before Enter; the command line says it after. Both commit the same edits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from store.portfolio.standings import leaders_of
from store.records.cells import leaders_field, units_field
from store.records.changes import Change, Edit, updated
from store.records.describing import label, words
from store.records.fields import field_of
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import SIDES, Doubt, Mention, Side, SideName

LEADERS_LEFT = "的分管领导未定,分管领导未随单位改动"
"""How the question ends that an assignment leaves on a row whose leaders could not follow."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Who is to answer for one side: units, leaders or both. None is not said; no units are no leaders either."""

    units: tuple[Mention, ...] | None = None
    leaders: tuple[Mention, ...] | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """What an assignment would do: its edits, the leaders that follow, and the units that kept them from following."""

    edits: tuple[Edit, ...]
    followed: tuple[Mention, ...] = ()
    """Leaders that the portfolio gives; empty where they were given or stay."""
    open_units: tuple[str, ...] = ()
    """Wordings of the units whose leader is open: the leaders stay as they are and the row keeps the question."""


def assign_units(
    tasks: TaskList, rows: Sequence[str], side: SideName, units: Sequence[Mention]
) -> Assignment:
    """Give one side of some rows these units; leaders follow where every unit has a certain pair, else stay."""
    return assign(tasks, rows, {side: Answer(units=tuple(units))})[side]


def assign_leaders(
    tasks: TaskList, rows: Sequence[str], side: SideName, leaders: Sequence[Mention]
) -> Assignment:
    """Give one side of some rows these leaders; a question on that side is thereby answered."""
    return assign(tasks, rows, {side: Answer(leaders=tuple(leaders))})[side]


def assign(
    tasks: TaskList, rows: Sequence[str], answers: Mapping[SideName, Answer]
) -> dict[SideName, Assignment]:
    """What answers for one side or for both would do; the edits of the second side build on those of the first."""
    current = [tasks.task(row) for row in rows]
    done: dict[SideName, Assignment] = {}
    for side, answer in answers.items():
        before = current
        leaders, open_units = (
            (answer.leaders, ()) if answer.leaders is not None else leaders_of(tasks, answer.units or ())
        )
        current = [_answered(task, side, answer, leaders, open_units) for task in before]
        edits = tuple(
            edit for old, new in zip(before, current, strict=True) for edit in _edits(old, new, side)
        )
        follow = answer.leaders is None and bool(edits)
        done[side] = Assignment(
            edits, leaders if follow and not open_units else (), open_units if follow else ()
        )
    return done


def _answered(
    task: Task, side: SideName, answer: Answer, leaders: tuple[Mention, ...], open_units: tuple[str, ...]
) -> Task:
    now = task.side(side)
    units = now.units if answer.units is None else answer.units
    if answer.leaders is None and units and units == now.units:
        return task
    after = task.with_side(side, Side(units, now.leaders if open_units else leaders))
    question = f"{'、'.join(open_units)}{LEADERS_LEFT}" if open_units else ""
    return after if after == task else replace(after, doubts=_doubts_with(task, side, question))


def _edits(old: Task, new: Task, side: SideName) -> list[Edit]:
    return updated(
        old, **{field: getattr(new, field) for field in (units_field(side), leaders_field(side), "doubts")}
    )


def _doubts_with(task: Task, side: SideName, reason: str) -> tuple[Doubt, ...]:
    others = tuple(doubt for doubt in task.doubts if doubt.side != side)
    return (*others, Doubt(side, reason)) if reason else others


def assignment_change(
    tasks: TaskList, rows: Sequence[str], assignments: Mapping[SideName, Assignment], basis: str = ""
) -> Change:
    """The one change that assignments to some rows make, titled by what the clerk gave: 第 3.2 行牵头单位:法制处 → 平台处."""
    edits = tuple(edit for assignment in assignments.values() for edit in assignment.edits)
    return Change(_title(tasks, rows, edits), edits, basis=basis)


def _title(tasks: TaskList, rows: Sequence[str], edits: Sequence[Edit]) -> str:
    """Units that changed, and leaders only where no units did: those that follow go without saying."""
    names = [tasks.row_name(row) for row in rows if any(edit.key == row for edit in edits)]
    parts = []
    for side in SIDES:
        fields = [
            field
            for field in (units_field(side), leaders_field(side))
            if any(edit.field == field for edit in edits)
        ]
        for field in fields[:1]:
            befores = {
                words(tasks, field_of(Task, field), edit.before) for edit in edits if edit.field == field
            }
            after = next(
                words(tasks, field_of(Task, field), edit.after) for edit in edits if edit.field == field
            )
            parts.append(
                f"{label(tasks, field)}:{befores.pop()} → {after}"
                if len(befores) == 1
                else f"{label(tasks, field)} → {after}"
            )
    where = names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}" if names else ""
    return f"第 {where} 行{';'.join(parts)}"
