"""Changing who answers for rows: the edits, the leaders that follow the units, and what stays open.

The screen shows a proposal before Enter; the command line says it after. Both commit the same edits.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from store.changes import updated
from store.model import Doubt, Edit, Mention, SideName, Task, leaders_field, units_field
from store.portfolio import leaders_of
from store.tasklist import TaskList


@dataclass(frozen=True, slots=True)
class Assignment:
    """What an assignment would do: its edits, the leaders that follow, and the units that kept them from following."""

    edits: tuple[Edit, ...]
    followed: tuple[Mention, ...] = ()
    """Leaders that the portfolio gives; empty where they were given or stay."""
    open_units: tuple[str, ...] = ()
    """Wordings of the units whose leader is open: the leaders stay as they are and the row keeps the question."""


def assign_units(tasks: TaskList, rows: Sequence[str], side: SideName, units: Sequence[Mention]) -> Assignment:
    """Give one side of some rows these units; leaders follow where every unit has a certain pair, else stay."""
    leaders, open_units = leaders_of(tasks, units)
    edits: list[Edit] = []
    changed = [task for task in map(tasks.task, rows) if task.side(side).units != tuple(units)]
    for task in changed:
        values: dict[str, object] = {units_field(side): tuple(units)}
        if open_units:
            values["doubts"] = _doubts_with(task, side, f"{'、'.join(open_units)}的分管领导未定,分管领导未随单位改动")
        else:
            values[leaders_field(side)] = leaders
            values["doubts"] = _doubts_with(task, side, "")
        edits += updated(task, **values)
    return Assignment(tuple(edits), () if open_units or not changed else leaders, open_units if changed else ())


def assign_leaders(tasks: TaskList, rows: Sequence[str], side: SideName, leaders: Sequence[Mention]) -> Assignment:
    """Give one side of some rows these leaders; a question on that side is thereby answered."""
    edits: list[Edit] = []
    for task in map(tasks.task, rows):
        if task.side(side).leaders != tuple(leaders):
            edits += updated(task, **{leaders_field(side): tuple(leaders), "doubts": _doubts_with(task, side, "")})
    return Assignment(tuple(edits))


def _doubts_with(task: Task, side: SideName, reason: str) -> tuple[Doubt, ...]:
    others = tuple(doubt for doubt in task.doubts if doubt.side != side)
    return (*others, Doubt(side, reason)) if reason else others
