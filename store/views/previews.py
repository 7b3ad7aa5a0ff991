"""What an act on many rows would do, as JSON."""

from collections.abc import Sequence

from store.acts.preview import LeaderQuestion, Preview, RowChange
from store.acts.texts_replaced import TextPlace
from store.records.changes import Change
from store.records.describing import describe
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import wordings
from store.views.values import JsonObject, people_names


def preview_view(tasks: TaskList, preview: Preview) -> JsonObject:
    """Return what an act would do to the leaders of rows, and the questions that are still open.

    What it leaves out is there where it leaves anything out.
    """
    rows = [_row(tasks, change) for change in preview.rows]
    questions = [_question(tasks, question) for question in preview.open]
    left_out = list(preview.left_out(tasks))
    return {"rows": rows, "questions": questions} | ({"left_out": left_out} if left_out else {})


def act_view(tasks: TaskList, preview: Preview) -> JsonObject:
    """Return what an act would do to rows, to other records in words, and what is still open."""
    view = preview_view(tasks, preview)
    for row, change in zip(view["rows"], preview.rows, strict=True):
        row["units_before"] = wordings(change.before.units)
        row["units_after"] = wordings(change.after.units)
    return {"title": preview.title, **view, "others": list(preview.others)}


def edits_view(tasks: TaskList, change: Change) -> list[JsonObject]:
    """Return what a change does, edit by edit: where, and what stood and stands there in words."""
    described = describe(tasks, change)
    return [{"where": where, "before": before, "after": after} for where, before, after in described]


def texts_view(tasks: TaskList, change: Change, places: Sequence[TextPlace]) -> JsonObject:
    """Return what a change does to texts, place by place; the title of an item has no row."""
    return {"title": change.title, "places": [_place(tasks, place) for place in places]}


def _place(tasks: TaskList, place: TextPlace) -> JsonObject:
    is_row = isinstance(place.record, Task)
    view: JsonObject = {"row": tasks.row_name(place.record.key) if is_row else None}
    view["field"] = place.field
    view["before"] = place.before
    view["after"] = place.after
    view["count"] = place.count
    return view


def _row(tasks: TaskList, change: RowChange) -> JsonObject:
    view: JsonObject = {"row": tasks.row_name(change.row)}
    view["side"] = change.side
    view["before"] = wordings(change.before.leaders)
    view["after"] = wordings(change.after.leaders)
    return view


def _question(tasks: TaskList, question: LeaderQuestion) -> JsonObject:
    view: JsonObject = {"row": tasks.row_name(question.row)}
    view["side"] = question.side
    view["leader"] = question.leader.wording
    view["unit"] = question.unit.wording
    view["candidates"] = people_names(tasks, question.candidates)
    return view
