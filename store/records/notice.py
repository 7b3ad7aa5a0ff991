"""The notice and its work points: what the list was issued by, and what it is to carry out."""

from dataclasses import dataclass
from typing import ClassVar

from store.records.follow_up import LevelScheme
from store.records.record import Record
from store.records.values import Column

DEFAULT_COLUMNS = (
    Column("item", "事项"),
    Column("text", "重点任务"),
    Column("lead_units", "牵头单位"),
    Column("lead_leaders", "分管领导"),
    Column("participant_units", "责任单位"),
    Column("participant_leaders", "分管领导"),
)
"""The columns of a list made from nothing, as the sample's annex has them."""


@dataclass(frozen=True, slots=True)
class Notice(Record):
    """The notice (通知) that issued the list, its annexes' names, and the text it was read from."""

    TABLE: ClassVar[str] = "notices"
    NESTED: ClassVar[dict[str, type]] = {"columns": Column}
    LATER: ClassVar[tuple[str, ...]] = ("put_away", "year", "warn_days", "reminder_levels", "at_once_days")

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
    put_away: tuple[str, ...] = ()
    """Fields whose columns the list does not show, though rows hold something in them."""
    year: str = ""
    """The year that the list is for, where the clerk was asked, since neither title nor date tell it."""
    warn_days: int = 0
    """From so many days before its day on a row is near (临期); 0 for the usual seven."""
    reminder_levels: LevelScheme = ""
    """By what a reminder has its level: the state of its rows, or reminders that ran out unanswered."""
    at_once_days: int = 0
    """What is to be done at once (立即) is due so many days after the issue; 0 for no day."""


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
