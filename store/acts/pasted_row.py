"""What the pasted cells of a row come to: edits of its texts, and whom its sides are answered."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from store.acts.assigning import SideAnswer
from store.acts.field_values import field_edits, field_value
from store.acts.pasted_names import mentions_pasted
from store.records.cells import cell_of, leaders_field
from store.records.changes import Edit
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import SideName


def text_edits(tasks: TaskList, task: Task, texts: Mapping[str, str]) -> tuple[Edit, ...]:
    """Return the edits of the fields, by name, that hold no units and no leaders."""
    values: dict[str, object] = {}
    for field, text in texts.items():
        if cell_of(field) is None:
            values[field] = field_value(tasks, task, field, text)
    return field_edits(task, **values)


def answers_pasted(
    tasks: TaskList, task: Task, texts: Mapping[str, str], says: Collection[str]
) -> dict[SideName, SideAnswer]:
    """Return whom the sides are answered; where the block says who is in charge, no leader follows."""
    answers: dict[SideName, SideAnswer] = {}
    for field, text in texts.items():
        if cell := cell_of(field):
            stay = SideAnswer(leaders=task.side(cell.side).leaders)
            first = stay if leaders_field(cell.side) in says else SideAnswer()
            mentions = mentions_pasted(tasks, cell.kind, text)
            answers[cell.side] = replace(answers.get(cell.side, first), **{cell.kind: mentions})
    return answers
