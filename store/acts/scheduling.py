"""Reporting schedules of a list: made, changed, taken out.

What is wrong is refused with what to write: a day that no month has, a first period of another kind. A new
schedule ends with the list's years where nobody says otherwise. The end is written into it, so that a desk
with an older program, to which none is no end, asks for the same periods.
"""

from dataclasses import dataclass, fields, replace
from typing import Any

from store.ledger.days import schedules_of
from store.ledger.owing import owed_since
from store.ledger.periods import period_named, period_or_none, period_with
from store.ledger.plan import years_of
from store.ledger.schedule_words import SCHEDULE_NAMES, schedule_in_words
from store.records.changes import Change, created, deleted, updated
from store.records.keys import key_made_of, new_key
from store.records.schedule import PERIODS, PeriodName, Reporters, Schedule
from store.records.tasklist import TaskList
from store.refused import Refused

_DAYS_OF_A_WEEK, _DAYS_OF_A_MONTH = 7, 31


@dataclass(frozen=True, slots=True)
class ScheduleGiven:
    """What the clerk says of a schedule; what is None stays as it was, or as a new one has it."""

    name: str | None = None
    every: PeriodName | None = None
    due_day: int | None = None
    due_shift: int | None = None
    from_period: str | None = None
    """A period of the schedule's kind, 2026-10 or 2026年10月; empty for the first of the list."""
    until_period: str | None = None
    """The last period; empty for no end."""
    who: Reporters | None = None
    sign_off: str | None = None


def schedule_named(tasks: TaskList, words: str) -> Schedule:
    """Return the schedule of the list that is called so, or that words number (1 for the first)."""
    known, wanted = schedules_of(tasks), words.strip()
    for number, schedule in enumerate(known, start=1):
        if wanted in (schedule.name, str(number)):
            return schedule
    names = "、".join(schedule.name for schedule in known)
    there = f"现有：{names}" if names else "清单还没有报送安排"
    raise Refused(f"没有报送安排“{wanted}”，{there}。")


def schedule_added(tasks: TaskList, given: ScheduleGiven) -> Change:
    """Ask units to report; the schedule goes by 月报, 季报 … where it is not named, ends with the list's
    years where no end is given, and knows the list's days off.
    """
    every = given.every or "month"
    begun = Schedule("", tasks.notice.key, SCHEDULE_NAMES[every], every)
    for known in schedules_of(tasks)[:1]:
        begun = replace(begun, holidays=known.holidays, workdays=known.workdays)
    made = _with(tasks, begun, given)
    if given.until_period is None:
        made = replace(made, until_period=_end_of_list(tasks, made))
    key = key_made_of("schedule", made.notice, made.name)
    is_free = tasks.find(Schedule, key) is None
    made = replace(made, key=key if is_free else new_key())
    return Change(f"新增报送安排：{schedule_in_words(made)}", (created(made),))


def schedule_changed(tasks: TaskList, schedule: Schedule, given: ScheduleGiven) -> Change:
    """Change a schedule; what was received keeps the day due that was stamped on it."""
    made = _with(tasks, schedule, given)
    names = [field.name for field in fields(given)]
    edits = updated(schedule, **{name: getattr(made, name) for name in names})
    return Change(f"改报送安排：{schedule_in_words(made)}", tuple(edits))


def schedule_removed(schedule: Schedule) -> Change:
    """Take a schedule out; the reports that came stay."""
    return Change(f"删除报送安排：{schedule_in_words(schedule)}", (deleted(schedule),))


def _end_of_list(tasks: TaskList, schedule: Schedule) -> str:
    """Return the last period of the list's years; none where nobody knows them or the first comes after."""
    years = years_of(tasks)
    if years is None:
        return ""
    last, first = years.last_period(schedule.every), period_or_none(schedule.from_period)
    return "" if first and first.last > last.last else last.name


def _with(tasks: TaskList, schedule: Schedule, given: ScheduleGiven) -> Schedule:
    """Return a schedule with what was given; refused where it makes no sense."""
    said: dict[str, Any] = {}
    for field in fields(given):
        value = getattr(given, field.name)
        if value is not None:
            said[field.name] = value.strip() if isinstance(value, str) else value
    if given.every and given.every != schedule.every:
        said = {**_span_by(given.every, schedule), **said}
    made = replace(schedule, **said)
    _refuse_day(made)
    made = replace(
        made,
        from_period=_period(made, made.from_period, "起报期"),
        until_period=_period(made, made.until_period, "止报期"),
    )
    _refuse_order(made)
    _refuse_name(tasks, made)
    if not made.from_period and owed_since(tasks) is None:
        raise Refused("清单没有年份和印发日期，不知道从哪一期报起，请写起报期。")
    return made


def _span_by(every: PeriodName, schedule: Schedule) -> dict[str, str]:
    """Return the first and the last period of a schedule as periods of another kind."""
    first, last = period_or_none(schedule.from_period), period_or_none(schedule.until_period)
    span = {"from_period": first and period_with(every, first.first)}
    span["until_period"] = last and period_with(every, last.last)
    return {name: period.name for name, period in span.items() if period}


def _refuse_day(schedule: Schedule) -> None:
    is_weekly = schedule.every == "week"
    most = _DAYS_OF_A_WEEK if is_weekly else _DAYS_OF_A_MONTH
    if not 0 <= schedule.due_day <= most:
        what = "周几（1 至 7，7 为周日）" if is_weekly else "几日（1 至 31，31 为月末）"
        raise Refused(f"报送日要写{what}，不能写 {schedule.due_day}；写 0 为本期最后一天。")
    if schedule.due_shift not in (0, 1):
        raise Refused(f"顺延期数只能是 0（当月、当周）或 1（次月、下周），不能写 {schedule.due_shift}。")


def _period(schedule: Schedule, words: str, what: str) -> str:
    if not words:
        return ""
    period = period_named(words)
    if period.every != schedule.every:
        kind = PERIODS[schedule.every]
        raise Refused(f"{what}要写一个{kind}，“{words}”不是；报送期写作 2026-10、2026Q4、2026H2、2026。")
    return period.name


def _refuse_order(schedule: Schedule) -> None:
    first, last = schedule.from_period, schedule.until_period
    if first and last and period_named(last).last < period_named(first).last:
        raise Refused(f"止报期 {last} 早于起报期 {first}，请核对。")


def _refuse_name(tasks: TaskList, schedule: Schedule) -> None:
    if not schedule.name:
        raise Refused("报送安排要有名称，如 月报。")
    others = [one.name for one in schedules_of(tasks) if one.key != schedule.key]
    if schedule.name in others:
        raise Refused(f"已有报送安排“{schedule.name}”，请改用别的名称，或改原来的一个。")
