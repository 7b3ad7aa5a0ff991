"""When each row is due and in which state it is on a day, as JSON."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from store.ledger.days import KINDS, ORIGINS
from store.ledger.state_keeping import states_on
from store.ledger.states import RowState
from store.records.task import Task
from store.records.tasklist import TaskList
from store.views.values import JsonObject


def due_view(tasks: TaskList, day: date, rows: Sequence[str] | None = None) -> list[JsonObject]:
    """Return of some rows or all when they are due, from where that is known, and their state on a day."""
    states = states_on(tasks, day)
    chosen = tasks.task_keys if rows is None else rows
    return [_row(tasks, tasks.task(row), states.of(row)) for row in chosen]


def _row(tasks: TaskList, task: Task, state: RowState) -> JsonObject:
    said = state.deadlines
    view: JsonObject = {"row": tasks.row_name(task.key), "key": task.key, "text": task.text}
    view["deadline"] = task.deadline
    view["kind"] = said.kind
    view["kind_word"] = KINDS[said.kind]
    view["due"] = state.due
    view["days"] = list(said.days)
    view["from"] = said.origin
    view["from_word"] = ORIGINS.get(said.origin, "")
    view["start_on"] = task.start_on
    view["state"] = state.code
    view["state_word"] = state.words
    view["days_left"] = state.days_left
    view["plan"] = _figure(state.plan)
    view["share"] = _figure(state.share)
    view["behind"] = _figure(state.behind)
    view["is_behind"] = state.is_behind
    view["light"] = state.light.word if state.light else None
    return view


def _figure(number: Decimal | None) -> str | None:
    return None if number is None else str(number)
