"""`schedule`: by when units report for each period: shown, added, changed, removed."""

from datetime import date

from store.acts.days_off import days_off_held, days_off_set
from store.acts.scheduling import (
    ScheduleGiven,
    schedule_added,
    schedule_changed,
    schedule_named,
    schedule_removed,
)
from store.file.task_file import TaskFile
from store.ledger.days import schedules_of
from store.ledger.owed import owed_on
from store.ledger.periods import due_day, period_due_next
from store.ledger.schedule_words import rhythm_in_words, span_in_words
from store.records.changes import Change
from store.records.schedule import PERIODS, REPORTERS, Schedule
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.values import JsonObject
from store.words.cleaning import clean_line
from tui.command_line.arguments import Argument, flag, whole_number, word
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import BASIS, with_basis
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_EVERY = {word: name for name, word in PERIODS.items()}
_WHO = {"lead": REPORTERS["lead"], "all": REPORTERS["all"]}
_TEXTS = {
    "name": "called",
    "from_period": "from_period",
    "until_period": "until_period",
    "sign_off": "sign_off",
}
"""Fields of a schedule, and the options that give them."""

_ARGUMENTS = (
    word("schedule", "安排", "改或删哪一个，写名称或序号；不写则看现有的，或新增", optional=True),
    Argument("--every", "周期", "多久报一次", choices=tuple(_EVERY)),
    Argument("--day", "几日", "几日前报，31 为月末；按周的写 1 至 7；0 为本期最后一天", take=whole_number),
    Argument("--shift", "期数", "0 为当月（周），1 为次月（下周）", take=whole_number),
    Argument("--from", "报送期", "从哪一期报起，如 2026-04；写 '' 为清单开始的一期", "from_period"),
    Argument("--until", "报送期", "报到哪一期；新增时不写为清单年份的末期，写 '' 为一直报", "until_period"),
    Argument("--who", "范围", "lead 只由牵头单位报，all 责任单位也报", choices=tuple(_WHO)),
    Argument("--sign-off", "审签", "由谁审签，如 单位主要负责人"),
    Argument("--name", "名称", "叫什么，如 月报；改名也用它", "called"),
    flag("--remove", "删除这个安排，报来的进展都留着"),
    Argument("--holidays", "日期", "各安排遇休息日顺延：放假的日子，如 10月1日至7日；写 '' 为不顺延"),
    Argument("--workdays", "日期", "同时写：调休上班的周末，如 10月9日"),
    *BASIS,
    *PREVIEW,
    *FILE,
)
_HEAD = ("序号", "名称", "何时报", "起止", "谁报", "审签", "下次应报")


def parser(name: str) -> Parser:
    """Return what may stand after `schedule`."""
    return Parser(name, "报送安排：各单位多久报一次进展、几日前报；看、新增、改、删。", _ARGUMENTS)


def run(options: Options) -> None:
    """Show the schedules, or add, change or remove one."""
    given = _given(options)
    is_of_days_off = options.holidays is not None or options.workdays is not None
    changes = options.remove or is_of_days_off or given != ScheduleGiven()
    with opened(options, read_only=options.dry_run or not changes) as file:
        if changes:
            change = _change(file.tasks, options, given)
            said = _owed_now(file, change, options)
            change_rows(options, file, with_basis(change, options), said)
        else:
            _show(file.tasks, options)


def _given(options: Options) -> ScheduleGiven:
    texts = {name: _line(vars(options)[typed]) for name, typed in _TEXTS.items()}
    every = None if options.every is None else _EVERY[options.every]
    return ScheduleGiven(every=every, due_day=options.day, due_shift=options.shift, who=options.who, **texts)


def _line(typed: str | None) -> str | None:
    return None if typed is None else clean_line(typed).strip()


def _change(tasks: TaskList, options: Options, given: ScheduleGiven) -> Change:
    if options.holidays is not None or options.workdays is not None:
        if options.schedule is not None or options.remove or given != ScheduleGiven():
            raise Refused("放假和调休用于全部报送安排，请单独设，去掉别的选项。")
        given_days = (_line(options.holidays), _line(options.workdays))
        held = days_off_held(tasks)
        off, worked = (old if new is None else new for old, new in zip(held, given_days, strict=True))
        return days_off_set(tasks, off, worked if off else "")
    if options.remove and given != ScheduleGiven():
        raise Refused("--remove 只删除，请去掉别的选项。")
    if options.schedule is None:
        if options.remove:
            raise Refused("请写明删除哪一个报送安排，如 月报。")
        return schedule_added(tasks, given)
    schedule = schedule_named(tasks, clean_line(options.schedule))
    return schedule_removed(schedule) if options.remove else schedule_changed(tasks, schedule, given)


def _owed_now(file: TaskFile, change: Change, options: Options) -> list[str]:
    """Say how many reports are missing by now, where there are any: a schedule asks for what is past too."""
    after = file.tasks.copy()
    after.apply(change.edits)
    missing = list(owed_on(after, options.clock.day()).outstanding())
    if not missing or not change.edits:
        return []
    first = min(missing, key=lambda one: one.due_on).period.label
    hint = "" if options.from_period else "；从以后某期报起，请加 --from"
    return [f"到今天有 {len(missing)} 份未报，最早的是{first}{hint}。"]


def _show(tasks: TaskList, options: Options) -> None:
    schedules, today = schedules_of(tasks), options.clock.day()
    if options.schedule is not None:
        named = schedule_named(tasks, clean_line(options.schedule))
        schedules = (named,)
    if options.json:
        say_json([_view(schedule, today) for schedule in schedules])
    elif schedules:
        numbered = enumerate(schedules, start=1)
        lines = [_columns(number, schedule, today) for number, schedule in numbered]
        say(*aligned([_HEAD, *lines]))
    else:
        say("还没有报送安排。新增如 yaodian schedule --every 月 --day 25。")


def _columns(number: int, schedule: Schedule, today: date) -> tuple[str, ...]:
    span, who = span_in_words(schedule) or "—", REPORTERS[schedule.who]
    due = _next_due(schedule, today) or "—"
    rhythm, sign_off = rhythm_in_words(schedule), schedule.sign_off or "—"
    return (str(number), schedule.name, rhythm, span, who, sign_off, due)


def _next_due(schedule: Schedule, today: date) -> str | None:
    period = period_due_next(schedule, today)
    return due_day(schedule, period).isoformat() if period else None


def _view(schedule: Schedule, today: date) -> JsonObject:
    view: JsonObject = {"name": schedule.name, "key": schedule.key, "every": schedule.every}
    for name in ("due_day", "due_shift", "from_period", "until_period", "who", "sign_off"):
        view[name] = getattr(schedule, name)
    view["holidays"], view["workdays"] = list(schedule.holidays), list(schedule.workdays)
    view["words"] = rhythm_in_words(schedule)
    view["next_due"] = _next_due(schedule, today)
    return view
