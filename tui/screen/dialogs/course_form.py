"""What the dialog 销号、调整 is given, and what it gives back. Plain values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from store.acts.course import CourseChange
from store.progress import Progress

CourseAct = Literal[
    "close", "turn_down", "reopen", "deferral", "alteration", "suspension", "resumption", "cancellation"
]
"""What is done to rows; those that adjust them are called as their records are."""

LABELS: Mapping[str, str] = {
    "result": "完成情况",
    "evidence": "佐证材料",
    "asked_by": "申请人",
    "to_due": "新时限",
    "reason": "原因",
    "asked_on": "提出日期",
    "approved_by": "批准人",
    "approved_on": "批准日期",
    "applies_from": "起算日期",
    "on": "恢复日期",
    "basis": "依据",
}
"""The fields, and what they are called, in their order."""

LABELS_OF: Mapping[tuple[CourseAct, str], str] = {("close", "asked_on"): "申请日期"}
"""What a field is called for an act, where that is another word."""

_ASKED = ("reason", "asked_on", "approved_by", "approved_on", "basis")
_STOPPED = ("reason", "asked_on", "approved_by", "approved_on", "applies_from", "basis")

FIELDS: Mapping[CourseAct, Sequence[str]] = {
    "close": ("result", "evidence", "asked_by", "asked_on", "approved_by", "approved_on", "basis"),
    "turn_down": ("reason", "on"),
    "reopen": ("reason", "on"),
    "deferral": ("to_due", *_ASKED),
    "alteration": ("to_due", *_ASKED),
    "suspension": _STOPPED,
    "resumption": ("to_due", *_STOPPED),
    "cancellation": _STOPPED,
}
"""What is asked for each act."""

HINTS: Mapping[str, str] = {
    "result": "办成了什么，必填；没有批准人的为待销号",
    "evidence": "如 验收报告、会议纪要，可不填",
    "asked_by": "如 平台处，可不填",
    "to_due": "如 12-31、2026-12-31",
    "reason": "为什么",
    "asked_on": "如 11-20，不填为今天",
    "approved_by": "如 徐涛",
    "approved_on": "如 11-20",
    "applies_from": "如 12-1，不填为批准日期",
    "on": "如 11-20，不填为今天",
    "basis": "如会议纪要、文号，可不填",
}
"""What stands in an empty field."""


@dataclass(frozen=True, slots=True)
class CourseOption:
    """One act that can be done to the rows."""

    act: CourseAct
    label: str
    says: str = ""
    """What is to be known before, in a sentence."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What stands in its fields at first."""


@dataclass(frozen=True, slots=True)
class CourseTyped:
    """What was typed for an act, by field."""

    act: CourseAct
    values: Mapping[str, str]
    is_earlier_meant: bool = False
    """Whether an earlier day due was asked about, and is meant."""


@dataclass(frozen=True, slots=True)
class CourseAsked:
    """What is asked."""

    title: str
    counts: str
    """What stands at the right of the title: how the row stands today."""
    options: Sequence[CourseOption]
    make: Callable[[CourseTyped, Progress], CourseChange]
    """Returns the change that does what was typed; where it refuses with a sentence the form stays open."""
