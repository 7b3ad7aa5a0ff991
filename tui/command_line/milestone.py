"""`milestone`: the steps of rows with days of their own: shown, added, changed, removed."""

from store.acts.measuring import (
    MilestoneGiven,
    milestone_added,
    milestone_changed,
    milestone_removed,
    milestones_of,
)
from store.records.changes import Change
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.measures import milestones_view
from store.views.values import JsonObject
from store.words.cleaning import clean_line
from tui.command_line.arguments import Argument, flag, word
from tui.command_line.committing import PREVIEW, show_or_change
from tui.command_line.lists import FILE
from tui.command_line.moments import BASIS
from tui.command_line.one_row import one_row, part_named
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.selecting import rows_typed
from tui.command_line.words import Options

_ARGUMENTS = (
    word("rows", "行", "行的位置，如 2；看的可以写几行，不写为全部", optional=True),
    Argument("--add", "内容", "给这一行新增一个节点"),
    Argument("--milestone", "内容", "改或删这一行的哪个节点，写内容或序号"),
    Argument("--by", "时限", "到哪天，如 6月底前、2026-06-30；写 '' 为不定"),
    Argument("--text", "内容", "改节点的内容"),
    flag("--remove", "删除这个节点"),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `milestone`."""
    return Parser(name, "时间节点：看、新增、改、删一行的各个节点。", _ARGUMENTS)


def run(options: Options) -> None:
    """Show milestones, or change those of a row."""
    changes = options.add is not None or options.milestone is not None
    if options.add is not None and options.milestone is not None:
        raise Refused("--add 和 --milestone 只能用一个。")
    if not changes and (options.remove or options.by is not None or options.text is not None):
        raise Refused("请用 --milestone 写明改哪个节点，或用 --add 新增。")
    show_or_change(options, changes, _show, _change)


def _change(tasks: TaskList, options: Options) -> Change:
    row = one_row(tasks, options.rows)
    by = None if options.by is None else clean_line(options.by)
    if options.add is not None:
        return milestone_added(tasks, row, MilestoneGiven(clean_line(options.add), by))
    milestone = part_named(milestones_of(tasks, row), options.milestone, "节点")
    if options.remove:
        return milestone_removed(tasks, milestone)
    text = None if options.text is None else clean_line(options.text)
    return milestone_changed(tasks, milestone, MilestoneGiven(text, by))


def _show(tasks: TaskList, options: Options) -> None:
    rows = rows_typed(tasks, options.rows) if options.rows else tasks.task_keys
    found = milestones_view(tasks, rows)
    if options.json:
        say_json(found)
    elif found:
        lines = map(_columns, found)
        say(*aligned([("行", "序号", "到期日", "节点"), *lines]))
    else:
        say("还没有时间节点。新增如 yaodian milestone 2 --add 完成立项 --by 3月底前。")


def _columns(view: JsonObject) -> tuple[str, ...]:
    due = view["due_on"] or "—"
    return (view["row"], str(view["number"]), due, view["text"])
