"""The list as the annex stands (附件2)."""

from collections.abc import Sequence

from store.joining import JOINED_FIELDS, joined_runs
from store.tasklist import TaskList
from tui.paper.layout import Cell, Sheet
from tui.paper.sheets.cells import annex, field_lines, list_title, sheet_columns


def task_list_sheet(tasks: TaskList, rows: Sequence[str] | None = None) -> Sheet:
    """The list with its title, its columns, its joined cells; of some rows, or of all."""
    keys = tuple(rows) if rows is not None else tasks.task_keys
    joined = joined_runs(tasks, keys)
    fields = [column.field for column in tasks.columns]

    def cell(index: int, field: str) -> Cell | None:
        first, length = joined[field][index] if field in JOINED_FIELDS else (index, 1)
        return Cell(field_lines(tasks, tasks.task(keys[index]), field), length) if first == index else None

    title = list_title(tasks)
    return Sheet(
        title=title,
        columns=sheet_columns(tasks),
        rows=tuple(tuple(cell(index, field) for field in fields) for index in range(len(keys))),
        annex=annex(tasks, title),
        name="清单",
    )
