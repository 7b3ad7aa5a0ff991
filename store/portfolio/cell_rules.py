"""The rules that a cell of units and leaders may follow.

Leaders are bits; what a unit may have is a set of bits, called its domain.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from store.portfolio.bits import above_lowest, below_highest, has_several

CellRule = Callable[[Sequence[int], list[int]], "list[int] | None"]
"""From a cell's leaders and its units' domains, to what is left of each domain; none where nothing fits."""

ANY = -1
"""The set of all leaders."""


def each_placed(bits: Sequence[int], local: list[int]) -> list[int] | None:
    """Every leader of a cell has a unit in it.

    A leader whom one unit alone may have has it; as many open units as leaders without a unit share them.
    """
    mask = sum(bits)
    while True:
        named, shared, placed, loose = _counted(local)
        missing = mask & ~placed
        count = missing.bit_count()
        if named != mask or count > loose:
            return None
        only = missing & ~shared
        all_needed = count == loose
        if not loose or not (only or all_needed):
            return local
        narrowed = _with_their_own(local, only, missing if all_needed else ANY)
        if narrowed is None or narrowed == local:
            return narrowed
        local = narrowed


def _counted(local: Sequence[int]) -> tuple[int, int, int, int]:
    """Return the leaders whom a unit may have, whom several may, whom a unit must; and how many are open."""
    named = shared = placed = loose = 0
    for domain in local:
        shared |= named & domain
        named |= domain
        if has_several(domain):
            loose += 1
        else:
            placed |= domain
    return named, shared, placed, loose


def _with_their_own(local: Sequence[int], only: int, needed: int) -> list[int] | None:
    """Give each open unit the leader whom it alone may have, else the needed ones; none where that fails."""
    narrowed: list[int] = []
    for domain in local:
        own = domain & only
        left = domain
        if has_several(domain):
            left = own or domain & needed
        if not left or has_several(own):
            return None
        narrowed.append(left)
    return narrowed


def in_order(bits: Sequence[int], local: list[int]) -> list[int] | None:
    """Leaders stand in the order in which their units first appear."""
    return _by_place(_met_in_order, bits, local)


def in_blocks(bits: Sequence[int], local: list[int]) -> list[int] | None:
    """The units of each leader stand together, in the leaders' order."""
    return _by_place(_met_together, bits, local)


def _by_place(rule: "_PlaceRule", bits: Sequence[int], local: list[int]) -> list[int] | None:
    """Apply a rule to leaders as bits of their places in the cell."""
    places = {sum(bits): (1 << len(bits)) - 1}
    for domain in local:
        if domain not in places:
            places[domain] = _places_of(domain, bits)
    given = tuple([places[domain] for domain in local])
    narrowed = rule(len(bits), given)
    if narrowed is None:
        return None
    if narrowed == given:
        return local
    domains = {place: domain for domain, place in places.items()}
    for found in narrowed:
        if found not in domains:
            domains[found] = _leaders_at(found, bits)
    return [domains[found] for found in narrowed]


def _places_of(domain: int, bits: Sequence[int]) -> int:
    """Return the places in a cell that some leaders stand at."""
    places = 0
    for place, bit in enumerate(bits):
        if domain & bit:
            places |= 1 << place
    return places


def _leaders_at(places: int, bits: Sequence[int]) -> int:
    """Return the leaders that stand at some places of a cell."""
    domain = 0
    for place, bit in enumerate(bits):
        if places >> place & 1:
            domain |= bit
    return domain


_PlaceRule = Callable[[int, "tuple[int, ...]"], "tuple[int, ...] | None"]
_KEPT = 1 << 14
"""Cells whose narrowing is remembered: many look alike when only the places of their leaders count."""


@lru_cache(_KEPT)
def _met_in_order(count: int, local: tuple[int, ...]) -> tuple[int, ...] | None:
    """Bit k of a state: k leaders were met so far; a unit has one of them or the next."""
    ahead = [1]
    beyond = [above_lowest(domain) for domain in local]
    for domain, known in zip(local, beyond, strict=True):
        one_met = ahead[-1] & known
        the_next = (ahead[-1] & domain) << 1
        ahead.append(one_met | the_next)
    back = ahead[-1] & 1 << count
    narrowed = [0] * len(local)
    for place in range(len(local) - 1, -1, -1):
        one_met = ahead[place] & back & beyond[place]
        the_next = ahead[place] & back >> 1 & local[place]
        narrowed[place] = the_next | local[place] & below_highest(one_met)
        back = one_met | the_next
    return tuple(narrowed) if back else None


@lru_cache(_KEPT)
def _met_together(count: int, local: tuple[int, ...]) -> tuple[int, ...] | None:
    """Bit k of a state: the unit has leader k; the next has the same or the one after."""
    ahead = [local[0] & 1]
    for domain in local[1:]:
        same_or_next = ahead[-1] | ahead[-1] << 1
        ahead.append(same_or_next & domain)
    back = ahead[-1] & 1 << count - 1
    narrowed = [0] * len(local)
    for place in range(len(local) - 1, -1, -1):
        narrowed[place] = back
        if place:
            back = (back | back >> 1) & ahead[place - 1]
    return tuple(narrowed) if back else None
