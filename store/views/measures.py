"""Measures and milestones of rows, as JSON."""

from collections.abc import Sequence

from store.acts.measuring import measures_of, milestones_of
from store.records.schedule import SENSES, Measure, Milestone
from store.records.tasklist import TaskList
from store.views.values import JsonObject


def measures_view(tasks: TaskList, rows: Sequence[str]) -> list[JsonObject]:
    """Return the measures of some rows, each numbered within its row."""
    found = []
    for row in rows:
        name = tasks.row_name(row)
        for number, measure in enumerate(measures_of(tasks, row), start=1):
            found.append({"row": name, "number": number, **_measure(measure)})
    return found


def proposals_view(tasks: TaskList, proposals: Sequence[Measure]) -> list[JsonObject]:
    """Return measures that could be taken, numbered."""
    found = []
    for number, measure in enumerate(proposals, start=1):
        row = tasks.row_name(measure.task)
        found.append({"number": number, "row": row, **_measure(measure)})
    return found


def _measure(measure: Measure) -> JsonObject:
    view: JsonObject = {"key": measure.key, "text": measure.text, "target": measure.target}
    view |= {"unit_of_measure": measure.unit_of_measure, "sense": measure.sense}
    return view | {"sense_word": SENSES[measure.sense], "baseline": measure.baseline}


def milestones_view(tasks: TaskList, rows: Sequence[str]) -> list[JsonObject]:
    """Return the milestones of some rows, each numbered within its row."""
    found = []
    for row in rows:
        name = tasks.row_name(row)
        for number, milestone in enumerate(milestones_of(tasks, row), start=1):
            found.append({"row": name, "number": number, **_milestone(milestone)})
    return found


def _milestone(milestone: Milestone) -> JsonObject:
    view: JsonObject = {"key": milestone.key, "text": milestone.text}
    return view | {"due_on": milestone.due_on, "worded": milestone.worded}
