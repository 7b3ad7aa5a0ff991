"""Reading: what a notice says, part by part, each part with the source lines it came from."""

from dataclasses import dataclass, field

from store.reading.grid_rows import GridRows
from store.reading.signs.lines import Span
from store.reading.signs.owner_words import STANDARD, OwnerWords, WordSide
from store.records.unit import UnitKind
from store.records.values import Column, Doubt, Extra


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around the body: title, number, issuer, date (ISO), addressees, basis, annexes."""

    title: str = ""
    document_number: str | None = None
    issuer: str = ""
    issued_on: str | None = None
    addressees: str = ""
    basis: str = ""
    annexes: tuple[str, ...] = ()
    """As the list of annexes names them; those beyond it by their own headings."""
    document_title: str = ""
    """The issued document's own heading, where it stands apart from the notice's title."""
    preamble: str = ""
    """The paragraphs before the first section."""
    imprint: tuple[str, ...] = ()
    """Lines of the letterhead and the imprint as printed: 特急, 签发人:…, 抄送:…, 联系人:…."""
    source: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section or point as printed: its number, heading, own text, and the points below it."""

    number: str
    heading: str
    text: str
    source: Span
    children: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class TaskFound:
    """A task as worded: the title of its item, number, text, both sides, deadline, targets and remark."""

    item: str
    number: str
    text: str
    source: Span
    lead_units: tuple[str, ...] = ()
    lead_leaders: tuple[str, ...] = ()
    participant_units: tuple[str, ...] = ()
    participant_leaders: tuple[str, ...] = ()
    deadline: str | None = None
    targets: tuple[str, ...] = ()
    remark: str = ""
    doubts: tuple[Doubt, ...] = ()
    extras: tuple[Extra, ...] = ()
    joined: tuple[str, ...] = ()
    """Fields whose cells are joined with those of the row above."""
    owner_words: tuple[str, ...] = ()
    """The words that put its names on a side, without padding: 牵头单位, 指导部门, 配合."""

    @property
    def units(self) -> tuple[str, ...]:
        """The units of both sides."""
        return self.lead_units + self.participant_units

    @property
    def leaders(self) -> tuple[str, ...]:
        """The leaders of both sides."""
        return self.lead_leaders + self.participant_leaders


@dataclass(frozen=True, slots=True)
class Proposed:
    """A task that only a sentence gives (科技局牵头建设平台,财政局配合): offered, never taken unasked."""

    task: TaskFound
    sentence: str
    """The whole sentence, of which the task can be a part."""
    line: int


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the roster: role in the group, name without padding, post as printed, its unit.

    The name is empty for somebody named by the office alone (市财政局主要负责同志).
    """

    role: str
    name: str
    post: str
    unit: str | None
    source: Span
    subgroup: str = ""
    """The group within the group that the person is of (综合协调组)."""


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit that the notice names: full name, the shorter wordings used for it, kind, and who heads it."""

    full_name: str
    kind: UnitKind
    aliases: tuple[str, ...] = ()
    head: str | None = None
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The leading group: its name, the unit its office sits in, and who heads the office."""

    name: str = ""
    office_unit: str | None = None
    office_director: str | None = None
    source: tuple[int, ...] = ()
    """Lines of the sentence on the office."""


@dataclass(frozen=True, slots=True)
class SourceFinding:
    """Something odd in the source: a code (store.reading.findings), the line, and what to do about it."""

    code: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that the reader found no place for."""

    line: int
    text: str
    taken_for: str = ""
    """What of the page it is (页码, 页眉, 目录); empty where it may be text that was not understood."""
    mentions: tuple[str, ...] = ()
    """What it mentions that must not be lost: 单位, 日期."""


@dataclass(frozen=True, slots=True)
class OwnerWord:
    """A word for owners that the notice uses, the side it was read for, and in how many rows it stands.

    Without a side it is not known which it stands for: its names stand among the participants, with a doubt.
    The words come in the order in which the notice has them.
    """

    word: str
    side: WordSide | None
    rows: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of a notice, and what was not."""

    source_name: str
    source_text: str
    encoding: str
    head: Head = field(default_factory=Head)
    work_points: tuple[Section, ...] = ()
    list_title: str = ""
    columns: tuple[Column, ...] = ()
    """The list's own columns, in order; empty where the list is no table."""
    rows: tuple[TaskFound, ...] = ()
    proposed: tuple[Proposed, ...] = ()
    """What sentences give besides, in the order of the text; in no row until the clerk takes it."""
    units: tuple[UnitFound, ...] = ()
    collectives: tuple[str, ...] = ()
    roster: tuple[Member, ...] = ()
    group: Group = field(default_factory=Group)
    findings: tuple[SourceFinding, ...] = ()
    headers: tuple[Span, ...] = ()
    """Lines of the tables' headers: layout, beside the labels of the first."""
    owner_words: tuple[OwnerWord, ...] = ()
    """The words for owners; `read_text` takes other sides for them (`OwnerWords`)."""
    unread: tuple[Unread, ...] = ()
    grid: GridRows = field(default_factory=dict, compare=False, repr=False)
    """The rows of its tables as cells: with the text all that it takes to read the notice again."""
    words: OwnerWords = STANDARD
    """What was said of the words for owners when it was read."""

    @property
    def not_understood(self) -> tuple[Unread, ...]:
        """The unread lines that may say something: not those of the page itself."""
        return tuple(line for line in self.unread if not line.taken_for)
