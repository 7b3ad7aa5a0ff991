"""A text put in another's place over rows of the list: where it stands, and the one change."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from store.acts.field_values import field_edits, field_text, field_value
from store.records.changes import Change, Edit
from store.records.describing import NOTHING, label
from store.records.fields import FIELDS, field_of
from store.records.ranges import numbered_row, numbered_rows
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.words.names import shortened

_BESIDE = 8
"""Signs of a text that are shown on each side of what is replaced."""
_KINDS = ("line", "text", "lines")
"""Of the fields in which texts are replaced; numbers are no text."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A text of a row, or the title of an item, that has some words in it; what stands around them, old and
    new.
    """

    record: Task | Item
    field: str
    where: str
    before: str
    after: str
    count: int
    """How often it has them."""


def places_of(tasks: TaskList, rows: Sequence[str], old: str, new: str) -> tuple[TextPlace, ...]:
    """Return the texts of rows with some words in them; of items whose rows are all named the titles too."""
    found: list[TextPlace] = []
    for record, field in texts_of(tasks, rows):
        text = field_text(tasks, record, field)
        place = text.find(old)
        if old and place >= 0:
            before = around(text, place, len(old))
            after = around(text.replace(old, new), place, len(new))
            where, count = in_words(tasks, record, field), text.count(old)
            found.append(TextPlace(record, field, where, before, after, count))
    return tuple(found)


def replace_text(tasks: TaskList, places: Sequence[TextPlace], old: str, new: str) -> Change:
    """Return the one change that puts a text in another's place: 替换:甲 → 乙(第 1、3.2 行 3 处)."""
    edits = rewritten(tasks, places, lambda text: text.replace(old, new))
    title = f"替换：{shortened(old)} → {shortened(new) or NOTHING}（{counted(tasks, places)}）"
    return Change(title, edits)


def counted(tasks: TaskList, places: Sequence[TextPlace]) -> str:
    """Return whose texts change and how often: 第 1、3.2 行 3 处."""
    rows = [one.record.key for one in places if isinstance(one.record, Task)]
    where = f"{numbered_rows(tasks, rows)} " if rows else "事项 "
    count = sum(one.count for one in places)
    return f"{where}{count} 处"


def rewritten(
    tasks: TaskList, places: Sequence[TextPlace], changed: Callable[[str], str]
) -> tuple[Edit, ...]:
    """Return the edits that change the texts of some places."""
    edits: list[Edit] = []
    for _, of_record in groupby(places, key=lambda one: one.record.key):
        edits += _edits(tasks, tuple(of_record), changed)
    return tuple(edits)


def _edits(tasks: TaskList, places: Sequence[TextPlace], changed: Callable[[str], str]) -> tuple[Edit, ...]:
    """Return the edits of one record: further columns, which are one field, are edited together."""
    record = places[0].record
    values: dict[str, Any] = {}
    for one in places:
        text = changed(field_text(tasks, record, one.field))
        values[one.field] = field_value(tasks, record, one.field, text)
    return field_edits(record, **values)


def texts_of(tasks: TaskList, rows: Sequence[str]) -> Iterator[tuple[Task | Item, str]]:
    """Yield the fields of rows that hold texts; of items whose rows are all named the titles too."""
    for record in _records(tasks, rows):
        for field in _fields(tasks, record):
            yield record, field


def _records(tasks: TaskList, rows: Sequence[str]) -> Iterator[Task | Item]:
    named = set(rows)
    for item in dict.fromkeys(tasks.task(row).item for row in rows):
        own = tasks.task_keys_of(item)
        if named.issuperset(own):
            yield tasks.get(Item, item)
        yield from map(tasks.task, filter(named.__contains__, own))


def _fields(tasks: TaskList, record: Task | Item) -> Iterable[str]:
    if isinstance(record, Item):
        return ("title",)
    known = [field.name for field in FIELDS[Task] if field.name != "number"]
    shown = [column.field for column in tasks.columns if column.field != "number"]
    return [name for name in dict.fromkeys((*known, *shown)) if field_of(Task, name).kind in _KINDS]


def in_words(tasks: TaskList, record: Task | Item, field: str) -> str:
    """Return where a text stands: 第 3.2 行备注, 事项名称."""
    if isinstance(record, Item):
        return "事项名称"
    return f"{numbered_row(tasks, record.key)}{label(tasks, field)}"


def around(text: str, place: int, length: int) -> str:
    """Return what stands around a place of a text: …探索赋予科研人员职务…."""
    begin, end = max(0, place - _BESIDE), place + length + _BESIDE
    piece = " ".join(text[begin:end].split())
    return f"{'…' if begin else ''}{piece}{'…' if end < len(text) else ''}" or NOTHING
