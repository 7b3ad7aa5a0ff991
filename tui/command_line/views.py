"""What `show` and `read` show of a list, as JSON values."""

from collections.abc import Iterable, Sequence
from typing import Any

from store.model import Item, Mention, SideName, Task, WorkPoint
from store.portfolio import certain_pairs
from store.tasklist import TaskList


def tasks_view(tasks: TaskList) -> list[dict[str, Any]]:
    """The rows, with the keys that `read` gives a task and the row's name and key."""
    return [_row(tasks, task) for task in tasks.tasks]


def _row(tasks: TaskList, task: Task) -> dict[str, Any]:
    item = tasks.find(Item, task.item)
    return {
        "row": tasks.row_name(task.key),
        "key": task.key,
        "item": item.title if item else "",
        "number": task.number,
        "text": task.text,
        "lead_units": wordings(task.lead_units),
        "lead_leaders": wordings(task.lead_leaders),
        "participants": wordings(task.participant_units),
        "participant_leaders": wordings(task.participant_leaders),
        "deadline": task.deadline,
        "targets": list(task.targets),
        "remark": task.remark,
        "doubts": [{"side": doubt.side, "reason": doubt.reason} for doubt in task.doubts],
    }


def roster_view(tasks: TaskList) -> list[dict[str, Any]]:
    """The roster in rank order, each with the units certainly in his charge and the rows he answers for."""
    charge: dict[str, list[str]] = {}
    for unit, leader in certain_pairs(tasks).items():
        charge.setdefault(leader, []).append(tasks.wording_of(unit))
    return [
        {
            "role": entry.role,
            "name": tasks.person_name(entry.person),
            "post": entry.post,
            "unit": tasks.unit_name(entry.unit) or None,
            "key": entry.key,
            "portfolio": charge.get(entry.person, []),
            **_rows_of(tasks, entry.person),
        }
        for entry in tasks.roster
    ]


def points_view(tasks: TaskList) -> list[dict[str, Any]]:
    """The work points as a tree, each with the rows of the items it lays down."""
    rows: dict[str, list[str]] = {}
    for item in tasks.items:
        rows.setdefault(item.work_point or "", []).extend(map(tasks.row_name, tasks.task_keys_of(item.key)))

    def branch(points: Iterable[WorkPoint]) -> list[dict[str, Any]]:
        return [
            {
                "number": point.number,
                "heading": point.heading,
                "text": point.text,
                "key": point.key,
                "rows": rows.get(point.key, []),
                "children": branch(tasks.work_points(point.key)),
            }
            for point in points
        ]

    return branch(tasks.work_points())


def units_view(tasks: TaskList) -> list[dict[str, Any]]:
    """The units, each with its head, its certain leader in charge, and the rows it stands in."""
    leaders = certain_pairs(tasks)
    return [
        {
            "full_name": unit.full_name,
            "aliases": list(unit.aliases),
            "kind": unit.kind,
            "head": tasks.person_name(unit.head) or None,
            "acting": unit.acting,
            "key": unit.key,
            "leader": tasks.person_name(leaders.get(unit.key)) or None,
            **_rows_of(tasks, unit.key),
        }
        for unit in tasks.units
    ]


def lists_view(tasks: TaskList) -> list[dict[str, Any]]:
    """The lists of the file, each with its number, name, the notice's date and its rows."""
    lists = [tasks.of(notice.key) for notice in tasks.notices]
    return [
        {"number": number, "name": one.list_name, "issued_on": one.notice.issued_on, "items": len(one.items), "rows": len(one.task_keys)}
        for number, one in enumerate(lists, 1)
    ]


def _rows_of(tasks: TaskList, key: str) -> dict[str, list[str]]:
    sides: dict[str, SideName] = {"led": "lead", "shared": "participant"}
    return {name: [tasks.row_name(row) for row in tasks.rows_naming(key, side=side)] for name, side in sides.items()}


def wordings(mentions: Sequence[Mention]) -> list[str]:
    """What a cell prints."""
    return [mention.wording for mention in mentions]
