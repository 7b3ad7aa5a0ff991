"""`settle`: the bureau's word on who has a unit; it changes no cell."""

from store.acts.preview import RowChange
from store.acts.resolving import leader_named, unit_named
from store.acts.settling import followers_preview, settle, unsettle
from store.records.cells import leaders_field
from store.records.describing import label
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.days import day_named
from tui.command_line.arguments import Argument, word
from tui.command_line.committing import save, save_if_changed
from tui.command_line.lists import FILE, opened
from tui.command_line.output import say
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    word("unit", "单位", "全称或简称"),
    Argument("--leader", "姓名", "分管领导；写 '' 为取消已定的", required=True),
    Argument("--since", "日期", "起始日期，如 2021-06-01", default=""),
    Argument("--basis", "依据", "依据，如会议纪要", default=""),
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `settle`."""
    what = "定下一个单位的分管领导，以此为准；不改动任何一行。--leader '' 为取消。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Settle the pair, or take it back."""
    with opened(options) as file:
        tasks = file.tasks
        unit = unit_named(tasks, options.unit)
        if unit.key is None:
            raise Refused(f"“{unit.wording}”不是清单中的一个单位，不能定分管领导。")
        if not clean_line(options.leader).strip():
            save(file, unsettle(tasks, unit.key))
            return
        leader = leader_named(tasks, options.leader)
        if leader.key is None:
            raise Refused(f"“{leader.wording}”不是一个人，请写明姓名。")
        day = day_named(clean_line(options.since), tasks.clock.day())
        basis = clean_line(options.basis)
        change = settle(tasks, unit.key, leader.key, day, basis)
        save_if_changed(file, change)
        if change.edits:
            preview = followers_preview(tasks, unit.key, change.edits)
            say(*(_proposal(tasks, row) for row in preview.rows))


def _proposal(tasks: TaskList, row: RowChange) -> str:
    """Return in words a row whose leaders could not follow before; it is not changed here."""
    name = tasks.row_name(row.row)
    column = label(tasks, leaders_field(row.side))
    leaders = "、".join(leader.wording for leader in row.after.leaders)
    return f"第 {name} 行{column}没有改动，可随之改为{leaders}，请核对后用 assign 改定。"
