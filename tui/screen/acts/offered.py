"""What acts offer to choose from: the people of the roster, and the units that there are."""

from collections.abc import Sequence

from store.acts.units import open_units
from store.records.naming import names_of_person, names_of_unit, unit_label
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.whois import deputies_first
from tui.screen.dialogs.choices import Choice


def offered_people(tasks: TaskList, first: Sequence[str] = ()) -> list[Choice[str]]:
    """Return the people of the roster: some first, then the deputies in rank order, then the others."""
    entries = deputies_first(tasks.roster)
    posts: dict[str, str] = {}
    for entry in entries:
        posts.setdefault(entry.person, entry.post)
    people = [person for person in first if person in posts]
    people += [person for person in posts if person not in first]
    return [_person(tasks, person, posts[person]) for person in people]


def _person(tasks: TaskList, person: str, post: str) -> Choice[str]:
    name = tasks.person_name(person)
    return Choice(person, name, names_of_person(tasks, person), about=post)


def offered_units(tasks: TaskList) -> list[Choice[str]]:
    """Return the units that there are today, by the list's wording and by full name."""
    return [_unit(tasks, unit) for unit in open_units(tasks, tasks.today)]


def _unit(tasks: TaskList, unit: Unit) -> Choice[str]:
    return Choice(unit.key, unit_label(tasks, unit), names_of_unit(tasks, unit))
