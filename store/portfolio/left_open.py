"""Units of rows whose leader in charge is open: those for which leaders did not follow, and all others."""

from collections.abc import Iterable

from store.portfolio.standings import certain_pairs, standings
from store.records.doubts import doubt
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import SIDES, Doubt, Mention, SideName


def left_open(tasks: TaskList, task: Task, side: SideName) -> tuple[Mention, ...]:
    """Return the units of a side for which its leaders did not follow, and who has them is still open."""
    if not task.has_doubt(side, "leaders_left"):
        return ()
    known = certain_pairs(tasks)
    return tuple(unit for unit in task.side(side).units if unit.key not in known)


def standing_doubts(tasks: TaskList, task: Task) -> tuple[Doubt, ...]:
    """Return the doubts of a row that nothing has answered since, each with the units that are open still."""
    return tuple(one for each in task.doubts for one in _as_it_stands(tasks, task, each))


def _as_it_stands(tasks: TaskList, task: Task, one: Doubt) -> tuple[Doubt, ...]:
    if one.code != "leaders_left":
        return (one,)
    units = [unit.wording for unit in left_open(tasks, task, one.side)]
    return (doubt(one.side, "leaders_left", "、".join(units)),) if units else ()


def open_in_rows(tasks: TaskList, rows: Iterable[str]) -> list[str]:
    """Return the keys of the units of some rows whose leader is neither settled nor certain.

    Those come first for which leaders did not follow.
    """
    waiting: dict[str | None, None] = {}
    others: dict[str | None, None] = {}
    for task in map(tasks.task, rows):
        for side in SIDES:
            waiting |= dict.fromkeys(unit.key for unit in left_open(tasks, task, side))
            others |= dict.fromkeys(unit.key for unit in task.side(side).units)
    return still_open(tasks, filter(None, waiting | others))


def still_open(tasks: TaskList, units: Iterable[str]) -> list[str]:
    """Return those of some units, by key, whose leader is neither settled nor certain."""
    known, all_standings = certain_pairs(tasks), standings(tasks)
    return [unit for unit in units if unit in all_standings and unit not in known]
