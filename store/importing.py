"""The first change of a new list: the records made from a reading, or from nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from store.changes import Change, created
from store.model import (
    DEFAULT_COLUMNS,
    Column,
    Edit,
    Item,
    Mention,
    Notice,
    Person,
    Record,
    RosterEntry,
    Task,
    Unit,
    WorkPoint,
    new_key,
    order_between,
)
from store.names import name_key
from store.reading.marks import without_mark
from store.reading.result import Reading, Row, Section

_FIELDS = frozenset(
    {"item", "text", "lead_units", "lead_leaders", "participant_units", "participant_leaders", "deadline", "targets", "remark"}
)

Resolve = Callable[[str], str | None]


def import_change(reading: Reading) -> Change:
    """The change that makes a new list of what was read."""
    people = _people(reading)
    units = _units(reading, people)
    person_key: Resolve = {name_key(person.name): person.key for person in people}.get
    unit_key: Resolve = {name_key(name): unit.key for unit in units for name in (unit.full_name, *unit.aliases)}.get
    points = tuple(_work_points(reading.work_points, None))
    items, tasks = _items_and_tasks(reading, points, unit_key, person_key)
    records = (_notice(reading, unit_key, person_key), *points, *items, *tasks, *units, *people)
    roster = _roster(reading, unit_key, person_key)
    name = reading.head.title or reading.list_title or reading.source_name
    return Change(f"导入通知:{name}", _all_created((*records, *roster)))


def blank_change(title: str) -> Change:
    """The change that makes a list from nothing (新建), with the usual columns."""
    return Change("新建清单", (created(Notice(new_key(), title=title, list_title=title, columns=DEFAULT_COLUMNS)),))


def _all_created(records: Iterable[Record]) -> tuple[Edit, ...]:
    return tuple(created(record) for record in records)


def _orders() -> Iterator[str]:
    """Places one after the other, with room between them."""
    order = ""
    while True:
        order = order_between(order, "")
        yield order


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
        for order, unit in zip(_orders(), reading.units, strict=False)
    )


def _work_points(sections: Iterable[Section], parent: str | None) -> Iterator[WorkPoint]:
    for order, section in zip(_orders(), sections, strict=False):
        point = WorkPoint(new_key(), parent, order, section.number, section.heading, section.text, section.source)
        yield point
        yield from _work_points(section.children, point.key)


def _items_and_tasks(
    reading: Reading, points: Sequence[WorkPoint], unit_key: Resolve, person_key: Resolve
) -> tuple[tuple[Item, ...], tuple[Task, ...]]:
    """An item for each run of rows under one title, and its rows."""
    headings: dict[str, str] = {}
    for point in points:
        if point.heading:
            headings.setdefault(name_key(point.heading), point.key)
    items: list[Item] = []
    tasks: list[Task] = []
    item_orders, task_orders = _orders(), _orders()
    for row in reading.rows:
        if not items or items[-1].title != row.item or not row.item:
            point_key = headings.get(name_key(without_mark(row.item)))
            items.append(Item(new_key(), next(item_orders), row.item, point_key, row.source))
        tasks.append(_task(row, items[-1].key, next(task_orders), unit_key, person_key))
    return tuple(items), tuple(tasks)


def _task(row: Row, item: str, order: str, unit_key: Resolve, person_key: Resolve) -> Task:
    return Task(
        new_key(),
        item,
        order,
        row.number,
        row.text,
        _mentions(row.lead_units, unit_key),
        _mentions(row.lead_leaders, person_key),
        _mentions(row.participant_units, unit_key),
        _mentions(row.participant_leaders, person_key),
        row.deadline,
        row.targets,
        row.remark,
        row.doubts,
        row.source,
    )


def _mentions(wordings: Iterable[str], key_of: Resolve) -> tuple[Mention, ...]:
    """What a cell names, each with its record where it is settled which one it is."""
    return tuple(Mention(key_of(name_key(wording)), wording) for wording in wordings)


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
        for order, member in zip(_orders(), reading.roster, strict=False)
    )
