"""What several views hold: the wordings of a cell, and the rows that name a unit or person."""

from collections.abc import Sequence
from typing import Any

from store.records.tasklist import TaskList
from store.records.values import Mention

View = dict[str, Any]
"""An object of JSON."""


def wordings(mentions: Sequence[Mention]) -> list[str]:
    """Return what a cell prints."""
    return [mention.wording for mention in mentions]


def row_names(tasks: TaskList, rows: Sequence[str]) -> list[str]:
    """Return the names of rows (3.1) by their keys."""
    return [tasks.row_name(row) for row in rows]


def rows_of(tasks: TaskList, key: str) -> View:
    """Return the rows that a unit or person leads and those that it shares in."""
    led = tasks.rows_naming(key, side="lead")
    shared = tasks.rows_naming(key, side="participant")
    return {"led": row_names(tasks, led), "shared": row_names(tasks, shared)}
