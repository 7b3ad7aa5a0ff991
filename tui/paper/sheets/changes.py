"""调整对照表: what differs between two times, before beside after, with basis and effective date, ready to be a notice's annex."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.changes import Change
from store.records.describing import label, words
from store.records.fields import Field, fields_for, names_for
from store.records.person import RosterEntry
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.words.cleaning import clean_line
from tui.paper.layout import Cell, Row, Sheet, SheetColumn, banner
from tui.paper.sheets.cells import field_lines, list_title, written_day

_COLUMNS = (
    SheetColumn("序号", 5, True),
    SheetColumn("任务(人员、单位)", 24, False),
    SheetColumn("调整内容", 12, True),
    SheetColumn("调整前", 18, False),
    SheetColumn("调整后", 18, False),
    SheetColumn("依据", 16, False),
    SheetColumn("生效日期", 12, True),
)
_NOTHING = "—"


@dataclass(frozen=True, slots=True)
class _Difference:
    """One thing that differs: what of it, how it was and how it is, and the edits' field that made it so."""

    field: str
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def change_sheet(before: TaskList, after: TaskList, changes: Sequence[Change], period: str = "") -> Sheet:
    """What differs between two states of a list; `changes` are those between, `period` says in words from when to when."""
    reasons = _reasons(changes)
    sections = (
        ("重点任务", list(_tasks(before, after, reasons))),
        ("领导小组成员", list(_entries(before, after, reasons))),
        ("单位", list(_units(before, after, reasons))),
    )
    rows: list[Row] = []
    for number, (heading, found) in zip(
        "一二三", (section for section in sections if section[1]), strict=False
    ):
        rows += [banner(f"{number}、{heading}", len(_COLUMNS)), *found]
    return Sheet(
        f"{list_title(after)}调整对照表",
        _COLUMNS,
        tuple(rows) or (banner("没有调整。", len(_COLUMNS)),),
        annex="附件",
        under=(f"({period})",) if period else (),
        name="调整对照表",
    )


_Reasons = Mapping[tuple[str, str], Sequence[tuple[str, Change]]]
"""Table and key of a record to the fields that were edited, each with its change; an empty field is the whole record."""


def _reasons(changes: Sequence[Change]) -> _Reasons:
    found: dict[tuple[str, str], list[tuple[str, Change]]] = {}
    for change in changes:
        for edit in change.edits:
            found.setdefault((edit.table, edit.key), []).append((edit.field, change))
    return found


def _tasks(before: TaskList, after: TaskList, reasons: _Reasons) -> Iterator[Row]:
    """Rows of the list: those of now in their order, then those that are gone."""
    old, now = set(before.task_keys), set(after.task_keys)
    for key in after.task_keys:
        task = after.task(key)
        if key not in old:
            yield from _rows(
                after.row_name(key),
                field_lines(after, task, "text"),
                [_new(_answerable(after, task))],
                reasons,
                task,
            )
        elif before.value("tasks", key, "") != after.value("tasks", key, ""):
            earlier = before.task(key)
            found = [
                _Difference(
                    field, label(after, field), _lines(before, earlier, field), _lines(after, task, field)
                )
                for field in names_for(Task, "change_table")
                if getattr(earlier, field) != getattr(task, field)
            ]
            yield from _rows(after.row_name(key), field_lines(after, task, "text"), found, reasons, task)
    for key in before.task_keys:
        if key not in now:
            task = before.task(key)
            yield from _rows(
                before.row_name(key),
                field_lines(before, task, "text"),
                [_gone(_answerable(before, task))],
                reasons,
                task,
            )


