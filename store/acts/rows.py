"""Acts on the rows and items of the list: new, delete, move. Each gives a Change; a rule refuses in words."""

from collections.abc import Sequence

from store.acts.moving import direction, end_of, moved_to, places_before
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.keys import new_key, order_between
from store.records.ranges import names_in_words, numbered_rows
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.names import shortened

_MOST_NAMED = 2
"""Items that a title names; of more it says how many."""


def new_row(tasks: TaskList, after: str) -> tuple[Change, str]:
    """Return the change that adds an empty row under a row, in its item, and the new row's key."""
    item = tasks.task(after).item
    siblings = tasks.task_keys_of(item)
    below = siblings.index(after) + 1
    (order,), edits = places_before([tasks.task(row) for row in siblings], below)
    row = Task(new_key(), item, order)
    title = f"新增行：在第 {tasks.row_name(after)} 行之后"
    return Change(title, (*edits, created(row))), row.key


def new_item(tasks: TaskList, title: str, after: str | None = None) -> tuple[Change, str]:
    """Return the change that adds an item with one empty row, under a row's item or last, and the row."""
    name = title.strip()
    if not name:
        raise Refused("事项名称不能为空，请输入名称。")
    keys = [item.key for item in tasks.items]
    above = tasks.task(after).item if after else ""
    index = keys.index(above) + 1 if above else len(keys)
    (order,), mended = places_before(tasks.items, index)
    item = Item(new_key(), order, name, notice=tasks.notice.key)
    row = Task(new_key(), item.key, order_between("", ""))
    edits = (*mended, created(item), created(row))
    change = Change(f"新增事项：{name}", edits)
    return change, row.key


def delete_rows(tasks: TaskList, rows: Sequence[str]) -> Change:
    """Take rows out of the list; an item that loses its last row goes with it (`items_emptied`)."""
    edits = [deleted(tasks.task(row)) for row in rows]
    items = items_emptied(tasks, rows)
    edits += map(deleted, items)
    return Change(_title_of_deletion(tasks, rows, items), tuple(edits))


def items_emptied(tasks: TaskList, rows: Sequence[str]) -> tuple[Item, ...]:
    """Return the items that would lose their last row with some rows: they would go with them."""
    gone = set(rows)
    items = dict.fromkeys(tasks.task(row).item for row in rows)
    emptied = [item for item in items if gone.issuperset(tasks.task_keys_of(item))]
    return tuple(tasks.get(Item, item) for item in emptied)


def _title_of_deletion(tasks: TaskList, rows: Sequence[str], items: Sequence[Item]) -> str:
    """Name what goes: 删除第 3.2 行“加快电子证照共享…”, 删除事项“三、推进高效…”及其 4 项任务."""
    named = "".join(f"“{shortened(item.title)}”" for item in items[:_MOST_NAMED])
    named += f"等 {len(items)} 个事项" if len(items) > _MOST_NAMED else ""
    with_items = sum(len(tasks.task_keys_of(item.key)) for item in items)
    if with_items == len(rows):
        return f"删除事项{named}及其 {len(rows)} 项任务"
    text = shortened(tasks.task(rows[0]).text)
    more = f"等 {len(rows)} 行" if len(rows) > 1 else ""
    taken = f"，连同事项{named}" if items else ""
    return f"删除{numbered_rows(tasks, rows)}“{text}”{more}{taken}"


def move_rows(tasks: TaskList, rows: Sequence[str], step: int) -> Change:
    """Move neighbouring rows together up (-1) or down (+1) within their item.

    Rows that are whole items move with these. Refused where they are no neighbours, or of parts of items.
    """
    items = list(dict.fromkeys(tasks.task(row).item for row in rows))
    if len(items_emptied(tasks, rows)) == len(items):
        return move_items(tasks, items, step)
    name = numbered_rows(tasks, rows)
    if len(items) > 1:
        raise Refused(f"{name}分属几个事项，不能一起移动，请分开移动。")
    siblings = tasks.task_keys_of(items[0])
    refusal = f"{name}已是本事项的{end_of(step)}行。要移动整个事项，请把光标放在事项一栏。"
    records = [tasks.task(row) for row in siblings]
    return Change(f"{name}{direction(step)}", _moved(records, rows, step, refusal))


def move_items(tasks: TaskList, items: Sequence[str], step: int) -> Change:
    """Move neighbouring items together, with their rows, up (-1) or down (+1)."""
    names = "、".join(tasks.get(Item, item).title for item in items)
    refusal = f"“{names}”已是{end_of(step)}个事项。"
    title = f"{direction(step)}事项：{names}"
    return Change(title, _moved(tasks.items, items, step, refusal))


def _moved(records: Sequence[Task | Item], keys: Sequence[str], step: int, refusal: str) -> tuple[Edit, ...]:
    """Return the edits that move neighbours among records a place up or down; refused beyond an end."""
    order = [record.key for record in records]
    moved = sorted(keys, key=order.index)
    first = order.index(moved[0])
    if order[first : first + len(moved)] != moved:
        raise Refused("所选的行不相邻，不能一起移动，请选相邻的行。")
    edge = moved[0] if step < 0 else moved[-1]
    moved_to(order, edge, step, refusal)
    others = [record for record in records if record.key not in keys]
    places, edits = places_before(others, first + step, len(moved))
    for record, place in zip(records[first : first + len(moved)], places, strict=True):
        edits += updated(record, order=place)
    return tuple(edits)


def refuse_in_use(tasks: TaskList, key: str, name: str) -> None:
    """Refuse to take out a unit or person that rows of any list of the file name."""
    rows = [tasks.row_name(row) for row in tasks.rows_naming_anywhere(key)]
    if rows:
        raise Refused(f"“{name}”不能删除：第 {names_in_words(rows)} 行正在使用。请先改这些行。")
