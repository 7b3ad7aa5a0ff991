"""Giving rows units and leaders: the one place where the screen assigns, by whatever key."""

from collections.abc import Callable, Mapping, Sequence

from store.acts.assigning import Assignment, SideAnswer, assign, assignment_change, cell_changed
from store.acts.newcomers import with_newcomers
from store.records.cells import Cell
from store.records.changes import Change, Edit
from store.records.tasklist import TaskList
from store.records.values import SideName, wordings
from tui.screen.desk import Desk

Answers = Mapping[SideName, SideAnswer]


class Giving:
    """Gives sides of rows whom they are answered."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def give(
        self,
        rows: Sequence[str],
        answers: Answers,
        *,
        as_one: Callable[[Sequence[Edit]], Change] | None = None,
    ) -> bool:
        """Give sides of some rows whom they are answered, and say which leaders follow.

        Units and people that are not in the list yet are made in the same change. `as_one` makes the change
        of another act of what they come to. Returns whether the rows have them now, changed or not.
        """
        desk = self._desk
        done = assign(desk.tasks, rows, answers)
        change = assignment_change(desk.tasks, rows, done)
        if as_one:
            change = as_one(change.edits)
        if not change.edits:
            desk.say("没有变化")
            return True
        change = with_newcomers(desk.tasks, answers, change)
        said = change.title + followed(desk.tasks, done, ";")
        return await desk.commit(change, said) is not None


def followed(tasks: TaskList, done: Mapping[SideName, Assignment], gap: str) -> str:
    """Name the leaders that follow, or the units that keep them from following, each behind a gap."""
    said = []
    for side, assignment in done.items():
        changed = cell_changed(tasks, Cell(side, "leaders"), assignment.edits)
        if assignment.open_units:
            said.append(f"{'、'.join(assignment.open_units)}的分管领导未定,分管领导不变")
        elif assignment.followed:
            said.append(f"分管领导:{changed or ' '.join(wordings(assignment.followed))}")
    return "".join(gap + words for words in said)
