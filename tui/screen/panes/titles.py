"""What stands over the panes: which rows of which list are shown, and how many people and units there are."""

from typing import Literal

from store.records.tasklist import TaskList

View = Literal["list", "unit", "leader"]
"""How the rows are shown: as the annex prints them, or as the 方阵 by unit or by leader."""

_VIEW_NAMES: dict[View, str] = {"list": "重点任务清单", "unit": "方阵(单位)", "leader": "方阵(领导)"}


def over_rows(tasks: TaskList, view: View, shown: str) -> str:
    """Return the name of a view, and which rows it shows: in words where it is not all of them."""
    rows = shown or f"{len(tasks.items)} 事项 {len(tasks.task_keys)} 任务"
    return f"{_view_name(tasks, view)}  {rows}"


def _view_name(tasks: TaskList, view: View) -> str:
    name = _VIEW_NAMES[view]
    if len(tasks.notices) == 1:
        return name
    return tasks.list_name if view == "list" else f"{name} {tasks.list_name}"


def over_roster(tasks: TaskList) -> str:
    """Return how many people and units there are."""
    units = sum(unit.kind != "collective" for unit in tasks.units)
    return f"名册  {len(tasks.roster)} 人 {units} 个单位"
