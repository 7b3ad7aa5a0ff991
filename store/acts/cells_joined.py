"""Joining cells of one column over neighbouring rows of an item (合并单元格), and parting them again."""

from collections.abc import Mapping, Sequence

from store.acts.field_values import field_edits
from store.records.changes import Change, Edit, updated
from store.records.describing import column_parts, label
from store.records.joining import content, joined_rows
from store.records.keys import key_made_of
from store.records.ranges import numbered_rows
from store.records.tasklist import TaskList
from store.refused import Refused

_OWN = {
    "item": "同一事项的各行本来就共用事项一格，不需要合并。",
    "text": "每行的任务各是各的，不能合并。请到单位、领导、时限等栏再试。",
    "number": "每行的编号各是各的，不能合并。请到单位、领导、时限等栏再试。",
}
"""Columns that a row has for itself, or shares anyway, and what is said of them."""


def rows_to_join(tasks: TaskList, rows: Sequence[str], field: str) -> tuple[str, ...]:
    """Return the rows that a joined cell over some rows covers, in order: those joined with them too.

    Refused where they are fewer than two, of several items, or no neighbours.
    """
    _refuse_column(field)
    wanted: set[str] = set()
    for row in rows:
        wanted.update(joined_rows(tasks, row, field))
    if len(wanted) < 2:
        raise Refused("请先按空格选中同一事项中相邻的几行，再合并单元格。")
    if len({tasks.task(row).item for row in wanted}) > 1:
        raise Refused("只有同一事项的行才能合并单元格，请只选一个事项中的行。")
    siblings = tasks.task_keys_of(tasks.task(rows[0]).item)
    first = min(map(siblings.index, wanted))
    covered = siblings[first : first + len(wanted)]
    if set(covered) != wanted:
        raise Refused("只有相邻的行才能合并单元格，请选连着的几行。")
    return covered


def differing(tasks: TaskList, rows: Sequence[str], field: str) -> Mapping[str, str]:
    """Return what the rows say in a column, each wording with the first row that says it."""
    said: dict[object, str] = {}
    for row in rows:
        said.setdefault(content(tasks.task(row), field), row)
    return {row: "、".join(column_parts(tasks, tasks.task(row), field)) for row in said.values()}


def joining_edits(tasks: TaskList, rows: Sequence[str], field: str) -> tuple[Edit, ...]:
    """Return the edits that give the rows one join in a column: at every desk that joins them, the same."""
    join = key_made_of(field, *sorted(rows))
    edits: list[Edit] = []
    for row in rows:
        task = tasks.task(row)
        edits += updated(task, joins={**task.joins, field: join})
    return tuple(edits)


def join_change(tasks: TaskList, rows: Sequence[str], field: str, given: Sequence[Edit] = ()) -> Change:
    """Return the change that joins the rows in a column, with the edits that let them say the same."""
    edits = (*given, *joining_edits(tasks, rows, field))
    return Change(f"合并单元格：{numbered_rows(tasks, rows)}{label(tasks, field)}", edits)


def text_edits(tasks: TaskList, rows: Sequence[str], field: str, holder: str) -> tuple[Edit, ...]:
    """Return the edits that give the rows what one of them says in a column of text."""
    value = content(tasks.task(holder), field)
    edits: list[Edit] = []
    for row in rows:
        edits += field_edits(tasks.task(row), **{field: value})
    return tuple(edits)


def part_change(tasks: TaskList, rows: Sequence[str], field: str) -> Change:
    """Return the change that parts the cells in which the rows are joined; Refused where none is."""
    _refuse_column(field)
    parted: dict[str, None] = {}
    for row in rows:
        covered = joined_rows(tasks, row, field)
        if len(covered) > 1:
            parted |= dict.fromkeys(covered)
    if not parted:
        raise Refused("这里没有合并的单元格。")
    edits: list[Edit] = []
    for row in parted:
        task = tasks.task(row)
        left = {column: join for column, join in task.joins.items() if column != field}
        edits += updated(task, joins=left)
    return Change(f"取消合并：{numbered_rows(tasks, parted)}{label(tasks, field)}", tuple(edits))


def _refuse_column(field: str) -> None:
    if field in _OWN:
        raise Refused(_OWN[field])
