"""Which lines of a table a row is counted in: its state, its lead units, its leaders in charge, its item."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from store.ledger.reporters import reporting_units
from store.ledger.stat_columns import By
from store.ledger.state_words import BY_GRAVITY, StateCode
from store.records.person import Person
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.whois import told_apart
from store.words.cleaning import clean_line

NOBODY = ""
"""The line of rows without a unit, or leader, that could be counted."""
_NOBODY_IN_WORDS: Mapping[By, str] = {
    "unit": "无牵头单位（未定、统称）",
    "leader": "无分管领导（未定、统称）",
}
_IN_ORDER: tuple[StateCode, ...] = (
    "closed",
    "awaiting_closing",
    "under_way",
    "continuing",
    "near",
    "overdue",
    "not_started",
    "no_deadline",
    "suspended",
    "cancelled",
)
"""The states down the table by state, as the columns of the others have them."""

LinesOf = Callable[[Task, StateCode], Sequence[str]]


def lines_of(tasks: TaskList, by: By) -> LinesOf:
    """Return what tells the lines of a row in a state, by their keys: each once, one at least."""
    match by:
        case "state":
            return _of_state
        case "unit":
            return partial(_of_units, tasks)
        case "leader":
            return partial(_of_leaders, tasks)
    return _of_item


def _of_state(_: Task, state: StateCode) -> Sequence[str]:
    return (state,)


def _of_units(tasks: TaskList, task: Task, _: StateCode) -> Sequence[str]:
    return reporting_units(tasks, task).units or (NOBODY,)


def _of_leaders(tasks: TaskList, task: Task, _: StateCode) -> Sequence[str]:
    named: dict[str, None] = {}
    for leader in task.lead_leaders:
        person = tasks.find(Person, leader.key)
        if person:
            named[person.key] = None
    return tuple(named) or (NOBODY,)


def _of_item(task: Task, _: StateCode) -> Sequence[str]:
    return (task.item,)


def in_order(tasks: TaskList, by: By, used: Iterable[str]) -> list[str]:
    """Return the keys of lines in the list's order, those without a place of their own behind; all states."""
    there = dict.fromkeys(used)
    ranked = _ranked(tasks, by)
    if by != "state":
        ranked = [key for key in ranked if key in there]
    found = dict.fromkeys((*ranked, *there))
    if NOBODY in found:
        found.pop(NOBODY)
        found[NOBODY] = None
    return list(found)


def _ranked(tasks: TaskList, by: By) -> Iterable[str]:
    match by:
        case "state":
            return _IN_ORDER
        case "unit":
            return (unit.key for unit in tasks.units)
        case "leader":
            return (entry.person for entry in tasks.entries)
    return (item.key for item in tasks.items)


def label_of(tasks: TaskList, by: By, key: str) -> str:
    """Return what a line is called."""
    if key == NOBODY:
        return _NOBODY_IN_WORDS.get(by, "（无）")
    match by:
        case "state":
            return BY_GRAVITY[key]
        case "unit":
            return clean_line(tasks.wording_of(key))
        case "leader":
            return clean_line(told_apart(tasks, key))
    return clean_line(tasks.get(Item, key).title)
