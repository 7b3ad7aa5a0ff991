"""Acts on the rows and items of the list: new, delete, move. Each gives a Change; a rule refuses in words."""

from collections.abc import Sequence

from store.acts.moving import direction, end_of, moved_to
from store.records.changes import Change, created, deleted, updated
from store.records.keys import new_key, order_among, order_between
from store.records.ranges import names_in_words, numbered_row, numbered_rows
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.refused import Refused


def new_row(tasks: TaskList, after: str) -> tuple[Change, str]:
    """Return the change that adds an empty row under a row, in its item, and the new row's key."""
    item = tasks.task(after).item
    siblings = tasks.task_keys_of(item)
    below = siblings.index(after) + 1
    order = order_among(_orders(tasks, siblings), below)
    row = Task(new_key(), item, order)
    title = f"新增行:在第 {tasks.row_name(after)} 行之后"
    return Change(title, (created(row),)), row.key


def new_item(tasks: TaskList, title: str, after: str | None = None) -> tuple[Change, str]:
    """Return the change that adds an item with one empty row, under a row's item or last, and the row."""
    name = title.strip()
    if not name:
        raise Refused("事项名称不能为空,请输入名称。")
    keys = [item.key for item in tasks.items]
    above = tasks.task(after).item if after else ""
    index = keys.index(above) + 1 if above else len(keys)
    order = order_among([item.order for item in tasks.items], index)
    item = Item(new_key(), order, name, notice=tasks.notice.key)
    row = Task(new_key(), item.key, order_between("", ""))
    edits = (created(item), created(row))
    change = Change(f"新增事项:{name}", edits)
    return change, row.key


def delete_rows(tasks: TaskList, rows: Sequence[str]) -> Change:
    """Take rows out of the list; an item that loses its last row goes with it."""
    gone = [tasks.task(row) for row in rows]
    edits = [deleted(task) for task in gone]
    for item in dict.fromkeys(task.item for task in gone):
        if set(tasks.task_keys_of(item)) <= set(rows):
            edits.append(deleted(tasks.get(Item, item)))
    return Change(f"删除{numbered_rows(tasks, rows)}", tuple(edits))


def move_row(tasks: TaskList, row: str, step: int) -> Change:
    """Move a row up (-1) or down (+1) within its item; the only row of an item moves with the item."""
    task = tasks.task(row)
    siblings = tasks.task_keys_of(task.item)
    if len(siblings) == 1:
        return move_item(tasks, task.item, step)
    name = numbered_row(tasks, row)
    refusal = f"{name}已是本事项的{end_of(step)}行。要移动整个事项,请把光标放在事项一栏。"
    target = moved_to(siblings, row, step, refusal)
    others = [key for key in siblings if key != row]
    edits = updated(task, order=order_among(_orders(tasks, others), target))
    return Change(f"{name}{direction(step)}", tuple(edits))


def move_item(tasks: TaskList, item_key: str, step: int) -> Change:
    """Move an item with its rows up (-1) or down (+1)."""
    item = tasks.get(Item, item_key)
    keys = [other.key for other in tasks.items]
    refusal = f"“{item.title}”已是{end_of(step)}个事项。"
    index = moved_to(keys, item_key, step, refusal)
    orders = [other.order for other in tasks.items if other.key != item_key]
    edits = updated(item, order=order_among(orders, index))
    title = f"{direction(step)}事项:{item.title}"
    return Change(title, tuple(edits))


def _orders(tasks: TaskList, rows: Sequence[str]) -> list[str]:
    return [tasks.task(row).order for row in rows]


def refuse_in_use(tasks: TaskList, key: str, name: str) -> None:
    """Refuse to take out a unit or person that rows of any list of the file name."""
    rows = [tasks.row_name(row) for row in tasks.rows_naming_anywhere(key)]
    if rows:
        raise Refused(f"“{name}”不能删除:第 {names_in_words(rows)} 行正在使用。请先改这些行。")
