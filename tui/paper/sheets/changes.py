"""调整对照表: what differs between two times, before beside after, as the annex of a notice.

Each difference has the basis and the day of the changes that made it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from store.records.cells import CELLS
from store.records.changes import Change
from store.records.describing import label, words
from store.records.field import Field
from store.records.fields import extra_field, fields_for
from store.records.person import RosterEntry
from store.records.ranges import follows, rows_in_words
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import wordings
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, banner, written_day
from tui.paper.sheets.cells import field_lines, list_title
from tui.paper.sheets.courses import course_made, moves_due
from tui.paper.sheets.differences import (
    Difference,
    Lines,
    Made,
    Reasons,
    gone,
    made_by,
    new,
    reasons_of,
)

_COLUMNS = (
    SheetColumn("序号", 5, True),
    SheetColumn("任务（人员、单位）", 24, False),
    SheetColumn("调整内容", 12, True),
    SheetColumn("调整前", 18, False),
    SheetColumn("调整后", 18, False),
    SheetColumn("依据", 16, False),
    SheetColumn("生效日期", 12, True),
)
_NOTHING = "—"
_DUE = ("due_on", "due_kind")
"""Fields of a row that an adjustment moves; it is told of itself then."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Neighbouring rows of an item of which one act changed the same, or one row alone."""

    tasks: TaskList
    """The list that the rows stand in: of those that are gone, that of before."""
    rows: list[Task]
    made: Sequence[Made]

    def takes(self, row: Task, made: Sequence[Made]) -> bool:
        """Tell whether a row is told of together with these; what is new or gone is told of row by row."""
        if made != self.made or not all(one.difference.field for one in made):
            return False
        return follows(self.tasks, self.rows[-1].key, row.key)


def change_sheet(before: TaskList, after: TaskList, changes: Sequence[Change], period: str = "") -> Sheet:
    """Return what differs between two states of a list.

    `changes` are those between them; `period` says in words from when to when.
    """
    reasons = reasons_of(changes)
    sections: dict[str, list[Row]] = {}
    sections["重点任务"] = list(_tasks(before, after, reasons))
    sections["领导小组成员"] = list(_entries(before, after, reasons))
    sections["单位"] = list(_units(before, after, reasons))
    headings = [heading for heading, found in sections.items() if found]
    rows: list[Row] = []
    for number, heading in zip("一二三", headings, strict=False):
        rows.append(banner(f"{number}、{heading}", len(_COLUMNS)))
        rows += sections[heading]
    if not rows:
        rows = [banner("没有调整。", len(_COLUMNS))]
    title = f"{list_title(after)}调整对照表"
    under = (f"（{period}）",) if period else ()
    return Sheet(title, _COLUMNS, tuple(rows), annex="附件", under=under, name="调整对照表")


def _tasks(before: TaskList, after: TaskList, reasons: Reasons) -> Iterator[Row]:
    """Yield the rows of the list that differ: those of now in their order, then those that are gone."""
    for block in (*_blocks(before, after, reasons), *_blocks_gone(before, after, reasons)):
        number = rows_in_words(block.tasks, [row.key for row in block.rows])
        what: list[str] = []
        for row in block.rows:
            what += field_lines(block.tasks, row, "text")
        yield from _rows(number, tuple(what), block.made)


def _blocks(before: TaskList, after: TaskList, reasons: Reasons) -> list[_Block]:
    """Return the rows of now that differ: 3.1–3.3 as one where an act gave all three the same."""
    old = set(before.task_keys)
    blocks: list[_Block] = []
    for key in after.task_keys:
        task = after.task(key)
        found: Iterable[Difference] = ()
        if key not in old:
            found = (new(_answerable(after, task)),)
        elif before.value("tasks", key, "") != after.value("tasks", key, ""):
            found = _changed_fields(before, before.task(key), after, task)
            if moves_due(before, after, key):
                found = [one for one in found if one.field not in _DUE]
        made = (*made_by(reasons, task, found), *course_made(before, after, key, reasons))
        if made and blocks and blocks[-1].takes(task, made):
            blocks[-1].rows.append(task)
        elif made:
            blocks.append(_Block(after, [task], made))
    return blocks


def _blocks_gone(before: TaskList, after: TaskList, reasons: Reasons) -> Iterator[_Block]:
    now = set(after.task_keys)
    for key in before.task_keys:
        if key not in now:
            task = before.task(key)
            found = (gone(_answerable(before, task)),)
            yield _Block(before, [task], made_by(reasons, task, found))


