"""Numbers that do not run on, of items and of rows, and the change that lets them.

A number keeps its form: 1. stays with its dot, (1) in its brackets, 一、 in Chinese. Where rows or items are
numbered, one that the clerk made and gave no number gets one; what the notice printed without stays so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from store.reading.signs.marks import chinese_number, in_chinese, mark_of
from store.records.changes import Change, Edit, updated
from store.records.ranges import numbered_rows
from store.records.task import Item, Task
from store.records.tasklist import TaskList

Disorder = Mapping[str, tuple[Edit, ...]]
"""By the name of a run of numbers the edits that would put it in order; a run in order is not there."""

_BARE = re.compile(r"\d{1,4}|[零〇一二三四五六七八九十百]{1,5}")
_ONE_SIGN = re.compile("[㈠-㈩⑴-⒇①-⑳]")
_FIRST_SIGNS = "㈠⑴①"
_WIDE = {ord("0") + digit: ord("\uff10") + digit for digit in range(10)}
"""Digits in full width."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A row or an item with its number as printed; empty where it is to get one."""

    record: Task | Item
    printed: str
    value: int


def disorder(tasks: TaskList) -> Disorder:
    """Return where numbers do not run on, with the edits that let them."""
    found: dict[str, tuple[Edit, ...]] = {}
    for name, run in (("items", _items(tasks)), *_rows(tasks)):
        if edits := tuple(_edits(run)):
            found[name] = edits
    return found


def renumbering(tasks: TaskList, found: Disorder) -> Change:
    """Return the one change that lets numbers run on: 重排编号:第 3.1–3.3 行."""
    edits = tuple(edit for of_run in found.values() for edit in of_run)
    rows = [edit.key for edit in edits if edit.table == Task.TABLE]
    items = len(edits) - len(rows)
    said = [numbered_rows(tasks, rows)] if rows else []
    if items:
        said.append(f"{items} 个事项")
    return Change(f"重排编号：{'、'.join(said)}", edits)


def _items(tasks: TaskList) -> Sequence[tuple[_Numbered, int]]:
    items = [_item(item) for item in tasks.items]
    return list(_counted(items))


def _item(item: Item) -> _Numbered | None:
    number = _number_of(item.title)
    if number:
        return _Numbered(item, number, _value(number))
    return None if item.source else _Numbered(item, "", 0)


@lru_cache(maxsize=16384)
def _number_of(title: str) -> str:
    mark = mark_of(title)
    return mark.printed if mark and title.startswith(mark.printed) else ""


def _rows(tasks: TaskList) -> Iterator[tuple[str, Sequence[tuple[_Numbered, int]]]]:
    """Return the runs of the rows' numbers: of each item, or one over the list, as the list counts."""
    of_row = tasks.of_rows(_row)
    by_item = [list(map(of_row.__getitem__, tasks.task_keys_of(item.key))) for item in tasks.items]
    match _way(by_item):
        case "item":
            for rows in by_item:
                numbered = list(filter(None, rows))
                if numbered:
                    yield numbered[0].record.key, list(_counted(rows))
        case "list":
            yield "rows", list(_counted([row for rows in by_item for row in rows]))
        case "items":
            yield "rows", list(_same_in_item(by_item))


def _row(task: Task) -> _Numbered | None:
    if task.number:
        value = _value(task.number)
        return _Numbered(task, task.number, value) if value else None
    return None if task.source else _Numbered(task, "", 0)


@lru_cache(maxsize=16384)
def _value(number: str) -> int:
    if _BARE.fullmatch(number):
        return int(number) if number.isdecimal() else chinese_number(number)
    mark = mark_of(number)
    if mark is None or mark.rest:
        return 0
    sign = _ONE_SIGN.search(number)
    return ord(sign.group()) - ord(_first_sign(sign.group())) + 1 if sign else mark.value


def _first_sign(sign: str) -> str:
    """Return the 1 of a number in one sign: ① of ③."""
    return max(one for one in _FIRST_SIGNS if one <= sign)


def _way(by_item: Sequence[Sequence[_Numbered | None]]) -> str:
    """Tell whether rows are counted in each item, over the list, or by item with one number for its rows."""
    counted = list(filter(None, map(_values, by_item)))
    same = sum(one == other for of_item in counted for one, other in pairwise(of_item))
    begins = [(of_item[-1], following[0]) for of_item, following in pairwise(counted)]
    anew = sum(begin == 1 for _, begin in begins)
    goes_on = sum(begin == end + 1 for end, begin in begins)
    if same and not anew:
        return "items"
    return "list" if goes_on > anew else "item"


def _values(rows: Iterable[_Numbered | None]) -> Sequence[int]:
    return [row.value for row in rows if row and row.printed]


def _counted(records: Iterable[_Numbered | None]) -> Iterator[tuple[_Numbered, int]]:
    """Count what is numbered, or is to be, from 1."""
    yield from zip(filter(None, records), range(1, 10**6), strict=False)


def _same_in_item(by_item: Sequence[Sequence[_Numbered | None]]) -> Iterator[tuple[_Numbered, int]]:
    """Give the rows of an item that are numbered the item's place among the items that are."""
    number = 0
    for rows in by_item:
        numbered = [row for row in rows if row and row.printed]
        number += bool(numbered)
        for row in numbered:
            yield row, number


def _edits(run: Sequence[tuple[_Numbered, int]]) -> Iterator[Edit]:
    """Return the edits that give each its place in a run; none where nothing in it has a number."""
    printed = [one.printed for one, _ in run if one.printed]
    if not printed:
        return
    form = printed[0]
    for one, value in run:
        form = one.printed or form
        if one.value != value:
            yield from _numbered(one, _printed(form, value))


def _numbered(one: _Numbered, number: str) -> Iterable[Edit]:
    if isinstance(one.record, Task):
        return updated(one.record, number=number)
    title = one.record.title[len(one.printed) :]
    return updated(one.record, title=number + title)


def _printed(form: str, value: int) -> str:
    """Return a number in the form of another: (3) in that of (1), 三、 in that of 一、."""
    if sign := _ONE_SIGN.search(form):
        first = ord(_first_sign(sign.group()))
        return form.replace(sign.group(), chr(first + value - 1))
    number = _BARE.search(form)
    if number is None:
        return form
    words = str(value) if number.group().isdecimal() else in_chinese(value)
    if number.group().isdecimal() and not number.group().isascii():
        words = words.translate(_WIDE)
    return form[: number.start()] + words + form[number.end() :]
