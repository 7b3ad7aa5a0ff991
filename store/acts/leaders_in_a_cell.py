"""Leaders of a cell when units of it pass from one leader to another: who stays, who comes, in which order.

A leader goes with his last unit. Where the portfolio cannot tell whether another unit of the cell is his,
that is a question; until it is answered he stays.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from store.acts.preview import KeepOrDrop, LeaderQuestion, RowSide
from store.portfolio.standing import Standing
from store.portfolio.standings import standings
from store.records.tasklist import TaskList
from store.records.values import Mention, Side
from store.records.whois import is_collective


@dataclass(frozen=True, slots=True)
class Passed:
    """A side after units of it passed over, and the questions on the leader who had them."""

    side: Side
    questions: tuple[LeaderQuestion, ...] = ()


def pass_units(
    tasks: TaskList,
    place: RowSide,
    units: Sequence[Mention],
    passing: Mapping[str, Mention],
    giver: Mention,
    answer: KeepOrDrop | None,
) -> Passed:
    """Return the side with these units when some of them, by key with the taker, leave the giver."""
    row, name = place
    leaders = tasks.task(row).side(name).leaders
    staying = [unit for unit in units if unit.key not in passing]
    is_needed = giver.key in known_leaders(tasks, staying).values()
    questions: list[LeaderQuestion] = []
    if not is_needed:
        questions += _questions(tasks, place, staying, leaders, giver)
    keeps = is_needed or (bool(questions) and answer != "drop")
    first = _first_units(tasks, units, staying)
    if keeps and questions:
        first.setdefault(giver.key, units.index(questions[0].unit))
    left = list(leaders) if keeps else _without(leaders, giver)
    freed = _index_of(leaders, giver)
    for index, taker in _takers(units, passing):
        place_of_taker = min(index, first.get(taker.key, index))
        left = _with_taker(left, taker, place_of_taker, first, freed)
        first[taker.key] = place_of_taker
    side = Side(tuple(units), tuple(left))
    return Passed(side, tuple(questions))


def _without(leaders: Sequence[Mention], leader: Mention) -> list[Mention]:
    return [one for one in leaders if one.key != leader.key]


def _takers(units: Sequence[Mention], passing: Mapping[str, Mention]) -> Iterator[tuple[int, Mention]]:
    """Return the place of each unit that passes over, with the leader it comes under."""
    for unit in units:
        taker = passing.get(unit.key or "")
        if taker is not None:
            yield units.index(unit), taker


def _first_units(
    tasks: TaskList, units: Sequence[Mention], staying: Iterable[Mention]
) -> dict[str | None, int]:
    """Return the place of the first unit that stays with each leader, by his key."""
    first: dict[str | None, int] = {}
    for unit in staying:
        one = standing(tasks, unit)
        if one and one.leader:
            index = units.index(unit)
            earlier = first.get(one.leader, index)
            first[one.leader] = min(index, earlier)
    return first


def _index_of(leaders: Sequence[Mention], leader: Mention) -> int:
    """Return the place of a leader by his key; the end where he is not there."""
    for index, one in enumerate(leaders):
        if one.key == leader.key:
            return index
    return len(leaders)


def known_leaders(tasks: TaskList, units: Iterable[Mention]) -> dict[Mention, str]:
    """Return the units of a cell whose leader is settled or certain, with his key."""
    known: dict[Mention, str] = {}
    for unit in units:
        one = standing(tasks, unit)
        if one and one.leader and one.is_known:
            known[unit] = one.leader
    return known


def standing(tasks: TaskList, unit: Mention) -> Standing | None:
    """Return how the leader of a unit stands; none for a wording that names no unit of the list."""
    return standings(tasks).get(unit.key or "")


def _questions(
    tasks: TaskList, place: RowSide, staying: Sequence[Mention], leaders: Sequence[Mention], giver: Mention
) -> Iterable[LeaderQuestion]:
    """Ask of each unit that stays whether it is the giver's, where it may be."""
    for unit in staying:
        candidates = _candidates(tasks, unit, leaders, giver)
        if candidates is not None:
            yield LeaderQuestion(*place, giver, unit, candidates)


def _candidates(
    tasks: TaskList, unit: Mention, leaders: Sequence[Mention], giver: Mention
) -> tuple[str, ...] | None:
    """Return who may have a unit that stays; none where it cannot be the giver's."""
    one = standing(tasks, unit)
    if one is None or one.grade == "unknown":
        return _leaders_at_hand(tasks, unit, leaders)
    if one.grade == "open" and giver.key in one.candidates:
        return one.candidates
    if one.grade == "inferred" and giver.key and one.leader == giver.key:
        return one.candidates or (giver.key,)
    return None


def _leaders_at_hand(tasks: TaskList, unit: Mention, leaders: Sequence[Mention]) -> tuple[str, ...] | None:
    """Return the leaders of a cell who may have an unknown unit; none for a collective with its own."""
    if _has_leaders_of_its_own(tasks, unit, leaders):
        return None
    return tuple(filter(None, (leader.key for leader in leaders)))


def _has_leaders_of_its_own(tasks: TaskList, unit: Mention, leaders: Iterable[Mention]) -> bool:
    """Say whether a unit is a collective (相关处室) and the cell names its leaders (相关分管领导)."""
    return is_collective(tasks, unit) and any(leader.is_collective for leader in leaders)


def _with_taker(
    leaders: Sequence[Mention], taker: Mention, index: int, first: Mapping[str | None, int], freed: int
) -> list[Mention]:
    """Return the leaders with one more, whose first unit stands at an index of the cell.

    He stands by the units' order among those whose first unit is known, else in the freed place.
    """
    others = _without(leaders, taker)
    there = [leader for leader in leaders if leader.key == taker.key]
    printed = there[0] if there else taker
    lowest, highest = 0, len(others)
    for number, leader in enumerate(others):
        place = first.get(leader.key, index)
        if place < index:
            lowest = number + 1
        elif place > index:
            highest = min(highest, number)
    at = max(lowest, min(freed, highest))
    if lowest > highest:  # The others do not stand in the units' order themselves.
        at = min(freed, len(others))
    return [*others[:at], printed, *others[at:]]
