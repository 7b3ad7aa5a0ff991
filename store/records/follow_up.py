"""What went out to units: reminders (催办, 督办) and forms for their reports."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from store.records.keys import key_made_of
from store.records.record import Record

FollowUpKind = Literal["reminder", "follow_up", "phone"]

FOLLOW_UP_KINDS: dict[FollowUpKind, str] = {"reminder": "催办", "follow_up": "督办", "phone": "电话"}
"""The kinds of reminder in the clerk's words."""

LevelScheme = Literal["", "escalation"]

LEVEL_SCHEMES: dict[LevelScheme, str] = {"": "按状态", "escalation": "逐级"}
"""By what a reminder has its level, in the clerk's words."""


@dataclass(frozen=True, slots=True)
class FollowUp(Record):
    """A reminder to a unit about rows (催办单, 督办单, 电话催办), and what was answered."""

    TABLE: ClassVar[str] = "follow_ups"

    number: str = ""
    """As printed: 催办〔2026〕3号."""
    number_before: str = ""
    """The number that it went out under, where another had it too and this one was given a new one."""
    kind: FollowUpKind = "reminder"
    level: str = ""
    """By the bureau's scheme: 蓝, 黄, 橙, 红."""
    unit: str = ""
    tasks: tuple[str, ...] = ()
    """Keys of the rows."""
    why: str = ""
    require: str = ""
    answer_by: str | None = None
    sent_on: str | None = None
    signed_by: str = ""
    """Who signed it off, as written: 徐涛 (签发人)."""
    answered_on: str | None = None
    answer: str = ""
    answered_by: str = ""
    """Who signed the answer at the unit, as written."""
    phone_with: str = ""
    """Who answered the telephone."""


@dataclass(frozen=True, slots=True)
class Form(Record):
    """A form for a unit's reports of a period that went out, and came back or not."""

    TABLE: ClassVar[str] = "forms"

    notice: str = ""
    """Key of the notice whose list it is of; empty in a list without one."""
    unit: str = ""
    period: str = ""
    sent_on: str | None = None
    file: str = ""
    """Name of the file."""
    sha256: str = ""
    """Of its bytes as they went out."""
    rows: tuple[str, ...] = ()
    """Keys of the rows in it, in their order."""
    returned_on: str | None = None
    cells: str = ""
    """SHA-256 of the cells that were taken in last: the same form twice is known by them."""


def form_key(notice: str, unit: str, period: str) -> str:
    """Return the key of the form of a unit for a period of a list."""
    return key_made_of("form", notice, unit, period)
