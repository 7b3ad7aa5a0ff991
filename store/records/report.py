"""What a unit reports of a row for a period, and the problems that come of it."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from store.records.keys import key_made_of
from store.records.record import Record
from store.records.values import MeasuredValue

ReportWord = Literal["", "not_started", "under_way", "completed", "needs_help", "impossible"]

REPORT_WORDS: dict[ReportWord, str] = {
    "not_started": "未启动",
    "under_way": "推进中",
    "completed": "已完成",
    "needs_help": "需协调",
    "impossible": "无法完成",
}
"""How far a row is, in the clerk's words."""


@dataclass(frozen=True, slots=True)
class Report(Record):
    """A unit's report of a row for a period. There is one: what is sent again is put into it."""

    TABLE: ClassVar[str] = "reports"
    NESTED: ClassVar[dict[str, type]] = {"values": MeasuredValue}

    task: str = ""
    unit: str = ""
    """Key of the unit."""
    period: str = ""
    """2026-10, 2026Q4, 2026H2, 2026, 2026-W43."""
    due_on: str | None = None
    """The day by which it was due, ISO, stamped when it was first received; none without a schedule."""
    word: ReportWord = ""
    done: str = ""
    problem: str = ""
    next_step: str = ""
    values: tuple[MeasuredValue, ...] = ()
    share: str = ""
    """How much is done in per cent, a decimal number; empty where the unit does not say."""
    signed_by: str = ""
    """As written: 徐涛."""
    first_received_on: str | None = None
    """ISO; by it a report is in time or late."""
    received_on: str | None = None
    """ISO, the last time."""
    reporter: str = ""
    """Who reported it, or spoke on the telephone."""
    source: str = ""
    """By what it came: 电话, 报送表."""
    returned_on: str | None = None
    """Day it was sent back, ISO; it counts as not received until it is received again on or after it."""
    returned_why: str = ""

    @property
    def is_returned(self) -> bool:
        """Whether it was sent back and did not come again."""
        return self.returned_on is not None


@dataclass(frozen=True, slots=True)
class Problem(Record):
    """A problem of a row that is followed until it is settled (问题清单)."""

    TABLE: ClassVar[str] = "problems"

    task: str = ""
    unit: str = ""
    """Key of the unit that has it."""
    text: str = ""
    since: str | None = None
    with_units: tuple[str, ...] = ()
    """Keys of the units that it is to be settled with."""
    settled_on: str | None = None
    how: str = ""


def report_key(task: str, unit: str, period: str) -> str:
    """Return the key of a report, made from what it is the report of: two desks type it into one record."""
    return key_made_of("report", task, unit, period)
