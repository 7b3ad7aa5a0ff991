"""The roster: who is in the leading group, with post, portfolio and rows, then the units."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar, Literal

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from store.acts.collectives import Collective, collectives
from store.portfolio.standings import Grade, Standing, standings
from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.words.line_breaking import break_offsets

Kind = Literal["person", "unit", "collective", "group", "office"]

_FULL_WIDTH_BLANK = "\u3000"
_ROLE_WIDTH = 7
_MARK_WIDTH = 3
_NARROWEST = 20
_GRADE_SIGNS: Mapping[Grade, str] = {
    "settled": "(已定)",
    "certain": "",
    "inferred": "(推断)",
    "open": "(待定)",
    "unknown": "未知",
}
"""What follows the leader in charge: nothing where the rows prove him."""


@dataclass(frozen=True, slots=True)
class RosterPlace:
    """A line of the roster: a person's entry, a unit, a collective, the group or its office.

    Its record is the key of the entry or unit, a collective's wording.
    """

    kind: Kind
    record: str
    named: str
    """Key of the person or unit that rows name."""


@lru_cache(maxsize=4096)
def hanging(text: str, width: int, indent: int) -> tuple[str, ...]:
    """A line wrapped to a width in cells, the lines after the first indented."""
    first = break_offsets(text, width, cell_len)[:1]
    if not first:
        return (text,)
    rest = text[first[0] :].lstrip()
    bounds = [0, *break_offsets(rest, width - indent, cell_len), len(rest)]
    return (text[: first[0]], *(" " * indent + rest[start:end] for start, end in pairwise(bounds)))


def padded_name(name: str) -> str:
    """A name as rosters print it: two characters spread over three."""
    return f"{name[0]}{_FULL_WIDTH_BLANK}{name[1]}" if len(name) == 2 and cell_len(name) == 4 else name


class RosterPane(OptionList):
    """People in rank order, the group's office, then the units; posts what was selected and what is to be edited."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "activate", show=False)]

    @dataclass
    class Selected(Message):
        """The cursor came to a line."""

        place: RosterPlace | None

    @dataclass
    class Activated(Message):
        """The clerk wants to edit a line."""

        place: RosterPlace

    def __init__(self, tasks: TaskList, *, id: str | None = None) -> None:
        """An empty roster until shown."""
        super().__init__(id=id)
        self._tasks = tasks
        self._places: list[RosterPlace] = []
        self._labels: list[str] = []
        self._wrapped_to = 0
        self._marked: frozenset[str] = frozenset()

    def show(self, tasks: TaskList) -> None:
        """Draw a list's roster and units, the cursor staying on its line."""
        place = self.place
        self._tasks = tasks
        lines = self._roster_lines()
        self._places = [line[0] for line in lines]
        labels = [line[1] for line in lines]
        if len(labels) == len(self._labels) == self.option_count:
            for index, (old, new) in enumerate(zip(self._labels, labels, strict=True)):
                if old != new:
                    self.replace_option_prompt_at_index(index, self._prompt(self._places[index], new))
            self._labels = labels
            return
        self._labels = labels
        self.clear_options()
        self.add_options(
            [Option(self._prompt(place, label)) for place, label in zip(self._places, labels, strict=True)]
        )
        self.highlighted = (
            self._places.index(place) if place in self._places else (0 if self._places else None)
        )

    def _roster_lines(self) -> list[tuple[RosterPlace, str]]:
        tasks = self._tasks
        leaders = standings(tasks)
        lines = [(RosterPlace("group", "", ""), tasks.notice.group or "(领导小组名称未定)")]
        role = ""
        for entry in tasks.roster:
            shown_role = entry.role if entry.role != role else ""
            role = entry.role
            lines.append(
                (
                    RosterPlace("person", entry.key, entry.person),
                    self._person_line(entry, shown_role, leaders),
                )
            )
        director = tasks.person_name(tasks.notice.group_office_director)
        seat = tasks.unit_name(tasks.notice.group_office_unit)
        lines.append(
            (
                RosterPlace("office", "", ""),
                f"办公室 {seat or '(所在单位未定)'}\n{' ' * _ROLE_WIDTH}主任 {director or '(未定)'}",
            )
        )
        units = (unit for unit in tasks.units if unit.kind != "collective")
        lines += [
            (RosterPlace("unit", unit.key, unit.key), self._unit_line(unit, leaders.get(unit.key)))
            for unit in units
        ]
        for one in collectives(tasks):
            key = one.unit.key if one.unit else ""
            lines.append((RosterPlace("collective", one.wording, key), self._collective_line(one)))
        return lines

    def _collective_line(self, one: Collective) -> str:
        members = " ".join(map(self._tasks.wording_of, one.members)) or "成员未定"
        return f"统称   {one.wording}  {len(one.rows)} 行\n{' ' * _ROLE_WIDTH}所含 {members}"

    def _person_line(self, entry: RosterEntry, role: str, leaders: Mapping[str, Standing]) -> str:
        tasks = self._tasks
        lines = [
            f"{role}{' ' * (_ROLE_WIDTH - cell_len(role))}{padded_name(tasks.person_name(entry.person))} {entry.post}"
        ]
        units = [
            tasks.wording_of(unit) + _GRADE_SIGNS[one.grade]
            for unit, one in leaders.items()
            if one.leader == entry.person
        ]
        facts = [f"分管 {' '.join(units)}"] if units else []
        facts += self._counts(entry.person)
        if facts:
            lines.append(" " * _ROLE_WIDTH + " ".join(facts))
        return "\n".join(lines)

    def _unit_line(self, unit: Unit, standing: Standing | None) -> str:
        tasks = self._tasks
        head = tasks.person_name(unit.head)
        alias = f"({'、'.join(unit.aliases)})" if unit.aliases else ""
        facts = [f"负责人 {head}{'(主持)' if unit.acting else ''}"] if head else []
        if unit.valid_until:
            facts.append(f"{unit.valid_until} 撤销")
        elif standing:
            leaders = "/".join(
                map(tasks.person_name, standing.candidates if standing.leader is None else (standing.leader,))
            )
            facts.append(f"分管 {leaders}{_GRADE_SIGNS[standing.grade]}")
        facts += self._counts(unit.key)
        return f"单位   {unit.full_name}{alias}" + (
            f"\n{' ' * _ROLE_WIDTH}{' '.join(facts)}" if facts else ""
        )

    def _counts(self, key: str) -> list[str]:
        led, shared = (len(self._tasks.rows_naming(key, side=side)) for side in ("lead", "participant"))
        return [f"牵{led}责{shared}"] if led or shared else []

    def _prompt(self, place: RosterPlace, label: str) -> Content:
        marked = bool(place.named) and place.named in self._marked
        width = self._wrapped_to = self._width
        first, *more = [line for part in label.split("\n") for line in hanging(part, width, _ROLE_WIDTH)]
        return Content("\n".join([("› " if marked else "  ") + first, *("  " + line for line in more)]))

    @property
    def _width(self) -> int:
        """Cells that a line has beside its mark."""
        return max(_NARROWEST, self.scrollable_content_region.width - _MARK_WIDTH)

    def on_resize(self) -> None:
        """Wrap the lines to the new width."""
        if self.option_count and self._width != self._wrapped_to:
            for index, place in enumerate(self._places):
                self.replace_option_prompt_at_index(index, self._prompt(place, self._labels[index]))

    @property
    def place(self) -> RosterPlace | None:
        """What the cursor is on."""
        return (
            self._places[self.highlighted]
            if self.highlighted is not None and self.highlighted < len(self._places)
            else None
        )

    def mark(self, keys: frozenset[str]) -> None:
        """Mark people and units, and bring the first into view."""
        changed = keys ^ self._marked
        self._marked = keys
        first = None
        for index, place in enumerate(self._places):
            if place.named in changed:
                self.replace_option_prompt_at_index(index, self._prompt(place, self._labels[index]))
            if first is None and place.named and place.named in keys:
                first = index
        if first is not None and changed and not self.has_focus:
            self._bring_into_view(first)

    def _bring_into_view(self, index: int) -> None:
        width = self._wrapped_to
        line = sum(
            len(hanging(part, width, _ROLE_WIDTH))
            for label in self._labels[:index]
            for part in label.split("\n")
        )
        if (
            not self.scroll_offset.y
            <= line
            < self.scroll_offset.y + self.scrollable_content_region.height - 1
        ):
            self.scroll_to(y=max(0, line - 1), animate=False, force=True)

    def show_place(self, record: str) -> None:
        """Bring the cursor to a person's entry or a unit; keys may come before the roster was first drawn."""
        if not self._places:
            self.show(self._tasks)
        index = next(
            (index for index, place in enumerate(self._places) if record in (place.record, place.named)), None
        )
        if index is not None:
            self.highlighted = index

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the cursor came to."""
        event.stop()
        self.post_message(self.Selected(self.place))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A second click edits."""
        event.stop()

    def action_activate(self) -> None:
        """Edit what the cursor is on."""
        if self.place:
            self.post_message(self.Activated(self.place))
