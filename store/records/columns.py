"""The columns of a list: its own, and each that holds something in any row, unless it is put away.

What is shown, and in which order, is the list's: screen, sheets and 调整对照表 read it from here.
"""

from collections.abc import Sequence

from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.derived import Derived, derived
from store.records.documents import on
from store.records.fields import extra_field, extra_label, field_of, names_for
from store.records.notice import DEFAULT_COLUMNS, Notice
from store.records.row_order import ORDER_OF_ROWS
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Column

_LABELS = {"number": "序号"}
"""What a column is called that the list itself has no word for, where that is not the field's own label."""

_ALWAYS = ("item", "text")
"""Columns without which a list is none."""

_NEVER_BY_THEMSELVES = ("number", "item")
"""Columns that are shown where the list has them: the number stands before the text, else."""

COLUMN_FIELDS = ("number", *names_for(Task, "column"))
"""The fields of a row that may be columns."""


@derived(on(Notice), on(Task), *ORDER_OF_ROWS)
def shown_columns(tasks: TaskList) -> tuple[Column, ...]:
    """Return the columns that the list shows and prints, in its order and under its own labels."""
    notice = tasks.notice
    own = [column for column in notice.columns or DEFAULT_COLUMNS if column.field not in notice.put_away]
    there = {column.field for column in own}
    labels = {column.label for column in own}
    more = []
    for column in filled_columns(tasks):
        # What an owner's cell says beside its names stands under the owner's label: no column of its own.
        is_of_owner = bool(extra_label(column.field)) and column.label in labels
        if column.field not in there and column.field not in notice.put_away and not is_of_owner:
            more.append(column)
    return _with_remark_last(own, more)


def _with_remark_last(own: Sequence[Column], more: Sequence[Column]) -> tuple[Column, ...]:
    """Return the list's own columns and those that came later, before a remark that ends the list."""
    if own and own[-1].field == "remark":
        return (*own[:-1], *more, own[-1])
    return (*own, *more)


def filled_columns(tasks: TaskList) -> list[Column]:
    """Return the columns of which any row holds something."""
    fields = [
        field for field in COLUMN_FIELDS if field not in _NEVER_BY_THEMSELVES and holds_any(tasks, field)
    ]
    columns = [_column(field) for field in fields if field != "remark"]
    columns += [Column(extra_field(label), label) for label in _labels_of_extras(tasks)]
    return [*columns, _column("remark")] if "remark" in fields else columns


def other_columns(tasks: TaskList) -> list[Column]:
    """Return the columns that a list could show and does not."""
    shown = {column.field for column in shown_columns(tasks)}
    own = {column.field: column for column in tasks.notice.columns}
    fields = [*COLUMN_FIELDS, *map(extra_field, _labels_of_extras(tasks))]
    fields += [field for field in tasks.notice.put_away if extra_label(field)]
    missing = [field for field in dict.fromkeys(fields) if field not in shown]
    return [own.get(field) or _column(field) for field in missing]


def may_be_put_away(tasks: TaskList, field: str) -> bool:
    """Say whether a column may be put away: not the text, nor who answers for a row where anybody does."""
    if field in RESPONSIBILITY_FIELDS:
        return not holds_any(tasks, field)
    return field not in _ALWAYS


def holds_any(tasks: TaskList, field: str) -> bool:
    """Say whether any row of the list holds something in a field."""
    label = extra_label(field)
    return label in _labels_of_extras(tasks) if label else _HOLDS_ANY[field](tasks)


def _column(field: str) -> Column:
    return Column(field, _LABELS.get(field) or field_of(Task, field).label)


def _holding(field: str) -> Derived[TaskList, bool]:
    @derived(on(Task, field), *ORDER_OF_ROWS)
    def holds(tasks: TaskList) -> bool:
        docs = tasks.documents.tables[Task.TABLE]
        return any(docs[row].get(field) for row in tasks.task_keys)

    return holds


@derived(on(Task, "targets", "text"), *ORDER_OF_ROWS)
def _holds_targets(tasks: TaskList) -> bool:
    """Say whether a row has a target that does not stand in its text, where the reader finds them."""
    docs = tasks.documents.tables[Task.TABLE]
    for row in tasks.task_keys:
        for target in docs[row].get("targets") or ():
            if target not in docs[row].get("text", ""):
                return True
    return False


@derived(on(Task, "deadline", "due_on", "due_kind"), *ORDER_OF_ROWS)
def _holds_deadlines(tasks: TaskList) -> bool:
    """Say whether a row has a deadline, be it a day that the clerk set."""
    docs = tasks.documents.tables[Task.TABLE]
    for row in tasks.task_keys:
        doc = docs[row]
        if doc.get("deadline") or doc.get("due_on") or doc.get("due_kind"):
            return True
    return False


_HOLDS_ANY = {
    **{field: _holding(field) for field in COLUMN_FIELDS},
    "targets": _holds_targets,
    "deadline": _holds_deadlines,
}
"""By field what says whether a row holds something. It reads the documents: of 10,000 rows few are seen."""


@derived(on(Task, "extras"), *ORDER_OF_ROWS)
def _labels_of_extras(tasks: TaskList) -> tuple[str, ...]:
    """Return the labels of the list's further columns, in the order in which its rows have them."""
    docs = tasks.documents.tables[Task.TABLE]
    labels: dict[str, None] = {}
    for row in tasks.task_keys:
        for extra in docs[row].get("extras") or ():
            if extra.get("text"):
                labels[extra["label"]] = None
    return tuple(labels)
