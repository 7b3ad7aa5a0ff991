"""The reporting schedules of a list (报送安排): shown, added, changed, taken out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from store.records.changes import Change
from store.records.schedule import PERIODS, REPORTERS, PeriodName, Schedule
from store.refused import Refused
from tui.screen.acts.asked_fields import AskedField, change_field
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.acts.scheduling import ScheduleGiven

_NEW = -1
_SHIFTS = ("0", "1")
"""Months (of a week: weeks) behind the end of a period."""
_HOW = "各单位多久报一次、几日前报；改了以后，已收到的仍按当时的应报日算。"


class ScheduleActs:
    """Asks for the schedules, each a change."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def show(self) -> None:
        """Show the schedules; one is added or changed, until the clerk leaves."""
        from store.ledger.days import schedules_of
        from store.ledger.schedule_words import schedule_in_words

        desk = self._desk
        while True:
            schedules = schedules_of(desk.tasks)
            choices = [Choice(at, schedule_in_words(one)) for at, one in enumerate(schedules)]
            choices.append(Choice(_NEW, "新增报送安排…", ("新增报送安排",)))
            chosen = await desk.choose("报送安排", choices, about=_HOW)
            if chosen is None:
                return
            if chosen != _NEW:
                await self._change(schedules[chosen])
            elif desk.may_change():
                await self._add()

    async def days_off(self) -> None:
        """Ask for the holidays and the days that are worked in their stead."""
        from store.acts.days_off import days_off_held, days_off_set
        from store.words.day_lists import days_listed

        desk = self._desk
        tasks = desk.tasks
        holidays, workdays = days_off_held(tasks)
        today = tasks.clock.day()
        off = await desk.ask_text(
            "放假的日子，如 10月1日至7日、1月1日；遇放假和周末顺延到上班的那天，不填为不顺延",
            holidays,
            check=lambda words: days_listed(words, today),
        )
        if off is None:
            return
        if not off.strip():
            await desk.attempt(lambda: days_off_set(tasks, "", ""))
            return
        title = "调休上班的周末，如 10月10日；可不填"
        await desk.change_text(title, workdays, lambda words: days_off_set(tasks, off, words))

    async def _add(self) -> None:
        """Ask how often, by which day, who, and from when; the rest is changed later where it matters."""
        from store.acts.scheduling import ScheduleGiven, schedule_added

        desk = self._desk
        every = await desk.choose("多久报一次", [Choice(one, f"每{words}") for one, words in PERIODS.items()])
        if every is None:
            return
        shift = await desk.choose(
            "在哪个月（周）报", [Choice(int(one), _shift(every, one)) for one in _SHIFTS]
        )
        if shift is None:
            return

        def due_on(words: str) -> Change:
            return schedule_added(
                desk.tasks, ScheduleGiven(every=every, due_day=_day(words), due_shift=shift)
            )

        due = await desk.ask_text(f"报送日：{_day_hint(every)}", "0", check=due_on)
        if due is None:
            return
        who = await desk.choose("谁报", [Choice(one, words) for one, words in REPORTERS.items()])
        if who is None:
            return

        def adding(words: str) -> Change:
            given = ScheduleGiven(every=every, due_day=_day(due), due_shift=shift, from_period=words, who=who)
            return schedule_added(desk.tasks, given)

        await desk.change_text(f"从哪一期报起（{_PERIODS_LIKE[every]}；不填为清单的第一期）", "", adding)

    async def _change(self, schedule: Schedule) -> None:
        from store.acts.scheduling import schedule_changed, schedule_removed
        from store.ledger.schedule_words import schedule_in_words

        tasks = self._desk.tasks

        def put(name: str, words: str) -> Change:
            return schedule_changed(tasks, schedule, _given(name, words))

        title = schedule_in_words(schedule)
        fields = [*_rhythm(schedule), *_who_and_when(schedule)]
        await change_field(self._desk, title, fields, put, schedule_removed(schedule))


def _rhythm(schedule: Schedule) -> Sequence[AskedField]:
    every = schedule.every
    shifts = {one: _shift(every, one) for one in _SHIFTS}
    return (
        AskedField("name", "名称", schedule.name, "如 月报"),
        AskedField("every", "周期", every, choices=PERIODS),
        AskedField("due_shift", "报送月（周）", str(schedule.due_shift), choices=shifts),
        AskedField("due_day", "报送日", str(schedule.due_day), _day_hint(every)),
    )


def _who_and_when(schedule: Schedule) -> Sequence[AskedField]:
    like = _PERIODS_LIKE[schedule.every]
    return (
        AskedField("who", "报送单位", schedule.who, choices=REPORTERS),
        AskedField("from_period", "起报期", schedule.from_period, f"{like}；不填为清单的第一期"),
        AskedField("until_period", "止报期", schedule.until_period, f"{like}；不填为一直报"),
        AskedField("sign_off", "审签", schedule.sign_off, "如 单位主要负责人"),
    )


_PERIODS_LIKE: dict[PeriodName, str] = {
    "week": "如 2026-W43",
    "month": "如 2026-10",
    "quarter": "如 2026Q4",
    "half_year": "如 2026H2",
    "year": "如 2026",
}


def _given(name: str, words: str) -> "ScheduleGiven":
    """Return what one field of a schedule was given."""
    from store.acts.scheduling import ScheduleGiven

    value: Any = _day(words) if name in ("due_day", "due_shift") else words
    return ScheduleGiven(**{name: value})


def _shift(every: PeriodName, shift: str) -> str:
    """Return in which month or week reports are due, in words."""
    if every == "week":
        return "下周" if shift == "1" else "当周"
    if every == "month":
        return "次月" if shift == "1" else "当月"
    return "期满后的次月" if shift == "1" else "期末的那个月"


def _day_hint(every: PeriodName) -> str:
    if every == "week":
        return "周几，1 至 7，7 为周日；0 为本周末"
    return "几日，1 至 31，31 为月末；0 为最后一天"


def _day(words: str) -> int:
    """Return the day that words are; refused where they are no number."""
    plain = words.strip()
    if not (plain.isdecimal() and len(plain.lstrip("0")) <= 2):
        raise Refused("请写数字，如 25。")
    return int(plain)
