"""The responsibility matrix (方阵) as JSON."""

from store.acts.crossings import By, CrossingColumn, Crossings, crossings
from store.records.tasklist import TaskList
from store.views.values import JsonObject


def matrix_view(tasks: TaskList, by: By) -> JsonObject:
    """Return the columns with their sums, and for each row who stands on which side."""
    grid = crossings(tasks, by=by)
    view: JsonObject = {"by": by}
    view["columns"] = [_column(grid, column) for column in grid.columns]
    view["rows"] = [_row(tasks, grid, row) for row in grid.rows]
    view["lead"] = grid.total("lead")
    view["participant"] = grid.total("participant")
    return view


def _column(grid: Crossings, column: CrossingColumn) -> JsonObject:
    sums = grid.sums[column.id]
    view: JsonObject = {"name": column.name}
    view["key"] = column.mention.key
    view["lead"] = sums["lead"]
    view["participant"] = sums["participant"]
    return view


def _row(tasks: TaskList, grid: Crossings, row: str) -> JsonObject:
    signs: dict[str, str] = {}
    for column in grid.columns:
        sign = grid.sign(row, column)
        if sign:
            signs[column.name] = sign
    return {"row": tasks.row_name(row), "key": row, "signs": signs}
