"""What edits touched in the panes: which lines move, and which rows are drawn anew."""

from collections.abc import Iterable

from store.records.changes import Edit
from store.records.columns import shown_columns
from store.records.tables import KINDS_OF_ROWS
from store.records.task import Item, Task
from store.records.tasklist import TaskList

OF_ROWS = tuple(kind.TABLE for kind in KINDS_OF_ROWS)
"""Tables whose records speak of a row each."""

WITHOUT_LINE = (
    "portfolio",
    "plans",
    "acceptances",
    "prints",
    "templates",
    "forms",
    "follow_ups",
    "score_rules",
    *OF_ROWS,
)
"""Tables whose records have no line of their own in a pane."""

FIELDS_OF_ORDER = ("", "order", "item", "title", "columns", "put_away", "left_on", "warn_days")
"""Fields whose edit moves lines, "" being a record made or deleted: all is drawn anew."""


def rows_told_of(tasks: TaskList, edits: Iterable[Edit]) -> list[str]:
    """Return the rows that edits touched, and those of which the records speak that they touched."""
    rows: dict[str, None] = {}
    for edit in edits:
        if edit.table == Task.TABLE:
            rows[edit.key] = None
        elif edit.table in OF_ROWS:
            doc = edit.before or edit.after
            told = doc.get("task") if isinstance(doc, dict) and not edit.field else None
            held = tasks.value(edit.table, edit.key, "task")
            rows |= dict.fromkeys(row for row in (told, held) if isinstance(row, str))
    return [row for row in rows if tasks.find(Task, row)]


def marked_field(tasks: TaskList) -> str:
    """Return the column in which it stands how a row stands: that of its deadline, else that of its text."""
    has_deadlines = any(column.field == "deadline" for column in shown_columns(tasks))
    return "deadline" if has_deadlines else "text"


def changed_rows(tasks: TaskList, edits: Iterable[Edit]) -> dict[str, str]:
    """Return the rows that edits touched, each with the field edited, of several the leftmost column's.

    A title touches the rows of its item; what a record says of a row, where its marks stand.
    """
    columns = {column.field: place for place, column in enumerate(shown_columns(tasks))}
    last = len(columns)
    edits = tuple(edits)
    rows: dict[str, str] = {}
    for edit in edits:
        if edit.table == Item.TABLE:
            for row in tasks.task_keys_of(edit.key):
                rows.setdefault(row, "item")
        elif edit.table == Task.TABLE:
            known = rows.setdefault(edit.key, edit.field)
            if columns.get(edit.field, last) < columns.get(known, last):
                rows[edit.key] = edit.field
    for row in rows_told_of(tasks, (edit for edit in edits if edit.table in OF_ROWS)):
        rows.setdefault(row, marked_field(tasks))
    return rows
