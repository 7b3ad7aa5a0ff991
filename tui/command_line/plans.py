"""`plans`: handovers dated ahead; shown, carried out on their day, or given up."""

from argparse import Namespace

from store.acts.handover_plans import cancel_plan, plan_preview, plans
from store.records.kept import Plan
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.portfolio import plans_view
from tui.command_line import pages
from tui.command_line.handover import add_answers, answered, show, unanswered
from tui.command_line.lists import add_file, answer, opened
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser


def parser(name: str) -> Parser:
    """What may stand after `plans`."""
    usage = "[--apply 序号 [--answer 行=keep|drop,..]] [--cancel 序号] [-f 清单文件] [--json]"
    made = Parser(f"yaodian {name}", usage, "查看预定的分工调整;到了日子的可以执行,不要的可以取消。")
    made.add_argument("--apply", metavar="序号", help="执行这一项,按现在的清单重新核对")
    made.add_argument("--cancel", metavar="序号", help="取消这一项")
    add_answers(made)
    add_file(made)
    made.add_argument("--json", action="store_true", help="输出 JSON")
    return made


def run(options: Namespace) -> None:
    """Show, carry out or give up."""
    acts = options.apply is not None or options.cancel is not None
    with opened(options, read_only=not acts) as file:
        tasks = file.tasks
        if not acts:
            view = plans_view(tasks, tasks.today)
            if options.json:
                say_json(view)
            else:
                say(*(pages.plan_lines(view) or ["没有预定的分工调整。"]))
            return
        plan = _numbered(tasks, options.apply if options.cancel is None else options.cancel)
        if options.cancel is not None:
            answer(file, file.commit(cancel_plan(tasks, plan)))
            return
        if plan.effective_on > tasks.today:
            raise Refused(f"这一项 {plan.effective_on} 才生效,请到那天再执行。")
        _, preview = answered(tasks, lambda given: plan_preview(tasks, plan, given), options.answer)
        show(tasks, preview, json=options.json)
        if preview.open:
            raise Refused(unanswered(tasks, preview))
        change = file.commit(preview.change(tasks))
        if not options.json:
            answer(file, change)


def _numbered(tasks: TaskList, number: str) -> Plan:
    kept = plans(tasks)
    if not number.isdecimal() or not 0 < int(number) <= len(kept):
        there = f"现有 1 至 {len(kept)}" if kept else "现在没有预定的分工调整"
        raise Refused(f"没有第 {number} 项,{there}。")
    return kept[int(number) - 1]
