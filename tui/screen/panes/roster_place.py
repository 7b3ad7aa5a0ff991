"""A place of the roster: what a line of it stands for."""

from dataclasses import dataclass, field
from typing import Literal

RosterKind = Literal["person", "unit", "collective", "group", "office"]


@dataclass(frozen=True, slots=True)
class RosterPlace:
    """A line of the roster: a person's entry, a unit, a collective, the group or its office.

    Its record is the key of the entry or unit, a collective's wording.
    """

    kind: RosterKind
    record: str
    named: str = field(compare=False)
    """Key of the person or unit that rows name; a collective is given one with its members."""
