"""The list as the annex stands (附件2)."""

from collections.abc import Sequence

from store.records.columns import shown_columns
from store.records.tasklist import TaskList
from tui.paper.layout import Sheet
from tui.paper.sheets.cells import annex, list_title, sheet_columns, spreads_names
from tui.paper.sheets.grid import list_rows
from tui.paper.sheets.open_rows import open_note, open_rows


def task_list_sheet(tasks: TaskList, rows: Sequence[str] | None = None) -> Sheet:
    """Return the list with its title, its columns, its joined cells; of some rows, or of all."""
    keys = tuple(rows) if rows is not None else tasks.task_keys
    title = list_title(tasks)
    fields = [column.field for column in shown_columns(tasks)]
    grid = tuple(list_rows(tasks, keys, fields, spread_names=spreads_names(tasks, keys)))
    which = annex(tasks, title)
    columns = sheet_columns(shown_columns(tasks))
    doubtful = open_rows(tasks, keys)
    notes = open_note(doubtful)
    return Sheet(title, columns, grid, notes, annex=which, name="清单", says_empty=True, open_rows=doubtful)
