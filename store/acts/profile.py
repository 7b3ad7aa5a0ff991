"""What concerns one unit or one leader.

That is the portfolio, the rows led, shared and by collective, and what is open.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from store.acts.collectives import rows_that_may_concern, rows_that_may_concern_leader
from store.portfolio.left_open import standing_doubts
from store.portfolio.standing import Standing
from store.portfolio.standings import standings
from store.records.ranges import numbered_row
from store.records.tasklist import TaskList
from store.records.values import SIDES

TellsFindings = Callable[[TaskList, str], Sequence[str]]
"""What tells the open findings on a unit or person, in words, by its key."""


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


def unit_profile(tasks: TaskList, unit: str, tells: TellsFindings | None = None) -> Profile:
    """Return what concerns a unit."""
    standing = standings(tasks).get(unit)
    portfolio = (standing,) if standing else ()
    return _profile(tasks, unit, portfolio, rows_that_may_concern(tasks, unit), tells)


def leader_profile(tasks: TaskList, person: str, tells: TellsFindings | None = None) -> Profile:
    """Return what concerns a person: the units that are his, then those that may be."""
    his: list[Standing] = []
    perhaps: list[Standing] = []
    for standing in standings(tasks).values():
        if person == standing.leader:
            his.append(standing)
        if person in standing.candidates:
            perhaps.append(standing)
    by_collective = rows_that_may_concern_leader(tasks, person)
    return _profile(tasks, person, (*his, *perhaps), by_collective, tells)


def _profile(
    tasks: TaskList,
    key: str,
    portfolio: tuple[Standing, ...],
    by_collective: tuple[str, ...],
    tells: TellsFindings | None,
) -> Profile:
    led, shared = (tasks.rows_naming(key, side=side) for side in SIDES)
    found = list(open_questions(tasks, key))
    if tells:
        found += tells(tasks, key)
    return Profile(key, portfolio, led, shared, by_collective, tuple(found))


def open_questions(tasks: TaskList, key: str) -> Sequence[str]:
    """Return the questions that stand on the sides of rows that name a unit or person."""
    found: list[str] = []
    for row in tasks.rows_naming(key):
        task = tasks.task(row)
        for doubt in standing_doubts(tasks, task):
            side = task.side(doubt.side)
            if side.has_unit(key) or side.has_leader(key):
                where = numbered_row(tasks, row)
                found.append(f"{where}待定：{doubt.reason}")
    return found
