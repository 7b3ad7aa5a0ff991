"""When a row is due: by the clerk's word, else by the wording that the notice has.

6月底前 in a list of 2021       2021-06-30
每季度                          the next due day of its schedule, else the quarter's end
长期坚持                        no day
立即                           so many days after the issue as the clerk set, else no day
3月底前试点，10月底前推开       2021-03-31 up to that day, from then on 2021-10-31
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from store.ledger.periods import Period, due_day, period_due_next, period_with
from store.reading.signs.deadline_given import list_year
from store.reading.signs.deadlines import Deadline, DeadlineKind, deadlines_of, recurrence_of
from store.records.derived import derived
from store.records.documents import on
from store.records.notice import Notice
from store.records.schedule import PeriodName, Schedule
from store.records.task import Task
from store.records.tasklist import TaskList
from store.words.days_off import WEEKENDS, DaysOff, days_off

Origin = Literal["", "notice", "hand"]

ORIGINS: dict[Origin, str] = {"notice": "原文", "hand": "人定"}
"""From where a deadline is, in the clerk's words."""

KINDS: dict[DeadlineKind, str] = {
    "dated": "某日",
    "recurring": "定期",
    "continuing": "长期坚持",
    "immediate": "立即办理",
    "unset": "未定时限",
}
"""The kinds of deadline in the clerk's words."""

_SOME_YEAR = 2001

# 每月25日, 每季末, 每半年, 每年6月末, 每周五: what recurrence_of makes of a wording.
_EVERY: dict[str, PeriodName] = {
    "每周": "week",
    "每月": "month",
    "每季": "quarter",
    "每半": "half_year",
    "每年": "year",
}


@dataclass(frozen=True, slots=True)
class Deadlines:
    """What is said of a row's end, whatever the day: its kind, and the days where it names some."""

    kind: DeadlineKind = "unset"
    days: tuple[str, ...] = ()
    """ISO, the earliest first."""
    origin: Origin = ""
    every: PeriodName | None = None
    """Of a recurring one, how often; none where nobody said it."""
    lacks_year: bool = False
    """It would name a day if the year of the list were known."""
    wording: str = ""
    """As printed."""

    def on_day(self, day: str) -> str | None:
        """Return the day that counts on a day: the first that is not past, else the last."""
        for due in self.days:
            if due >= day:
                return due
        return self.days[-1] if self.days else None


def deadlines_of_row(tasks: TaskList, task: Task) -> Deadlines:
    """Return what is said of a row's end: what the clerk set, else what the wording means."""
    notice = _of_notice(tasks)
    if not task.due_kind and not task.due_on:
        return _worded(task.deadline or "", *notice)
    wording = task.deadline or ""
    match task.due_kind:
        case "recurring":
            every = _worded(wording, *notice).every
            return Deadlines("recurring", (), "hand", every, wording=wording)
        case "continuing":
            return Deadlines("continuing", (), "hand", wording=wording)
    days = (task.due_on,) if task.due_on else ()
    return Deadlines("dated", days, "hand", wording=wording)


@derived(on(Notice), on(Schedule))
def _of_notice(tasks: TaskList) -> tuple[int | None, str | None, DaysOff, str | None]:
    """Return the year of the list, its day of issue, its days off, and the day of what is to be done at
    once.
    """
    notice = tasks.notice
    return list_year(notice), notice.issued_on, days_off_of(tasks), _at_once(notice)


def _at_once(notice: Notice) -> str | None:
    if not notice.issued_on or not notice.at_once_days:
        return None
    issued = date.fromisoformat(notice.issued_on)
    return (issued + timedelta(days=notice.at_once_days)).isoformat()


