"""What `show` and `read` show of a list, as JSON values."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from store.acts.crossings import By, crossings
from store.acts.handover_plans import plans
from store.acts.preview import Preview
from store.portfolio.standings import certain_pairs, standings
from store.records.notice import WorkPoint
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.values import Mention, SideName


def tasks_view(tasks: TaskList) -> list[dict[str, Any]]:
    """The rows, with the keys that `read` gives a task and the row's name and key."""
    return [_row(tasks, task) for task in tasks.tasks]


def _meanings(tasks: TaskList, task: Task) -> dict[str, Any]:
    """What a row's deadline and targets mean, beside their wording."""
    from store.reading.signs.deadlines import deadlines_of, year_of
    from store.reading.signs.indicators import indicators_of

    notice = tasks.notice
    year = year_of(notice.title or notice.list_title, notice.issued_on)
    return {
        "deadlines": [asdict(deadline) for deadline in deadlines_of(task.deadline, year, notice.issued_on)],
        "indicators": [asdict(indicator) for indicator in indicators_of(task.targets)],
    }


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
        **_meanings(tasks, task),
        "remark": task.remark,
        "extras": [[extra.label, extra.text] for extra in task.extras],
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
            "valid_until": unit.valid_until,
            "key": unit.key,
            "leader": tasks.person_name(leaders.get(unit.key)) or None,
            **_rows_of(tasks, unit.key),
        }
        for unit in tasks.units
    ]


def portfolio_view(tasks: TaskList) -> list[dict[str, Any]]:
    """The units, each with its leader in charge: the grade of that, who else it may be, and why."""
    return [
        {
            "unit": tasks.wording_of(key),
            "full_name": tasks.unit_name(key),
            "grade": one.grade,
            "leader": tasks.person_name(one.leader) or None,
            "candidates": [tasks.person_name(person) for person in one.candidates],
            "reason": one.reason,
            "rows": [tasks.row_name(row) for row in one.rows],
            "key": key,
        }
        for key, one in standings(tasks).items()
    ]


def preview_view(tasks: TaskList, preview: Preview) -> dict[str, Any]:
    """What an act would do to the leaders of rows, and the questions that are still open."""
    return {
        "rows": [
            {
                "row": tasks.row_name(row.row),
                "side": row.side,
                "before": wordings(row.before.leaders),
                "after": wordings(row.after.leaders),
            }
            for row in preview.rows
        ],
        "questions": [
            {
                "row": tasks.row_name(one.row),
                "side": one.side,
                "leader": one.leader.wording,
                "unit": one.unit.wording,
                "candidates": [tasks.person_name(key) for key in one.candidates],
            }
            for one in preview.open
        ],
    }


def plans_view(tasks: TaskList, day: str) -> list[dict[str, Any]]:
    """The handovers dated ahead, by their days; `due` where the day has come."""
    return [
        {
            "number": number,
            "effective_on": plan.effective_on,
            "from_leader": tasks.person_name(plan.from_leader),
            "to_leader": tasks.person_name(plan.to_leader),
            "units": [tasks.wording_of(unit) for unit in plan.units],
            "basis": plan.basis,
            "due": plan.effective_on <= day,
            "key": plan.key,
        }
        for number, plan in enumerate(plans(tasks), 1)
    ]


def matrix_view(tasks: TaskList, by: By) -> dict[str, Any]:
    """The matrix proper: the columns with their sums, and for each row who stands on which side."""
    grid = crossings(tasks, by=by)
    sums = [
        {
            "name": one.name,
            "key": one.mention.key,
            "lead": grid.sums[one.id]["lead"],
            "participant": grid.sums[one.id]["participant"],
        }
        for one in grid.columns
    ]
    rows = [
        {
            "row": tasks.row_name(row),
            "key": row,
            "signs": {one.name: sign for one in grid.columns if (sign := grid.sign(row, one))},
        }
        for row in grid.rows
    ]
    return {
        "by": by,
        "columns": sums,
        "rows": rows,
        "lead": grid.total("lead"),
        "participant": grid.total("participant"),
    }


def lists_view(tasks: TaskList) -> list[dict[str, Any]]:
    """The lists of the file, each with its number, name, the notice's date and its rows."""
    lists = [tasks.of(notice.key) for notice in tasks.notices]
    return [
        {
            "number": number,
            "name": one.list_name,
            "issued_on": one.notice.issued_on,
            "items": len(one.items),
            "rows": len(one.task_keys),
        }
        for number, one in enumerate(lists, 1)
    ]


def _rows_of(tasks: TaskList, key: str) -> dict[str, list[str]]:
    sides: dict[str, SideName] = {"led": "lead", "shared": "participant"}
    return {
        name: [tasks.row_name(row) for row in tasks.rows_naming(key, side=side)]
        for name, side in sides.items()
    }


def wordings(mentions: Sequence[Mention]) -> list[str]:
    """What a cell prints."""
    return [mention.wording for mention in mentions]
