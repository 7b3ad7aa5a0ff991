"""变更记录: the changes of a span, each with when, who, what, on which basis and from when it is in force."""

from collections.abc import Sequence
from dataclasses import replace

from store.history.earlier import State, recorded
from store.history.order import in_shown_order
from store.history.prints import changes_of_list, is_print
from store.records.changes import Change, Edit, History
from store.records.describing import describe, told
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, written_day
from tui.paper.sheets.cells import line_cell, line_cells, of_list

_COLUMNS = (
    SheetColumn("序号", 5, True),
    SheetColumn("时间", 11, True),
    SheetColumn("经办人", 8, True),
    SheetColumn("变更内容", 44, False),
    SheetColumn("依据", 16, False),
    SheetColumn("生效日期", 12, True),
)
_EDITS_TOLD = 24
"""Edits of a change that are told one by one; of more the title alone says what was done."""


def history_sheets(state: State, since: int, until: int | None) -> list[Sheet]:
    """Return the changes after the first `since` of a list, up to its first `until`, oldest first.

    Prints are no changes of the list: they are counted in a note. No sheet where no change is left.
    """
    span = range(len(state.history))[since:until]
    of_span = [state.history[place] for place in in_shown_order(state.history) if place in span]
    changes = [change for change in of_span if not is_print(change)]
    if not changes:
        return []
    before = History(state.history.docs[:since])
    first = changes_of_list(before) + 1
    rows: list[Row] = []
    for number, change in enumerate(changes, first):
        rows.append(_row(state.tasks, change, number))
    prints = len(of_span) - len(changes)
    notes = (f"注：其间打印 {prints} 次，未列。",) if prints else ()
    under = (_whose(state.tasks), _span(changes))
    return [Sheet("变更记录", _COLUMNS, tuple(rows), notes, under=under, name="变更记录")]


def _whose(tasks: TaskList) -> str:
    """Return of which list the changes are: those of all lists of a file are one history."""
    return of_list(tasks) if len(tasks.notices) < 2 else "（本文件中的各份清单）"


def _row(tasks: TaskList, change: Change, number: int) -> Row:
    when = SheetCell(_moment(change.at))
    who = tuple(filter(None, (change.by, change.machine)))
    what = SheetCell(_told(tasks, change))
    effective_on = written_day(change.effective_on or "")
    why = line_cells(change.basis, effective_on)
    return (line_cell(str(number)), when, SheetCell(who), what, *why)


def _moment(at: str) -> tuple[str, ...]:
    """Return day and time of a change, a line each; nothing where it does not say."""
    if not at:
        return ()
    moment = recorded(at)
    day = written_day(moment.date().isoformat())
    return day, f"{moment:%H:%M}"


def _told(tasks: TaskList, change: Change) -> tuple[str, ...]:
    """Return what a change did: its title, and what of its edits the title does not say."""
    title = clean_line(change.title)
    edits = told(change.edits)
    if len(edits) > _EDITS_TOLD:
        return (title, f"（共改动 {len(edits)} 处）")
    kept = tuple(edit for edit in edits if not _makes_record(edit))
    lines = [title]
    for where, before, after in describe(tasks, replace(change, edits=kept)):
        if before not in title or after not in title:
            line = f"{where}：{before} → {after}"
            lines.append(clean_line(line))
    return tuple(lines)


def _makes_record(edit: Edit) -> bool:
    """Return whether an edit makes a record, which the title says: 新增人员：李强."""
    return edit.before is None and not edit.field


def _span(changes: Sequence[Change]) -> str:
    """Return from when to when some changes were made, and how many they are."""
    ends = (changes[0].at, changes[-1].at)
    days = [written_day(at[:10]) for at in ends if at]
    period = "至".join(dict.fromkeys(days))
    count = f"共 {len(changes)} 次"
    return f"（{period}，{count}）" if period else f"（{count}）"
