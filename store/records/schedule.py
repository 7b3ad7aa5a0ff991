"""What a row is measured by: reporting schedules, measures with targets, milestones."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from store.records.record import Record

PeriodName = Literal["week", "month", "quarter", "half_year", "year"]

PERIODS: dict[PeriodName, str] = {
    "week": "周",
    "month": "月",
    "quarter": "季度",
    "half_year": "半年",
    "year": "年",
}
"""The kinds of period in the clerk's words."""

Reporters = Literal["lead", "all"]

REPORTERS: dict[Reporters, str] = {"lead": "牵头单位", "all": "牵头和责任单位"}
"""Who reports by a schedule, in the clerk's words."""

Sense = Literal["at_least", "at_most", "exactly"]

SENSES: dict[Sense, str] = {"at_least": "至少", "at_most": "至多", "exactly": "达到"}
"""How a target is meant, in the clerk's words."""


@dataclass(frozen=True, slots=True)
class Schedule(Record):
    """By when units report for each period of a list: quarterly, by the 15th of the month after it."""

    TABLE: ClassVar[str] = "schedules"
    LATER: ClassVar[tuple[str, ...]] = ("holidays", "workdays")

    notice: str = ""
    """Key of the notice whose list it is for; empty in a list without one."""
    name: str = ""
    """As the clerk calls it: 月报."""
    every: PeriodName = "month"
    due_day: int = 0
    """Day of the month, 31 for the last of any; of a week 1 (Monday) to 7; 0 for the period's last day."""
    due_shift: int = 0
    """Months (of a week: weeks) behind that in which the period ends: 0 or 1."""
    from_period: str = ""
    """The first that is reported, 2021Q2; empty for the first in which the list stands."""
    until_period: str = ""
    """The last; empty for no end. A new schedule is given that of the list's years."""
    who: Reporters = "lead"
    sign_off: str = ""
    """Who signs a report: 单位主要负责人."""
    holidays: tuple[str, ...] = ()
    """Days off, ISO; where there are any, what falls due on one, or on a weekend, is due on the next working
    day.
    """
    workdays: tuple[str, ...] = ()
    """Days of weekends that are worked, ISO."""


@dataclass(frozen=True, slots=True)
class Measure(Record):
    """A figure that a row is to reach: 40 家 of 众创孵化机构."""

    TABLE: ClassVar[str] = "measures"

    task: str = ""
    """Key of the row."""
    order: str = ""
    text: str = ""
    target: str = ""
    """A decimal number in figures; empty where none was settled."""
    unit_of_measure: str = ""
    """家, 亿元, %."""
    sense: Sense = "at_least"
    baseline: str = ""
    """What it was at the start, a decimal number; empty where it is not said."""


@dataclass(frozen=True, slots=True)
class Milestone(Record):
    """A step of a row with a day of its own (时间节点)."""

    TABLE: ClassVar[str] = "milestones"

    task: str = ""
    order: str = ""
    text: str = ""
    due_on: str | None = None
    """ISO."""
    worded: str = ""
    """The day as the plan words it: 6月底前."""
