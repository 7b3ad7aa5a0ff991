"""Which columns the list shows, and in which order: on the screen, on paper, in the 调整对照表."""

from collections.abc import Sequence

from store.records.changes import Change, updated
from store.records.columns import may_be_put_away, shown_columns
from store.records.notice import Notice
from store.records.tasklist import TaskList
from store.records.values import Column
from store.refused import Refused


def arrange_columns(tasks: TaskList, columns: Sequence[Column]) -> Change:
    """Return the change by which the list shows some columns in this order, and no others."""
    wanted = tuple(columns)
    fields = {column.field for column in wanted}
    away = [column for column in shown_columns(tasks) if column.field not in fields]
    for column in away:
        if not may_be_put_away(tasks, column.field):
            raise Refused(f"“{column.label}”一栏不能收起：清单要写明这一栏。")
    put_away = [field for field in tasks.notice.put_away if field not in fields]
    put_away += [column.field for column in away]
    edits = updated(tasks.get(Notice, tasks.notice.key), columns=wanted, put_away=tuple(put_away))
    if wanted == shown_columns(tasks):
        return Change("栏目没有变化", ())
    return Change(_title(tasks, wanted, away), tuple(edits))


def _title(tasks: TaskList, wanted: Sequence[Column], away: Sequence[Column]) -> str:
    shown = {column.field for column in shown_columns(tasks)}
    come = [column.label for column in wanted if column.field not in shown]
    said = []
    if come:
        said.append(f"显示“{'、'.join(come)}”")
    if away:
        said.append(f"收起“{'、'.join(column.label for column in away)}”")
    return f"清单栏目：{'，'.join(said) or '调整次序'}"
