"""What stands over the panes: which rows of which list are shown, and how many people and units there are."""

from store.machine.view_state import RowsView
from store.records.several_lists import place_in_file, short_names, units_of_list
from store.records.tasklist import TaskList

_VIEW_NAMES: dict[RowsView, str] = {
    "list": "重点任务清单",
    "ledger": "台账",
    "unit": "方阵（单位）",
    "leader": "方阵（领导）",
}


def over_rows(tasks: TaskList, shown: str) -> str:
    """Return which rows are shown: in words where it is not all of them."""
    return shown or f"{len(tasks.items)} 事项 {len(tasks.task_keys)} 任务"


def name_of_view(tasks: TaskList, view: RowsView, period: str) -> str:
    """Return the name of a view, of the ledger with its period (台账 2021年10月); of several lists of a file
    with that of the list and its place.
    """
    name = _VIEW_NAMES[view]
    if view == "ledger":
        name = f"{name} {period}"
    if len(tasks.notices) < 2:
        return name
    return f"{name} {short_names(tasks)[tasks.notice.key]}（{place_in_file(tasks)}）"


def over_roster(tasks: TaskList) -> str:
    """Return how many people and units there are."""
    units = sum(unit.kind != "collective" for unit in units_of_list(tasks))
    return f"{len(tasks.roster)} 人 {units} 个单位"
