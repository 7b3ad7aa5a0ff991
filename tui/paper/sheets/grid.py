"""Rows of the list as rows of a grid, joined as the list joins them."""

from collections.abc import Sequence

from store.records.joining import JOINED_FIELDS, joined_runs
from store.records.tasklist import TaskList
from tui.paper.layout import Row, SheetCell
from tui.paper.sheets.cells import field_lines


def list_rows(tasks: TaskList, keys: Sequence[str], fields: Sequence[str]) -> list[Row]:
    """Some fields of some rows; cells join as far as these rows stand together."""
    joined = joined_runs(tasks, keys)

    def cell(index: int, field: str) -> SheetCell | None:
        first, length = joined[field][index] if field in JOINED_FIELDS else (index, 1)
        return (
            SheetCell(field_lines(tasks, tasks.task(keys[index]), field), length) if first == index else None
        )

    return [tuple(cell(index, field) for field in fields) for index in range(len(keys))]
