"""What cells of units and leaders prove of who has which unit: constraint propagation over all cells at once.

Three assumptions, each stronger than the one before: every unit has one leader and a cell lists exactly the
leaders of its units (LISTED); leaders stand in the order in which their units first appear (ORDERED); the units
of one leader stand together (TOGETHER). Leaders are bits, what a unit may have is a set of bits.

Propagation is sound, not exhaustive: it never excludes what some consistent reading has, and it looks at one
cell at a time.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

KeyCell = tuple[tuple[str, ...], tuple[str, ...]]
"""Keys of a cell's units and of its leaders, each once, in the order in which they stand."""
_Narrow = Callable[[Sequence[int], list[int]], "list[int] | None"]
"""From a cell's leaders and what each of its units may have, to what each still may; none where nothing fits."""

LISTED, ORDERED, TOGETHER = "listed", "ordered", "together"
_ROUNDS = 4
"""How often units that cells contradict are set aside before only what cells say by themselves is kept."""
_ANY = -1


@dataclass(slots=True)
class Proof:
    """What is left for a unit: its leaders under each assumption, and the cells by index that left no more."""

    left: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Assumption to the leaders that it leaves; under contradiction, all that were named."""
    cells: tuple[int, ...] = ()
    contradicted: bool = False


def prove(cells: Sequence[KeyCell], settled: Mapping[str, str], apart: Collection[KeyCell] = ()) -> dict[str, Proof]:
    """What cells prove of each of their units; settled pairs hold, and a cell that a settled leader is not in says nothing of his unit.

    In the cells that are set apart, the units of one leader need not stand together.
    """
    puzzle = _Puzzle(cells, settled)
    listed = _listed(puzzle)
    ordered = _assume(puzzle, listed, [_in_order])
    together = (
        ordered
        if ordered is listed
        else _assume(puzzle, ordered, [_in_blocks, _in_order], {number for number, cell in enumerate(cells) if cell in apart})
    )
    proofs = {}
    for unit, number in puzzle.numbers.items():
        if unit in settled:
            continue
        if number in listed.contradicted:
            bits = puzzle.named_in(listed.grounds[number])
            proofs[unit] = Proof({LISTED: puzzle.leaders_in(bits, number)}, tuple(listed.grounds[number]), True)
            continue
        left, grounds = {}, listed.grounds[number]
        for name, state in ((LISTED, listed), (ORDERED, ordered), (TOGETHER, together)):
            left[name] = puzzle.leaders_in(state.domains[number], number)
            if state.grounds[number]:
                grounds = state.grounds[number]
        proofs[unit] = Proof(left, tuple(grounds))
    return proofs


class _Puzzle:
    """Cells with units as numbers and leaders as bits."""

    def __init__(self, cells: Sequence[KeyCell], settled: Mapping[str, str]) -> None:
        self.numbers = {unit: number for number, unit in enumerate(dict.fromkeys(unit for units, _ in cells for unit in units))}
        self._bits: dict[str, int] = {}
        for leader in dict.fromkeys(leader for _, leaders in cells for leader in leaders):
            self._bits[leader] = 1 << len(self._bits)
        self.leaders = list(self._bits)
        self.units = [tuple(self.numbers[unit] for unit in units) for units, _ in cells]
        self.bits = [tuple(self._bits[leader] for leader in leaders) for _, leaders in cells]
        self.masks = [sum(bits) for bits in self.bits]
        self.of_unit: list[list[int]] = [[] for _ in self.numbers]
        for cell, units in enumerate(self.units):
            for unit in units:
                self.of_unit[unit].append(cell)
        self.settled = {self.numbers[unit]: self._bits.get(leader, 0) for unit, leader in settled.items() if unit in self.numbers}

    def leaders_in(self, bits: int, unit: int) -> tuple[str, ...]:
        """The leaders of a set, in the order of the first of the unit's cells."""
        found: list[str] = []
        for cell in self.of_unit[unit]:
            for bit in self.bits[cell] if self.masks[cell] & bits else ():
                if bit & bits:
                    found.append(self.leaders[bit.bit_length() - 1])
                    bits ^= bit
        return tuple(found)

    def named_in(self, cells: Iterable[int]) -> int:
        """All leaders of some cells."""
        bits = 0
        for cell in cells:
            bits |= self.masks[cell]
        return bits

    def local(self, cell: int, state: "_State") -> list[int]:
        """What each unit of a cell may have there; a unit that says nothing here may have any."""
        mask = self.masks[cell]
        return [state.domains[unit] & mask or mask for unit in self.units[cell]]


@dataclass(slots=True)
class _State:
    """What each unit may have, the cells that narrowed it, and the units that nothing may narrow."""

    domains: list[int]
    grounds: list[list[int]]
    held: set[int]
    contradicted: set[int] = field(default_factory=set)


def _listed(puzzle: _Puzzle) -> _State:
    """What holds where each unit has one leader and each cell lists exactly the leaders of its units."""
    contradicted: dict[int, list[int]] = {}
    narrow: list[_Narrow] = [_each_placed] * len(puzzle.units)
    for _ in range(_ROUNDS):
        state = _common(puzzle, contradicted)
        failed = _propagate(puzzle, state, narrow)
        found = {unit: cell for cell in failed if puzzle.settled.keys().isdisjoint(puzzle.units[cell]) for unit in puzzle.units[cell]}
        found = {unit: cell for unit, cell in found.items() if unit not in contradicted}
        if not found:
            return state
        contradicted |= {unit: [*dict.fromkeys((*state.grounds[unit], cell))] for unit, cell in found.items()}
    return _common(puzzle, contradicted)


