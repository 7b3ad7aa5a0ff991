"""The places of the roster in their order: the group, its people, the office, the units, the collectives."""

from collections.abc import Callable, Iterator
from functools import partial

from store.acts.collectives import collectives
from store.records.several_lists import units_of_list
from store.records.tasklist import TaskList
from tui.screen.panes.roster_layout import RosterText
from tui.screen.panes.roster_place import RosterPlace
from tui.screen.panes.roster_texts import (
    collective_text,
    group_text,
    office_text,
    person_text,
    unit_text,
)


def roster_places(tasks: TaskList) -> Iterator[tuple[RosterPlace, Callable[[], RosterText]]]:
    """Return the places in the order of the roster, each with what it says, which is made when it is seen."""
    yield RosterPlace("group", "", ""), partial(group_text, tasks)
    role = ""
    for entry in tasks.roster:
        shown_role = entry.role if entry.role != role else ""
        role = entry.role
        place = RosterPlace("person", entry.key, entry.person)
        yield place, partial(person_text, tasks, entry, shown_role)
    yield RosterPlace("office", "", ""), partial(office_text, tasks)
    role = "单位"
    for unit in units_of_list(tasks):
        if unit.kind != "collective":
            place = RosterPlace("unit", unit.key, unit.key)
            yield place, partial(unit_text, tasks, unit, role)
            role = ""
    role = "统称"
    for one in collectives(tasks):
        key = one.unit.key if one.unit else ""
        place = RosterPlace("collective", one.wording, key)
        yield place, partial(collective_text, tasks, one, role)
        role = ""
