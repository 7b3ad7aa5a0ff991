"""The responsibility matrix (责任分配矩阵): tasks down, units or leaders across, 牵 and 责 where they
cross.
"""

from collections.abc import Sequence

from store.acts.crossings import SIGNS, By, CrossingColumn, Crossings, crossings
from store.records.tasklist import TaskList
from store.records.values import SIDES, SideName
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn
from tui.paper.sheets.cells import list_title
from tui.paper.sheets.grid import list_rows

_ACROSS = (16, 12, 9, 7, 6, 5)
"""Names that a page takes beside the tasks where the longest has one, two or more characters abreast."""
_DOWN = 8
"""Characters of a name that may stand under one another: a higher heading is not repeated on each page."""
_LABELS: dict[SideName, str] = {"lead": "牵头", "participant": "责任"}
_TASKS = (SheetColumn("序号", 5, True), SheetColumn("事项", 12, False), SheetColumn("重点任务", 28, False))


def matrix_sheets(tasks: TaskList, rows: Sequence[str] | None = None, by: By = "unit") -> list[Sheet]:
    """Return the matrix of some rows, or of all.

    Units and leaders that no row names are left out. What is too wide for one page goes on over further
    ones, the tasks repeated on each.
    """
    found = crossings(tasks, rows, by, with_empty=False)
    beside: list[Row] = []
    for key, row in zip(found.rows, list_rows(tasks, found.rows, ("item", "text")), strict=True):
        name = SheetCell((tasks.row_name(key),))
        beside.append((name, *row))
    count = max(1, -(-len(found.columns) // _most_across(found)))
    size = -(-len(found.columns) // count)
    sheets = []
    for part in range(count):
        across = found.columns[part * size : (part + 1) * size]
        which = f"之{part + 1}" if count > 1 else ""
        sheets.append(_part(list_title(tasks), found, beside, across, which))
    return sheets


def _most_across(found: Crossings) -> int:
    """Return how many names a page takes, so that the heading stands on each: fewer where they are long."""
    longest = max((len(clean_line(column.mention.wording)) for column in found.columns), default=1)
    beside = max(1, -(-longest // _DOWN))
    return _ACROSS[min(beside, len(_ACROSS)) - 1]


def _part(
    list_name: str, found: Crossings, beside: Sequence[Row], across: Sequence[CrossingColumn], which: str
) -> Sheet:
    """Return the sheet of some columns; `which` tells it from the others: 之2."""
    rows: list[Row] = []
    for key, left in zip(found.rows, beside, strict=True):
        crossed = [_crossing(found, key, column) for column in across]
        rows.append((*left, *crossed))
    rows += [_sums(found, across, side) for side in SIDES]
    names = [clean_line(column.mention.wording) for column in across]
    columns = (*_TASKS, *(SheetColumn(name, 3, True) for name in names))
    title = f"责任分配矩阵（{which}）" if which else "责任分配矩阵"
    notes = (_legend(found),)
    under = (f"（{list_name}）",)
    return Sheet(title, columns, tuple(rows), notes=notes, under=under, name=f"矩阵{which}")


def _crossing(found: Crossings, key: str, column: CrossingColumn) -> SheetCell:
    """Return the cell of a row and a unit or leader; an empty one where they do not meet."""
    if not found.sides(key, column):
        return SheetCell(())
    return SheetCell((found.sign(key, column),))


def _sums(found: Crossings, across: Sequence[CrossingColumn], side: SideName) -> Row:
    """Return the numbers of rows in which each stands on a side."""
    words = f"{_LABELS[side]}行数（全表合计 {found.total(side)}）"
    label = SheetCell((words,), colspan=len(_TASKS), strong=True, centred=True)
    covered = [None] * (len(_TASKS) - 1)
    counts = [found.sums[column.id][side] for column in across]
    return (label, *covered, *(SheetCell((str(count),)) for count in counts))


def _legend(found: Crossings) -> str:
    """Return what the signs mean, and how is counted."""
    who = "单位" if found.by == "unit" else "领导"
    signs = f"{SIGNS['lead']} 为牵头，{SIGNS['participant']} 为责任（配合）"
    left_out = f"；没有牵头、责任的 {found.left_out} 个{who}未列" if found.left_out else ""
    return f"注：{signs}；共 {len(found.rows)} 行，一行有几个{who}的各计一次{left_out}。"
