"""Units and people that a cell is given before the list has them: made in the change that gives them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from store.acts.assigning import SideAnswer
from store.acts.resolving import units_called
from store.acts.roster import new_person
from store.acts.units import new_unit
from store.records.cells import CellKind
from store.records.changes import Change
from store.records.keys import new_key
from store.records.person import Person
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention, SideName
from store.words.names import is_collective, name_key

_CHINESE = re.compile("[\u3400-\u9fff]")
"""Letters alone are what a name is searched by."""


class _Make(Protocol):
    """Makes a unit or person of a name, under a key that is mentioned already."""

    def __call__(self, tasks: TaskList, name: str, /, *, key: str) -> tuple[Change, str]: ...


def newcomer(tasks: TaskList, kind: CellKind, typed: str) -> Mention | None:
    """Return a unit or leader that a typed name would make, or a collective as it is worded.

    None where somebody has the name, or where no Chinese was typed.
    """
    name = name_key(typed)
    if not _CHINESE.search(name) or _has(tasks, kind, name):
        return None
    return Mention(None if is_collective(name) else new_key(), name)


def _has(tasks: TaskList, kind: CellKind, name: str) -> bool:
    """Tell whether a unit, closed ones too, or a person goes by a name."""
    return bool(tasks.people_named(name) if kind == "leaders" else units_called(tasks, name))


def with_newcomers(tasks: TaskList, answers: Mapping[SideName, SideAnswer], change: Change) -> Change:
    """Return a change of rows that first makes the units and people its answers bring in.

    Refused where one of them may not be made.
    """
    tried, made = tasks, list[Change]()
    for make, mention in _newcomers(tasks, answers):
        if made:
            tried = tasks.copy() if tried is tasks else tried
            tried.apply(made[-1].edits)
        made.append(make(tried, mention.wording, key=mention.key or "")[0])
    titles = [one.title for one in (*made, change) if one.title]
    edits = [edit for one in made for edit in one.edits]
    return replace(change, title="；".join(titles), edits=(*edits, *change.edits))


def _newcomers(tasks: TaskList, answers: Mapping[SideName, SideAnswer]) -> Iterator[tuple[_Make, Mention]]:
    """Yield the units and leaders of answers that have no record yet, each once, with what makes it."""
    units, leaders = dict[Mention, None](), dict[Mention, None]()
    for answer in answers.values():
        units |= dict.fromkeys(answer.units or ())
        leaders |= dict.fromkeys(answer.leaders or ())
    for unit in units:
        if unit.key and tasks.find(Unit, unit.key) is None:
            yield new_unit, unit
    for leader in leaders:
        if leader.key and tasks.find(Person, leader.key) is None:
            yield new_person, leader
