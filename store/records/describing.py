"""Changes and fields in the clerk's words: what was changed, where, from what to what."""

from collections.abc import Iterable, Mapping

from store.records.alike import Alike, name_of
from store.records.cells import cell_of, units_field
from store.records.changes import Change, Edit
from store.records.columns import shown_columns
from store.records.conflicts import Conflict
from store.records.field import Field, FieldKind
from store.records.fields import extra_label, field_of
from store.records.ground import Ground
from store.records.kept import Pair
from store.records.parts import field_of_part
from store.records.record import Record
from store.records.record_words import gist_of, record_in_words
from store.records.tables import RECORDS
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import UNIT_KINDS
from store.records.values import Column, Doubt, Extra, MeasuredValue, Mention, wordings

NOTHING = "（空）"
"""How nothing is said."""

_LONGEST_IN_TITLE = 40
"""Signs before and after that a title takes in; beyond that it says only what was edited."""

_KEPT_BESIDE = frozenset(("only_here", "sha256", "cells"))
"""Fields that the program keeps for itself."""

_ADDED = {"items": "事项", "units": "单位", "people": "人员"}
"""By table what a record is called that two desks may add."""

_BETWEEN: dict[FieldKind, str] = {"mentions": " ", "labelled": " ", "doubts": "；"}
"""What stands between the parts of a field in words, where it is not 、."""


def label(tasks: TaskList, field: str, record: type[Record] = Task) -> str:
    """Return what a field of a record is called: a row's by the list's own label.

    Where two columns share a label, the leaders' is told apart by the units beside them: 责任单位的分管领导.
    """
    if record is not Task:
        return field_of(record, field).label
    labels = [column.label for column in shown_columns(tasks)]
    own = column_label(tasks, field)
    cell = cell_of(field)
    if labels.count(own) > 1 and cell and cell.kind == "leaders":
        return f"{label(tasks, units_field(cell.side))}的{own}"
    return own


def column_label(tasks: TaskList, field: str) -> str:
    """Return what a column of the list says over its cells, where others may have the same label:
    分管领导.
    """
    named = (column.label for column in shown_columns(tasks) if column.field == field)
    return next(named, field_of(Task, field).label)


def edited_in_words(tasks: TaskList, edit: Edit) -> str:
    """Return what an edit changed: 第 3.2 行的牵头单位. A record that is gone goes by what the edit says of
    it.
    """
    record = tasks.record(edit.table, edit.key) or _gone(edit)
    field = label(tasks, edit.field, RECORDS.get(edit.table, Task)) if edit.field else ""
    if isinstance(record, Pair):
        pair = f"“{tasks.unit_name(record.unit)}”的分管领导"
        return f"{pair}（{field}）" if field else pair
    what = record_in_words(tasks, edit.table, record)
    return f"{what}的{field}" if field else what


def in_conflict(tasks: TaskList, conflict: Conflict) -> str:
    """Say what nobody has decided: 3.2 牵头单位有不一致未定夺; 3.2 一方删除，一方修改，未定夺."""
    said = f"{conflict_named(tasks, conflict)}{' ' if conflict.is_of_record else ''}{conflict.in_short}"
    return f"{said}，未定夺" if conflict.is_of_record else f"{said}未定夺"


def conflict_named(tasks: TaskList, conflict: Conflict) -> str:
    """Return what a conflict is about: 3.2 牵头单位."""
    field = "" if conflict.is_of_record else field_of_part(conflict.fields[0])
    where = edited_in_words(tasks, Edit(conflict.table, conflict.key, field, None, None))
    if conflict.table == Task.TABLE and conflict.key in tasks.task_keys:
        called = tasks.row_name(conflict.key)
        where = f"{called} {label(tasks, field)}" if field else called
    return where


def _gone(edit: Edit) -> Record | None:
    """Return the record that an edit made or took out; none for an edit of a field."""
    doc = edit.before if edit.after is None else edit.after
    if edit.field or not doc or edit.table not in RECORDS:
        return None
    return RECORDS[edit.table].from_doc(doc)


def parts(tasks: TaskList, field: Field, value: object) -> tuple[str, ...]:
    """Return what a field says, part by part: mentions by their wording, keys by their names.

    The value is a record's own or one of an edit. Nothing has no parts.
    """
    if isinstance(value, Mapping):  # The joins of a row: by their columns.
        return tuple(label(tasks, column) for column in value)
    several = value if isinstance(value, (list, tuple)) else (value,)
    held = (part for part in several if part is not None and part != "")
    return tuple(_part(tasks, field, part) for part in held)


def _part(tasks: TaskList, field: Field, part: object) -> str:
    """Return the words of one of the values of a field."""
    match field.kind:
        case "flag":
            return "是" if part else "否"
        case "unit_kind":
            return UNIT_KINDS.get(str(part), str(part))
        case "choice":
            return dict(field.choices).get(str(part), str(part))
        case "columns":
            return field_of(Task, str(part)).label
        case "key" | "keys":
            return _name(tasks, str(part))
        case _:
            return _wording(part)


