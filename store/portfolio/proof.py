"""What cells of units and leaders prove of who has which unit: constraint propagation over all cells at once.

Three assumptions, each stronger than the one before: every unit has one leader and a cell lists exactly the
leaders of its units (LISTED); leaders stand in the order in which their units first appear (ORDERED);
the units of one leader stand together (TOGETHER). Leaders are bits; what a unit may have is a set of bits,
its domain.

Propagation is sound, not exhaustive: it never excludes what some consistent reading has, and it looks at one
cell at a time.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from store.portfolio.bits import has_several
from store.portfolio.cell_rules import ANY, CellRule, each_placed, in_blocks, in_order
from store.portfolio.puzzle import KeyCell, Narrowed, Puzzle

LISTED, ORDERED, TOGETHER = "listed", "ordered", "together"
_ROUNDS = 4
"""How often units that cells contradict are set aside before only what cells say by themselves is kept."""


@dataclass(slots=True)
class Proof:
    """What is left for a unit: its leaders under each assumption, and the cells that left no more."""

    left: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Assumption to the leaders that it leaves; under contradiction, all that were named."""
    cells: tuple[int, ...] = ()
    contradicted: bool = False


def prove(cells: Sequence[KeyCell], settled: Mapping[str, str]) -> dict[str, Proof]:
    """Return what cells prove of each of their units; settled pairs hold.

    A cell that a settled leader is not in says nothing of his unit.
    """
    puzzle = Puzzle(cells, settled)
    listed = _listed(puzzle)
    ordered = _assume(puzzle, listed, [in_order])
    together = ordered
    if ordered is not listed:
        together = _assume(puzzle, ordered, [in_blocks, in_order])
    states = {LISTED: listed, ORDERED: ordered, TOGETHER: together}
    proofs: dict[str, Proof] = {}
    for unit, number in puzzle.numbers.items():
        if unit not in settled:
            proofs[unit] = _proof(puzzle, number, states)
    return proofs


def _proof(puzzle: Puzzle, unit: int, states: Mapping[str, Narrowed]) -> Proof:
    """Return what the three assumptions leave for a unit, and the cells that the strongest rests on."""
    listed = states[LISTED]
    grounds = listed.grounds[unit]
    if unit in listed.contradicted:
        named = puzzle.leaders_in(puzzle.named_in(grounds), unit)
        return Proof({LISTED: named}, tuple(grounds), contradicted=True)
    left: dict[str, tuple[str, ...]] = {}
    for name, state in states.items():
        left[name] = puzzle.leaders_in(state.domains[unit], unit)
        grounds = state.grounds[unit] or grounds
    return Proof(left, tuple(grounds))


def _listed(puzzle: Puzzle) -> Narrowed:
    """Return what holds where each unit has one leader and each cell lists the leaders of its units."""
    contradicted: dict[int, list[int]] = {}
    narrow: list[CellRule] = [each_placed] * len(puzzle.units)
    for _ in range(_ROUNDS):
        state = _common(puzzle, contradicted)
        failed = _propagate(puzzle, state, narrow)
        found = _newly_contradicted(puzzle, state, failed, contradicted)
        if not found:
            return state
        contradicted |= found
    return _common(puzzle, contradicted)


def _newly_contradicted(
    puzzle: Puzzle, state: Narrowed, failed: Iterable[int], known: Collection[int]
) -> dict[int, list[int]]:
    """Return the units of cells in which nothing fits, each with the cells that leave it no leader."""
    found: dict[int, list[int]] = {}
    for cell in failed:
        units = puzzle.units[cell]
        if not puzzle.settled.keys().isdisjoint(units):
            continue
        for unit in units:
            if unit not in known:
                grounds = dict.fromkeys((*state.grounds[unit], cell))
                found[unit] = list(grounds)
    return found


