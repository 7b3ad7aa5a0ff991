"""What a unit or person is found by: the name that the list prints, then its aliases, then its full name."""

from store.records.person import Person
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.words.search import Names


def names_of_unit(tasks: TaskList, unit: Unit) -> Names:
    """Return the names of a unit by kind; it is in use where a row of the list names it."""
    shown = tasks.wording_of(unit.key)
    used = bool(tasks.rows_naming(unit.key))
    return Names(shown, unit.aliases, (unit.full_name, *unit.former_names), used)


def unit_label(tasks: TaskList, unit: Unit) -> str:
    """Return a unit by the list's wording, with its full name where that is another: 成果处（成果转化处）."""
    wording = tasks.wording_of(unit.key)
    return wording if wording == unit.full_name else f"{wording}（{unit.full_name}）"


def names_of_person(tasks: TaskList, person: str) -> Names:
    """Return the names of a person, as the list prints him and in full."""
    found = tasks.find(Person, person)
    used = bool(tasks.rows_naming(person))
    return Names(tasks.wording_of(person), (), (found.name,) if found else (), used)
