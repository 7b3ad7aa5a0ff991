"""Rows in which something is in doubt (待定) or undecided (不一致): named under the table.

So nobody signs them unseen.
"""

from collections.abc import Collection, Iterable, Sequence

from store.portfolio.left_open import standing_doubts
from store.records.conflicts import Conflict
from store.records.ranges import issued_rows
from store.records.task import Item
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


def undecided_note(tasks: TaskList, keys: Collection[str] | None = None) -> tuple[str, ...]:
    """Return the line under a table that says how much nobody has decided; none where there is nothing.

    Of some rows what stands in them, else of the whole list.
    """
    undecided = list(tasks.documents.undecided)
    if keys is not None:
        undecided = [conflict for conflict in undecided if not _rows_of(tasks, conflict).isdisjoint(keys)]
    return (f"有 {len(undecided)} 处不一致未定夺。",) if undecided else ()


def _rows_of(tasks: TaskList, conflict: Conflict) -> set[str]:
    if conflict.table == Item.TABLE:
        return set(tasks.task_keys_of(conflict.key))
    return {conflict.key}


def open_said(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """Return the sentence that says the same of all sheets of a print."""
    names = dict.fromkeys(name for sheet in sheets for name in sheet.open_rows)
    if not names:
        return ()
    which = issued_rows(names)
    return (f"有 {len(names)} 行的内容待定（第 {which} 行），已在表下注明；请核实后再发。",)