@lru_cache(maxsize=16384)
def _worded(
    wording: str, year: int | None, issued_on: str | None, off: DaysOff, at_once: str | None
) -> Deadlines:
    """Return what a wording says; of several kinds a day goes before a rhythm, and that before no day."""
    found = deadlines_of(wording, year, issued_on, off)
    if not found:
        return Deadlines()
    days = {one.due for one in found if one.kind == "dated" and one.due}
    kinds = {one.kind for one in found}
    if days:
        return Deadlines("dated", tuple(sorted(days)), "notice", wording=wording)
    if "recurring" in kinds:
        return Deadlines("recurring", (), "notice", _every(found), wording=wording)
    lacks_year = year is None and _names_day_in_a_year(wording, found)
    if "continuing" in kinds and not lacks_year:
        return Deadlines("continuing", (), "notice", wording=wording)
    if "immediate" in kinds and not lacks_year:
        return Deadlines("immediate", (at_once,) if at_once else (), "notice", wording=wording)
    kind: DeadlineKind = "immediate" if "immediate" in kinds else "unset"
    return Deadlines(kind, (), "notice", lacks_year=lacks_year, wording=wording)


def _names_day_in_a_year(wording: str, found: Sequence[Deadline]) -> bool:
    """Tell whether a wording would name a day if the list's year were known."""
    if all(one.kind != "dated" for one in found):
        return False
    return any(one.kind == "dated" and one.due for one in deadlines_of(wording, _SOME_YEAR))


def _every(found: Sequence[Deadline]) -> PeriodName | None:
    for one in found:
        if one.kind == "recurring":
            return _EVERY.get(recurrence_of(one.wording)[:2])
    return None


# ---------------------------------------------------------------------- schedules


@derived(on(Schedule), on(Notice))
def schedules_of(tasks: TaskList) -> tuple[Schedule, ...]:
    """Return the reporting schedules of the list, in the order in which they were made."""
    notice = tasks.notice.key
    several = len(tasks.notices) > 1
    found = tasks.all_of(Schedule)
    return tuple(one for one in found if not several or tasks.list_of(Schedule, one.key) == notice)


def days_off_of(tasks: TaskList) -> DaysOff:
    """Return the days off that the list knows; its schedules all hold the same."""
    known = schedules_of(tasks)
    return days_off(known[0].holidays, known[0].workdays) if known else WEEKENDS


def schedule_of_row(tasks: TaskList, said: Deadlines) -> Schedule | None:
    """Return the schedule by which a recurring row is reported: of its rhythm, else the only one."""
    schedules = schedules_of(tasks)
    for schedule in schedules:
        if schedule.every == said.every:
            return schedule
    is_open = said.every is None and len(schedules) == 1
    return schedules[0] if is_open else None


def due_of_period(tasks: TaskList, said: Deadlines, period: Period) -> date:
    """Return the day on which a recurring row's period is due: by its schedule, its wording, its end."""
    schedule = schedule_of_row(tasks, said)
    if schedule and schedule.every == period.every:
        return due_day(schedule, period)
    worded = _rhythm(said.wording, period.first.isoformat())
    return date.fromisoformat(worded) if worded else period.last


def period_of_row(tasks: TaskList, said: Deadlines, day: date) -> Period | None:
    """Return the period of a recurring row that is due next on a day; none where its rhythm is not known."""
    schedule = schedule_of_row(tasks, said)
    if schedule:
        return period_due_next(schedule, day)
    if said.every is None:
        return None
    period = period_with(said.every, day)
    while due_of_period(tasks, said, period) < day:
        period = period.next
    return period


@lru_cache(maxsize=16384)
def _rhythm(wording: str, first: str) -> str | None:
    """Return the day of a wording's rhythm in the period that begins on a day: 每月25日前."""
    found = (one.due for one in deadlines_of(wording, None, first) if one.kind == "recurring")
    return next(found, None)


def next_due(tasks: TaskList, task: Task, day: date) -> str | None:
    """Return the day on which a row falls due, seen from a day and without its reports, ISO."""
    said = deadlines_of_row(tasks, task)
    if said.kind == "recurring":
        period = period_of_row(tasks, said, day)
        return due_of_period(tasks, said, period).isoformat() if period else None
    return said.on_day(day.isoformat())
