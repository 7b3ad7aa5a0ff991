"""The responsibility matrix (方阵) as JSON."""

from store.acts.crossings import By, crossings
from store.records.tasklist import TaskList
from store.views.values import View


def matrix_view(tasks: TaskList, by: By) -> View:
    """Return the columns with their sums, and for each row who stands on which side."""
    grid = crossings(tasks, by=by)
    columns: list[View] = []
    for column in grid.columns:
        sums = grid.sums[column.id]
        named: View = {"name": column.name, "key": column.mention.key}
        columns.append(named | {"lead": sums["lead"], "participant": sums["participant"]})
    rows: list[View] = []
    for row in grid.rows:
        signs = {column.name: grid.sign(row, column) for column in grid.columns}
        signed = {name: sign for name, sign in signs.items() if sign}
        rows.append({"row": tasks.row_name(row), "key": row, "signs": signed})
    view: View = {"by": by, "columns": columns, "rows": rows}
    return view | {"lead": grid.total("lead"), "participant": grid.total("participant")}
