"""Giving one side of some rows its units or its leaders, as tests of one side say it."""

from collections.abc import Sequence

from store.acts.assigning import Assignment, SideAnswer, assign
from store.records.tasklist import TaskList
from store.records.values import Mention, SideName


def assign_units(
    tasks: TaskList, rows: Sequence[str], side: SideName, units: Sequence[Mention]
) -> Assignment:
    """Give a side of some rows these units; leaders follow where every unit has a certain pair, else stay."""
    answer = SideAnswer(units=tuple(units))
    return assign(tasks, rows, {side: answer})[side]


def assign_leaders(
    tasks: TaskList, rows: Sequence[str], side: SideName, leaders: Sequence[Mention]
) -> Assignment:
    """Give one side of some rows these leaders; a question on that side is thereby answered."""
    answer = SideAnswer(leaders=tuple(leaders))
    return assign(tasks, rows, {side: answer})[side]
