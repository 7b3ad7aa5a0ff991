"""The change that brings a list into a file: the records are made from a reading, or from nothing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from store.importing.imported_rows import Resolve, items_and_tasks, orders
from store.importing.record_keys import RecordKeys
from store.reading.result import Group, Member, Reading, Section
from store.reading.signs.columns import OTHER
from store.records.changes import Change, Edit, created, updated
from store.records.columns import COLUMN_FIELDS
from store.records.fields import extra_field, extra_label, field_labelled
from store.records.issued_grounds import issued_grounds
from store.records.keys import new_key
from store.records.notice import DEFAULT_COLUMNS, Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.record import Doc, Record
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Column
from store.words.names import name_key


def import_change(
    reading: Reading, beside: TaskList | None = None, file_id: str = "", taken: Collection[str] = ()
) -> Change:
    """Return the change that makes a list of a reading: the first of a file, or one more beside its others.

    A file's units and people are taken for those of the same name; only those that it lacks are made. Their
    keys are made from the file's id, but for those `taken` (record_keys.py).
    """
    there = beside or TaskList()
    keys = RecordKeys(file_id, reading.source_text, there, taken)
    people = _people(reading, there, keys)
    units = _units(reading, people, there, keys)
    person_key, unit_key = _keys_of_people(people), _keys_of_units(units)
    notice = _notice(reading, unit_key, person_key, keys.named(Notice.TABLE, ""))
    points = tuple(_work_points(reading.work_points, None, notice.key, keys))
    items, tasks = items_and_tasks(reading, points, unit_key, person_key, notice.key, keys)
    roster = _roster(reading, unit_key, person_key, notice.key, keys)
    records: tuple[Record, ...] = (notice, *points, *items, *tasks, *units, *people, *roster)
    edits = [created(record) for record in records if not there.record(record.TABLE, record.key)]
    edits += _grounds(edits)
    for unit in units:
        own = there.find(Unit, unit.key)
        if own:
            edits += updated(own, aliases=unit.aliases)
    name = reading.head.title or reading.list_title or reading.source_name
    return Change(f"导入通知：{name}", tuple(edits))


def _grounds(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits that make the grounds of the rows which some edits bring."""
    tables: dict[str, dict[str, Doc]] = {table: {} for table in (Notice.TABLE, Item.TABLE, Task.TABLE)}
    for edit in edits:
        if edit.table in tables:
            tables[edit.table][edit.key] = edit.after
    return list(map(created, issued_grounds(tables, tables[Task.TABLE])))


def new_notice(imported: Change) -> str:
    """Return the key of the notice that an import brings."""
    return next(edit.key for edit in imported.edits if edit.table == Notice.TABLE)


def blank_change(title: str) -> Change:
    """Return the change that makes a list from nothing (新建), with the usual columns."""
    notice = Notice(new_key(), title=title, list_title=title, columns=DEFAULT_COLUMNS)
    return Change("新建清单", (created(notice),))


def _keys_of_people(people: Iterable[Person]) -> Resolve:
    """Return what finds a person's key by the key of the name."""
    return {name_key(person.name): person.key for person in people}.get


def _keys_of_units(units: Iterable[Unit]) -> Resolve:
    """Return what finds a unit's key by the key of any of its names; the last of two with a name has it."""
    keys: dict[str, str] = {}
    for unit in units:
        names = (*unit.former_names, unit.full_name, *unit.aliases)
        keys |= dict.fromkeys(map(name_key, names), unit.key)
    return keys.get


def _notice(reading: Reading, unit_key: Resolve, person_key: Resolve, key: str) -> Notice:
    head = reading.head
    notice = Notice(key, title=head.title or reading.list_title)
    notice = replace(notice, document_number=head.document_number, issuer=head.issuer)
    notice = replace(notice, issued_on=head.issued_on, addressees=head.addressees)
    notice = replace(notice, basis=head.basis, annexes=head.annexes)
    notice = replace(notice, list_title=reading.list_title, columns=_columns(reading.columns))
    notice = replace(notice, source_name=reading.source_name, source_text=reading.source_text)
    return _with_group(notice, reading.group, unit_key, person_key)