def _entries(before: TaskList, after: TaskList, reasons: _Reasons) -> Iterator[Row]:
    """Lines of the roster."""
    old, now = ({entry.key: entry for entry in tasks.roster} for tasks in (before, after))
    for key in dict.fromkeys((*now, *old)):
        tasks, entry = (after, now[key]) if key in now else (before, old[key])
        name = (clean_line(tasks.person_name(entry.person)),)
        said = (clean_line(f"{entry.role} {entry.post}".strip()),)
        if key in now and key in old:
            found = list(_differences(before, after, old[key], entry))
            old_name = (clean_line(before.person_name(old[key].person)),)
            if old_name != name:
                found.insert(0, _Difference("person", "人员", old_name, name))
            yield from _rows("", name, found, reasons, entry)
        else:
            yield from _rows("", name, [_new(said) if key in now else _gone(said)], reasons, entry)


def _units(before: TaskList, after: TaskList, reasons: _Reasons) -> Iterator[Row]:
    """Units: new, gone, renamed, under another head."""
    old, now = ({unit.key: unit for unit in tasks.units} for tasks in (before, after))
    for key in dict.fromkeys((*now, *old)):
        unit = now.get(key) or old[key]
        name = (clean_line(unit.full_name),)
        if key in now and key in old:
            yield from _rows("", name, list(_differences(before, after, old[key], unit)), reasons, unit)
        else:
            yield from _rows("", name, [_new(name) if key in now else _gone(name)], reasons, unit)


def _differences(
    before: TaskList, after: TaskList, old: RosterEntry | Unit, now: RosterEntry | Unit
) -> Iterator[_Difference]:
    for field in fields_for(type(now), "change_table"):
        was, now_is = getattr(old, field.name), getattr(now, field.name)
        if was != now_is:
            yield _Difference(field.name, field.label, _said(before, field, was), _said(after, field, now_is))


def _said(tasks: TaskList, field: Field, value: object) -> tuple[str, ...]:
    return (clean_line(words(tasks, field, value)),) if value not in (None, "", (), False) else ()


def _lines(tasks: TaskList, task: Task, field: str) -> tuple[str, ...]:
    return (clean_line(task.number),) if field == "number" else field_lines(tasks, task, field)


def _answerable(tasks: TaskList, task: Task) -> tuple[str, ...]:
    """Who answers for a row, a line a column."""
    return tuple(
        f"{label(tasks, field)}:{'、'.join(clean_line(mention.wording) for mention in getattr(task, field))}"
        for field in RESPONSIBILITY_FIELDS
        if getattr(task, field)
    )


def _new(said: tuple[str, ...]) -> _Difference:
    return _Difference("", "新增", (), said)


def _gone(said: tuple[str, ...]) -> _Difference:
    return _Difference("", "删除", said, ())


def _rows(
    number: str,
    what: tuple[str, ...],
    found: Sequence[_Difference],
    reasons: _Reasons,
    record: Task | RosterEntry | Unit,
) -> Iterator[Row]:
    """The differences of one record, what it is joined over them, each with the last changes that made it."""
    for place, difference in enumerate(found):
        basis, effective = _why(reasons.get((record.TABLE, record.key), ()), difference.field)
        first = (
            (Cell((number,) if number else (), len(found)), Cell(what, len(found)))
            if place == 0
            else (None, None)
        )
        sides = (Cell(difference.before or (_NOTHING,)), Cell(difference.after or (_NOTHING,)))
        yield (*first, Cell((difference.label,)), *sides, Cell(basis), Cell(effective))


def _why(edits: Sequence[tuple[str, Change]], field: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The bases and effective days of the changes behind a difference, in their order; of an undone one nothing is left to say."""
    made = [change for edited, change in edits if edited == field]
    redone = {change.redoes for change in made}
    undone = {change.undoes for change in made if change.undoes and change.id not in redone}
    kept = [change for change in made if change.id not in undone and not change.undoes and not change.redoes]
    return (
        tuple(dict.fromkeys(clean_line(change.basis) for change in kept if change.basis)),
        tuple(dict.fromkeys(_day(change) for change in kept if change.effective_on or change.at)),
    )


def _day(change: Change) -> str:
    """When a change takes effect; where it does not say, when it was made."""
    day = written_day(change.effective_on or change.at[:10])
    return day if change.effective_on else f"{day}记录"
