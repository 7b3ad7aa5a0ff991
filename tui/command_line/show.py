"""`show`: what a list holds, for a person or as JSON."""

from argparse import Namespace
from collections.abc import Callable

from store.acts.resolving import one_unit_named, person_named
from store.history.earlier import State
from store.history.finding import changes_found, keys_of_rows
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.crossings import matrix_view
from store.views.lists import lists_view
from store.views.portfolio import portfolio_view
from store.views.profiles import leader_view, unit_view
from store.views.roster import roster_view
from store.views.tasks import tasks_view
from store.views.units import units_view
from store.views.work_points import points_view
from store.words.cleaning import clean_line
from store.words.days import past_day_named
from tui.command_line import pages
from tui.command_line.lists import add_file, opened
from tui.command_line.moments import add_as_of, as_asked
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser

_VALUES: dict[str, Callable[[TaskList], object]] = {
    "tasks": tasks_view,
    "roster": roster_view,
    "points": points_view,
    "units": units_view,
    "portfolio": portfolio_view,
    "lists": lists_view,
}
_PARTS = ("tasks", "roster", "points", "units", "portfolio", "matrix", "history", "lists", "unit", "leader")
_OF_ONE = ("unit", "leader")


def parser(name: str) -> Parser:
    """What may stand after `show`."""
    usage = f"{'|'.join(_PARTS)} [名称] [--by unit|leader] [--as-of 时间] [--row 行] [--since 日期] [-f 清单文件] [--list 清单] [--json]"
    made = Parser(f"yaodian {name}", usage, "查看清单的一部分,不改动清单。")
    parts = "tasks 任务,roster 名册,points 工作要点,units 单位,portfolio 分管,matrix 方阵,history 变更,lists 文件中的各份清单"
    made.add_argument("part", choices=_PARTS, metavar="内容", help=f"{parts},unit 一个单位,leader 一位领导")
    made.add_argument("name", nargs="?", metavar="名称", help="unit 之后写单位,leader 之后写姓名")
    made.add_argument(
        "--by",
        choices=("unit", "leader"),
        default="unit",
        metavar="unit|leader",
        help="方阵的横排:单位或分管领导",
    )
    add_as_of(made)
    made.add_argument(
        "--row", metavar="行", help="history:只看一行或几行的变更(含所在事项),如 3.2 或 3.1-3.3"
    )
    made.add_argument("--since", metavar="日期", help="history:只看这天起的变更,如 2026-11-01 或 11-1")
    add_file(made)
    made.add_argument("--json", action="store_true", help="输出 JSON")
    return made


def run(options: Namespace) -> None:
    """Show a part of a list."""
    if options.part != "history" and (options.row or options.since):
        raise Refused("--row 和 --since 只用于 show history,请改写。")
    if (options.part in _OF_ONE) is not bool(options.name):
        raise Refused(
            f"请在 {options.part} 后面写明名称。"
            if options.part in _OF_ONE
            else f"{options.part} 后面不写名称。"
        )
    with opened(options, read_only=True) as now:
        state = as_asked(now, options)
        if options.part in _OF_ONE:
            _show_one(state.tasks, options)
        elif options.json:
            say_json(_values(state, options))
        else:
            say(*(_lines(state, options) or ["(无)"]))


def _show_one(tasks: TaskList, options: Namespace) -> None:
    from tui.command_line.profiles import findings_on, leader_lines, unit_lines

    if options.part == "unit":
        unit = one_unit_named(tasks, options.name)
        view = unit_view(tasks, unit, findings_on(tasks))
        lines = unit_lines(view)
    else:
        person = person_named(tasks, options.name)
        view = leader_view(tasks, person, findings_on(tasks))
        lines = leader_lines(view)
    if options.json:
        say_json(view)
    else:
        say(*lines)


def _values(state: State, options: Namespace) -> object:
    match options.part:
        case "matrix":
            return matrix_view(state.tasks, options.by)
        case "history":
            places, _ = _found(state, options)
            return [state.history.docs[place] for place in places]
        case part:
            return _VALUES[part](state.tasks)


def _lines(state: State, options: Namespace) -> list[str]:
    tasks = state.tasks
    match options.part:
        case "tasks":
            return list(pages.task_lines(tasks, tasks_view(tasks)))
        case "roster":
            return pages.roster_lines(roster_view(tasks))
        case "points":
            return list(pages.point_lines(points_view(tasks)))
        case "units":
            return pages.unit_lines(units_view(tasks))
        case "portfolio":
            return pages.portfolio_lines(portfolio_view(tasks))
        case "matrix":
            return pages.matrix_lines(matrix_view(tasks, options.by))
        case "lists":
            return pages.list_lines(lists_view(tasks))
        case _:
            places, keys = _found(state, options)
            return list(pages.history_lines(tasks, (state.history[place] for place in places), keys))


def _found(state: State, options: Namespace) -> tuple[list[int], frozenset[str] | None]:
    """Places of the changes that were asked for, and the keys that they are about; none for all."""
    keys = keys_of_rows(state.tasks, state.tasks.rows_named(clean_line(options.row))) if options.row else None
    since = past_day_named(options.since, options.clock.day()) if options.since else None
    return changes_found(state.history, keys=keys, since=since), keys
