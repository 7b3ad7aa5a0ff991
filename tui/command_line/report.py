"""`report`: what a unit reports of rows for a period is put down."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from store.acts.course import rows_that_go_on
from store.acts.measuring import measures_of
from store.acts.reporting import BY_TELEPHONE, ReportGiven, day_due, reported_rows
from store.acts.resolving import names_in, one_unit_named
from store.ledger.days import schedules_of
from store.ledger.figures import number_in
from store.ledger.owed import OWED_WORDS, owed_on
from store.ledger.periods import Period, period_named
from store.records.changes import Change
from store.records.report import REPORT_WORDS
from store.records.schedule import PERIODS, Measure
from store.records.tasklist import TaskList
from store.records.values import MeasuredValue
from store.refused import Refused
from store.words.cleaning import clean, clean_line
from store.words.days import past_day_named
from tui.command_line.arguments import Argument, word
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import BASIS, with_basis
from tui.command_line.parser import Parser
from tui.command_line.selecting import rows_typed
from tui.command_line.words import Options

UNIT = Argument("--unit", "单位", "哪个单位报的", required=True)
PERIOD = Argument("--period", "报送期", "哪一期，如 2026-10、2026Q4、2026H2、2026、2026-W43", required=True)
_WORDS = {word: code for code, word in REPORT_WORDS.items()}
_TEXTS = ("done", "problem", "next_step", "share", "signed_by")
_SAID = ("--done", "--problem", "--next", "--value", "--share", "--word", "--signed", "--received")

_ARGUMENTS = (
    word("rows", "行", "行的位置，如 3.2；几行用同一段文字写 3.1-3.3 或 3.1,3.4"),
    UNIT,
    PERIOD,
    Argument("--done", "文字", "进展情况"),
    Argument("--problem", "文字", "存在问题"),
    Argument("--next", "文字", "下一步打算", "next_step"),
    Argument("--value", "数,..", "完成值；一行有几个指标的写 指标=数"),
    Argument("--share", "百分数", "完成比例，如 45"),
    Argument("--word", "状态", "办到哪一步", choices=tuple(_WORDS)),
    Argument("--signed", "姓名", "审签人", "signed_by"),
    Argument("--received", "日期", "收到日期，如 10-24；不写为今天"),
    Argument("--reporter", "姓名", "填报人"),
    Argument("--phone-with", "姓名", "电话报的，写明对方是谁"),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `report`."""
    what = "登记一个单位报来的进展；同一期再报，只改所写的几项。写 '' 为清空。"
    return Parser(name, what, _ARGUMENTS, one_needed=(*_SAID, "--reporter", "--phone-with"))


def run(options: Options) -> None:
    """Put the report down."""
    with opened(options, read_only=options.dry_run) as file:
        tasks, day = file.tasks, options.clock.day()
        rows = rows_typed(tasks, options.rows)
        unit = one_unit_named(tasks, options.unit).key
        period = period_named(options.period)
        given = _given(tasks, rows, options)
        change = reported_rows(tasks, rows, unit, period, given, day)
        said = [*rows_that_go_on(tasks, rows, day).said, *_counted(tasks, rows, change, period, day)]
        change_rows(options, file, with_basis(change, options), said)


def _given(tasks: TaskList, rows: Sequence[str], options: Options) -> ReportGiven:
    by_telephone = options.phone_with is not None
    if by_telephone and options.reporter is not None:
        raise Refused("--reporter 和 --phone-with 只能写一个。")
    who = options.phone_with if by_telephone else options.reporter
    texts = {name: _text(vars(options)[name]) for name in _TEXTS}
    code = None if options.word is None else _WORDS[options.word]
    values = _values(tasks, rows, options.value)
    given = ReportGiven(word=code, values=values, **texts)
    source, came = BY_TELEPHONE if by_telephone else None, _received(options)
    return replace(given, received_on=came, reporter=_text(who), source=source)


def _received(options: Options) -> str | None:
    typed = clean_line(options.received or "")
    return past_day_named(typed, options.clock.day()).isoformat() if typed else None


def _text(typed: str | None) -> str | None:
    return None if typed is None else clean(typed).strip()


def _values(tasks: TaskList, rows: Sequence[str], typed: str | None) -> tuple[MeasuredValue, ...] | None:
    """Return the values that were typed: 18, or 众创孵化机构=18,园区=2."""
    if typed is None:
        return None
    if len(rows) > 1:
        raise Refused("--value 一次只用于一行，请分行登记完成值。")
    measures, words = measures_of(tasks, rows[0]), clean_line(typed)
    parts = [words] if number_in(words) is not None else names_in(words)
    found = []
    for part in parts or [""]:
        name, _, value = part.replace("\uff1d", "=").rpartition("=")
        measure = _measure(tasks, rows[0], measures, name.strip())
        said = MeasuredValue(measure.key, value.strip())
        found.append(said)
    return tuple(found)


def _measure(tasks: TaskList, row: str, measures: Sequence[Measure], name: str) -> Measure:
    """Return the measure that a name fits; without a name the only one."""
    exact = [one for one in measures if name == one.text]
    fitting = exact or [one for one in measures if name in one.text]
    if len(fitting) == 1:
        return fitting[0]
    called = tasks.row_name(row)
    if not measures:
        raise Refused(f"{called} 还没有指标，请先用 yaodian measure 设指标。")
    names = "、".join(one.text for one in measures)
    example = f"{measures[0].text}=18"
    raise Refused(f"{called} 的指标有：{names}，请写明是哪一个，如 {example}。")


def _counted(
    tasks: TaskList, rows: Sequence[str], change: Change, period: Period, day: date
) -> Iterator[str]:
    """Yield as what the reports count, or that their period is not asked for."""
    if not schedules_of(tasks):
        return
    if day_due(tasks, period) is None:
        yield f"没有按{PERIODS[period.every]}的报送安排，或这一期不在其中，不计应报。"
        return
    after = tasks.copy()
    after.apply(change.edits)
    keys, now = {edit.key for edit in change.edits}, owed_on(after, day)
    said: dict[str, None] = {}
    for row in rows:
        for owed in now.of(row):
            if owed.report and owed.report.key in keys:
                late = f" {owed.days_late} 天" if owed.days_late else ""
                said[f"应报 {owed.due_on}，{OWED_WORDS[owed.word]}{late}。"] = None
    yield from said
