"""What a row of the list puts into cells, the same on every sheet."""

from collections.abc import Sequence

from store.records.cells import RESPONSIBILITY_FIELDS, kind_of
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.values import Mention
from store.words.cleaning import clean, clean_line
from store.words.names import name_key
from tui.paper.layout import SheetColumn

_WIDTHS = {"item": 14, "text": 34, "lead_units": 14, "participant_units": 14}
_OTHER_WIDTH = 12
_LEFT = ("item", "text", "remark")


def list_title(tasks: TaskList) -> str:
    """What the list is called."""
    return clean_line(tasks.notice.list_title or tasks.notice.title) or "重点任务清单"


def annex(tasks: TaskList, title: str) -> str:
    """附件2, where the notice names a sheet of this title as its second annex; 附件 where it names one only; else nothing."""
    annexes = [name_key(name) for name in tasks.notice.annexes]
    if name_key(title) not in annexes:
        return ""
    return f"附件{annexes.index(name_key(title)) + 1}" if len(annexes) > 1 else "附件"


def sheet_columns(tasks: TaskList) -> tuple[SheetColumn, ...]:
    """The list's own columns, as it labels them."""
    return tuple(
        SheetColumn(
            clean_line(column.label), _WIDTHS.get(column.field, _OTHER_WIDTH), column.field not in _LEFT
        )
        for column in tasks.columns
    )


def field_lines(tasks: TaskList, task: Task, field: str) -> tuple[str, ...]:
    """The lines of one field of a row."""
    if field == "item":
        item = tasks.find(Item, task.item)
        return (clean(item.title),) if item else ()
    if field == "text":
        return tuple(clean(task.number + task.text).splitlines())
    value = getattr(task, field, None)
    if field in RESPONSIBILITY_FIELDS:
        return names(value or (), padded=kind_of(field) == "leaders")
    return tuple(map(clean, value)) if isinstance(value, tuple) else tuple(clean(value or "").splitlines())


def names(mentions: Sequence[Mention], *, padded: bool) -> tuple[str, ...]:
    """Names one under another; those of people set equally wide."""
    wordings = [clean_line(mention.wording) for mention in mentions]
    return tuple(even(wordings) if padded else wordings)


def even(people: Sequence[str]) -> list[str]:
    """Names beside one of three characters, those of two set as wide (胡　军), as rosters print them."""
    wide = any(len(name) == 3 for name in people)
    return [f"{name[0]}\u3000{name[1]}" if wide and len(name) == 2 else name for name in people]


def written_day(day: str) -> str:
    """An ISO day as paper has it, without leading zeros (GB/T 9704-2012, 7.3.5.4): 2021年3月31日."""
    year, *rest = day.split("-")
    return (
        f"{year}年{int(rest[0])}月{int(rest[1])}日"
        if len(rest) == 2 and all(part.isdecimal() for part in rest)
        else day
    )
