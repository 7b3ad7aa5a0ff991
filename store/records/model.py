"""The records of a list: frozen values, each with the rules that are its own.

A record is a view on a document of the file. Fields that a later program wrote and this one does not
know stay in the document; nothing here drops them.
"""

import secrets
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar, Literal, TypeVar

from store.words.names import is_collective

Doc = dict[str, Any]
SideName = Literal["lead", "participant"]
UnitKind = Literal["division", "affiliated_agency", "outside_body", "collective"]

SIDES: tuple[SideName, ...] = ("lead", "participant")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_ORDER_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def new_key() -> str:
    """A key for a record: 12 random base32 characters, given once and never reused."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(12))


def order_between(before: str, after: str) -> str:
    """A sortable place between two neighbours; an empty string stands for no neighbour.

    Placing one record edits that record alone. Places are fractions written in base 36 without the point.
    """
    if not after:
        return _place_after(before)
    place, depth = "", 0
    while True:
        low = _ORDER_DIGITS.index(before[depth]) if depth < len(before) else 0
        high = _ORDER_DIGITS.index(after[depth]) if depth < len(after) else len(_ORDER_DIGITS)
        if high - low > 1:
            return place + _ORDER_DIGITS[(low + high) // 2]
        place += _ORDER_DIGITS[low]
        if high > low:
            after = ""
        depth += 1


def _place_after(before: str) -> str:
    """The next of the evenly spread six-digit places: a counter of four digits, then room for two."""
    number = int(before[:4] or "0", 36) + 1
    digits = ""
    for _ in range(4):
        number, digit = divmod(number, 36)
        digits = _ORDER_DIGITS[digit] + digits
    return digits + "00"


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit or person named in a cell: the key when settled, else none, and the wording that the list prints."""

    key: str | None
    wording: str

    @property
    def is_collective(self) -> bool:
        """Whether the wording names no one body (相关处室单位)."""
        return self.key is None and is_collective(self.wording)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question that stands on one side of a row, with its reason in words."""

    side: SideName
    reason: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the printed list: the task field it shows and the label the list gives it."""

    field: str
    label: str


@dataclass(frozen=True, slots=True)
class Extra:
    """A cell of a row in a column that the list has and the program does not: the column's label, and the text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """Who leads, or who takes part: units and the leaders in charge of them, as printed in their cells."""

    units: tuple[Mention, ...]
    leaders: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of one record, before and after, as JSON values.

    A created record is one edit with the field empty, before None and after its document; a deleted one the reverse.
    """

    table: str
    key: str
    field: str
    before: Any
    after: Any

    def inverted(self) -> "Edit":
        """The edit that takes this one back."""
        return replace(self, before=self.after, after=self.before)

    def to_doc(self) -> Doc:
        """The edit as a change's document holds it."""
        return {
            "table": self.table,
            "key": self.key,
            "field": self.field,
            "before": self.before,
            "after": self.after,
        }


_R = TypeVar("_R", bound="Record")


@dataclass(frozen=True, slots=True)
class Record:
    """What all records share: a key, and a document of the file that it is read from and written as."""

    TABLE: ClassVar[str]
    NESTED: ClassVar[dict[str, type]] = {}

    key: str

    @classmethod
    def from_doc(cls: type[_R], doc: Doc) -> _R:
        """The record that a document of the file holds; absent fields take their defaults."""
        return cls(
            **{
                field.name: _decoded(doc[field.name], cls.NESTED.get(field.name))
                for field in fields(cls)
                if field.name in doc
            }
        )

    def to_doc(self) -> Doc:
        """The document of this record: str, bool, None, and lists of str or of small documents."""
        return {field.name: encoded(getattr(self, field.name)) for field in fields(self)}


def encoded(value: Any) -> Any:
    """A field's value as JSON has it: tuples as lists, mentions, doubts, columns and extras as small documents."""
    if isinstance(value, (tuple, list)):
        return [encoded(part) for part in value]
    if isinstance(value, (Mention, Doubt, Column, Extra)):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return value


def _decoded(value: Any, nested: type | None) -> Any:
    if isinstance(value, list):
        return tuple(nested(**part) for part in value) if nested else tuple(value)
    return value


@dataclass(frozen=True, slots=True)
class Notice(Record):
    """The notice (通知) that issued the list, its annexes' names, and the text it was read from."""

    TABLE: ClassVar[str] = "notices"
    NESTED: ClassVar[dict[str, type]] = {"columns": Column}

    title: str = ""
    document_number: str | None = None
    issuer: str = ""
    issued_on: str | None = None
    """成文日期, ISO."""
    addressees: str = ""
    basis: str = ""
    annexes: tuple[str, ...] = ()
    list_title: str = ""
    """The heading over the task list, joined from its lines."""
    columns: tuple[Column, ...] = ()
    group: str = ""
    """The leading group's name."""
    group_office_unit: str | None = None
    """Key of the unit that the group's office sits in."""
    group_office_director: str | None = None
    """Key of the person who heads the group's office."""
    source_name: str = ""
    source_text: str = ""


