"""The responsibility matrix (责任分配矩阵): tasks down, units or leaders across, 牵 and 责 where they cross."""

from collections.abc import Sequence

from store.acts.crossings import SIGNS, By, CrossingColumn, Crossings, crossings
from store.records.tasklist import TaskList
from store.records.values import SIDES, SideName
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn
from tui.paper.sheets.cells import list_title
from tui.paper.sheets.grid import list_rows

ACROSS = 16
"""Units or leaders that a page takes beside the tasks."""
_LABELS: dict[SideName, str] = {"lead": "牵头", "participant": "责任"}
_TASKS = (SheetColumn("序号", 5, True), SheetColumn("事项", 12, False), SheetColumn("重点任务", 28, False))


def matrix_sheets(tasks: TaskList, rows: Sequence[str] | None = None, by: By = "unit") -> list[Sheet]:
    """The matrix of some rows, or of all; what is too wide for one page goes on over further ones, the tasks repeated on each."""
    found = crossings(tasks, rows, by)
    beside = list_rows(tasks, found.rows, ("item", "text"))
    tasks_across = [
        (SheetCell((tasks.row_name(key),)), *row) for key, row in zip(found.rows, beside, strict=True)
    ]
    count = max(1, -(-len(found.columns) // ACROSS))
    size = -(-len(found.columns) // count)
    return [_part(tasks, found, tasks_across, part * size, size, count) for part in range(count)]


def _part(
    tasks: TaskList, found: Crossings, beside: Sequence[Row], start: int, size: int, count: int
) -> Sheet:
    across = found.columns[start : start + size]
    rows = [
        (
            *left,
            *(SheetCell((found.sign(key, column),) if found.sides(key, column) else ()) for column in across),
        )
        for key, left in zip(found.rows, beside, strict=True)
    ]
    part = f"之{start // max(1, size) + 1}" if count > 1 else ""
    return Sheet(
        f"责任分配矩阵{f'({part})' if part else ''}",
        (*_TASKS, *(SheetColumn(clean_line(column.mention.wording), 3, True) for column in across)),
        (*rows, *(_sums(found, across, side) for side in SIDES)),
        notes=(_legend(found),),
        under=(f"({list_title(tasks)})",),
        name=f"矩阵{part}",
    )


def _sums(found: Crossings, across: Sequence[CrossingColumn], side: SideName) -> Row:
    """The number of rows in which each stands on a side."""
    label = SheetCell(
        (f"{_LABELS[side]}行数(全表合计 {found.total(side)})",),
        colspan=len(_TASKS),
        strong=True,
        centred=True,
    )
    return (
        label,
        *[None] * (len(_TASKS) - 1),
        *(SheetCell((str(found.sums[column.id][side]),)) for column in across),
    )


def _legend(found: Crossings) -> str:
    who = "单位" if found.by == "unit" else "领导"
    lead, participant = (SIGNS[side] for side in SIDES)
    return f"注:{lead} 为牵头,{participant} 为责任(配合);共 {len(found.rows)} 行,一行有几个{who}的各计一次。"
