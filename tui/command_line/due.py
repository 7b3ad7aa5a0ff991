"""`due`: when each row is due, from where that is known, and its state on a day."""

from store.refused import Refused
from store.views.due import due_view
from store.views.values import JsonObject
from store.words.days import day_in
from tui.command_line.arguments import JSON, Argument
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import AS_OF, as_asked
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.selecting import SELECTION, rows_asked
from tui.command_line.words import Options

ON = Argument("--on", "日期", "看这一天的情况，如 2021-10-31；不写为今天")
"""The argument of a command that says how things stand on a day."""

_ARGUMENTS = (ON, AS_OF, *SELECTION, JSON, *FILE)
_HEAD = ("行", "完成时限", "种类", "到期日", "出处", "状态")


def parser(name: str) -> Parser:
    """Return what may stand after `due`."""
    what = "列出各行的时限：原文怎么写，看作哪一天，当天的状态；不改动清单。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Show when rows are due."""
    today = options.clock.day()
    day = day_in(options.on, today) if options.on else today
    with opened(options, read_only=True) as now:
        state = as_asked(now, options)
        rows = due_view(state.tasks, day, rows_asked(state, options, day))
        if options.json:
            say_json(rows)
        elif not rows:
            raise Refused("清单中没有任务。")
        else:
            say(*aligned([_HEAD, *map(_line, rows)]))


def _line(row: JsonObject) -> tuple[str, ...]:
    wording, due = row["deadline"] or "（空）", row["due"] or "—"
    return (row["row"], wording, row["kind_word"], due, row["from_word"] or "—", _state(row))


def _state(row: JsonObject) -> str:
    """Return the state with the days to the day due: 逾期 27 天, 临期 剩 3 天."""
    days = row["days_left"]
    match row["state"]:
        case "overdue":
            return f"{row['state_word']}，已过 {-days} 天"
        case "near":
            return f"{row['state_word']}，{f'剩 {days} 天' if days else '今天到期'}"
    said: str = row["state_word"]
    return said
