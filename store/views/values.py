"""What several views hold: the wordings of a cell, and the rows that name a unit or person."""

from collections.abc import Sequence
from typing import Any

from store.records.fields import names_for
from store.records.person import Person
from store.records.tasklist import TaskList

JsonObject = dict[str, Any]
"""An object of JSON."""


def people_names(tasks: TaskList, people: Sequence[str]) -> list[str]:
    """Return the names of people by their keys."""
    return [tasks.person_name(person) for person in people]


def unit_wordings(tasks: TaskList, units: Sequence[str]) -> list[str]:
    """Return what the list calls some units, by their keys."""
    return [tasks.wording_of(unit) for unit in units]


def row_names(tasks: TaskList, rows: Sequence[str]) -> list[str]:
    """Return the names of rows (3.1) by their keys."""
    return [tasks.row_name(row) for row in rows]


def contact_of(tasks: TaskList, key: str) -> JsonObject:
    """Return where a person is reached: `phone` and `office`, each where it is known."""
    view: JsonObject = {}
    person = tasks.find(Person, key)
    for name in names_for(Person, "json"):
        value = getattr(person, name, "")
        if value:
            view[name] = value
    return view


def rows_of(tasks: TaskList, key: str) -> JsonObject:
    """Return the rows that a unit or person leads and those that it shares in."""
    led = tasks.rows_naming(key, side="lead")
    shared = tasks.rows_naming(key, side="participant")
    return {"led": row_names(tasks, led), "shared": row_names(tasks, shared)}
