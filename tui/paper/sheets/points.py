"""工作要点 as running text: under each point the rows that carry it out, with who leads them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from store.records.notice import WorkPoint
from store.records.ranges import numbered_rows
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.values import Mention, wordings
from store.words.cleaning import clean, clean_line
from tui.paper.layout import Paragraph, Sheet, TextStyle

_TITLE = "工作要点"
_STYLES: tuple[TextStyle, ...] = ("heading", "subheading")
"""How the headings of the first levels are set (GB/T 9704-2012, 7.3.3)."""


def points_sheets(tasks: TaskList) -> list[Sheet]:
    """Return the work points of the list's notice; no sheet where it has none."""
    if not tasks.work_points():
        return []
    items: dict[str, list[Item]] = {}
    for item in tasks.items:
        laid_down = items.setdefault(item.work_point or "", [])
        laid_down.append(item)
    text = list(_branch(tasks, tasks.work_points(), items))
    text += _others(tasks, items.get("", ()))
    title = _title(tasks)
    return [Sheet(title, (), (), name=_TITLE, text=tuple(text))]


def _title(tasks: TaskList) -> str:
    """Return what the notice calls them: 2021年工作要点 of 关于印发《2021年工作要点》的通知."""
    for named in clean_line(tasks.notice.title).split("《")[1:]:
        name = named.partition("》")[0]
        if name.endswith("要点"):
            return name
    return _TITLE


def _branch(
    tasks: TaskList, points: Iterable[WorkPoint], items: dict[str, list[Item]], depth: int = 0
) -> Iterator[Paragraph]:
    """Yield points as they are printed, each with its text, its rows, and the points under it."""
    for point in points:
        heading = clean_line(point.number + point.heading)
        if heading:
            yield _heading(heading, depth)
        yield from map(Paragraph, clean(point.text).splitlines())
        for item in items.get(point.key, ()):
            yield from _carried_out(tasks, item)
        yield from _branch(tasks, tasks.work_points(point.key), items, depth + 1)


def _others(tasks: TaskList, items: Sequence[Item]) -> Iterator[Paragraph]:
    """Yield the items that no point lays down."""
    if items:
        yield _heading("未列入要点的事项")
    for item in items:
        yield Paragraph(clean_line(item.title))
        yield from _carried_out(tasks, item)


def _carried_out(tasks: TaskList, item: Item) -> Iterator[Paragraph]:
    """Yield an item's rows, those of the same lead in one line: （第 3.1–3.3 行：法制处牵头，徐涛分管）."""
    found = map(tasks.task, tasks.task_keys_of(item.key))
    for led, alike in groupby(found, key=_led):
        rows = numbered_rows(tasks, [task.key for task in alike])
        yield Paragraph(f"（{rows}：{led}）")


def _led(task: Task) -> str:
    """Return who leads a row, and who is in charge of that."""
    units = _named(task.lead_units)
    leaders = _named(task.lead_leaders)
    lead = f"{units}牵头" if units else "牵头单位未写明"
    charge = f"{leaders}分管" if leaders else "分管领导未写明"
    return f"{lead}，{charge}"


def _named(mentions: Sequence[Mention]) -> str:
    return "、".join(map(clean_line, wordings(mentions)))


def _heading(words: str, depth: int = 0) -> Paragraph:
    """Return a heading, that never ends a page: 一、 in 黑体, （一）in 楷体, 1. as the text."""
    style = _STYLES[depth] if depth < len(_STYLES) else "body"
    return Paragraph(words, keep=True, style=style)
