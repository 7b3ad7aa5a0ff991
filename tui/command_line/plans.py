"""`plans`: handovers dated ahead; shown, carried out on their day, or given up."""

from functools import partial

from store.acts.handover_plans import cancel_plan, plan_preview, plans
from store.file.task_file import TaskFile
from store.records.kept import Plan
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.portfolio import plans_view
from tui.command_line import pages
from tui.command_line.answers import ANSWER, answered, refuse_unanswered
from tui.command_line.arguments import JSON, Argument
from tui.command_line.committing import save
from tui.command_line.handover import show
from tui.command_line.lists import FILE, opened
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    Argument("--apply", "序号", "执行这一项，按现在的清单重新核对"),
    Argument("--cancel", "序号", "取消这一项"),
    ANSWER,
    *FILE,
    JSON,
)


def parser(name: str) -> Parser:
    """Return what may stand after `plans`."""
    return Parser(name, "查看预定的分工调整；到了日子的可以执行，不要的可以取消。", _ARGUMENTS)


def run(options: Options) -> None:
    """Show, carry out or give up."""
    number = options.apply if options.cancel is None else options.cancel
    with opened(options, read_only=number is None) as file:
        if number is None:
            _show_all(file.tasks, json=options.json)
            return
        plan = _numbered(file.tasks, number)
        if options.cancel is not None:
            save(file, cancel_plan(file.tasks, plan))
        else:
            _apply(options, file, plan)


def _show_all(tasks: TaskList, *, json: bool) -> None:
    view = plans_view(tasks, tasks.today)
    if json:
        say_json(view)
    else:
        say(*(pages.plan_lines(view) or ["没有预定的分工调整。"]))


def _apply(options: Options, file: TaskFile, plan: Plan) -> None:
    tasks = file.tasks
    if plan.effective_on > tasks.today:
        raise Refused(f"这一项 {plan.effective_on} 才生效，请到那天再执行。")
    _, preview = answered(tasks, partial(plan_preview, tasks, plan), options.answer)
    show(tasks, preview, json=options.json)
    refuse_unanswered(tasks, preview)
    save(file, preview.change(tasks), quiet=options.json)


def _numbered(tasks: TaskList, number: str) -> Plan:
    kept = plans(tasks)
    if not number.isdecimal() or not 0 < int(number) <= len(kept):
        there = f"现有 1 至 {len(kept)}" if kept else "现在没有预定的分工调整"
        raise Refused(f"没有第 {number} 项，{there}。")
    return kept[int(number) - 1]
