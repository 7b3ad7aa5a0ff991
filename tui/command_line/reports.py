"""`reports`: what is owed and what was reported, row by row."""

from collections.abc import Sequence

from store.acts.resolving import one_unit_named
from store.ledger.owed import OWED_WORDS
from store.ledger.periods import period_named
from store.views.reports import reports_view, unclear_view
from store.views.values import JsonObject
from store.words.days import day_in
from tui.command_line.arguments import JSON, Argument, word
from tui.command_line.due import ON
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import AS_OF, as_asked
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.selecting import rows_typed
from tui.command_line.words import Options

_ARGUMENTS = (
    word("rows", "行", "只看这几行，如 3.1-3.3；不写为全部", optional=True),
    Argument("--period", "报送期", "只看这一期，如 2026-10"),
    Argument("--unit", "单位", "只看这个单位"),
    ON,
    AS_OF,
    JSON,
    *FILE,
)
_HEAD = ("行", "单位", "报送期", "应报日", "情况", "收到", "进展")


def parser(name: str) -> Parser:
    """Return what may stand after `reports`."""
    what = "列出应报的进展和报来的情况：按时、迟报、未报、待报；不改动清单。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Show what is owed and reported."""
    today = options.clock.day()
    day = day_in(options.on, today) if options.on else today
    with opened(options, read_only=True) as now:
        tasks = as_asked(now, options).tasks
        rows = rows_typed(tasks, options.rows) if options.rows else tasks.task_keys
        period = period_named(options.period) if options.period else None
        unit = one_unit_named(tasks, options.unit).key if options.unit else ""
        found = reports_view(tasks, day, rows, period, unit)
        unclear = unclear_view(tasks, day, rows)
        if options.json:
            say_json({"day": day.isoformat(), "reports": found, "unclear": unclear})
        else:
            _say(found, unclear)


def _say(found: Sequence[JsonObject], unclear: Sequence[JsonObject]) -> None:
    if found:
        lines = map(_line, found)
        say(*aligned([_HEAD, *lines]), _sum(found))
    else:
        say("没有应报的进展，也没有报来的。报送安排用 yaodian schedule 设定。")
    for one in unclear:
        wordings = "、".join(one["unclear"])
        say(f"统称未明，不计应报：{one['row']} {wordings}。")


def _line(line: JsonObject) -> tuple[str, ...]:
    report = line["report"] or {}
    late = f" {line['days_late']} 天" if line["days_late"] else ""
    texts = report.get("state_word"), report.get("done")
    said = "；".join(filter(None, texts))
    due, came = line["due_on"] or "—", report.get("received_on") or "—"
    word = f"{line['word_text']}{late}"
    return (line["row"], line["unit"], line["period"], due, word, came, said)


def _sum(lines: Sequence[JsonObject]) -> str:
    """Return how many are owed, and how many of each word: 应报 9：按时 4，未报 5。"""
    counts = dict.fromkeys(OWED_WORDS, 0)
    for line in lines:
        if line["word"]:
            counts[line["word"]] += 1
    said = [f"{OWED_WORDS[word]} {count}" for word, count in counts.items() if count]
    words = "，".join(said) or "无"
    return f"应报 {sum(counts.values())}：{words}。"
