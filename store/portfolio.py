"""Which leader has which unit: the pairs that the rows prove. It proposes and checks; it never changes a row.

A pair is certain by two rules: a side with one unit and one leader, and what is left of a side when all
others on it are certain. A side with a collective or a doubt proves nothing. All other units are open.
"""

from collections.abc import Iterable

from store.model import Mention
from store.tasklist import TaskList

_KeySide = tuple[tuple[str, ...], tuple[str, ...]]


def certain_pairs(tasks: TaskList) -> dict[str, str]:
    """Unit key to the key of its certain leader in charge; a unit that the rows contradict is not in it."""
    sides = [
        (tuple(unit.key or "" for unit in side.units), tuple(leader.key or "" for leader in side.leaders))
        for side, _ in tasks.sides()
        if all(mention.key for mention in (*side.units, *side.leaders))
    ]
    pairs: dict[str, str] = {}
    contradicted: set[str] = set()

    def settle(unit: str, leader: str) -> None:
        if pairs.setdefault(unit, leader) != leader:
            contradicted.add(unit)

    for units, leaders in sides:
        if len(units) == len(leaders) == 1:
            settle(units[0], leaders[0])
    while left := _left_over(sides, pairs, contradicted):
        for unit, leader in left:
            settle(unit, leader)
    return {unit: leader for unit, leader in pairs.items() if unit not in contradicted}


def _left_over(sides: list[_KeySide], pairs: dict[str, str], contradicted: set[str]) -> list[tuple[str, str]]:
    """The pairs not yet known that are left of a side when its certain units and their leaders are taken off."""
    left = []
    for units, leaders in sides:
        certain = {pairs[unit] for unit in units if unit in pairs}
        open_units = [unit for unit in units if unit not in pairs]
        open_leaders = [leader for leader in leaders if leader not in certain]
        if len(open_units) == len(open_leaders) == 1 and certain <= set(leaders) and contradicted.isdisjoint(units):
            left.append((open_units[0], open_leaders[0]))
    return left


def leaders_of(tasks: TaskList, units: Iterable[Mention]) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """The leaders in charge of some units in the units' order, and the wordings of the units whose leader is open."""
    pairs = certain_pairs(tasks)
    leaders: dict[str, None] = {}
    still_open = []
    for unit in units:
        leader = pairs.get(unit.key or "")
        if leader is None:
            still_open.append(unit.wording)
        else:
            leaders[leader] = None
    return tuple(Mention(key, tasks.wording_of(key)) for key in leaders), tuple(still_open)
