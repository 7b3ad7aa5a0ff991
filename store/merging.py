"""Merging units (机构改革): every mention of the old ones becomes the new one once, and what hangs on them follows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.changes import created, deleted, updated
from store.days import today
from store.model import SIDES, Edit, Mention, Plan, Refused, RosterEntry, Side, Unit, units_field
from store.portfolio import certain_pairs, settled_pairs
from store.preview import Answers, Preview, Question, RowChange, in_words
from store.replacing import replace_unit_preview
from store.settling import settling_edits
from store.tasklist import TaskList
from store.whois import closed_words


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
    edits = _edits(tasks, olds, merger)
    names = "、".join(map(tasks.unit_name, olds))
    title = f"机构合并:{names}并入{merger.into.full_name}"
    others = in_words(tasks, edits)
    return Preview(title, tuple(rows), tuple(questions), answers, tuple(edits), merger.effective_on, merger.basis, others)


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


def refuse_closed(tasks: TaskList, key: str) -> None:
    """Refuse a unit that was merged, split or closed already."""
    unit = tasks.get(Unit, key)
    if unit.closed_on(today()):
        raise Refused(f"“{unit.full_name}”{closed_words(tasks, unit)},请核对。")


def rows_naming_any(tasks: TaskList, units: Sequence[str]) -> Sequence[str]:
    """The rows of all lists of the file that name one of some units, those of this list first and in its order."""
    named = dict.fromkeys(row for unit in units for row in tasks.rows_naming_anywhere(unit))
    here = [row for row in tasks.task_keys if row in named] if named else []
    return list(dict.fromkeys((*here, *named)))


def _wording(tasks: TaskList, into: Unit) -> Mention:
    """What rows print for the unit that takes over: as the list has it, a new one's alias, else its full name."""
    return Mention(into.key, tasks.wording_of(into.key) or next(iter(into.aliases), into.full_name))


def _replaced(tasks: TaskList, olds: Sequence[str], into: Unit, answers: Answers) -> tuple[TaskList, Sequence[Question]]:
    """A copy of the list with the units replaced; leaders follow where the unit that takes over has a certain one, in this list alone."""
    after = tasks.of(tasks.notice.key)
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
            values[units_field(name)] = tuple(dict.fromkeys(there if unit.key in olds else unit for unit in units))
        edits += updated(task, **values)
    return edits


# ---------------------------------------------------------------------- what hangs on the units


def _edits(tasks: TaskList, olds: Sequence[str], merger: Merger) -> list[Edit]:
    into, day = merger.into, merger.effective_on or today()
    head, acting = _head(tasks, olds, into)
    edits = (
        updated(into, head=head, acting=acting)
        if tasks.find(Unit, into.key)
        else [created(replace(into, head=head, acting=acting, valid_from=merger.effective_on))]
    )
    for old in olds:
        edits += updated(tasks.get(Unit, old), valid_until=day, successors=(into.key,))
    for key in tasks.documents[RosterEntry.TABLE]:
        entry = tasks.get(RosterEntry, key)
        if entry.unit in olds and entry.left_on is None:
            edits += updated(entry, unit=into.key)
    for notice in tasks.notices:
        if notice.group_office_unit in olds:
            edits += updated(notice, group_office_unit=into.key)
    edits += in_collectives_and_plans(tasks, olds, (into.key,))
    return edits + _pairs(tasks, olds, merger)


def in_collectives_and_plans(tasks: TaskList, olds: Sequence[str], news: Sequence[str]) -> list[Edit]:
    """Units in the place of others among the members of collectives and in handovers dated ahead."""
    edits: list[Edit] = []
    for unit in tasks.units:
        edits += updated(unit, members=_in_place(unit.members, olds, news))
    for key in tasks.documents[Plan.TABLE]:
        plan = tasks.get(Plan, key)
        edits += updated(plan, units=_in_place(plan.units, olds, news))
    return edits


def _in_place(keys: Sequence[str], olds: Sequence[str], news: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for key in keys for one in (news if key in olds else (key,))))


def _head(tasks: TaskList, olds: Sequence[str], into: Unit) -> tuple[str | None, bool]:
    """Its own head, else the one that the old units have among them; none where they have several."""
    if into.head:
        return into.head, into.acting
    heads = {unit.head: unit.acting for unit in (tasks.get(Unit, old) for old in olds) if unit.head}
    return next(iter(heads.items())) if len(heads) == 1 else (None, False)


def _pairs(tasks: TaskList, olds: Sequence[str], merger: Merger) -> list[Edit]:
    """The settled pairs of the old units go; where all agree, the unit that takes over is settled so."""
    settled = settled_pairs(tasks)
    edits: list[Edit] = [deleted(settled[old]) for old in olds if old in settled]
    leaders = {certain_pairs(tasks).get(old) for old in olds}
    leader = next(iter(leaders)) if len(leaders) == 1 else None
    if leader and edits and merger.into.key not in certain_pairs(tasks):
        edits += settling_edits(tasks, merger.into.key, leader, merger.effective_on, merger.basis)
    return edits
