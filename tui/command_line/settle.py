"""`settle`: the bureau's word on who has a unit; it changes no row."""

from argparse import Namespace

from store.acts.preview import RowChange
from store.acts.resolving import leader_named, unit_named
from store.acts.settling import followers_preview, settle, unsettle
from store.records.cells import leaders_field
from store.records.describing import label
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.days import day_named
from tui.command_line.lists import add_file, answer, opened
from tui.command_line.output import say
from tui.command_line.parser import Parser


def parser(name: str) -> Parser:
    """What may stand after `settle`."""
    usage = "单位 --leader 姓名 [--since 日期] [--basis 依据] [-f 清单文件]"
    made = Parser(
        f"yaodian {name}", usage, "定下一个单位的分管领导,以此为准;不改动任何一行。--leader '' 为取消。"
    )
    made.add_argument("unit", metavar="单位", help="全称或简称")
    made.add_argument("--leader", required=True, metavar="姓名", help="分管领导;写 '' 为取消已定的")
    made.add_argument("--since", default="", metavar="日期", help="起始日期,如 2021-06-01")
    made.add_argument("--basis", default="", metavar="依据", help="依据,如会议纪要")
    add_file(made)
    return made


def run(options: Namespace) -> None:
    """Settle the pair, or take it back."""
    with opened(options) as file:
        tasks = file.tasks
        unit = unit_named(tasks, options.unit)
        if unit.key is None:
            raise Refused(f"“{unit.wording}”不是清单中的一个单位,不能定分管领导。")
        if not clean_line(options.leader).strip():
            answer(file, file.commit(unsettle(tasks, unit.key)))
            return
        leader = leader_named(tasks, options.leader)
        if leader.key is None:
            raise Refused(f"“{leader.wording}”不是一个人,请写明姓名。")
        change = settle(
            tasks,
            unit.key,
            leader.key,
            day_named(clean_line(options.since), tasks.clock.day()),
            clean_line(options.basis),
        )
        if not change.edits:
            say("没有变化。")
            return
        done = file.commit(change)
        answer(file, done, *(_proposal(tasks, row) for row in followers_preview(tasks, unit.key).rows))


def _proposal(tasks: TaskList, row: RowChange) -> str:
    """A row whose leaders could not follow before, in words; it is not changed here."""
    leaders = "、".join(leader.wording for leader in row.after.leaders)
    return f"第 {tasks.row_name(row.row)} 行{label(tasks, leaders_field(row.side))}没有改动,可随之改为{leaders},请核对后用 assign 改定。"
