"""How a row's end is moved or comes: adjustments (延期, 中止, 取消 …) and closings (销号)."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from store.records.keys import key_made_of
from store.records.record import Record

AdjustmentKind = Literal["deferral", "alteration", "suspension", "resumption", "cancellation"]

ADJUSTMENT_KINDS: dict[AdjustmentKind, str] = {
    "deferral": "延期",
    "alteration": "变更",
    "suspension": "中止",
    "resumption": "恢复",
    "cancellation": "取消",
}
"""The kinds of adjustment in the clerk's words."""


@dataclass(frozen=True, slots=True)
class Adjustment(Record):
    """A change of a row's course that was asked for and approved; the basis is the change's."""

    TABLE: ClassVar[str] = "adjustments"

    task: str = ""
    kind: AdjustmentKind = "deferral"
    from_due: str | None = None
    """The day due before, ISO; none where there was none."""
    to_due: str | None = None
    reason: str = ""
    asked_on: str | None = None
    approved_by: str = ""
    """As written: 徐涛."""
    approved_on: str | None = None
    applies_from: str | None = None
    """Day from which it holds, ISO."""
    days_late: int = 0
    """Days between the day due and the day it was asked for, stamped then; 0 for in time."""


@dataclass(frozen=True, slots=True)
class Closing(Record):
    """The closing of a row (销号): asked for, then approved; a row that was opened again has several."""

    TABLE: ClassVar[str] = "closings"

    task: str = ""
    number: int = 1
    """Which closing of the row it is, counted from 1."""
    result: str = ""
    evidence: tuple[str, ...] = ()
    asked_by: str = ""
    """As written: 平台处."""
    asked_on: str | None = None
    approved_by: str = ""
    """As written: 徐涛; empty while it waits for approval (待销号)."""
    approved_on: str | None = None
    due_on: str | None = None
    """The day that the row was due on when it was closed, ISO, stamped then."""
    days_late: int = 0
    """Days behind it, stamped then."""
    reopened_on: str | None = None
    reopen_reason: str = ""

    @property
    def holds(self) -> bool:
        """Whether it was approved and the row was not opened again."""
        return self.approved_on is not None and self.reopened_on is None

    @property
    def missing(self) -> tuple[str, ...]:
        """What is compulsory in an approved closing (完成情况, 批准人, 批准日期) and not there, in words."""
        parts = (("完成情况", self.result), ("批准人", self.approved_by), ("批准日期", self.approved_on))
        return tuple(name for name, held in parts if not held)

    @property
    def is_waiting(self) -> bool:
        """Whether it was asked for, and neither approved nor taken back."""
        return self.approved_on is None and self.reopened_on is None


def closing_key(task: str, number: int) -> str:
    """Return the key of a row's n-th closing: two desks that close a row meet in one record."""
    return key_made_of("closing", task, str(number))


def adjustment_key(task: str, kind: AdjustmentKind, asked_on: str, to_due: str) -> str:
    """Return the key of an adjustment: the same one, typed at two desks, is one record."""
    return key_made_of("adjustment", task, kind, asked_on, to_due)
