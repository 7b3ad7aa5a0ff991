"""What differs between two states of a record, and by which changes: the matter of the 调整对照表."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from store.records.changes import Change, RecordAddress
from store.records.record import Record

Lines = tuple[str, ...]
"""The lines of a cell."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing of a record that differs: how it was and how it is."""

    field: str
    """The field that was edited; empty where the whole record is new or gone."""
    label: str
    before: Lines
    after: Lines


class Made(NamedTuple):
    """A difference with the changes that made it."""

    difference: Difference
    changes: Sequence[Change]


Reasons = Mapping[RecordAddress, Sequence[tuple[str, Change]]]
"""By table and key of a record the fields that were edited, each with its change; no field: the record."""


def reasons_of(changes: Sequence[Change]) -> Reasons:
    """Return what some changes edited."""
    found: dict[RecordAddress, list[tuple[str, Change]]] = {}
    for change in changes:
        for edit in change.edits:
            edits = found.setdefault((edit.table, edit.key), [])
            edits.append((edit.field, change))
    return found


def new(said: Lines) -> Difference:
    """Return that of a record that is new."""
    return Difference("", "新增", (), said)


def gone(said: Lines) -> Difference:
    """Return that of a record that is gone."""
    return Difference("", "删除", said, ())


def made_by(reasons: Reasons, record: Record, found: Iterable[Difference]) -> tuple[Made, ...]:
    """Return the differences of a record, each with the changes that made it and stand."""
    edits = reasons.get((record.TABLE, record.key), ())
    result: list[Made] = []
    for difference in found:
        changes = [change for field, change in edits if field == difference.field]
        result.append(Made(difference, standing(changes)))
    return tuple(result)


def standing(changes: Sequence[Change]) -> list[Change]:
    """Return the changes that stand, in their order: of an undone one nothing is left to say."""
    redone = {change.redoes for change in changes}
    undone = {change.undoes for change in changes if change.id not in redone}
    acts = [change for change in changes if not change.undoes and not change.redoes]
    return [change for change in acts if change.id not in undone]
