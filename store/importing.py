"""The first change of a new list: the records made from a reading, or from nothing."""

from collections.abc import Iterable, Iterator, Sequence

from store.changes import Change, created
from store.imported_tasks import Resolve, items_and_tasks, orders
from store.model import (
    DEFAULT_COLUMNS,
    Column,
    Edit,
    Notice,
    Person,
    Record,
    RosterEntry,
    Unit,
    WorkPoint,
    new_key,
)
from store.names import name_key
from store.reading.result import Reading, Section

_FIELDS = frozenset(
    {"item", "text", "lead_units", "lead_leaders", "participant_units", "participant_leaders", "deadline", "targets", "remark"}
)


def import_change(reading: Reading) -> Change:
    """The change that makes a new list of what was read."""
    people = _people(reading)
    units = _units(reading, people)
    person_key: Resolve = {name_key(person.name): person.key for person in people}.get
    unit_key: Resolve = {name_key(name): unit.key for unit in units for name in (unit.full_name, *unit.aliases)}.get
    points = tuple(_work_points(reading.work_points, None))
    items, tasks = items_and_tasks(reading, points, unit_key, person_key)
    records = (_notice(reading, unit_key, person_key), *points, *items, *tasks, *units, *people)
    roster = _roster(reading, unit_key, person_key)
    name = reading.head.title or reading.list_title or reading.source_name
    return Change(f"导入通知:{name}", _all_created((*records, *roster)))


def blank_change(title: str) -> Change:
    """The change that makes a list from nothing (新建), with the usual columns."""
    return Change("新建清单", (created(Notice(new_key(), title=title, list_title=title, columns=DEFAULT_COLUMNS)),))


def _all_created(records: Iterable[Record]) -> tuple[Edit, ...]:
    return tuple(created(record) for record in records)


def _notice(reading: Reading, unit_key: Resolve, person_key: Resolve) -> Notice:
    head, group = reading.head, reading.group
    return Notice(
        new_key(),
        title=head.title or reading.list_title,
        document_number=head.document_number,
        issuer=head.issuer,
        issued_on=head.issued_on,
        addressees=head.addressees,
        basis=head.basis,
        annexes=head.annexes,
        list_title=reading.list_title,
        columns=_columns(reading.columns),
        group=group.name,
        group_office_unit=unit_key(name_key(group.office_unit or "")),
        group_office_director=person_key(name_key(group.office_director or "")),
        source_name=reading.source_name,
        source_text=reading.source_text,
    )


def _columns(read: Sequence[Column]) -> tuple[Column, ...]:
    """The list's own columns that a task has a field for; the usual ones for a list that is no table."""
    columns = tuple(column for column in read if column.field in _FIELDS)
    return columns or DEFAULT_COLUMNS


def _people(reading: Reading) -> tuple[Person, ...]:
    """One person a name: those of the roster, and the head of the group's office."""
    names = [member.name for member in reading.roster] + [reading.group.office_director or ""]
    return tuple(Person(new_key(), name) for name in dict.fromkeys(filter(None, names)))


def _units(reading: Reading, people: Sequence[Person]) -> tuple[Unit, ...]:
    keys = {person.name: person.key for person in people}
    return tuple(
        Unit(new_key(), order, unit.full_name, unit.aliases, unit.kind, keys.get(unit.head or ""), unit.acting)
        for order, unit in zip(orders(), reading.units, strict=False)
    )


def _work_points(sections: Iterable[Section], parent: str | None) -> Iterator[WorkPoint]:
    for order, section in zip(orders(), sections, strict=False):
        point = WorkPoint(new_key(), parent, order, section.number, section.heading, section.text, section.source)
        yield point
        yield from _work_points(section.children, point.key)


def _roster(reading: Reading, unit_key: Resolve, person_key: Resolve) -> tuple[RosterEntry, ...]:
    return tuple(
        RosterEntry(
            new_key(),
            person_key(name_key(member.name)) or "",
            order,
            member.role,
            member.post,
            unit_key(name_key(member.unit or "")),
            member.source,
        )
        for order, member in zip(orders(), reading.roster, strict=False)
    )
