"""`show`: what a list holds, for a person or as JSON."""

from argparse import Namespace

from store.file import TaskFile
from tui.command_line import pages, views
from tui.command_line.lists import add_file, opened
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser

_PARTS = ("tasks", "roster", "points", "units", "portfolio", "matrix", "history", "lists")


def parser(name: str) -> Parser:
    """What may stand after `show`."""
    usage = f"{'|'.join(_PARTS)} [--by unit|leader] [-f 清单文件] [--list 清单] [--json]"
    made = Parser(f"yaodian {name}", usage, "查看清单的一部分,不改动清单。")
    parts = "tasks 任务,roster 名册,points 工作要点,units 单位,portfolio 分管,matrix 方阵,history 变更,lists 文件中的各份清单"
    made.add_argument("part", choices=_PARTS, metavar="内容", help=parts)
    made.add_argument("--by", choices=("unit", "leader"), default="unit", metavar="unit|leader", help="方阵的横排:单位或分管领导")
    add_file(made)
    made.add_argument("--json", action="store_true", help="输出 JSON")
    return made


def run(options: Namespace) -> None:
    """Show a part of a list."""
    with opened(options, read_only=True) as file:
        if options.json:
            say_json(_values(file, options))
        else:
            say(*(_lines(file, options) or ["(无)"]))


def _values(file: TaskFile, options: Namespace) -> object:
    match options.part:
        case "tasks":
            return views.tasks_view(file.tasks)
        case "roster":
            return views.roster_view(file.tasks)
        case "points":
            return views.points_view(file.tasks)
        case "units":
            return views.units_view(file.tasks)
        case "portfolio":
            return views.portfolio_view(file.tasks)
        case "matrix":
            return views.matrix_view(file.tasks, options.by)
        case "lists":
            return views.lists_view(file.tasks)
        case _:
            return [change.to_doc() for change in file.history]


def _lines(file: TaskFile, options: Namespace) -> list[str]:
    match options.part:
        case "tasks":
            lines = pages.task_lines(file.tasks, views.tasks_view(file.tasks))
        case "roster":
            return pages.roster_lines(views.roster_view(file.tasks))
        case "points":
            lines = pages.point_lines(views.points_view(file.tasks))
        case "units":
            return pages.unit_lines(views.units_view(file.tasks))
        case "portfolio":
            return pages.portfolio_lines(views.portfolio_view(file.tasks))
        case "matrix":
            return pages.matrix_lines(views.matrix_view(file.tasks, options.by))
        case "lists":
            return pages.list_lines(views.lists_view(file.tasks))
        case _:
            lines = pages.history_lines(file.tasks, file.history)
    return list(lines)