def _with_group(notice: Notice, group: Group, unit_key: Resolve, person_key: Resolve) -> Notice:
    seat = unit_key(name_key(group.office_unit or ""))
    director = person_key(name_key(group.office_director or ""))
    return replace(notice, group=group.name, group_office_unit=seat, group_office_director=director)


def _columns(read: Sequence[Column]) -> tuple[Column, ...]:
    """The list's own columns, further ones by their labels; the usual ones for a list that is no table."""
    columns: dict[str, Column] = {}
    for column in read:
        field = column.field
        if field == OTHER:
            taken = field_labelled(column.label)
            field = taken.name if taken else extra_field(column.label)
        if field in COLUMN_FIELDS or extra_label(field):
            columns.setdefault(field, Column(field, column.label))
    return tuple(columns.values()) or DEFAULT_COLUMNS


def _people(reading: Reading, there: TaskList, keys: RecordKeys) -> tuple[Person, ...]:
    """Return one person a name: those of the roster, and the head of the group's office.

    It is the file's own person where one alone has the name.
    """
    names = list(map(_called, reading.roster))
    names.append(reading.group.office_director or "")
    found = []
    for name in dict.fromkeys(filter(None, names)):
        known = there.people_named(name)
        found.append(known[0] if len(known) == 1 else Person(keys.named(Person.TABLE, name), name))
    return tuple(found)


def _units(reading: Reading, people: Sequence[Person], there: TaskList, keys: RecordKeys) -> tuple[Unit, ...]:
    """Return the units that the notice names.

    It is the file's own unit where one has or had the full name, with the notice's wordings as further names.
    """
    heads = {person.name: person.key for person in people}
    last = max((unit.order for unit in there.units), default="")
    known, taken = _known_units(there), _names_taken(there)
    found = []
    for order, unit in zip(orders(last), reading.units, strict=False):
        head = heads.get(unit.head or "")
        key = keys.named(Unit.TABLE, unit.full_name)
        made = Unit(key, order, unit.full_name, unit.aliases, unit.kind, head, unit.acting)
        own = known.get(name_key(unit.full_name))
        if own:
            more = [alias for alias in unit.aliases if name_key(alias) not in taken]
            made = replace(own, aliases=(*own.aliases, *more))
        found.append(made)
    return tuple(found)


def _known_units(there: TaskList) -> dict[str, Unit]:
    """Return the units of a file by the names that they had, and by those that they have."""
    known: dict[str, Unit] = {}
    for unit in there.units:
        known |= dict.fromkeys(map(name_key, unit.former_names), unit)
    return known | {name_key(unit.full_name): unit for unit in there.units}


def _names_taken(there: TaskList) -> set[str]:
    taken: set[str] = set()
    for unit in there.units:
        taken.update(map(name_key, (unit.full_name, *unit.aliases)))
    return taken


def _work_points(
    sections: Iterable[Section], parent: str | None, notice: str, keys: RecordKeys
) -> Iterator[WorkPoint]:
    for order, section in zip(orders(), sections, strict=False):
        number, heading = section.number, section.heading
        key = keys.at_line(WorkPoint.TABLE, section.source)
        point = WorkPoint(key, parent, order, number, heading, section.text, section.source, notice)
        yield point
        yield from _work_points(section.children, point.key, notice, keys)


def _roster(
    reading: Reading, unit_key: Resolve, person_key: Resolve, notice: str, keys: RecordKeys
) -> Iterator[RosterEntry]:
    for order, member in zip(orders(), reading.roster, strict=False):
        key = keys.at_line(RosterEntry.TABLE, member.source)
        entry = RosterEntry(key, person_key(name_key(_called(member))) or "", order, notice=notice)
        unit = unit_key(name_key(member.unit or ""))
        role, post = member.subgroup + member.role, member.post if member.name else ""
        yield replace(entry, role=role, post=post, unit=unit, source=member.source)


def _called(member: Member) -> str:
    """Return how a list calls somebody of the roster: by the name, else by the office."""
    return member.name or member.post
