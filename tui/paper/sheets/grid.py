"""Rows of the list as rows of a grid, joined as the list joins them."""

from collections.abc import Sequence

from store.records.joining import joined_runs
from store.records.tasklist import TaskList
from tui.paper.layout import Row, SheetCell
from tui.paper.sheets.cells import field_lines


def list_rows(
    tasks: TaskList, keys: Sequence[str], fields: Sequence[str], *, spread_names: bool = False
) -> list[Row]:
    """Return some fields of some rows; cells join as far as these rows stand together."""
    joined = joined_runs(tasks, keys)
    rows: list[Row] = []
    for index, key in enumerate(keys):
        task = tasks.task(key)
        row: list[SheetCell | None] = []
        for field in fields:
            first, length = joined[field][index] if field in joined else (index, 1)
            if first != index:
                row.append(None)
                continue
            lines = field_lines(tasks, task, field, spread_names=spread_names)
            row.append(SheetCell(lines, length))
        rows.append(tuple(row))
    return rows
