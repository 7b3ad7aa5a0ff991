"""Splitting a unit (机构改革): which of the new units a row goes to is asked for every row, never guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from store.acts.preview import Preview, RowChange, in_words
from store.acts.settling import settling_edits
from store.acts.unit_in_rows import replace_unit_preview
from store.acts.unit_succeeded import in_collectives_and_plans, refuse_closed
from store.portfolio.standings import certain_pairs, settled_pairs
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES, Mention, Side
from store.refused import Refused
from store.words.days import today

Takers = Mapping[str, tuple[str, ...]]
"""Row key to the keys of the units that take the row over."""


@dataclass(frozen=True, slots=True)
class Split:
    """A unit and those that it is split into, which are there already or new; from which day, on what basis."""

    unit: str
    into: tuple[Unit, ...]
    effective_on: str | None = None
    basis: str = ""


def split_rows(tasks: TaskList, split: Split) -> Sequence[str]:
    """The rows that ask who takes them over."""
    return tasks.rows_naming_anywhere(split.unit)


def split_preview(tasks: TaskList, split: Split, takers: Takers) -> Preview:
    """Every row that names the unit; those that nobody answered for stay as they are."""
    unit = tasks.get(Unit, split.unit)
    _refuse_senseless(tasks, unit, split)
    rows = [
        change for row in split_rows(tasks, split) for change in _row(tasks, split, row, takers.get(row, ()))
    ]
    edits = _edits(tasks, unit, split)
    title = f"机构拆分:{unit.full_name}分为{'、'.join(new.full_name for new in split.into)}"
    people = [tasks.person_name(entry.person) for entry in tasks.roster if entry.unit == unit.key]
    left = [f"名册中“{name}”仍在{unit.full_name},请另改其单位和职务" for name in people]
    others = (*in_words(tasks, edits), *left)
    return Preview(
        title,
        tuple(rows),
        edits=tuple(edits),
        others=others,
        effective_on=split.effective_on,
        basis=split.basis,
    )


def split_change(tasks: TaskList, split: Split, takers: Takers) -> Change:
    """The one change of the split; Refused while a row has no answer."""
    left = [tasks.row_name(row) for row in split_rows(tasks, split) if not takers.get(row)]
    if left:
        raise Refused(f"第 {'、'.join(left)} 行还没有答复由哪个单位承接,没有改动。")
    return split_preview(tasks, split, takers).change(tasks)


def _refuse_senseless(tasks: TaskList, unit: Unit, split: Split) -> None:
    refuse_closed(tasks, unit.key)
    if unit.kind == "collective" or any(new.kind == "collective" for new in split.into):
        raise Refused("统称不能拆分,也不能作为承接的单位。")
    if len({new.full_name for new in split.into}) < 2:
        raise Refused("拆分后至少有两个单位,请写明。")
    if any(new.key == unit.key for new in split.into):
        raise Refused(f"“{unit.full_name}”不能拆分为它自己;要保留它,请新增另一单位后直接改各行。")
    for new in split.into:
        if tasks.find(Unit, new.key):
            refuse_closed(tasks, new.key)


def _row(tasks: TaskList, split: Split, row: str, takers: Sequence[str]) -> Sequence[RowChange]:
    named = [
        name for name in SIDES if any(unit.key == split.unit for unit in tasks.task(row).side(name).units)
    ]
    if not takers:
        return [
            RowChange(row, name, tasks.task(row).side(name), tasks.task(row).side(name)) for name in named
        ]
    if row in tasks.task_keys and all(key in certain_pairs(tasks) for key in takers):
        # The leader who had the unit stays where another unit of the cell may be his.
        return replace_unit_preview(
            tasks, split.unit, takers, {(row, name): "keep" for name in named}, [row]
        ).rows
    words = {
        new.key: tasks.wording_of(new.key) or next(iter(new.aliases), new.full_name) for new in split.into
    }
    changes = []
    for name in named:
        side = tasks.task(row).side(name)
        there = {unit.key for unit in side.units}
        come = [Mention(key, words[key]) for key in takers if key not in there]
        units = [one for unit in side.units for one in (come if unit.key == split.unit else [unit])]
        changes.append(RowChange(row, name, side, Side(tuple(units), side.leaders)))
    return changes


def _edits(tasks: TaskList, unit: Unit, split: Split) -> list[Edit]:
    """The new units, the old one's end, and what follows without a question; a settled leader stays that of its parts."""
    day = split.effective_on or today()
    news = tuple(new.key for new in split.into)
    edits: list[Edit] = [
        created(replace(new, valid_from=split.effective_on))
        for new in split.into
        if not tasks.find(Unit, new.key)
    ]
    edits += updated(unit, valid_until=day, successors=news)
    edits += in_collectives_and_plans(tasks, (unit.key,), news)
    if pair := settled_pairs(tasks).get(unit.key):
        edits.append(deleted(pair))
        for key in news:
            if key not in certain_pairs(tasks):
                edits += settling_edits(tasks, key, pair.leader, split.effective_on, split.basis)
    return edits
