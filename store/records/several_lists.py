"""Several lists in one file: the units of the list that is shown, and what each list is called in short."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from store.records.derived import derived
from store.records.documents import on, on_which
from store.records.notice import Notice
from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit

_YEAR = r"(?:19|20)\d\d(?=\D|$)"
_LONGEST = 10
"""Characters of what tells two lists apart: a title has no room for more."""


def units_of_list(tasks: TaskList) -> tuple[Unit, ...]:
    """Return the units of the list that is shown: those that stand in it, and those that stand nowhere yet.

    A file holds the units of all its lists; what only another list names is left out.
    """
    others = _other_lists(tasks)
    if not others:
        return tasks.units
    meant = _meant(tasks)
    found: list[Unit] = []
    for unit in tasks.units:
        is_here = unit.key in meant or _stands_in(tasks, unit.key)
        if is_here or not any(_stands_in(other, unit.key) for other in others):
            found.append(unit)
    return tuple(found)


@derived(on_which(Notice))
def _other_lists(tasks: TaskList) -> Sequence[TaskList]:
    return [tasks.of(notice.key) for notice in tasks.notices if notice.key != tasks.notice.key]


def _stands_in(tasks: TaskList, unit: str) -> bool:
    return bool(tasks.rows_naming(unit)) or unit in _seats(tasks)


@derived(on(RosterEntry), on(Notice))
def _seats(tasks: TaskList) -> frozenset[str | None]:
    """Return the units that a list's roster, and the office of its group, are in."""
    return frozenset([tasks.notice.group_office_unit, *(entry.unit for entry in tasks.entries)])


def _meant(tasks: TaskList) -> set[str]:
    """Return the units that the collectives of the list's rows stand for."""
    meant: set[str] = set()
    for unit in tasks.units:
        if unit.members and tasks.rows_naming(unit.key):
            meant.update(unit.members)
    return meant


def short_names(tasks: TaskList) -> Mapping[str, str]:
    """Return by notice what each list is called beside the others: its year (2022年), else what differs.

    Where nothing short tells them apart it is their number (第 2 份).
    """
    names = {notice.key: tasks.of(notice.key).list_name for notice in tasks.notices}
    for short in (_years(names), _what_differs(names)):
        if len(set(short.values())) == len(names) and max(map(len, short.values())) <= _LONGEST:
            return short
    return {key: f"第 {number} 份" for number, key in enumerate(names, 1)}


def _years(names: Mapping[str, str]) -> Mapping[str, str]:
    """Return the years that names have."""
    found = {key: re.search(_YEAR, name) for key, name in names.items()}
    return {key: f"{year[0]}年" for key, year in found.items() if year}


def _what_differs(names: Mapping[str, str]) -> Mapping[str, str]:
    """Return the names without what all of them begin and end with; one that has nothing else is left out."""
    before = _shared(list(names.values()))
    rest = {key: name[before:] for key, name in names.items()}
    after = _shared([name[::-1] for name in rest.values()])
    differs = {key: name[: len(name) - after].strip() for key, name in rest.items()}
    return {key: name for key, name in differs.items() if name}


def _shared(texts: Sequence[str]) -> int:
    """Return how many signs all texts begin with alike."""
    signs = zip(*texts, strict=False)
    return len(list(takewhile(lambda each: len(set(each)) == 1, signs)))


def place_in_file(tasks: TaskList) -> str:
    """Return which list of its file is shown, such as 2/3."""
    keys = [notice.key for notice in tasks.notices]
    return f"{keys.index(tasks.notice.key) + 1}/{len(keys)}"
