"""The people, and the lines of the leading group's roster that they stand on."""

from dataclasses import dataclass
from typing import ClassVar

from store.records.record import Record


@dataclass(frozen=True, slots=True)
class Person(Record):
    """A person, by the name without padding, and where he is reached."""

    TABLE: ClassVar[str] = "people"
    LATER: ClassVar[tuple[str, ...]] = ("phone", "office")

    name: str = ""
    phone: str = ""
    """As it is written, several of them with 、 between: 65692166、13800138000."""
    office: str = ""
    """The room that he sits in: 3号楼 512 室."""


@dataclass(frozen=True, slots=True)
class RosterEntry(Record):
    """A line of the leading group's roster (名单): order is rank and is kept as data."""

    TABLE: ClassVar[str] = "roster"

    person: str = ""
    order: str = ""
    role: str = ""
    post: str = ""
    unit: str | None = None
    """Key of the unit the post is in."""
    source: tuple[int, ...] = ()
    entered_on: str | None = None
    """Day the person came into the group, ISO; none where it is not known."""
    left_on: str | None = None
    """Day the person left the group, ISO; none while he is in it."""
    notice: str = ""
    """Key of the notice whose roster it stands in; empty in a file that holds one."""

    def left_by(self, day: str) -> bool:
        """Tell whether the person had left by a day (ISO)."""
        return self.left_on is not None and self.left_on <= day