def _common(puzzle: Puzzle, contradicted: dict[int, list[int]]) -> Narrowed:
    """Return the leaders that all cells of a unit have in common; a unit without any is contradicted."""
    count = len(puzzle.numbers)
    held = {*puzzle.settled, *contradicted}
    grounds: list[list[int]] = [[] for _ in range(count)]
    state = Narrowed([ANY] * count, grounds, held)
    for unit, bit in puzzle.settled.items():
        state.domains[unit] = bit
    for cell in puzzle.by_size():
        others = ~puzzle.masks[cell]
        for unit in puzzle.units[cell]:
            if state.domains[unit] & others and unit not in held:
                _take_common(puzzle, state, unit, cell, contradicted)
    state.contradicted = set(contradicted)
    for unit, cells in contradicted.items():
        state.domains[unit] = ANY
        state.grounds[unit] = cells
    return state


def _take_common(
    puzzle: Puzzle, state: Narrowed, unit: int, cell: int, contradicted: dict[int, list[int]]
) -> None:
    """Narrow a unit to the leaders of one more cell; two cells contradict it where two are enough."""
    mask = puzzle.masks[cell]
    domain, grounds = state.domains[unit], state.grounds[unit]
    common = domain & mask
    if common:
        state.domains[unit] = common
        grounds.append(cell)
        return
    against = [other for other in grounds if not mask & puzzle.masks[other]]
    contradicted[unit] = [*(against[:1] or grounds), cell]
    state.held.add(unit)
    state.domains[unit] = ANY


def _assume(puzzle: Puzzle, before: Narrowed, stronger: Sequence[CellRule]) -> Narrowed:
    """Return what is left when each cell also follows the strongest of these rules that it can follow.

    Where cells that cannot follow it outnumber those that
    can, the order is not this list's habit and nothing is assumed.
    """
    open_units = (unit for unit, domain in enumerate(before.domains) if has_several(domain))
    if before.held.issuperset(open_units):
        return before
    narrow, is_habit = _rules_of_cells(puzzle, before, stronger)
    held = set(before.held)
    for _ in range(_ROUNDS if is_habit else 0):
        grounds: list[list[int]] = [[] for _ in before.grounds]
        state = Narrowed(list(before.domains), grounds, held, before.contradicted)
        failed = _propagate(puzzle, state, narrow)
        if not failed:
            return state
        held = held.union(*(puzzle.units[cell] for cell in failed))
    return before


def _rules_of_cells(
    puzzle: Puzzle, before: Narrowed, stronger: Sequence[CellRule]
) -> tuple[list[CellRule], bool]:
    """Return the rule of each cell, and whether as many cells follow the first of the rules as cannot."""
    narrow: list[CellRule] = []
    kept = broken = 0
    for cell, bits in enumerate(puzzle.bits):
        local = puzzle.local(cell, before) if len(bits) > 1 else []
        rule: CellRule = each_placed
        if local:
            rule = _strongest(stronger, bits, local)
        narrow.append(rule)
        if rule is stronger[0]:
            kept += 1
        elif local:
            broken += 1
    return narrow, kept >= broken


def _strongest(rules: Iterable[CellRule], bits: Sequence[int], local: list[int]) -> CellRule:
    """Return the first of some rules that a cell can follow, else that each leader has a unit."""
    for rule in rules:
        if rule(bits, local) is not None:
            return rule
    return each_placed


def _propagate(puzzle: Puzzle, state: Narrowed, narrow: Sequence[CellRule]) -> list[int]:
    """Narrow what units may have until no cell narrows more; return the cells in which nothing fits."""
    cells = range(len(puzzle.units))
    waiting = list(reversed(cells))
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
            for unit in _narrowed_units(puzzle, state, cell, local, narrowed):
                for other in puzzle.of_unit[unit]:
                    if other != cell and other not in queued:
                        waiting.append(other)
                        queued.add(other)
    return failed


def _narrowed_units(
    puzzle: Puzzle, state: Narrowed, cell: int, local: Sequence[int], narrowed: Sequence[int]
) -> list[int]:
    """Take what a cell leaves its units; return the units that may have less than before."""
    changed: list[int] = []
    for unit, old, new in zip(puzzle.units[cell], local, narrowed, strict=True):
        if new != old and unit not in state.held:
            state.domains[unit] = new
            state.grounds[unit].append(cell)
            changed.append(unit)
    return changed
