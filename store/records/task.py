"""The rows of the list: items, and the tasks under them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal

from store.records.cells import RESPONSIBILITY_FIELDS, Cell
from store.records.doubts import DoubtCode
from store.records.record import Record
from store.records.values import Doubt, Extra, Mention, Side, SideName

DueKind = Literal["", "dated", "recurring", "continuing"]

DUE_KINDS: dict[DueKind, str] = {"dated": "某日", "recurring": "定期", "continuing": "长期坚持"}
"""What kind of deadline the clerk set, in his words."""


def numbered_text(number: str, text: str) -> str:
    """Return a text behind its number: 1.清理河道; a bare one, of a column, is parted: 1 30家入库."""
    is_bare = number[-1:].isdigit() and bool(text)
    return f"{number} {text}" if is_bare else number + text


@dataclass(frozen=True, slots=True)
class Item(Record):
    """An item (事项) of the list: a title over one or more rows."""

    TABLE: ClassVar[str] = "items"

    order: str = ""
    title: str = ""
    work_point: str | None = None
    """Key of the work point that lays this item down."""
    source: tuple[int, ...] = ()
    notice: str = ""
    """Key of the notice whose list it stands in; empty in a file that holds one."""


@dataclass(frozen=True, slots=True)
class Task(Record):
    """A row of the list: what is to be done, who leads, who takes part, by when."""

    TABLE: ClassVar[str] = "tasks"
    NESTED: ClassVar[dict[str, type]] = {
        **dict.fromkeys(RESPONSIBILITY_FIELDS, Mention),
        "doubts": Doubt,
        "extras": Extra,
    }
    LATER: ClassVar[tuple[str, ...]] = ("measures", "only_here", "due_on", "due_kind", "start_on")

    item: str = ""
    order: str = ""
    number: str = ""
    text: str = ""
    lead_units: tuple[Mention, ...] = ()
    lead_leaders: tuple[Mention, ...] = ()
    participant_units: tuple[Mention, ...] = ()
    participant_leaders: tuple[Mention, ...] = ()
    deadline: str | None = None
    """As worded."""
    targets: tuple[str, ...] = ()
    """As worded."""
    remark: str = ""
    doubts: tuple[Doubt, ...] = ()
    source: tuple[int, ...] = ()
    extras: tuple[Extra, ...] = ()
    """What the list's further columns say (资金来源:区财政), under their own labels."""
    measures: str = ""
    """How it is to be done (措施), as worded."""
    only_here: tuple[str, ...] = ()
    """The sides whose leaders are, in this row only, others than have the units (仅此行)."""
    due_on: str | None = None
    """The day due, ISO, where the clerk set it over what the wording says."""
    due_kind: DueKind = ""
    """What kind of deadline the clerk set; empty where the wording says it."""
    start_on: str | None = None
    """First day of the work, ISO; none where it begins with the list's year."""
    joins: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Column to the id of its join (store/records/joining.py). It is written where it is empty too: a row
    that does not say it was made before there were joins.
    """

    def mentions(self, cell: Cell) -> tuple[Mention, ...]:
        """Return the units or leaders in one cell."""
        if cell.side == "lead":
            return self.lead_units if cell.kind == "units" else self.lead_leaders
        return self.participant_units if cell.kind == "units" else self.participant_leaders

    @property
    def numbered_text(self) -> str:
        """The text behind its number."""
        return numbered_text(self.number, self.text)

    @property
    def all_mentions(self) -> tuple[Mention, ...]:
        """Return whom the row names in any cell, in the order of the cells."""
        return (
            *self.lead_units,
            *self.lead_leaders,
            *self.participant_units,
            *self.participant_leaders,
        )

    def extra(self, label: str) -> str:
        """Return what a further column says; empty where the row has none of this label."""
        return "\n".join(extra.text for extra in self.extras if extra.label == label)

    def with_extra(self, label: str, text: str) -> tuple[Extra, ...]:
        """Return the further columns with another text in one of them, which goes where it says nothing."""
        others = [extra for extra in self.extras if extra.label != label]
        labels = [extra.label for extra in self.extras]
        place = labels.index(label) if label in labels else len(others)
        if text:
            others.insert(place, Extra(label, text))
        return tuple(others)

    def side(self, name: SideName) -> Side:
        """Return the units and leaders of one side."""
        if name == "lead":
            return Side(self.lead_units, self.lead_leaders)
        return Side(self.participant_units, self.participant_leaders)

    def with_side(self, name: SideName, side: Side) -> "Task":
        """Return the row with other units and leaders on one side."""
        if name == "lead":
            return replace(self, lead_units=side.units, lead_leaders=side.leaders)
        return replace(self, participant_units=side.units, participant_leaders=side.leaders)

    def has_doubt(self, side: SideName, code: DoubtCode) -> bool:
        """Tell whether a side is in doubt for a reason of a kind."""
        return any((doubt.side, doubt.code) == (side, code) for doubt in self.doubts)

    def doubt(self, side: SideName) -> str:
        """Why a side is in question; empty where it is not."""
        return next((doubt.reason for doubt in self.doubts if doubt.side == side), "")

    def doubts_elsewhere(self, side: SideName) -> tuple[Doubt, ...]:
        """Return the doubts of the row that are not on a side."""
        return tuple(doubt for doubt in self.doubts if doubt.side != side)
