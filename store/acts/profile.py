"""What concerns one unit or one leader: head, leader or portfolio, the rows led, shared and by collective, what is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from store.acts.collectives import rows_that_may_concern, rows_that_may_concern_leader
from store.portfolio.standings import Standing, standings
from store.records.tasklist import TaskList
from store.records.values import SIDES, SideName

Findings = Callable[[TaskList, str], Sequence[str]]
"""What is open about a unit or person, in words, by its key."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A unit or a leader, with keys of rows in the list's order."""

    key: str
    portfolio: tuple[Standing, ...]
    """A unit's own standing, or those of the units that are a leader's, or may be."""
    led: tuple[str, ...]
    shared: tuple[str, ...]
    by_collective: tuple[str, ...]
    """Rows that do not name it but a collective it may belong to."""
    findings: tuple[str, ...]


def unit_profile(tasks: TaskList, unit: str, findings: Findings | None = None) -> Profile:
    """What concerns a unit."""
    standing = standings(tasks).get(unit)
    return _profile(
        tasks, unit, (standing,) if standing else (), rows_that_may_concern(tasks, unit), findings
    )


def leader_profile(tasks: TaskList, person: str, findings: Findings | None = None) -> Profile:
    """What concerns a person."""
    his = [one for one in standings(tasks).values() if person == one.leader]
    perhaps = [one for one in standings(tasks).values() if person in one.candidates]
    return _profile(tasks, person, (*his, *perhaps), rows_that_may_concern_leader(tasks, person), findings)


def _profile(
    tasks: TaskList,
    key: str,
    portfolio: tuple[Standing, ...],
    by_collective: tuple[str, ...],
    findings: Findings | None,
) -> Profile:
    led, shared = (tasks.rows_naming(key, side=side) for side in SIDES)
    found = (*open_questions(tasks, key), *(findings(tasks, key) if findings else ()))
    return Profile(key, portfolio, led, shared, by_collective, found)


def open_questions(tasks: TaskList, key: str) -> Sequence[str]:
    """The questions that stand on the sides of rows that name a unit or person."""
    found: list[str] = []
    for row in tasks.rows_naming(key):
        task = tasks.task(row)
        sides: list[SideName] = [doubt.side for doubt in task.doubts]
        named = {
            side
            for side in sides
            if any(one.key == key for one in (*task.side(side).units, *task.side(side).leaders))
        }
        found += [
            f"第 {tasks.row_name(row)} 行待定:{doubt.reason}" for doubt in task.doubts if doubt.side in named
        ]
    return found
