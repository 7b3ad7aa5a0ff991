"""The lists of a file as JSON."""

from store.records.tasklist import TaskList
from store.views.values import JsonObject


def lists_view(tasks: TaskList) -> list[JsonObject]:
    """Return the lists of the file, each with its number, name, the notice's date and its rows."""
    found: list[JsonObject] = []
    for number, notice in enumerate(tasks.notices, 1):
        one = tasks.of(notice.key)
        view: JsonObject = {"number": number}
        view["name"] = one.list_name
        view["issued_on"] = one.notice.issued_on
        view["items"] = len(one.items)
        view["rows"] = len(one.task_keys)
        found.append(view)
    return found
