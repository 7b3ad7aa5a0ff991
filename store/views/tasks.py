"""The rows of a list as JSON."""

from collections.abc import Sequence
from dataclasses import asdict

from store.records.fields import names_for
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.values import Doubt, wordings
from store.views.values import JsonObject


def tasks_view(tasks: TaskList, rows: Sequence[str] | None = None) -> list[JsonObject]:
    """Return some rows or all, with the keys that `read` gives a task and the row's name and key."""
    return [_row(tasks, tasks.task(row)) for row in (tasks.task_keys if rows is None else rows)]


def _row(tasks: TaskList, task: Task) -> JsonObject:
    item = tasks.find(Item, task.item)
    view: JsonObject = {"row": tasks.row_name(task.key)}
    view["key"] = task.key
    view["item"] = item.title if item else ""
    view["number"] = task.number
    view["text"] = task.text
    view["lead_units"] = wordings(task.lead_units)
    view["lead_leaders"] = wordings(task.lead_leaders)
    view["participants"] = wordings(task.participant_units)
    view["participant_leaders"] = wordings(task.participant_leaders)
    view["deadline"] = task.deadline
    view["targets"] = list(task.targets)
    view |= _meanings(tasks, task)
    view["remark"] = task.remark
    set_alone = {name: getattr(task, name) for name in names_for(Task, "json")}
    view |= {name: value for name, value in set_alone.items() if value}
    view["extras"] = [[extra.label, extra.text] for extra in task.extras]
    view["doubts"] = [_doubt(doubt) for doubt in task.doubts]
    return view


def _doubt(doubt: Doubt) -> JsonObject:
    return {"side": doubt.side, "reason": doubt.reason}


def _meanings(tasks: TaskList, task: Task) -> JsonObject:
    """Return what a row's deadline and targets mean, beside their wording."""
    from store.ledger.days import days_off_of
    from store.reading.signs.deadline_given import list_year
    from store.reading.signs.deadlines import deadlines_of
    from store.reading.signs.indicators import indicators_of

    notice = tasks.notice
    deadlines = deadlines_of(task.deadline, list_year(notice), notice.issued_on, days_off_of(tasks))
    indicators = indicators_of(task.targets)
    view: JsonObject = {"deadlines": [asdict(deadline) for deadline in deadlines]}
    view["indicators"] = [asdict(indicator) for indicator in indicators]
    return view
