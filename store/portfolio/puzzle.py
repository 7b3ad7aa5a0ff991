"""The cells of a list as a puzzle: units are numbers, leaders bits, and each unit's leaders are narrowed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from store.portfolio.bits import position_of

KeyCell = tuple[tuple[str, ...], tuple[str, ...]]
"""Keys of a cell's units and of its leaders, each once, in the order in which they stand."""


def _numbered(groups: Iterable[Iterable[str]]) -> dict[str, int]:
    """Return the keys of some groups with their numbers, in the order in which they first come."""
    numbers: dict[str, int] = {}
    for keys in groups:
        for key in keys:
            numbers.setdefault(key, len(numbers))
    return numbers


class Puzzle:
    """Cells with units as numbers and leaders as bits."""

    def __init__(self, cells: Sequence[KeyCell], settled: Mapping[str, str]) -> None:
        """Number the units and leaders of some cells; settled pairs are known by their units."""
        self.numbers = _numbered(units for units, _ in cells)
        numbers_of_leaders = _numbered(leaders for _, leaders in cells)
        self.leaders = list(numbers_of_leaders)
        numbers = self.numbers
        bits = {leader: 1 << number for leader, number in numbers_of_leaders.items()}
        self.units: list[tuple[int, ...]] = []
        self.bits: list[tuple[int, ...]] = []
        for units, leaders in cells:
            self.units.append(tuple(map(numbers.__getitem__, units)))
            self.bits.append(tuple(map(bits.__getitem__, leaders)))
        self.masks = list(map(sum, self.bits))
        self.of_unit = _cells_of_units(self.units, len(numbers))
        known = settled.keys() & numbers.keys()
        self.settled = {numbers[unit]: bits.get(settled[unit], 0) for unit in known}

    def leaders_in(self, bits: int, unit: int) -> tuple[str, ...]:
        """Return the leaders of a set, in the order of the first of the unit's cells."""
        found: list[str] = []
        for cell in self.of_unit[unit]:
            for bit in self.bits[cell] if self.masks[cell] & bits else ():
                if bit & bits:
                    found.append(self.leaders[position_of(bit)])
                    bits ^= bit
        return tuple(found)

    def named_in(self, cells: Iterable[int]) -> int:
        """Return all leaders of some cells."""
        bits = 0
        for cell in cells:
            bits |= self.masks[cell]
        return bits

    def by_size(self) -> list[int]:
        """Return the cells, those with few leaders first."""
        sizes = list(map(len, self.bits))
        return sorted(range(len(sizes)), key=sizes.__getitem__)

    def local(self, cell: int, state: "Narrowed") -> list[int]:
        """Return what each unit of a cell may have there; a unit that says nothing here may have any."""
        mask = self.masks[cell]
        return [state.domains[unit] & mask or mask for unit in self.units[cell]]


def _cells_of_units(units_of_cells: Sequence[Sequence[int]], count: int) -> list[list[int]]:
    """Return, for each unit, the cells that it stands in."""
    found: list[list[int]] = [[] for _ in range(count)]
    for cell, units in enumerate(units_of_cells):
        for unit in units:
            found[unit].append(cell)
    return found


@dataclass(slots=True)
class Narrowed:
    """What each unit may have, the cells that narrowed it, and the units that nothing may narrow."""

    domains: list[int]
    grounds: list[list[int]]
    held: set[int]
    contradicted: set[int] = field(default_factory=set)