def _wording(part: object) -> str:
    """Return a mention's wording, a doubt's reason, the label of a column; another value as it is."""
    match part:
        case Mention(wording=said) | {"wording": said}:
            return str(said)
        case Doubt(reason=said) | {"reason": said}:
            return str(said)
        case MeasuredValue(value=said) | {"measure": _, "value": said}:
            return str(said)
        case Extra(label=name, text=said) | {"label": name, "text": said}:
            return f"{name}：{said}"
        case Column(label=said) | {"label": said}:
            return str(said)
        case _:
            return str(part)


def words(tasks: TaskList, field: Field, value: object) -> str:
    """Return what a field says as one text; (空) for nothing."""
    between = _BETWEEN.get(field.kind, "、")
    return between.join(parts(tasks, field, value)) or NOTHING


def changed_in_words(tasks: TaskList, field: Field, before: object, after: object) -> str:
    """Return what came into a list of a record and what went: +甲处 -乙处; both whole where nothing is kept.

    The same in another order is said whole too.
    """
    held, holds = parts(tasks, field, before), parts(tasks, field, after)
    came = [part for part in holds if part not in held]
    went = [part for part in held if part not in holds]
    is_kept = len(went) < len(held) and (came or went)
    if not is_kept:
        return f"{words(tasks, field, before)} → {words(tasks, field, after)}"
    signed = (("+", came), ("-", went))
    return " ".join(sign + "、".join(names) for sign, names in signed if names)


def column_parts(tasks: TaskList, task: Task, field: str) -> tuple[str, ...]:
    """Return what a row says in a column, part by part: the item's title, the text with its number."""
    if field == "item":
        item = tasks.find(Item, task.item)
        return (item.title,) if item else ()
    if field == "text":
        has_number = any(column.field == "number" for column in shown_columns(tasks))
        return (task.text if has_number else task.numbered_text,)
    if name := extra_label(field):
        return tuple(filter(None, (task.extra(name),)))
    if field == "deadline":
        return tuple(filter(None, (task.deadline, task.due_in_words(tasks.notice.issued_on))))
    cell = cell_of(field)
    if cell:
        return tuple(wordings(task.mentions(cell)))
    return parts(tasks, field_of(Task, field), getattr(task, field, None))


def _name(tasks: TaskList, key: str) -> str:
    return tasks.unit_name(key) or tasks.person_name(key) or "（已删除）"


def describe(tasks: TaskList, change: Change) -> list[tuple[str, str, str]]:
    """Return an act line by line: what was edited, and how it was and is, in words."""
    return [_edit_line(tasks, edit) for edit in told(change.edits)]


def told(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits that the clerk is told of: not what the program keeps beside them for itself."""
    return tuple(edit for edit in edits if edit.table != Ground.TABLE and edit.field not in _KEPT_BESIDE)


def _edit_line(tasks: TaskList, edit: Edit) -> tuple[str, str, str]:
    where = edited_in_words(tasks, edit)
    if edit.field == "order":  # Places between neighbours (000100) say nothing to the clerk.
        return where, "原处", "新处"
    if edit.field:
        field = field_of(RECORDS.get(edit.table, Task), edit.field)
        return where, words(tasks, field, edit.before), words(tasks, field, edit.after)
    record = _gone(edit)
    before, after = gist_of(tasks, record) if record else ("", "")
    if edit.after is None:
        return where, after or "有", "已删除"
    return where, before or "（无）", after or "新增"


def alike_named(tasks: TaskList, pair: Alike) -> str:
    """Return what was added twice, in the clerk's words: 单位“宣传处”, 第 3.2 行“举办展览”."""
    name = name_of(tasks.documents.tables[pair.table][pair.kept])
    what = f"第 {tasks.row_name(pair.kept)} 行" if pair.table == Task.TABLE else _ADDED[pair.table]
    return f"{what}“{name}”"


def reasons(change: Change) -> tuple[str, ...]:
    """Return in words on what a change stands and from when it is in force; nothing where it does not say."""
    said = []
    if change.basis:
        said.append(f"依据：{change.basis}")
    if change.effective_on:
        said.append(f"{change.effective_on} 起生效")
    return tuple(said)


def field_title(tasks: TaskList, record: Record, field: str) -> str:
    """Return a field of a record in words: 第 3.2 行的完成时限."""
    return edited_in_words(tasks, Edit(record.TABLE, record.key, field, None, None))


def change_title(tasks: TaskList, edits: tuple[Edit, ...]) -> str:
    """Return a title for an act on one record: where, and from what to what where that is short."""
    if not edits:
        return "没有变化"
    where, before, after = _edit_line(tasks, edits[0])
    more = f"等 {len(edits)} 处" if len(edits) > 1 else ""
    if len(before) + len(after) > _LONGEST_IN_TITLE:
        return f"修改{where}{more}"
    return f"{where}{more}：{before} → {after}"
