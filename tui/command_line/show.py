"""`show`: what a list holds, for a person or as JSON."""

from argparse import Namespace

from store.file import TaskFile
from store.model import Refused
from store.resolving import one_unit_named, person_named
from store.tasklist import TaskList
from tui.command_line import pages, views
from tui.command_line.lists import add_file, opened
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser

_PARTS = ("tasks", "roster", "points", "units", "portfolio", "history", "unit", "leader")
_OF_ONE = ("unit", "leader")


def parser(name: str) -> Parser:
    """What may stand after `show`."""
    made = Parser(f"yaodian {name}", f"{'|'.join(_PARTS)} [名称] [-f 清单文件] [--json]", "查看清单的一部分,不改动清单。")
    made.add_argument(
        "part",
        choices=_PARTS,
        metavar="内容",
        help="tasks 任务,roster 名册,points 工作要点,units 单位,portfolio 分管,history 变更,unit 一个单位,leader 一位领导",
    )
    made.add_argument("name", nargs="?", metavar="名称", help="unit 之后写单位,leader 之后写姓名")
    add_file(made)
    made.add_argument("--json", action="store_true", help="输出 JSON")
    return made


def run(options: Namespace) -> None:
    """Show a part of a list."""
    if (options.part in _OF_ONE) is not bool(options.name):
        raise Refused(f"请在 {options.part} 后面写明名称。" if options.part in _OF_ONE else f"{options.part} 后面不写名称。")
    with opened(options, read_only=True) as file:
        if options.part in _OF_ONE:
            _show_one(file.tasks, options)
        elif options.json:
            say_json(_values(file, options.part))
        else:
            say(*(_lines(file, options.part) or ["(无)"]))


def _show_one(tasks: TaskList, options: Namespace) -> None:
    from tui.command_line import profiles

    if options.part == "unit":
        view, lines = profiles.unit_view(tasks, one_unit_named(tasks, options.name)), profiles.unit_lines
    else:
        view, lines = profiles.leader_view(tasks, person_named(tasks, options.name)), profiles.leader_lines
    if options.json:
        say_json(view)
    else:
        say(*lines(view))


def _values(file: TaskFile, part: str) -> object:
    match part:
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
        case _:
            return [change.to_doc() for change in file.history]


def _lines(file: TaskFile, part: str) -> list[str]:
    match part:
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
        case _:
            lines = pages.history_lines(file.tasks, file.history)
    return list(lines)
