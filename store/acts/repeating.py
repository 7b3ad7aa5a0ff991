"""What the last act gave a cell, to be given to other rows as well."""

from collections.abc import Mapping, Sequence
from typing import Any

from store.acts.assigning import SideAnswer
from store.history.undoing import last_act
from store.records.cells import cell_of
from store.records.changes import Change, History
from store.records.fields import field_of
from store.records.ground import Ground
from store.records.record import Doc
from store.records.task import Task
from store.records.values import Mention, SideName
from store.refused import Refused
from store.words.names import shortened

_TEXTS = ("line", "text", "lines")
_GIST = 30
"""Signs of a title by which a refusal names an act."""
_THAT_FOLLOW = ("doubts", "only_here")
"""Fields that say how what is given stands to what is known; they are worked out anew."""


def last_given(history: History) -> Mapping[str, Any]:
    """Return by field what the last change gave its rows, as JSON has it.

    Refused where it did not give all of them one value in each field, or did something else.
    """
    last = last_act(history)
    if last is None:
        raise Refused("还没有可以重复的操作。")
    given: dict[str, Any] = {}
    for edit in last.edits:
        if edit.table == Ground.TABLE or edit.field in _THAT_FOLLOW:
            continue
        is_value = edit.table == Task.TABLE and _is_given(edit.field)
        if not is_value or given.setdefault(edit.field, edit.after) != edit.after:
            raise _unrepeatable(last)
    if len({cell_of(field) is None for field in given}) != 1:
        raise _unrepeatable(last)
    return given


def _unrepeatable(last: Change) -> Refused:
    return Refused(f"“{shortened(last.title, _GIST)}”不是填写一格，不能重复。")


def _is_given(field: str) -> bool:
    return cell_of(field) is not None or field_of(Task, field).kind in _TEXTS


def answers_given(given: Mapping[str, Any]) -> dict[SideName, SideAnswer]:
    """Return what the last change answered: units, whose leaders follow anew, or leaders alone."""
    answers: dict[SideName, SideAnswer] = {}
    for field, value in given.items():
        cell = cell_of(field)
        if cell and cell.kind == "units":
            answers[cell.side] = SideAnswer(units=_mentions(value))
        elif cell and cell.side not in answers:
            answers[cell.side] = SideAnswer(leaders=_mentions(value))
    return answers


def _mentions(value: Sequence[Doc]) -> tuple[Mention, ...]:
    return tuple(Mention(**part) for part in value)


def texts_given(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the texts that the last change gave, by field."""
    texts: dict[str, Any] = {}
    for field, value in given.items():
        if cell_of(field) is None:
            texts[field] = tuple(value) if isinstance(value, list) else value
    return texts
