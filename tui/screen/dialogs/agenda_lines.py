"""The lines of a list of things to see to: groups under headings, open or closed, with their counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

_T_co = TypeVar("_T_co", covariant=True)

_MOST_SHOWN = 300

OPEN, CLOSED = "▼", "▶"


@dataclass(frozen=True, slots=True)
class AgendaEntry(Generic[_T_co]):
    """One thing: its value, what is shown, the heading that it stands under, and what it is named by."""

    value: _T_co
    label: str
    heading: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A line: an entry by its number, or the head of a group."""

    number: int | None
    heading: str
    text: str
    is_open: bool
    """Whether its group is open."""


class AgendaLines(Generic[_T_co]):
    """What is shown of some entries, line by line."""

    def __init__(
        self,
        entries: Sequence[AgendaEntry[_T_co]],
        turned: frozenset[str],
        open_up_to: int | None,
        found: Sequence[int] | None = None,
    ) -> None:
        """Lay out the entries found, else all.

        Groups of more than `open_up_to` are closed, the others open; those turned are the other way round.
        """
        self._entries = entries
        self._groups: dict[str, list[int]] = {}
        self.found = range(len(entries)) if found is None else found
        for number in self.found:
            self._groups.setdefault(entries[number].heading, []).append(number)
        self.shown: list[AgendaLine] = []
        self.left = 0
        """How many entries are not shown because the list would be too long."""
        for heading, numbers in self._groups.items():
            is_small = open_up_to is None or len(numbers) <= open_up_to
            self._lay_out(heading, numbers, is_open=is_small is not (heading in turned))

    def _lay_out(self, heading: str, numbers: Sequence[int], *, is_open: bool) -> None:
        sign = OPEN if is_open else CLOSED
        head = f"{sign} {heading}  {len(numbers)}"
        self.shown.append(AgendaLine(None, heading, head, is_open))
        room = max(0, _MOST_SHOWN - len(self.shown)) if is_open else 0
        for number in numbers[:room]:
            label = self._entries[number].label
            self.shown.append(AgendaLine(number, heading, label, is_open))
        self.left += len(numbers[room:]) if is_open else 0

    def of_heading(self, heading: str) -> Sequence[int]:
        """Return the numbers of the entries of a group."""
        return self._groups[heading]

    def names_from(self, number: int) -> tuple[str, ...]:
        """Return the names of the entries found from one on."""
        found = list(self.found)
        return tuple(self._entries[one].name for one in found[found.index(number) :])

    def place_of_heading(self, heading: str) -> int:
        """Return the line of the head of a group."""
        return next(place for place, line in enumerate(self.shown) if line.heading == heading)

    def at(self, ahead: Sequence[str], above: int | None) -> int:
        """Return the line to stand on: of the first entry ahead that is there, else with so many above.

        Where that one's group is closed, it is the group's head.
        """
        numbers = {self._entries[number].name: number for number in self.found}
        for name in ahead:
            if name and name in numbers:
                return self._place_of(numbers[name])
        if above is not None:
            return min(above, len(self.shown) - 1)
        entries = (place for place, line in enumerate(self.shown) if line.number is not None)
        return next(entries, 0)

    def _place_of(self, number: int) -> int:
        for place, line in enumerate(self.shown):
            if line.number == number:
                return place
        return self.place_of_heading(self._entries[number].heading)
