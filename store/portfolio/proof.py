"""What cells of units and leaders prove of who has which unit: constraint propagation over all cells at once.

Three assumptions, each stronger than the one before: every unit has one leader and a cell lists exactly the
leaders of its units (LISTED); leaders stand in the order in which their units first appear (ORDERED); the units
of one leader stand together (TOGETHER). Leaders are bits, what a unit may have is a set of bits.

Propagation is sound, not exhaustive: it never excludes what some consistent reading has, and it looks at one
cell at a time.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from store.portfolio.cell_rules import ANY, Rule, each_placed, in_blocks, in_order

KeyCell = tuple[tuple[str, ...], tuple[str, ...]]
"""Keys of a cell's units and of its leaders, each once, in the order in which they stand."""
LISTED, ORDERED, TOGETHER = "listed", "ordered", "together"
_ROUNDS = 4
"""How often units that cells contradict are set aside before only what cells say by themselves is kept."""


@dataclass(slots=True)
class Proof:
    """What is left for a unit: its leaders under each assumption, and the cells by index that left no more."""

    left: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Assumption to the leaders that it leaves; under contradiction, all that were named."""
    cells: tuple[int, ...] = ()
    contradicted: bool = False


def prove(
    cells: Sequence[KeyCell], settled: Mapping[str, str], apart: Collection[KeyCell] = ()
) -> dict[str, Proof]:
    """What cells prove of each of their units; settled pairs hold, and a cell that a settled leader is not in says nothing of his unit.

    In the cells that are set apart, the units of one leader need not stand together.
    """
    puzzle = _Puzzle(cells, settled)
    listed = _listed(puzzle)
    ordered = _assume(puzzle, listed, [in_order])
    together = (
        ordered
        if ordered is listed
        else _assume(
            puzzle,
            ordered,
            [in_blocks, in_order],
            {number for number, cell in enumerate(cells) if cell in apart},
        )
    )
    proofs = {}
    for unit, number in puzzle.numbers.items():
        if unit in settled:
            continue
        if number in listed.contradicted:
            bits = puzzle.named_in(listed.grounds[number])
            proofs[unit] = Proof(
                {LISTED: puzzle.leaders_in(bits, number)}, tuple(listed.grounds[number]), True
            )
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
        self.numbers = {
            unit: number
            for number, unit in enumerate(dict.fromkeys(unit for units, _ in cells for unit in units))
        }
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
        self.settled = {
            self.numbers[unit]: self._bits.get(leader, 0)
            for unit, leader in settled.items()
            if unit in self.numbers
        }

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
    narrow: list[Rule] = [each_placed] * len(puzzle.units)
    for _ in range(_ROUNDS):
        state = _common(puzzle, contradicted)
        failed = _propagate(puzzle, state, narrow)
        found = {
            unit: cell
            for cell in failed
            if puzzle.settled.keys().isdisjoint(puzzle.units[cell])
            for unit in puzzle.units[cell]
        }
        found = {unit: cell for unit, cell in found.items() if unit not in contradicted}
        if not found:
            return state
        contradicted |= {unit: [*dict.fromkeys((*state.grounds[unit], cell))] for unit, cell in found.items()}
    return _common(puzzle, contradicted)


def _common(puzzle: _Puzzle, contradicted: dict[int, list[int]]) -> _State:
    """The leaders that all cells of a unit have in common; a unit without any is contradicted, by two cells where two are enough."""
    count = len(puzzle.numbers)
    state = _State([ANY] * count, [[] for _ in range(count)], {*puzzle.settled, *contradicted})
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
                state.domains[unit] = ANY
            else:
                state.domains[unit] = domain & mask
                state.grounds[unit].append(cell)
    state.contradicted = set(contradicted)
    for unit, cells in contradicted.items():
        state.domains[unit], state.grounds[unit] = ANY, cells
    return state


def _assume(puzzle: _Puzzle, before: _State, stronger: Sequence[Rule], apart: Collection[int] = ()) -> _State:
    """What is left when cells are also taken to follow an order, each the strongest of these rules that it can follow.

    Cells apart are not held to the first of the rules.
    Where cells that cannot outnumber those that can, the order is not this list's habit and nothing is assumed.
    """
    if not any(
        domain & (domain - 1) for unit, domain in enumerate(before.domains) if unit not in before.held
    ):
        return before
    narrow: list[Rule] = []
    kept = broken = 0
    for cell, bits in enumerate(puzzle.bits):
        local = puzzle.local(cell, before) if len(bits) > 1 else []
        rules = stronger[1:] if cell in apart else stronger
        rule = (
            next((rule for rule in rules if rule(bits, local) is not None), each_placed)
            if local
            else each_placed
        )
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


def _propagate(puzzle: _Puzzle, state: _State, narrow: Sequence[Rule]) -> list[int]:
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
