"""Splitting a unit (机构改革): which of the new units a row goes to is asked for every row, never guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from store.acts.preview import Answers, Preview, RowChange, in_words, sides_of
from store.acts.settling import settling_edits
from store.acts.unit_in_rows import replace_unit_preview, with_units
from store.acts.unit_succeeded import ended_pairs, in_collectives_and_plans, new_mention, refuse_closed
from store.acts.units import created_behind
from store.portfolio.standings import certain_pairs
from store.records.changes import Change, Edit, updated
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.refused import Refused

Takers = Mapping[str, tuple[str, ...]]
"""Row key to the keys of the units that take the row over."""


@dataclass(frozen=True, slots=True)
class Split:
    """A unit and those that it is split into, there already or new; from which day, on what basis."""

    unit: str
    into: tuple[Unit, ...]
    effective_on: str | None = None
    basis: str = ""


def split_rows(tasks: TaskList, split: Split) -> Sequence[str]:
    """Return the rows that ask who takes them over."""
    return tasks.rows_naming_anywhere(split.unit)


def split_preview(tasks: TaskList, split: Split, takers: Takers) -> Preview:
    """Return every row that names the unit; those that nobody answered for stay as they are."""
    unit = tasks.get(Unit, split.unit)
    _refuse_senseless(tasks, unit, split)
    rows: list[RowChange] = []
    for row in split_rows(tasks, split):
        rows += _row(tasks, split, row, takers.get(row, ()))
    edits = _edits(tasks, unit, split)
    names = "、".join(new.full_name for new in split.into)
    title = f"机构拆分：{unit.full_name}分为{names}"
    others = (*in_words(tasks, edits), *_left_in(tasks, unit))
    preview = Preview(title, tuple(rows), edits=tuple(edits), others=others)
    return preview.dated(split.effective_on, split.basis)


def _left_in(tasks: TaskList, unit: Unit) -> list[str]:
    """Name the people of the roster whose unit nobody can tell."""
    words: list[str] = []
    for entry in tasks.roster:
        if entry.unit == unit.key:
            name = tasks.person_name(entry.person)
            words.append(f"名册中“{name}”仍在{unit.full_name}，请另改其单位和职务")
    return words


def split_change(tasks: TaskList, split: Split, takers: Takers) -> Change:
    """Return the one change of the split; refused while a row has no answer."""
    rows = split_rows(tasks, split)
    unanswered = [row for row in rows if not takers.get(row)]
    if unanswered:
        names = "、".join(map(tasks.row_name, unanswered))
        raise Refused(f"第 {names} 行还没有答复由哪个单位承接，没有改动。")
    return split_preview(tasks, split, takers).change(tasks)


def _refuse_senseless(tasks: TaskList, unit: Unit, split: Split) -> None:
    refuse_closed(tasks, unit.key)
    if unit.kind == "collective" or any(new.kind == "collective" for new in split.into):
        raise Refused("统称不能拆分，也不能作为承接的单位。")
    if len({new.full_name for new in split.into}) < 2:
        raise Refused("拆分后至少有两个单位，请写明。")
    if any(new.key == unit.key for new in split.into):
        raise Refused(f"“{unit.full_name}”不能拆分为它自己；要保留它，请新增另一单位后直接改各行。")
    for new in split.into:
        if tasks.find(Unit, new.key):
            refuse_closed(tasks, new.key)


def _row(tasks: TaskList, split: Split, row: str, takers: Sequence[str]) -> list[RowChange]:
    """Return the sides of a row that name the unit, with those that take the row over in its place."""
    named = _unchanged(tasks, row, split.unit)
    if not takers:
        return named
    pairs = certain_pairs(tasks)
    if row in tasks.task_keys and all(key in pairs for key in takers):
        # The leader who had the unit stays where another unit of the cell may be his.
        keeps: Answers = {change.place: "keep" for change in named}
        preview = replace_unit_preview(tasks, split.unit, takers, keeps, [row])
        return list(preview.rows)
    printed = {new.key: new_mention(tasks, new) for new in split.into}
    come = [printed[key] for key in takers]
    changes: list[RowChange] = []
    for change in named:
        units = with_units(change.before.units, split.unit, come)
        after = replace(change.before, units=units)
        changes.append(replace(change, after=after))
    return changes


def _unchanged(tasks: TaskList, row: str, unit: str) -> list[RowChange]:
    """Return the sides of a row that name a unit, as they are."""
    found: list[RowChange] = []
    for _, name, side in sides_of(tasks, [row]):
        if side.has_unit(unit):
            found.append(RowChange(row, name, side, side))
    return found


def _edits(tasks: TaskList, unit: Unit, split: Split) -> list[Edit]:
    """Return the new units, the old one's end, and what follows; a known leader stays that of its parts."""
    news = tuple(new.key for new in split.into)
    made = [
        replace(new, valid_from=split.effective_on) for new in split.into if not tasks.find(Unit, new.key)
    ]
    edits = created_behind(tasks, unit.key, made)
    edits += updated(unit, valid_until=split.effective_on or tasks.today, successors=news)
    edits += in_collectives_and_plans(tasks, (unit.key,), news)
    edits += ended_pairs(tasks, (unit.key,), split.effective_on or tasks.today)
    certain = certain_pairs(tasks)
    leader = certain.get(unit.key)
    for key in news if leader else ():
        if leader and key not in certain:
            edits += settling_edits(tasks, key, leader, split.effective_on, split.basis)
    return edits
