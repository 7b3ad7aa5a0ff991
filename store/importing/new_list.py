"""The change that brings a list into a file: the records made from a reading, or from nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from store.importing.imported_rows import Resolve, items_and_tasks, orders
from store.reading.result import Reading, Section
from store.reading.signs.columns import OTHER
from store.records.changes import Change, Edit, created, updated
from store.records.fields import field_labelled, names_for
from store.records.keys import new_key
from store.records.notice import DEFAULT_COLUMNS, Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Column
from store.words.names import name_key


def import_change(reading: Reading, beside: TaskList | None = None) -> Change:
    """The change that makes a list of what was read: a new file's first, or one more beside those of a file.

    A file's units and people are taken for those of the same name; only those that it lacks are made.
    """
    there = beside or TaskList()
    people = _people(reading, there)
    units = _units(reading, people, there)
    person_key: Resolve = {name_key(person.name): person.key for person in people}.get
    unit_key: Resolve = {
        name_key(name): unit.key
        for unit in units
        for name in (*unit.former_names, unit.full_name, *unit.aliases)
    }.get
    notice = _notice(reading, unit_key, person_key)
    points = tuple(_work_points(reading.work_points, None, notice.key))
    items, tasks = items_and_tasks(reading, points, unit_key, person_key, notice.key)
    records = (
        notice,
        *points,
        *items,
        *tasks,
        *units,
        *people,
        *_roster(reading, unit_key, person_key, notice.key),
    )
    name = reading.head.title or reading.list_title or reading.source_name
    more_names = (
        edit
        for unit in units
        if (own := there.find(Unit, unit.key))
        for edit in updated(own, aliases=unit.aliases)
    )
    return Change(
        f"导入通知:{name}",
        (
            *_all_created(record for record in records if not there.record(record.TABLE, record.key)),
            *more_names,
        ),
    )


def blank_change(title: str) -> Change:
    """The change that makes a list from nothing (新建), with the usual columns."""
    return Change(
        "新建清单", (created(Notice(new_key(), title=title, list_title=title, columns=DEFAULT_COLUMNS)),)
    )


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
    known = set(names_for(Task, "column"))
    columns: dict[str, Column] = {}
    for column in read:
        taken = field_labelled(column.label) if column.field == OTHER else None
        field = taken.name if taken else column.field
        if field in known:
            columns.setdefault(field, Column(field, column.label))
    return tuple(columns.values()) or DEFAULT_COLUMNS


def _people(reading: Reading, there: TaskList) -> tuple[Person, ...]:
    """One person a name: those of the roster, and the head of the group's office; the file's own where one alone has the name."""
    names = [member.name for member in reading.roster] + [reading.group.office_director or ""]
    found = []
    for name in dict.fromkeys(filter(None, names)):
        known = there.people_named(name)
        found.append(known[0] if len(known) == 1 else Person(new_key(), name))
    return tuple(found)


def _units(reading: Reading, people: Sequence[Person], there: TaskList) -> tuple[Unit, ...]:
    """The units that the notice names; the file's own where one has or had the full name, with the notice's wordings as further names."""
    keys = {person.name: person.key for person in people}
    known = {name_key(name): unit for unit in there.units for name in unit.former_names}
    known |= {name_key(unit.full_name): unit for unit in there.units}
    taken = {name_key(name) for unit in there.units for name in (unit.full_name, *unit.aliases)}
    found = []
    for order, unit in zip(
        orders(max((unit.order for unit in there.units), default="")), reading.units, strict=False
    ):
        own = known.get(name_key(unit.full_name))
        aliases = (
            (*own.aliases, *(alias for alias in unit.aliases if name_key(alias) not in taken))
            if own
            else unit.aliases
        )
        made = Unit(
            new_key(), order, unit.full_name, unit.aliases, unit.kind, keys.get(unit.head or ""), unit.acting
        )
        found.append(replace(own, aliases=aliases) if own else made)
    return tuple(found)


def _work_points(sections: Iterable[Section], parent: str | None, notice: str) -> Iterator[WorkPoint]:
    for order, section in zip(orders(), sections, strict=False):
        point = WorkPoint(
            new_key(), parent, order, section.number, section.heading, section.text, section.source, notice
        )
        yield point
        yield from _work_points(section.children, point.key, notice)


def _roster(reading: Reading, unit_key: Resolve, person_key: Resolve, notice: str) -> tuple[RosterEntry, ...]:
    return tuple(
        RosterEntry(
            new_key(),
            person_key(name_key(member.name)) or "",
            order,
            member.role,
            member.post,
            unit_key(name_key(member.unit or "")),
            member.source,
            notice=notice,
        )
        for order, member in zip(orders(), reading.roster, strict=False)
    )
