"""`reminders`: the register of reminders (催办登记), and a new number for those that share one."""

from store.acts.reminding import renumbered_slips
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.reminders import reminders_view
from store.views.values import JsonObject
from store.words.days import day_in
from tui.command_line.arguments import flag
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.due import ON
from tui.command_line.lists import FILE, opened
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    ON,
    flag("--renumber", "有两份同一文号的，后发的改用下一个文号"),
    *PREVIEW,
    *FILE,
)
_SHOWN = ("number", "level", "unit", "rows", "sent_on", "answer_by", "answered_on", "standing")
_HEAD = ("文号", "级别", "单位", "行", "发出", "回复期限", "回复", "现状")


def parser(name: str) -> Parser:
    """Return what may stand after `reminders`."""
    what = "催办登记：发过哪些催办、督办，打过哪些电话，各单位是否回复。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Show the register, or give numbers anew."""
    with opened(options, read_only=options.dry_run or not options.renumber) as file:
        if options.renumber:
            change_rows(options, file, renumbered_slips(file.tasks))
        else:
            _show(file.tasks, options)


def _show(tasks: TaskList, options: Options) -> None:
    today = options.clock.day()
    day = day_in(options.on, today) if options.on else today
    view = reminders_view(tasks, day)
    if options.json:
        say_json(view)
    elif not view:
        raise Refused("还没有催办过；发催办单用 yaodian remind。")
    else:
        lines = map(_line, view)
        say(*aligned([_HEAD, *lines]))


def _line(slip: JsonObject) -> tuple[str, ...]:
    named = {**slip, "rows": "、".join(slip["rows"])}
    return tuple(named[name] or "—" for name in _SHOWN)
