"""The work points of a list's notice as JSON."""

from collections.abc import Iterable, Mapping

from store.records.notice import WorkPoint
from store.records.tasklist import TaskList
from store.views.values import JsonObject, row_names


def points_view(tasks: TaskList) -> list[JsonObject]:
    """Return the work points as a tree, each with the rows of the items it lays down."""
    rows: dict[str, list[str]] = {}
    for item in tasks.items:
        names = row_names(tasks, tasks.task_keys_of(item.key))
        rows.setdefault(item.work_point or "", []).extend(names)
    return _branch(tasks, tasks.work_points(), rows)


def _branch(tasks: TaskList, points: Iterable[WorkPoint], rows: Mapping[str, list[str]]) -> list[JsonObject]:
    found: list[JsonObject] = []
    for point in points:
        view: JsonObject = {"number": point.number}
        view["heading"] = point.heading
        view["text"] = point.text
        view["key"] = point.key
        view["rows"] = rows.get(point.key, [])
        view["children"] = _branch(tasks, tasks.work_points(point.key), rows)
        found.append(view)
    return found
