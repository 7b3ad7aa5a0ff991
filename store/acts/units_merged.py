"""Merging units (机构改革): every mention of the old ones becomes the new one once, and what hangs on them follows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.acts.preview import Answers, Preview, Question, RowChange, in_words
from store.acts.settling import settling_edits
from store.acts.unit_in_rows import replace_unit_preview
from store.acts.unit_succeeded import refuse_closed, taken_over
from store.portfolio.standings import certain_pairs
from store.records.cells import units_field
from store.records.changes import Edit, created, updated
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES, Mention, Side
from store.refused import Refused


@dataclass(frozen=True, slots=True)
class Merger:
    """Units that become part of one, which is there already or is new; from which day, on what basis."""

    units: tuple[str, ...]
    into: Unit
    effective_on: str | None = None
    basis: str = ""


def merge_preview(tasks: TaskList, merger: Merger, answers: Answers) -> Preview:
    """Every row that changes, and what must be asked where the leader of one is not the other's."""
    olds = tuple(key for key in dict.fromkeys(merger.units) if key != merger.into.key)
    _refuse_senseless(tasks, olds, merger.into)
    after, questions = _replaced(tasks, olds, merger.into, answers)
    wording = _wording(tasks, merger.into)
    rows = []
    for row in rows_naming_any(tasks, olds):
        for name in SIDES:
            side, new = tasks.task(row).side(name), after.task(row).side(name)
            if any(unit.key in olds for unit in side.units):
                units = tuple(wording if unit.key == merger.into.key else unit for unit in new.units)
                rows.append(RowChange(row, name, side, Side(units, new.leaders)))
    edits = taken_over(tasks, olds, merger.into, merger.effective_on, merger.basis)
    names = "、".join(map(tasks.unit_name, olds))
    title = f"机构合并:{names}并入{merger.into.full_name}"
    others = in_words(tasks, edits)
    return Preview(
        title, tuple(rows), tuple(questions), answers, tuple(edits), merger.effective_on, merger.basis, others
    )


def _refuse_senseless(tasks: TaskList, olds: Sequence[str], into: Unit) -> None:
    if not olds:
        raise Refused("没有要并入的单位,请写明至少一个别的单位。")
    for key in olds:
        refuse_closed(tasks, key)
        if tasks.get(Unit, key).kind == "collective":
            raise Refused(f"“{tasks.unit_name(key)}”是统称,不能合并。")
    if into.kind == "collective":
        raise Refused(f"“{into.full_name}”是统称,不能作为承接的单位。")
    if tasks.find(Unit, into.key):
        refuse_closed(tasks, into.key)


def rows_naming_any(tasks: TaskList, units: Sequence[str]) -> Sequence[str]:
    """The rows of all lists of the file that name one of some units, those of this list first and in its order."""
    named = dict.fromkeys(row for unit in units for row in tasks.rows_naming_anywhere(unit))
    here = [row for row in tasks.task_keys if row in named] if named else []
    return list(dict.fromkeys((*here, *named)))


def _wording(tasks: TaskList, into: Unit) -> Mention:
    """What rows print for the unit that takes over: as the list has it, a new one's alias, else its full name."""
    return Mention(into.key, tasks.wording_of(into.key) or next(iter(into.aliases), into.full_name))


def _replaced(
    tasks: TaskList, olds: Sequence[str], into: Unit, answers: Answers
) -> tuple[TaskList, Sequence[Question]]:
    """A copy of the list with the units replaced; leaders follow where the unit that takes over has a certain one, in this list alone."""
    after = tasks.copy()
    if not tasks.find(Unit, into.key):
        after.apply((created(into),))
    pairs = certain_pairs(tasks)
    for unit, leader in pairs.items():
        if into.key in pairs and unit in (*olds, into.key):
            after.apply(settling_edits(after, unit, leader))
    questions: list[Question] = []
    if into.key not in pairs:
        after.apply(_put_in_place(after, olds, into.key))
        return after, questions
    for old in olds:
        preview = replace_unit_preview(after, old, [into.key], answers)
        questions += preview.questions
        after.apply(replace(preview, questions=()).change(after).edits)
    after.apply(_put_in_place(after, olds, into.key))
    return after, questions


def _put_in_place(tasks: TaskList, olds: Sequence[str], into: str) -> list[Edit]:
    """A unit in the place of others in all rows, once in each cell, where the first of them stands; the leaders stay."""
    edits: list[Edit] = []
    for row in rows_naming_any(tasks, olds):
        task = tasks.task(row)
        values = {}
        for name in SIDES:
            units = task.side(name).units
            there = next((unit for unit in units if unit.key == into), Mention(into, ""))
            values[units_field(name)] = tuple(
                dict.fromkeys(there if unit.key in olds else unit for unit in units)
            )
        edits += updated(task, **values)
    return edits
