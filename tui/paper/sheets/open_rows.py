"""Rows in which something is in doubt (待定): named under the table, so that nobody signs them unseen."""

from collections.abc import Iterable, Sequence

from store.portfolio.left_open import standing_doubts
from store.records.ranges import issued_rows
from store.records.tasklist import TaskList
from tui.paper.layout import Sheet


def open_rows(tasks: TaskList, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the names of those of some rows in which something is in doubt."""
    found = [key for key in keys if standing_doubts(tasks, tasks.task(key))]
    return tuple(map(tasks.row_name, found))


def open_note(names: Sequence[str]) -> tuple[str, ...]:
    """Return the line under the table that says how many rows are open, and which; none where none is."""
    if not names:
        return ()
    return (f"注：{len(names)} 行有待定内容（第 {issued_rows(names)} 行）。",)


def open_said(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """Return the sentence that says the same of all sheets of a print."""
    names = dict.fromkeys(name for sheet in sheets for name in sheet.open_rows)
    if not names:
        return ()
    which = issued_rows(names)
    return (f"有 {len(names)} 行的内容待定（第 {which} 行），已在表下注明；请核实后再发。",)
