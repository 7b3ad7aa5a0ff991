"""The lines of a list of things to see to: groups under headings, open or closed, with their counts."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from tui.screen.dialogs.choice_lines import MARK
from tui.screen.widgets.line import Line, Part, padded, plain, widest
from tui.screen.widgets.signs import DOT, OPEN, SHUT

_T_co = TypeVar("_T_co", covariant=True)

_INDENT = 4
_OF_OPTION = 2
"""Cells before an option, for the sign of the one that is chosen."""
_LONGEST_PLACE = 14
"""Cells of the place that a thing is about, beside which its text stands in a column."""


class Heading(NamedTuple):
    """The head of a group: its title, and what is said of it beside it."""

    title: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class AgendaEntry(Generic[_T_co]):
    """One thing: its value, what is shown, the heading that it stands under, and what it is named by."""

    value: _T_co
    label: str
    heading: Heading
    name: str = ""
    where: str = ""
    """The place that it is about; it stands before the label."""
    more: str = ""
    """What stands below the label."""
    options: tuple[str, ...] = ()
    """What can be chosen of it, a line each below the label."""
    now: Mapping[str, str] = field(default_factory=dict)
    """What some keys of the place do otherwise on it."""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A line: an entry by its number, or the head of a group of so many."""

    number: int | None
    heading: Heading
    is_open: bool
    """Whether its group is open."""
    count: int = 0


class AgendaLines(Generic[_T_co]):
    """What is shown of some entries, line by line."""

    def __init__(
        self,
        entries: Sequence[AgendaEntry[_T_co]],
        turned: frozenset[Heading],
        open_up_to: int | None,
        found: Sequence[int] | None = None,
    ) -> None:
        """Lay out the entries found, else all.

        Groups of more than `open_up_to` are closed, the others open; those turned are the other way round.
        """
        self._entries = entries
        self._groups: dict[Heading, list[int]] = {}
        self.found = range(len(entries)) if found is None else found
        for number in self.found:
            self._groups.setdefault(entries[number].heading, []).append(number)
        self.shown: list[AgendaLine] = []
        for heading, numbers in self._groups.items():
            is_small = open_up_to is None or len(numbers) <= open_up_to
            self._lay_out(heading, numbers, is_open=is_small is not (heading in turned))

    def _lay_out(self, heading: Heading, numbers: Sequence[int], *, is_open: bool) -> None:
        self.shown.append(AgendaLine(None, heading, is_open, len(numbers)))
        for number in numbers if is_open else ():
            self.shown.append(AgendaLine(number, heading, is_open))

    def drawn(self, marked: Container[int], chosen: Mapping[int, int]) -> list[Line]:
        """Return the lines as they stand on the screen; before things that are marked is the mark.

        `chosen` has by the number of an entry that of its option.
        """
        lines = []
        for line in self.shown:
            if line.number is None:
                lines.append(_head(line))
                place_width = self._place_width(line)
            else:
                mark = MARK if line.number in marked else ""
                option = chosen.get(line.number)
                lines.append(_thing(self._entries[line.number], mark, place_width, option))
        return lines

    def _place_width(self, head: AgendaLine) -> int:
        """Return the cells of the column of places in a group, as far as they are in one."""
        places = (
            [self._entries[number].where for number in self._groups[head.heading]] if head.is_open else []
        )
        return min(widest(places), _LONGEST_PLACE)

    def of_heading(self, heading: Heading) -> Sequence[int]:
        """Return the numbers of the entries of a group."""
        return self._groups[heading]

    def names_from(self, number: int) -> tuple[str, ...]:
        """Return the names of the entries found from one on."""
        found = list(self.found)
        return tuple(self._entries[one].name for one in found[found.index(number) :])

    def place_of_heading(self, heading: Heading) -> int:
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


def _head(line: AgendaLine) -> Line:
    """Return the head of a group, with the sign that it is open or closed, and its count."""
    title, about = line.heading
    sign = OPEN if line.is_open else SHUT
    parts = Part(title, "bold"), Part(f"  {about}", "dim")
    return Line(parts, (Part(f"{sign} ", "dim"),), right=str(line.count))


def _thing(entry: AgendaEntry[_T_co], mark: str, place_width: int, chosen: int | None) -> Line:
    """Return a thing with its place before it, and below it what can be chosen of it."""
    lead = [Part(f"{mark:>{_INDENT}}", "accent")]
    if place_width:
        lead.append(Part(padded(entry.where, place_width) + "  ", "dim"))
    below = [plain(entry.more, "dim", indent=_INDENT)] if entry.more else []
    for number, option in enumerate(entry.options):
        below.append(_option(option, is_chosen=number == chosen))
    return Line((Part(entry.label),), tuple(lead), below=tuple(below))


def _option(words: str, *, is_chosen: bool) -> Line:
    """Return the line of one thing that can be chosen."""
    sign = padded(DOT if is_chosen else "", _OF_OPTION)
    lead = Part(" " * _INDENT), Part(sign, "accent")
    return Line((Part(words, "bold" if is_chosen else "text"),), lead)