@dataclass(frozen=True, slots=True)
class WorkPoint(Record):
    """A section or point of the work points (工作要点), numbered as printed."""

    TABLE: ClassVar[str] = "work_points"

    parent: str | None = None
    order: str = ""
    number: str = ""
    heading: str = ""
    text: str = ""
    source: tuple[int, ...] = ()
    """First and last line in the notice's source text, counted from 1."""
    notice: str = ""
    """Key of the notice it stands in; empty in a file that holds one."""


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
        "lead_units": Mention,
        "lead_leaders": Mention,
        "participant_units": Mention,
        "participant_leaders": Mention,
        "doubts": Doubt,
        "extras": Extra,
    }

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

    def side(self, name: SideName) -> Side:
        """The units and leaders of one side."""
        if name == "lead":
            return Side(self.lead_units, self.lead_leaders)
        return Side(self.participant_units, self.participant_leaders)

    def with_side(self, name: SideName, side: Side) -> "Task":
        """The row with other units and leaders on one side."""
        if name == "lead":
            return replace(self, lead_units=side.units, lead_leaders=side.leaders)
        return replace(self, participant_units=side.units, participant_leaders=side.leaders)

    def doubt(self, side: SideName) -> str:
        """Why a side is in question; empty where it is not."""
        return next((doubt.reason for doubt in self.doubts if doubt.side == side), "")


@dataclass(frozen=True, slots=True)
class Unit(Record):
    """A unit (处室, 直属单位, outside body, 统称): full name, the aliases the list uses, its head, what became of it."""

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

    def exists_on(self, day: str) -> bool:
        """Whether it exists on a day (ISO), as far as is known."""
        return (self.valid_from is None or self.valid_from <= day) and not self.closed_on(day)

    def closed_on(self, day: str) -> bool:
        """Whether it was merged, split or closed by a day (ISO)."""
        return self.valid_until is not None and self.valid_until <= day


@dataclass(frozen=True, slots=True)
class Person(Record):
    """A person, by the name without padding."""

    TABLE: ClassVar[str] = "people"

    name: str = ""


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
        """Whether the person had left by a day (ISO)."""
        return self.left_on is not None and self.left_on <= day


@dataclass(frozen=True, slots=True)
class Pair(Record):
    """A unit and its leader in charge as the bureau has settled it (分管); it outranks what the rows imply."""

    TABLE: ClassVar[str] = "portfolio"

    unit: str = ""
    leader: str = ""
    """Key of the person."""
    since: str | None = None
    """Day it took effect, ISO; none where it is not said."""
    basis: str = ""
    from_leader: str | None = None
    """Key of the person who handed the unit over; none where no one did."""


@dataclass(frozen=True, slots=True)
class Plan(Record):
    """A handover dated ahead (预定): it waits for its day and for the clerk's yes, and never applies by itself."""

    TABLE: ClassVar[str] = "plans"

    effective_on: str = ""
    """ISO."""
    from_leader: str = ""
    to_leader: str = ""
    units: tuple[str, ...] = ()
    """Keys of the units that pass over."""
    basis: str = ""
    answers: tuple[str, ...] = ()
    """Answers to the questions of its preview, each `row key:side:keep` or `row key:side:drop`."""


@dataclass(frozen=True, slots=True)
class Acceptance(Record):
    """A finding that the clerk accepts with a reason; it stands only while the finding's facts are the same."""

    TABLE: ClassVar[str] = "acceptances"

    code: str = ""
    """The check's id, C01 and on."""
    subject: str = ""
    """What the finding is about: keys of records, or words."""
    facts: str = ""
    """What the finding stood on when it was accepted, in one comparable text."""
    reason: str = ""
    by: str = ""
    at: str = ""
    """ISO with zone."""


@dataclass(frozen=True, slots=True)
class Print(Record):
    """That a sheet was printed: which, for whom, when, and as of which change."""

    TABLE: ClassVar[str] = "prints"

    sheet: str = ""
    subjects: tuple[str, ...] = ()
    """Keys of the units or people it was for; none for the whole list."""
    format: str = ""
    at: str = ""
    """ISO with zone."""
    change: str = ""
    """Id of the last change that the sheet shows."""


_KINDS: tuple[type[Record], ...] = (
    Notice,
    WorkPoint,
    Item,
    Task,
    Unit,
    Person,
    RosterEntry,
    Pair,
    Plan,
    Acceptance,
    Print,
)

RECORDS: dict[str, type[Record]] = {kind.TABLE: kind for kind in _KINDS}
"""The record type of each table."""

RESPONSIBILITY_FIELDS = ("lead_units", "lead_leaders", "participant_units", "participant_leaders")
"""The four responsibility columns, in the order in which the list prints them."""


def units_field(side: SideName) -> str:
    """The field that holds a side's units."""
    return f"{side}_units"


def leaders_field(side: SideName) -> str:
    """The field that holds a side's leaders."""
    return f"{side}_leaders"


DEFAULT_COLUMNS = (
    Column("item", "事项"),
    Column("text", "重点任务"),
    Column("lead_units", "牵头单位"),
    Column("lead_leaders", "分管领导"),
    Column("participant_units", "责任单位"),
    Column("participant_leaders", "分管领导"),
)
"""The columns of a list made from nothing, as the sample's annex has them."""
