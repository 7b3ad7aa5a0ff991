"""Merging units (机构改革).

Every mention of the old ones becomes the new one, once in a cell, and what hangs on them follows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.acts.preview import Answers, LeaderQuestion, Preview, RowChange, in_words, sides_of
from store.acts.settling import settling_edits
from store.acts.unit_in_rows import replace_unit_preview
from store.acts.unit_succeeded import new_mention, refuse_closed, taken_over
from store.portfolio.standings import certain_pairs
from store.records.cells import units_field
from store.records.changes import Edit, created, updated
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES, Mention
from store.refused import Refused


@dataclass(frozen=True, slots=True)
class Merger:
    """Units that become part of one, which is there already or is new; from which day, on what basis."""

    units: tuple[str, ...]
    into: Unit
    effective_on: str | None = None
    basis: str = ""


def merge_preview(tasks: TaskList, merger: Merger, answers: Answers) -> Preview:
    """Return every row that changes, and ask where the leader of one unit is not the other's."""
    into = merger.into
    units = dict.fromkeys(merger.units)
    olds = tuple(key for key in units if key != into.key)
    _refuse_senseless(tasks, olds, into)
    after, questions = _replaced(tasks, olds, into, answers)
    wording = new_mention(tasks, into)
    rows: list[RowChange] = []
    for row, name, side in sides_of(tasks, rows_naming_any(tasks, olds)):
        if any(unit.key in olds for unit in side.units):
            new = after.task(row).side(name)
            merged = [wording if unit.key == into.key else unit for unit in new.units]
            joined = replace(new, units=tuple(merged))
            rows.append(RowChange(row, name, side, joined))
    edits = taken_over(tasks, olds, into, merger.effective_on, merger.basis)
    names = "、".join(map(tasks.unit_name, olds))
    title = f"机构合并：{names}并入{into.full_name}"
    asked = _in_order(questions, rows)
    preview = Preview(title, tuple(rows), asked, answers, tuple(edits))
    preview = replace(preview, others=in_words(tasks, edits))
    return preview.dated(merger.effective_on, merger.basis)


def _in_order(questions: Sequence[LeaderQuestion], rows: Sequence[RowChange]) -> tuple[LeaderQuestion, ...]:
    """Return what each of the old units asks once, in the order of the rows."""
    order = {change.place: number for number, change in enumerate(rows)}
    once = dict.fromkeys(questions)
    return tuple(sorted(once, key=lambda question: order[question.place]))


def _refuse_senseless(tasks: TaskList, olds: Sequence[str], into: Unit) -> None:
    if not olds:
        raise Refused("没有要并入的单位，请写明至少一个别的单位。")
    for key in olds:
        refuse_closed(tasks, key)
        if tasks.get(Unit, key).kind == "collective":
            raise Refused(f"“{tasks.unit_name(key)}”是统称，不能合并。")
    if into.kind == "collective":
        raise Refused(f"“{into.full_name}”是统称，不能作为承接的单位。")
    if tasks.find(Unit, into.key):
        refuse_closed(tasks, into.key)


def rows_naming_any(tasks: TaskList, units: Sequence[str]) -> Sequence[str]:
    """Return the rows of all lists that name one of some units: those of this list first, in its order."""
    named: dict[str, None] = {}
    for unit in units:
        named.update(dict.fromkeys(tasks.rows_naming_anywhere(unit)))
    here = filter(named.__contains__, tasks.task_keys)
    return list(dict.fromkeys((*here, *named)))


def _replaced(
    tasks: TaskList, olds: Sequence[str], into: Unit, answers: Answers
) -> tuple[TaskList, Sequence[LeaderQuestion]]:
    """Return a copy of the list with the units replaced, and what is to be asked.

    Leaders follow where the unit that takes over has a certain one, in this list alone.
    """
    after = tasks.copy()
    if not tasks.find(Unit, into.key):
        after.apply((created(into),))
    questions: list[LeaderQuestion] = []
    pairs = certain_pairs(tasks)
    if into.key in pairs:
        for unit, leader in pairs.items():
            if unit in (*olds, into.key):
                after.apply(settling_edits(after, unit, leader))
        for old in olds:
            preview = replace_unit_preview(after, old, [into.key], answers)
            questions += preview.questions
            answered = replace(preview, questions=())
            after.apply(answered.change(after).edits)
    after.apply(_put_in_place(after, olds, into.key))
    return after, questions


def _put_in_place(tasks: TaskList, olds: Sequence[str], into: str) -> list[Edit]:
    """Put a unit in the place of others in all rows, where the first of them stands; the leaders stay."""
    edits: list[Edit] = []
    for row in rows_naming_any(tasks, olds):
        task = tasks.task(row)
        values: dict[str, object] = {}
        for name in SIDES:
            units = task.side(name).units
            values[units_field(name)] = _once(units, olds, into)
        edits += updated(task, **values)
    return edits


def _once(units: Sequence[Mention], olds: Sequence[str], into: str) -> tuple[Mention, ...]:
    """Return a cell with a unit, as it is printed there already, in the place of others."""
    printed = [unit for unit in units if unit.key == into]
    there = printed[0] if printed else Mention(into, "")
    merged = [there if unit.key in olds else unit for unit in units]
    return tuple(dict.fromkeys(merged))
