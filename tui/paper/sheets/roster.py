"""The leading group's roster (名单) as it is issued: roles once, names equally wide, posts as worded."""

from collections.abc import Sequence

from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn
from tui.paper.sheets.cells import annex, even

_LINE = 28
"""Characters of a line of running text (GB/T 9704-2012, 5.2.3)."""


def roster_sheet(tasks: TaskList) -> Sheet:
    """Return the roster in rank order, a list as it is issued; who has left the group is not on it.

    A line of it is 组　长：盛继亮　局党组书记、局长.
    """
    title = roster_title(tasks)
    rows = tuple(_rows(tasks))
    which = annex(tasks, title)
    notes = _office(tasks)
    return Sheet(title, _columns(rows), rows, notes=notes, annex=which, name="名单", framed=False)


def roster_title(tasks: TaskList) -> str:
    """Return what the notice calls the roster."""
    for name in map(clean_line, tasks.notice.annexes):
        if name.endswith("名单"):
            return name
    group = tasks.notice.group or "领导小组"
    return clean_line(f"{group}成员名单")


def _rows(tasks: TaskList) -> list[Row]:
    entries = tasks.roster
    people = [tasks.person_name(entry.person) for entry in entries]
    names = even(list(map(clean_line, people)))
    roles = even([clean_line(entry.role) for entry in entries])
    rows: list[Row] = []
    last = ""
    for role, name, entry in zip(roles, names, entries, strict=True):
        label = f"{role}：" if role and role != last else ""
        post = clean_line(entry.post)
        rows.append(tuple(_cell(words) for words in (label, name, post)))
        last = role
    return rows


def _cell(words: str) -> SheetCell:
    return SheetCell((words,) if words else ())


def _columns(rows: Sequence[Row]) -> tuple[SheetColumn, ...]:
    """Return columns as wide as the longest role and name; posts have what is left."""
    widths = [_widest(rows, column) + 1 for column in range(2)]
    left = max(_LINE - sum(widths), _LINE // 3)
    return tuple(SheetColumn("", width, False) for width in (*widths, left))


def _widest(rows: Sequence[Row], column: int) -> int:
    """Return the characters of the longest text of a column."""
    cells = [row[column] for row in rows]
    texts = ["".join(cell.lines) for cell in cells if cell]
    return max(map(len, texts), default=1)


def _office(tasks: TaskList) -> tuple[str, ...]:
    """Return where the group's office sits, and who heads it."""
    notice = tasks.notice
    unit = clean_line(tasks.unit_name(notice.group_office_unit))
    director = clean_line(tasks.person_name(notice.group_office_director))
    said = [f"设在{unit}"] if unit else []
    if director:
        said.append(f"办公室主任：{director}")
    return (f"领导小组办公室{'，'.join(said)}。",) if said else ()
