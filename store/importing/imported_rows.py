"""The items and tasks of a new list, made from the rows of a reading."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from store.importing.record_keys import RecordKeys
from store.reading.result import Reading, TaskFound
from store.reading.signs.marks import without_mark
from store.records.fields import parted_extras
from store.records.joining import content
from store.records.keys import key_made_of, order_between
from store.records.notice import WorkPoint
from store.records.task import Item, Task
from store.records.values import Mention
from store.words.names import name_key

Resolve = Callable[[str], str | None]
"""From the key of a name to the key of its record, or none."""


def orders(after: str = "") -> Iterator[str]:
    """Places one after the other, with room between them, behind a place or from the beginning."""
    order = after
    while True:
        order = order_between(order, "")
        yield order


def items_and_tasks(
    reading: Reading,
    points: Sequence[WorkPoint],
    unit_key: Resolve,
    person_key: Resolve,
    notice: str,
    keys: RecordKeys,
) -> tuple[tuple[Item, ...], tuple[Task, ...]]:
    """An item for each run of rows under one title, and its rows."""
    headings: dict[str, str] = {}
    for point in points:
        if point.heading:
            headings.setdefault(name_key(point.heading), point.key)
    items: list[Item] = []
    tasks: list[Task] = []
    item_orders, task_orders = orders(), orders()
    for row in reading.rows:
        if not items or items[-1].title != row.item or not row.item:
            point_key = headings.get(name_key(without_mark(row.item)))
            item = keys.at_line(Item.TABLE, row.source)
            items.append(Item(item, next(item_orders), row.item, point_key, row.source, notice))
        key = keys.at_line(Task.TABLE, row.source)
        tasks.append(_task(row, key, items[-1].key, next(task_orders), unit_key, person_key))
    return tuple(items), tuple(_joined(reading.rows, tasks))


def _joined(rows: Sequence[TaskFound], tasks: Sequence[Task]) -> Iterator[Task]:
    """Yield the rows with the joins of their cells: one id for all rows that a cell goes on over."""
    joins: list[dict[str, str]] = [{} for _ in tasks]
    for index, (above, below) in enumerate(pairwise(tasks), 1):
        for field in rows[index].joined:
            if above.item == below.item and content(above, field) == content(below, field):
                join = key_made_of(above.key, field)
                joins[index][field] = joins[index - 1].setdefault(field, join)
    for task, own in zip(tasks, joins, strict=True):
        yield replace(task, joins=own)


def _task(row: TaskFound, key: str, item: str, order: str, unit_key: Resolve, person_key: Resolve) -> Task:
    lead = _mentions(row.lead_units, unit_key), _mentions(row.lead_leaders, person_key)
    shared = _mentions(row.participant_units, unit_key), _mentions(row.participant_leaders, person_key)
    task = Task(key, item, order, row.number, row.text, *lead, *shared)
    texts, extras = parted_extras(row.extras)
    task = replace(
        task,
        deadline=row.deadline,
        targets=row.targets,
        remark=row.remark,
        doubts=row.doubts,
        source=row.source,
        extras=extras,
    )
    return Task.from_doc({**task.to_doc(), **texts}) if texts else task


def _mentions(wordings: Iterable[str], key_of: Resolve) -> tuple[Mention, ...]:
    """What a cell names, each with its record where it is settled which one it is."""
    return tuple(Mention(key_of(name_key(wording)), wording) for wording in wordings)