def _common(puzzle: _Puzzle, contradicted: dict[int, list[int]]) -> _State:
    """The leaders that all cells of a unit have in common; a unit without any is contradicted, by two cells where two are enough."""
    count = len(puzzle.numbers)
    state = _State([_ANY] * count, [[] for _ in range(count)], {*puzzle.settled, *contradicted})
    for unit, bit in puzzle.settled.items():
        state.domains[unit] = bit
    for cell in sorted(range(len(puzzle.units)), key=lambda cell: len(puzzle.bits[cell])):
        mask = puzzle.masks[cell]
        for unit in puzzle.units[cell]:
            domain = state.domains[unit]
            if unit in state.held or domain & mask == domain:
                continue
            if not domain & mask:
                against = [other for other in state.grounds[unit] if not mask & puzzle.masks[other]]
                contradicted[unit] = [*(against[:1] or state.grounds[unit]), cell]
                state.held.add(unit)
                state.domains[unit] = _ANY
            else:
                state.domains[unit] = domain & mask
                state.grounds[unit].append(cell)
    state.contradicted = set(contradicted)
    for unit, cells in contradicted.items():
        state.domains[unit], state.grounds[unit] = _ANY, cells
    return state


def _assume(puzzle: _Puzzle, before: _State, stronger: Sequence[_Narrow], apart: Collection[int] = ()) -> _State:
    """What is left when cells are also taken to follow an order, each the strongest of these rules that it can follow.

    Cells apart are not held to the first of the rules.
    Where cells that cannot outnumber those that can, the order is not this list's habit and nothing is assumed.
    """
    if not any(domain & (domain - 1) for unit, domain in enumerate(before.domains) if unit not in before.held):
        return before
    narrow: list[_Narrow] = []
    kept = broken = 0
    for cell, bits in enumerate(puzzle.bits):
        local = puzzle.local(cell, before) if len(bits) > 1 else []
        rules = stronger[1:] if cell in apart else stronger
        rule = next((rule for rule in rules if rule(bits, local) is not None), _each_placed) if local else _each_placed
        narrow.append(rule)
        kept += rule is stronger[0]
        broken += bool(local) and cell not in apart and rule is not stronger[0]
    held = set(before.held)
    for _ in range(_ROUNDS if kept >= broken else 0):
        state = _State(list(before.domains), [[] for _ in before.grounds], held, before.contradicted)
        failed = _propagate(puzzle, state, narrow)
        if not failed:
            return state
        held = held | {unit for cell in failed for unit in puzzle.units[cell]}
    return before


def _propagate(puzzle: _Puzzle, state: _State, narrow: Sequence[_Narrow]) -> list[int]:
    """Narrow what units may have until no cell narrows more; the cells in which nothing fits."""
    waiting = list(range(len(puzzle.units) - 1, -1, -1))
    queued = set(waiting)
    failed: list[int] = []
    tainted: set[int] = set()
    while waiting:
        cell = waiting.pop()
        queued.discard(cell)
        units = puzzle.units[cell]
        if tainted and not tainted.isdisjoint(units):
            continue
        local = puzzle.local(cell, state)
        narrowed = narrow[cell](puzzle.bits[cell], local)
        if narrowed is None:
            failed.append(cell)
            tainted.update(units)
        elif narrowed != local:
            for unit, old, new in zip(units, local, narrowed, strict=True):
                if new != old and unit not in state.held:
                    state.domains[unit] = new
                    state.grounds[unit].append(cell)
                    more = [other for other in puzzle.of_unit[unit] if other != cell and other not in queued]
                    waiting += more
                    queued.update(more)
    return failed


def _each_placed(bits: Sequence[int], local: list[int]) -> list[int] | None:
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
        must = missing if missing.bit_count() == loose else _ANY
        narrowed = [(domain & only or domain & must) if domain & (domain - 1) else domain for domain in local]
        if 0 in narrowed or any(domain & only & ((domain & only) - 1) for domain in local):
            return None
        if narrowed == local:
            return local
        local = narrowed


def _in_order(bits: Sequence[int], local: list[int]) -> list[int] | None:
    """Leaders stand in the order in which their units first appear."""
    return _by_place(_met_in_order, bits, local)


def _in_blocks(bits: Sequence[int], local: list[int]) -> list[int] | None:
    """The units of each leader stand together, in the leaders' order."""
    return _by_place(_met_together, bits, local)


def _by_place(rule: Callable[[int, list[int]], list[int] | None], bits: Sequence[int], local: list[int]) -> list[int] | None:
    """A rule applied to leaders as bits of their places in the cell."""
    places = {domain: sum(1 << place for place, bit in enumerate(bits) if domain & bit) for domain in set(local)}
    narrowed = rule(len(bits), [places[domain] for domain in local])
    if narrowed is None:
        return None
    domains = {found: sum(bit for place, bit in enumerate(bits) if found >> place & 1) for found in set(narrowed)}
    return [domains[found] for found in narrowed]


def _met_in_order(count: int, local: list[int]) -> list[int] | None:
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
    return narrowed if back else None


def _met_together(count: int, local: list[int]) -> list[int] | None:
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
    return narrowed if back else None
