"""The rules that a cell of units and leaders may follow. Leaders are bits; what a unit may have is a set of bits."""

from collections.abc import Callable, Sequence
from functools import lru_cache

Rule = Callable[[Sequence[int], list[int]], "list[int] | None"]
"""From a cell's leaders and what each of its units may have, to what each still may; none where nothing fits."""

ANY = -1
"""The set of all leaders."""


def each_placed(bits: Sequence[int], local: list[int]) -> list[int] | None:
    """Every leader of a cell has a unit in it: one whom one unit alone may have has it; as many units as leaders left share them."""
    mask = sum(bits)
    while True:
        once = twice = fixed = loose = 0
        for domain in local:
            twice |= once & domain
            once |= domain
            if domain & (domain - 1):
                loose += 1
            else:
                fixed |= domain
        missing = mask & ~fixed
        only = missing & ~twice
        if once != mask or missing.bit_count() > loose:
            return None
        if not loose or not (only or missing.bit_count() == loose):
            return local
        must = missing if missing.bit_count() == loose else ANY
        narrowed = [(domain & only or domain & must) if domain & (domain - 1) else domain for domain in local]
        if 0 in narrowed or any(domain & only & ((domain & only) - 1) for domain in local):
            return None
        if narrowed == local:
            return local
        local = narrowed


def in_order(bits: Sequence[int], local: list[int]) -> list[int] | None:
    """Leaders stand in the order in which their units first appear."""
    return _by_place(_met_in_order, bits, local)


def in_blocks(bits: Sequence[int], local: list[int]) -> list[int] | None:
    """The units of each leader stand together, in the leaders' order."""
    return _by_place(_met_together, bits, local)


def _by_place(rule: "_PlaceRule", bits: Sequence[int], local: list[int]) -> list[int] | None:
    """A rule applied to leaders as bits of their places in the cell."""
    all_leaders, all_places = sum(bits), (1 << len(bits)) - 1
    places = {all_leaders: all_places}
    for domain in local:
        if domain not in places:
            places[domain] = sum(1 << place for place, bit in enumerate(bits) if domain & bit)
    given = tuple([places[domain] for domain in local])
    narrowed = rule(len(bits), given)
    if narrowed is None or narrowed == given:
        return None if narrowed is None else local
    domains = {place: domain for domain, place in places.items()}
    for found in narrowed:
        if found not in domains:
            domains[found] = sum(bit for place, bit in enumerate(bits) if found >> place & 1)
    return [domains[found] for found in narrowed]


_PlaceRule = Callable[[int, "tuple[int, ...]"], "tuple[int, ...] | None"]
_KEPT = 1 << 14
"""Cells whose narrowing is remembered: many look alike when only the places of their leaders count."""


@lru_cache(_KEPT)
def _met_in_order(count: int, local: tuple[int, ...]) -> tuple[int, ...] | None:
    """Bit k of a state: k leaders were met so far; a unit has one of them or the next."""
    ahead = [1]
    beyond = [-((domain & -domain) << 1) for domain in local]
    for domain, known in zip(local, beyond, strict=True):
        ahead.append(ahead[-1] & known | (ahead[-1] & domain) << 1)
    back = ahead[-1] & 1 << count
    narrowed = [0] * len(local)
    for place in range(len(local) - 1, -1, -1):
        one_met = ahead[place] & back & beyond[place]
        the_next = ahead[place] & back >> 1 & local[place]
        narrowed[place] = the_next | local[place] & ((1 << one_met.bit_length() >> 1) - 1 if one_met else 0)
        back = one_met | the_next
    return tuple(narrowed) if back else None


@lru_cache(_KEPT)
def _met_together(count: int, local: tuple[int, ...]) -> tuple[int, ...] | None:
    """Bit k of a state: the unit has leader k; the next has the same or the one after."""
    ahead = [local[0] & 1]
    for domain in local[1:]:
        ahead.append((ahead[-1] | ahead[-1] << 1) & domain)
    back = ahead[-1] & 1 << count - 1
    narrowed = [0] * len(local)
    for place in range(len(local) - 1, -1, -1):
        narrowed[place] = back
        if place:
            back = (back | back >> 1) & ahead[place - 1]
    return tuple(narrowed) if back else None
