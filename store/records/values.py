"""The values that the fields of records hold: mentions, doubts, columns, extras, figures, sides."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from store.words.names import is_collective

SideName = Literal["lead", "participant"]

SIDES: tuple[SideName, ...] = ("lead", "participant")


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit or person named in a cell: its key once settled, and the wording that the list prints."""

    key: str | None
    wording: str

    @property
    def is_collective(self) -> bool:
        """Whether the wording names several bodies at once (相关处室单位)."""
        return self.key is None and is_collective(self.wording)

    @property
    def is_open(self) -> bool:
        """Whether nobody has settled whom the wording means, and it names one body."""
        return self.key is None and not self.is_collective


def wordings(mentions: Iterable[Mention]) -> list[str]:
    """Return what a cell prints, mention by mention."""
    return [mention.wording for mention in mentions]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question that stands on one side of a row, with its reason in words (store/records/doubts.py)."""

    side: SideName
    reason: str
    code: str = ""
    """What kind of doubt it is, for the program; empty where no program has said it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the printed list: the task field it shows and the label the list gives it."""

    field: str
    label: str


@dataclass(frozen=True, slots=True)
class Extra:
    """A cell of a further column, which the list has and the program does not: the label and the text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class MeasuredValue:
    """What a unit reports of a measure: the key of the measure and a decimal number in figures."""

    measure: str
    value: str


@dataclass(frozen=True, slots=True)
class Side:
    """Who leads, or who takes part: units and the leaders in charge of them, as printed in their cells."""

    units: tuple[Mention, ...]
    leaders: tuple[Mention, ...]

    def has_unit(self, key: str | None) -> bool:
        """Say whether a unit stands in it, by its key."""
        return any(unit.key == key for unit in self.units)

    def has_leader(self, key: str | None) -> bool:
        """Say whether a leader stands in it, by his key."""
        return any(leader.key == key for leader in self.leaders)