def _changed_fields(before: TaskList, earlier: Task, after: TaskList, task: Task) -> Iterator[Difference]:
    """Yield what differs in a row, but for columns that are put away: its fields, its further columns."""
    for field in fields_for(Task, "change_table"):
        name = field.name
        if name not in after.notice.put_away and getattr(earlier, name) != getattr(task, name):
            was = _row_lines(before, earlier, name)
            now = _row_lines(after, task, name)
            yield Difference(name, label(after, name), was, now)
    labels = dict.fromkeys(extra.label for extra in (*earlier.extras, *task.extras))
    for column in map(extra_field, labels):
        was = field_lines(before, earlier, column)
        now = field_lines(after, task, column)
        if column not in after.notice.put_away and was != now:
            yield Difference("extras", label(after, column), was, now)


def _entries(before: TaskList, after: TaskList, reasons: Reasons) -> Iterator[Row]:
    """Yield the lines of the roster that differ."""
    old = {entry.key: entry for entry in before.roster}
    now = {entry.key: entry for entry in after.roster}
    for key in dict.fromkeys((*now, *old)):
        tasks, entry = (after, now[key]) if key in now else (before, old[key])
        name = _name(tasks, entry)
        if key in now and key in old:
            found = list(_differences(before, after, old[key], entry))
            old_name = _name(before, old[key])
            if old_name != name:
                found.insert(0, Difference("person", "人员", old_name, name))
        else:
            said = (clean_line(f"{entry.role} {entry.post}".strip()),)
            found = [new(said) if key in now else gone(said)]
        yield from _rows("", name, made_by(reasons, entry, found))


def _name(tasks: TaskList, entry: RosterEntry) -> Lines:
    return (clean_line(tasks.person_name(entry.person)),)


def _units(before: TaskList, after: TaskList, reasons: Reasons) -> Iterator[Row]:
    """Yield the units that differ: new, gone, renamed, under another head."""
    old = {unit.key: unit for unit in before.units}
    now = {unit.key: unit for unit in after.units}
    for key in dict.fromkeys((*now, *old)):
        unit = now.get(key) or old[key]
        name = (clean_line(unit.full_name),)
        if key not in old:
            found = [new(name)]
        elif key not in now:
            found = [gone(name)]
        else:
            found = list(_differences(before, after, old[key], unit))
        yield from _rows("", name, made_by(reasons, unit, found))


def _differences(
    before: TaskList, after: TaskList, old: RosterEntry | Unit, now: RosterEntry | Unit
) -> Iterator[Difference]:
    for field in fields_for(type(now), "change_table"):
        was = getattr(old, field.name)
        is_now = getattr(now, field.name)
        if was != is_now:
            said = _said(before, field, was)
            said_now = _said(after, field, is_now)
            yield Difference(field.name, field.label, said, said_now)


def _said(tasks: TaskList, field: Field, value: object) -> Lines:
    if value in (None, "", (), False):
        return ()
    return (clean_line(words(tasks, field, value)),)


def _row_lines(tasks: TaskList, task: Task, field: str) -> Lines:
    if field == "number":
        return (clean_line(task.number),)
    return field_lines(tasks, task, field)


def _answerable(tasks: TaskList, task: Task) -> Lines:
    """Return who answers for a row, a line a column."""
    lines = []
    for cell in CELLS:
        names = "、".join(map(clean_line, wordings(task.mentions(cell))))
        if names:
            lines.append(f"{label(tasks, cell.field)}：{names}")
    return tuple(lines)


def _rows(number: str, what: Lines, made: Sequence[Made]) -> Iterator[Row]:
    """Yield differences, over which the number and what differs are joined."""
    count = len(made)
    first: Row = (SheetCell((number,) if number else (), count), SheetCell(what, count))
    for difference, changes in made:
        label = SheetCell((difference.label,))
        was = SheetCell(difference.before or (_NOTHING,))
        is_now = SheetCell(difference.after or (_NOTHING,))
        bases = SheetCell(_bases(changes))
        days = SheetCell(_days(changes))
        yield (*first, label, was, is_now, bases, days)
        first = (None, None)


def _bases(changes: Sequence[Change]) -> Lines:
    said = [clean_line(change.basis) for change in changes if change.basis]
    return tuple(dict.fromkeys(said))


def _days(changes: Sequence[Change]) -> Lines:
    """Return when the changes take effect; of one that does not say, when it was made, and under it 记录."""
    said: dict[Lines, None] = {}
    for change in changes:
        if change.effective_on:
            said[(written_day(change.effective_on),)] = None
        elif change.at:
            said[written_day(change.at[:10]), "记录"] = None
    return tuple(chain.from_iterable(said))
