"""`stats`: how many rows each state, unit, leader or item has, as of a day, with sums that agree."""

from datetime import date

from store.ledger.periods import Period, period_named
from store.ledger.shares import refuse_other_total
from store.ledger.stat_base import StatBase, stat_base
from store.ledger.stat_columns import BYS, ROWS, By
from store.ledger.stat_words import apart_said, base_said, figures_of, heads_of, repeated_said
from store.ledger.stats import StatTable, stat_table
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.stats import stats_view
from store.words.days import day_in
from tui.command_line.arguments import JSON, Argument, whole_number
from tui.command_line.due import ON
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import AS_OF, as_asked
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.selecting import SELECTION, rows_asked
from tui.command_line.words import Options

PERIOD = Argument("--period", "报送期", "统计哪一期，如 2026-10、2026Q4、2026；不写为最近到期的一期")
"""The argument of a command on what was reported for a period."""
BY = Argument(
    "--by",
    "分类",
    "，".join(f"{name} 按{words}" for name, words in BYS.items()) + "；不写为 unit",
    choices=tuple(BYS),
)
"""The argument that says by what statistics are made."""

_TOTAL = Argument("--total", "总数", "上报或通知里写的总数；与各类相加不符的不列", take=whole_number)
_ARGUMENTS = (PERIOD, ON, BY, _TOTAL, AS_OF, *SELECTION, JSON, *FILE)


def parser(name: str) -> Parser:
    """Return what may stand after `stats`."""
    return Parser(name, "统计：按状态、单位、领导或事项各有多少行，合计相符才列出；不改动清单。", _ARGUMENTS)


def run(options: Options) -> None:
    """Show the statistics."""
    with opened(options, read_only=True) as now:
        state = as_asked(now, options)
        tasks = state.tasks
        base = base_asked(tasks, options)
        if not tasks.task_keys:
            raise Refused("清单中没有任务。")
        by: By = options.by or "unit"
        rows = rows_asked(state, options, base.day)
        table = stat_table(tasks, base, by, rows)
        if options.total is not None:
            refuse_other_total([table.total.count(ROWS)], options.total)
        if options.json:
            say_json(stats_view(tasks, table))
        else:
            _show(tasks, table)


def base_asked(tasks: TaskList, options: Options) -> StatBase:
    """Return the base that --period and --on ask for."""
    today = options.clock.day()
    return stat_base(tasks, today, *period_and_day(options))


def period_and_day(options: Options) -> tuple[Period | None, date | None]:
    """Return what --period and --on name; none for what is not written."""
    period = period_named(options.period) if options.period else None
    day = day_in(options.on, options.clock.day()) if options.on else None
    return period, day


def _show(tasks: TaskList, table: StatTable) -> None:
    say(base_said(table))
    lines = [(line.label, *figures) for line, figures in figures_of(table)]
    say(*aligned([heads_of(table), *lines]))
    say(*apart_said(table), *repeated_said(tasks, table))
