"""Links across the panes: a row and its work point, its units and its people."""

from collections.abc import Iterable

from store.records.notice import WorkPoint
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.who_stands_where import mentions_of

Keys = frozenset[str]


def linked_to_row(tasks: TaskList, row: str) -> tuple[Keys, Keys]:
    """Return the work points of a row, and the units and people that it names."""
    task = tasks.task(row)
    return _points_of([task], tasks), _named([task])


def linked_to_work_point(tasks: TaskList, work_point: str) -> tuple[tuple[str, ...], Keys]:
    """Return the rows that a work point or the points under it lay down, and the units and people in them."""
    points = {work_point}
    waiting = [work_point]
    while waiting:
        below = [point.key for point in tasks.work_points(waiting.pop())]
        points.update(below)
        waiting += below
    rows: list[str] = []
    for item in tasks.items:
        if item.work_point in points:
            rows += tasks.task_keys_of(item.key)
    return tuple(rows), _named(map(tasks.task, rows))


def linked_to_roster(tasks: TaskList, named: str) -> tuple[tuple[str, ...], Keys]:
    """Return the rows that name a person or unit, and their work points."""
    rows = tasks.rows_naming(named) if named else ()
    return rows, _points_of(map(tasks.task, rows), tasks)


def _points_of(rows: Iterable[Task], tasks: TaskList) -> Keys:
    points: set[str] = set()
    for task in rows:
        item = tasks.find(Item, task.item)
        if item and item.work_point and tasks.find(WorkPoint, item.work_point):
            points.add(item.work_point)
    return frozenset(points)


def _named(rows: Iterable[Task]) -> Keys:
    found: set[str] = set()
    for task in rows:
        found |= {mention.key for mention in mentions_of(task) if mention.key}
    return frozenset(found)
