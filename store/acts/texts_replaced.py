"""A text put in another's place over rows of the list: where it stands, and the one change."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from store.acts.field_values import field_edits, field_text, field_value
from store.records.changes import Change, Edit
from store.records.columns import shown_columns
from store.records.describing import NOTHING, label
from store.records.fields import FIELDS, field_of
from store.records.ranges import numbered_row, numbered_rows
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.words.full_width import half_width
from store.words.names import shortened

_BESIDE = 8
"""Signs of a text that are shown on each side of what is replaced."""
_KINDS = ("line", "text", "lines")
"""Of the fields in which texts are replaced; numbers are no text."""


class Piece(NamedTuple):
    """A piece of a text, from one sign to before another, and what comes in its place."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text of a row, or the title of an item, changes; what stands around that, old and new."""

    record: Task | Item
    field: str
    where: str
    before: str
    after: str
    pieces: tuple[Piece, ...]
    """What changes, in its order: a word that is replaced is one; signs of a text are changed together."""

    @property
    def count(self) -> int:
        """How many pieces change."""
        return len(self.pieces)

    @property
    def said(self) -> str:
        """The place in words: 第 3.1 行重点任务（2 处）：…加强沟通协调,积极… → …加强沟通协调，积极…."""
        count = f"（{self.count} 处）" if self.count > 1 else ""
        return f"{self.where}{count}：{self.before} → {self.after}"


def places_of(tasks: TaskList, rows: Sequence[str], old: str, new: str) -> tuple[TextPlace, ...]:
    """Return each place in the texts of rows where some words stand, but where nothing would change.

    A sign is found in both its widths: （试行） where (试行) is looked for. Of items whose rows are all named
    the titles are looked through too.
    """
    found: list[TextPlace] = []
    for record, field in texts_of(tasks, rows):
        text = field_text(tasks, record, field)
        where = in_words(tasks, record, field)
        for start in _starts(text, old):
            end = start + len(old)
            if text[start:end] != new:
                before = around(text, start, end, text[start:end])
                after = around(text, start, end, new)
                found.append(TextPlace(record, field, where, before, after, (Piece(start, end, new),)))
    return tuple(found)


def _starts(text: str, words: str) -> Iterator[int]:
    """Yield where some words stand in a text, whatever the width of their signs."""
    text, words = half_width(text), half_width(words)
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + len(words))


def replace_text(tasks: TaskList, places: Sequence[TextPlace], old: str, new: str) -> Change:
    """Return the one change that puts a text in another's place: 替换：甲 → 乙（第 1、3.2 行 3 处）."""
    title = f"替换：{shortened(old)} → {shortened(new) or NOTHING}（{counted(tasks, places)}）"
    return Change(title, rewritten(tasks, places))


def counted(tasks: TaskList, places: Sequence[TextPlace]) -> str:
    """Return whose texts change and how often: 第 1、3.2 行 3 处."""
    rows = [one.record.key for one in places if isinstance(one.record, Task)]
    where = f"{numbered_rows(tasks, rows)} " if rows else "事项 "
    count = sum(one.count for one in places)
    return f"{where}{count} 处"


def rewritten(tasks: TaskList, places: Sequence[TextPlace]) -> tuple[Edit, ...]:
    """Return the edits that change the texts of some places."""
    edits: list[Edit] = []
    for _, of_record in groupby(places, key=lambda one: one.record.key):
        edits += _edits(tasks, tuple(of_record))
    return tuple(edits)


def _edits(tasks: TaskList, places: Sequence[TextPlace]) -> tuple[Edit, ...]:
    """Return the edits of one record: further columns, which are one field, are edited together."""
    record = places[0].record
    values: dict[str, Any] = {}
    for field, of_field in groupby(places, key=lambda one: one.field):
        text = field_text(tasks, record, field)
        for one in reversed(tuple(of_field)):
            text = _changed(text, one.pieces)
        values[field] = field_value(tasks, record, field, text)
    return field_edits(record, **values)


def _changed(text: str, pieces: Sequence[Piece]) -> str:
    """Return a text with some pieces changed, the last first, so that the others stay where they are."""
    for piece in reversed(pieces):
        text = f"{text[: piece.start]}{piece.new}{text[piece.end :]}"
    return text


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
    shown = [column.field for column in shown_columns(tasks) if column.field != "number"]
    return [name for name in dict.fromkeys((*known, *shown)) if field_of(Task, name).kind in _KINDS]


def in_words(tasks: TaskList, record: Task | Item, field: str) -> str:
    """Return where a text stands: 第 3.2 行备注, 事项名称."""
    if isinstance(record, Item):
        return "事项名称"
    return f"{numbered_row(tasks, record.key)}{label(tasks, field)}"


def around(text: str, start: int, end: int, said: str) -> str:
    """Return what stands around a piece of a text, with what is said in its place: …探索赋予科研人员…."""
    begin, stop = max(0, start - _BESIDE), end + _BESIDE
    piece = " ".join(f"{text[begin:start]}{said}{text[end:stop]}".split())
    return f"{'…' if begin else ''}{piece}{'…' if stop < len(text) else ''}" or NOTHING
