"""`import`: a notice becomes a new list."""

from argparse import Namespace
from pathlib import Path

from store.file import TaskFile
from store.importing import import_change
from store.model import Refused
from tui.command_line import notices
from tui.command_line.output import say
from tui.command_line.parser import Parser
from tui.whereabouts import remember


def parser(name: str) -> Parser:
    """What may stand after `import`."""
    made = Parser(f"yaodian {name}", "通知文件 -o 清单文件 [--encoding 编码]", "把一份通知导入为新的清单文件;已有的文件不会被覆盖。")
    notices.add_notice(made)
    made.add_argument("-o", "--output", type=Path, required=True, metavar="清单文件", help="新清单的文件名,如 清单.json")
    return made


def run(options: Namespace) -> None:
    """Make the list and say what went into it."""
    reading = notices.read(options)
    if not (reading.rows or reading.roster or reading.work_points):
        raise Refused(f"“{options.notice}”里没有读出工作要点、名册或任务,没有导入;请核对是不是这份通知。")
    with TaskFile.create(options.output, import_change(reading)) as file:
        remember(file.path)
        tasks = file.tasks
        counts = f"{len(tasks.items)} 个事项、{len(tasks.task_keys)} 行任务、{len(tasks.roster)} 人、{len(tasks.units)} 个单位"
        say(f"已导入 {counts},保存到 {options.output}。")
    if reading.findings or reading.unread:
        say(f"核对提示 {len(reading.findings)} 处,未读懂 {len(reading.unread)} 行,可用 yaodian read {options.notice} 查看。")
