"""The units that the rows name."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from store.records.record import Record

UnitKind = Literal["division", "affiliated_agency", "outside_body", "collective"]

UNIT_KINDS: dict[str, str] = {
    "division": "处室",
    "affiliated_agency": "直属单位",
    "outside_body": "外单位",
    "collective": "统称",
}
"""The kinds of unit in the clerk's words."""


@dataclass(frozen=True, slots=True)
class Unit(Record):
    """A unit (处室, 直属单位, outside body, 统称): its names, its head, and what became of it."""

    TABLE: ClassVar[str] = "units"

    order: str = ""
    full_name: str = ""
    aliases: tuple[str, ...] = ()
    kind: UnitKind = "division"
    head: str | None = None
    """Key of the person who heads it."""
    acting: bool = False
    """Whether the head is acting (主持工作)."""
    valid_from: str | None = None
    """First day it exists, ISO; none where it is not known."""
    valid_until: str | None = None
    """First day it no longer exists, ISO; none while it does."""
    successors: tuple[str, ...] = ()
    """Keys of the units that took over its rows when it was merged or split."""
    members: tuple[str, ...] = ()
    """Keys of the units that a collective stands for; none until someone says so."""
    former_names: tuple[str, ...] = ()
    """Names that it had before it was renamed, oldest first; it is still found by them."""

    def closed_on(self, day: str) -> bool:
        """Tell whether it was merged, split or closed by a day (ISO)."""
        return self.valid_until is not None and self.valid_until <= day
