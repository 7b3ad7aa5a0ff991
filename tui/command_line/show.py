"""`show`: what a list holds, for a person or as JSON."""

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
from tui.command_line.arguments import JSON, Argument, word
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import AS_OF, as_asked
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.selecting import SELECTION, rows_asked
from tui.command_line.undecided import undecided_lines
from tui.command_line.words import Options

_VALUES: dict[str, Callable[[TaskList], object]] = {
    "roster": roster_view,
    "points": points_view,
    "units": units_view,
    "portfolio": portfolio_view,
    "lists": lists_view,
}
_PARTS = ("tasks", "roster", "points", "units", "portfolio", "matrix", "history", "lists", "unit", "leader")
_OF_ONE = ("unit", "leader")
_PARTS_HELP = (
    "tasks 任务，roster 名册，points 工作要点，units 单位，portfolio 分管，matrix 方阵，history 变更，"
    "lists 文件中的各份清单，unit 一个单位，leader 一位领导"
)

_ARGUMENTS = (
    word("part", "内容", _PARTS_HELP, choices=_PARTS),
    word("name", "名称", "unit 之后写单位，leader 之后写姓名", optional=True),
    Argument("--by", "unit|leader", "方阵的横排：单位或分管领导", choices=("unit", "leader"), default="unit"),
    AS_OF,
    Argument("--row", "行", "history：只看一行或几行的变更（含所在事项），如 3.2 或 3.1-3.3"),
    Argument("--since", "日期", "history：只看这天起的变更，如 2026-11-01 或 11-1"),
    *SELECTION,
    *FILE,
    JSON,
)


def parser(name: str) -> Parser:
    """Return what may stand after `show`."""
    return Parser(name, "查看清单的一部分，不改动清单。", _ARGUMENTS)


def run(options: Options) -> None:
    """Show a part of a list."""
    _refuse_misplaced(options)
    with opened(options, read_only=True) as now:
        state = as_asked(now, options)
        if options.part in _OF_ONE:
            _show_one(state.tasks, options)
        elif options.json:
            say_json(_values(state, options))
        else:
            say(*(_lines(state, options) or ["（无）"]), *undecided_lines(state.tasks))


def _refuse_misplaced(options: Options) -> None:
    """Refuse options that the part of the list does not take."""
    if options.part != "history" and (options.row or options.since):
        raise Refused("--row 和 --since 只用于 show history，请改写。")
    if options.part != "tasks" and (options.only or options.sort):
        raise Refused("--only 和 --sort 只用于 show tasks，请改写。")
    if options.part in _OF_ONE and not options.name:
        raise Refused(f"请在 {options.part} 后面写明名称。")
    if options.part not in _OF_ONE and options.name:
        raise Refused(f"{options.part} 后面不写名称。")


def _show_one(tasks: TaskList, options: Options) -> None:
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
        say(*lines, *undecided_lines(tasks))


def _values(state: State, options: Options) -> object:
    match options.part:
        case "tasks":
            return tasks_view(state.tasks, rows_asked(state, options))
        case "matrix":
            return matrix_view(state.tasks, options.by)
        case "history":
            numbers, _ = _found(state, options)
            return [state.history.docs[number] for number in numbers]
        case part:
            return _VALUES[part](state.tasks)


def _lines(state: State, options: Options) -> list[str]:
    tasks = state.tasks
    match options.part:
        case "tasks":
            return list(pages.task_lines(tasks, tasks_view(tasks, rows_asked(state, options))))
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
            numbers, keys = _found(state, options)
            return list(pages.history_lines(tasks, state.history, numbers, keys))


def _found(state: State, options: Options) -> tuple[list[int], frozenset[str] | None]:
    """Return the numbers of the changes asked for, and the keys that they are about; None for all."""
    keys = since = None
    if options.row:
        rows = state.tasks.rows_named(clean_line(options.row))
        keys = keys_of_rows(state.tasks, rows)
    if options.since:
        since = past_day_named(options.since, state.tasks.clock.day())
    return changes_found(state.history, keys=keys, since=since), keys
