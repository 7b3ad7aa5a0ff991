"""What belongs together across the panes: a row and its work point, units and people."""

from store.records.notice import WorkPoint
from store.records.task import Item, Task
from store.records.tasklist import TaskList

Keys = frozenset[str]


def linked_to_row(tasks: TaskList, row: str) -> tuple[Keys, Keys]:
    """The work points of a row, and the units and people that it names."""
    item = tasks.find(Item, tasks.task(row).item)
    points = frozenset((item.work_point,)) if item and item.work_point else frozenset[str]()
    return points, _named(tasks.task(row))


def linked_to_work_point(tasks: TaskList, work_point: str) -> tuple[tuple[str, ...], Keys]:
    """The rows that a work point or the points under it lay down, and the units and people in them."""
    points = {work_point}
    waiting = [work_point]
    while waiting:
        below = [point.key for point in tasks.work_points(waiting.pop())]
        points.update(below)
        waiting += below
    rows = tuple(
        row for item in tasks.items if item.work_point in points for row in tasks.task_keys_of(item.key)
    )
    return rows, frozenset(key for row in rows for key in _named(tasks.task(row)))


def linked_to_roster(tasks: TaskList, named: str) -> tuple[tuple[str, ...], Keys]:
    """The rows that name a person or unit, and their work points."""
    rows = tasks.rows_naming(named) if named else ()
    items = (tasks.find(Item, tasks.task(row).item) for row in rows)
    points = frozenset(
        item.work_point
        for item in items
        if item and item.work_point and tasks.find(WorkPoint, item.work_point)
    )
    return rows, points


def _named(task: Task) -> Keys:
    mentions = (*task.lead_units, *task.lead_leaders, *task.participant_units, *task.participant_leaders)
    return frozenset(mention.key for mention in mentions if mention.key)
