"""工作要点 as running text: under each point the rows that carry it out, with who leads them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from store.records.describing import label
from store.records.notice import WorkPoint
from store.records.ranges import numbered_rows
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.values import Mention, wordings
from store.words.cleaning import clean, clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn

_INDENT = "　　"
"""A paragraph begins two characters in (GB/T 9704-2012, 7.3.3)."""
_COLUMNS = (SheetColumn("", 28, False),)
_TITLE = "工作要点"
_UNSAID = "未写明"


def points_sheets(tasks: TaskList) -> list[Sheet]:
    """Return the work points of the list's notice; no sheet where it has none."""
    if not tasks.work_points():
        return []
    items: dict[str, list[Item]] = {}
    for item in tasks.items:
        laid_down = items.setdefault(item.work_point or "", [])
        laid_down.append(item)
    rows = list(_branch(tasks, tasks.work_points(), items))
    rows += _others(tasks, items.get("", ()))
    title = _title(tasks)
    return [Sheet(title, _COLUMNS, tuple(rows), name=_TITLE, framed=False)]


def _title(tasks: TaskList) -> str:
    """Return what the notice calls them: 2021年工作要点 of 关于印发《2021年工作要点》的通知."""
    for named in clean_line(tasks.notice.title).split("《")[1:]:
        name = named.partition("》")[0]
        if name.endswith("要点"):
            return name
    return _TITLE


def _branch(tasks: TaskList, points: Iterable[WorkPoint], items: dict[str, list[Item]]) -> Iterator[Row]:
    """Yield points as they are printed, each with its text, its rows, and the points under it."""
    for point in points:
        heading = clean_line(point.number + point.heading)
        yield _heading(heading)
        yield from map(_paragraph, clean(point.text).splitlines())
        for item in items.get(point.key, ()):
            yield from _carried_out(tasks, item)
        yield from _branch(tasks, tasks.work_points(point.key), items)


def _others(tasks: TaskList, items: Sequence[Item]) -> Iterator[Row]:
    """Yield the items that no point lays down."""
    if items:
        yield _heading("未列入要点的事项")
    for item in items:
        yield _paragraph(clean_line(item.title))
        yield from _carried_out(tasks, item)


def _carried_out(tasks: TaskList, item: Item) -> Iterator[Row]:
    """Yield an item's rows, those of the same lead in one line: (第 3.1–3.3 行；牵头单位：法制处；…)."""
    found = map(tasks.task, tasks.task_keys_of(item.key))
    for led, alike in groupby(found, key=lambda task: _led(tasks, task)):
        rows = numbered_rows(tasks, [task.key for task in alike])
        yield _paragraph(f"（{rows}；{led}）")


def _led(tasks: TaskList, task: Task) -> str:
    """Return who leads a row, under the list's own labels."""
    column = label(tasks, "lead_units")
    units = _named(task.lead_units)
    leaders = _named(task.lead_leaders)
    return f"{column}：{units}；分管领导：{leaders}"


def _named(mentions: Sequence[Mention]) -> str:
    names = map(clean_line, wordings(mentions))
    return "、".join(names) or _UNSAID


def _heading(words: str) -> Row:
    return (SheetCell((f"{_INDENT}{words}",), strong=True),)


def _paragraph(words: str) -> Row:
    return (SheetCell((f"{_INDENT}{words}",)),)
