"""Leaders of a cell when units of it pass from one leader to another: who stays, who comes, in which order.

A leader goes with his last unit. Where the portfolio cannot tell whether another unit of the cell is his, that is
a question; until it is answered he stays.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from store.acts.preview import Answer, Place, Question
from store.portfolio.standings import Standing, standings
from store.records.tasklist import TaskList
from store.records.values import Mention, Side


@dataclass(frozen=True, slots=True)
class Passed:
    """A side after units of it passed over, and the questions on the leader who had them."""

    side: Side
    questions: tuple[Question, ...] = ()


def pass_units(
    tasks: TaskList,
    place: Place,
    units: Sequence[Mention],
    passing: Mapping[str, Mention],
    giver: Mention,
    answer: Answer | None,
) -> Passed:
    """The side with these units, when some of them (by key, with the leaders they come under) leave the giver."""
    leaders = tasks.task(place[0]).side(place[1]).leaders
    staying = [unit for unit in units if unit.key not in passing]
    known = known_leaders(tasks, staying)
    questions: tuple[Question, ...] = ()
    if giver.key not in known.values():
        questions = tuple(_questions(tasks, place, staying, leaders, giver))
    keeps = giver.key in known.values() or (bool(questions) and answer != "drop")
    order = known | {unit: one.leader for unit in staying if (one := standing(tasks, unit)) and one.leader}
    if keeps and giver.key not in order.values():
        order[questions[0].unit] = giver.key or ""
    first: dict[str, int] = {}
    for unit, leader in order.items():
        first[leader] = min(units.index(unit), first.get(leader, len(units)))
    left = [leader for leader in leaders if keeps or leader.key != giver.key]
    for unit in units:
        taker = passing.get(unit.key or "")
        if taker is not None:
            index = min(units.index(unit), first.get(taker.key or "", len(units)))
            old = next(
                (number for number, leader in enumerate(leaders) if leader.key == giver.key), len(leaders)
            )
            left = _placed(left, taker, index, first, old)
            first[taker.key or ""] = index
    return Passed(Side(tuple(units), tuple(left)), questions)


def known_leaders(tasks: TaskList, units: Iterable[Mention]) -> dict[Mention, str]:
    """The units of a cell whose leader is settled or certain, with his key."""
    return {
        unit: one.leader
        for unit in units
        if (one := standing(tasks, unit)) and one.leader and one.grade in ("settled", "certain")
    }


def standing(tasks: TaskList, unit: Mention) -> Standing | None:
    """How the leader of a unit in a cell stands; none for a wording that names no unit of the list."""
    return standings(tasks).get(unit.key or "")


def _questions(
    tasks: TaskList, place: Place, staying: Sequence[Mention], leaders: Sequence[Mention], giver: Mention
) -> Iterable[Question]:
    """A question for each unit that stays and may be the giver's; a collective has its own leaders where it names them."""
    collective_leader = any(leader.is_collective for leader in leaders)
    at_large = {unit.key for unit in tasks.units if unit.kind == "collective"}
    for unit in staying:
        one = standing(tasks, unit)
        if one is None or one.grade == "unknown":
            if not ((unit.is_collective or unit.key in at_large) and collective_leader):
                yield Question(*place, giver, unit, tuple(leader.key for leader in leaders if leader.key))
        elif (one.grade == "open" and giver.key in one.candidates) or (
            one.grade == "inferred" and one.leader == giver.key
        ):
            yield Question(*place, giver, unit, one.candidates or (giver.key or "",))


def _placed(
    leaders: Sequence[Mention], taker: Mention, index: int, first: Mapping[str, int], old: int
) -> list[Mention]:
    """The leaders with one more: by the units' order among those whose first unit is known, else in the old one's place."""
    others = [leader for leader in leaders if leader.key != taker.key]
    same = next((leader for leader in leaders if leader.key == taker.key), taker)
    before = [number for number, leader in enumerate(others, 1) if first.get(leader.key or "", index) < index]
    after = [number for number, leader in enumerate(others) if first.get(leader.key or "", index) > index]
    lowest, highest = max(before, default=0), min(after, default=len(others))
    at = max(lowest, min(old, highest)) if lowest <= highest else min(old, len(others))
    return [*others[:at], same, *others[at:]]
