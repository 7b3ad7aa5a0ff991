"""A unit put in another's place in the rows, and lead and partner of rows swapped.

Both acts have the same preview as a handover.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from store.acts.leaders_in_a_cell import Passed, known_leaders, pass_units
from store.acts.preview import Answers, LeaderQuestion, Preview, RowChange, RowSide, sides_of
from store.portfolio.left_open import standing_doubts
from store.portfolio.standings import certain_pairs
from store.records.ranges import numbered_row, numbered_rows
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention, Side, SideName
from store.refused import Refused


def replace_unit_preview(
    tasks: TaskList,
    old: str,
    new: Sequence[str],
    answers: Answers | None = None,
    rows: Sequence[str] | None = None,
) -> Preview:
    """Put units in the place of one, by key, in all rows that name it or in some of them.

    Leaders follow where the old unit's and every new one's are settled or certain; else they stay.
    """
    answers = answers or {}
    following = _following(tasks, old, new)
    named = tasks.rows_naming(old)
    if rows is not None:
        wanted = set(rows)
        named = tuple(row for row in named if row in wanted)
    mentions = list(map(tasks.mention, new))
    changes: list[RowChange] = []
    questions: list[LeaderQuestion] = []
    for row, name, side in sides_of(tasks, named):
        if side.has_unit(old):
            units = with_units(side.units, old, mentions)
            passed = Passed(replace(side, units=units))
            if following:
                passed = _passed(tasks, following, (row, name), units, answers)
            questions += passed.questions
            changes.append(RowChange(row, name, side, passed.side))
    names = "、".join(map(tasks.wording_of, new))
    title = f"{tasks.wording_of(old)}改为{names}"
    return Preview(title, tuple(changes), tuple(questions), answers)


@dataclass(frozen=True, slots=True)
class _Following:
    """The leader of the old unit, and the leaders of the new ones by the units' keys."""

    giver: Mention
    takers: Mapping[str, Mention]


def _following(tasks: TaskList, old: str, new: Sequence[str]) -> _Following | None:
    """Return whose leaders follow; none where one of them is not known, or all are the same."""
    pairs = certain_pairs(tasks)
    known = [unit for unit in new if unit in pairs]
    if old not in pairs or len(known) != len(new):
        return None
    giver = pairs[old]
    leaders = {unit: pairs[unit] for unit in new}
    if all(leader == giver for leader in leaders.values()):
        return None
    takers = {unit: tasks.mention(leader) for unit, leader in leaders.items()}
    return _Following(tasks.mention(giver), takers)


def _passed(
    tasks: TaskList, following: _Following, place: RowSide, units: Sequence[Mention], answers: Answers
) -> Passed:
    """Return a side with other units, whose leaders follow where the old unit's leader stands in it."""
    row, name = place
    before = tasks.task(row).side(name)
    if not before.has_leader(following.giver.key):
        return Passed(Side(tuple(units), before.leaders))
    come = dict(following.takers)
    for unit in before.units:
        come.pop(unit.key or "", None)
    return pass_units(tasks, place, units, come, following.giver, answers.get(place))


def with_units(units: Sequence[Mention], old: str, new: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return a cell with units in the place of one; what stood there already stays where it is."""
    there = {unit.key for unit in units}
    come = [unit for unit in new if unit.key not in there or unit.key == old]
    found: list[Mention] = []
    for unit in units:
        found += come if unit.key == old else [unit]
    return tuple(found)


def swap_preview(
    tasks: TaskList, rows: Sequence[str], partner: str | None = None, answers: Answers | None = None
) -> Preview:
    """Let lead and partner of some rows change places with their leaders; one of several is named by key.

    Refused where there is no partner, where it is not said which, where a side is in doubt, or where a
    leader is not known.
    """
    answers = answers or {}
    changes: list[RowChange] = []
    questions: list[LeaderQuestion] = []
    for row in rows:
        task = tasks.task(row)
        _refuse_without_sides(tasks, task)
        if len(task.participant_units) == 1:
            for name, other in _OPPOSITE.items():
                changes.append(_changed(task, name, task.side(other)))
        else:
            changes += _exchanged(tasks, task, partner, answers, questions)
    title = f"{numbered_rows(tasks, rows)}牵头与责任单位对调"
    return Preview(title, tuple(changes), tuple(questions), answers)


def _refuse_without_sides(tasks: TaskList, task: Task) -> None:
    row = numbered_row(tasks, task.key)
    if not task.lead_units:
        raise Refused(f"{row}没有牵头单位，不能对调。")
    if not task.participant_units:
        raise Refused(f"{row}没有责任单位，不能对调。")
    if standing_doubts(tasks, task):
        raise Refused(f"{row}还有待定的问题，请先答复，再对调。")


_OPPOSITE: Mapping[SideName, SideName] = {"lead": "participant", "participant": "lead"}


def _exchanged(
    tasks: TaskList, task: Task, partner: str | None, answers: Answers, questions: list[LeaderQuestion]
) -> list[RowChange]:
    """Put one of several partners in the lead, and the leading units in its place among the others."""
    chosen = _partner(tasks, task, partner)
    leads = task.lead_units
    leaders = _known_leaders(tasks, (chosen, *leads))
    giver = leaders[chosen]
    takers = {unit.key or "": leaders[unit] for unit in leads}
    units: list[Mention] = []
    for unit in task.participant_units:
        units += leads if unit == chosen else [unit]
    place: RowSide = (task.key, "participant")
    passed = pass_units(tasks, place, units, takers, giver, answers.get(place))
    questions += passed.questions
    lead = Side((chosen,), (giver,))
    return [_changed(task, "lead", lead), _changed(task, "participant", passed.side)]


def _changed(task: Task, name: SideName, after: Side) -> RowChange:
    return RowChange(task.key, name, task.side(name), after)


def _partner(tasks: TaskList, task: Task, partner: str | None) -> Mention:
    """Return the partner that was named; refused where none was, since there are several."""
    partners = task.participant_units
    for unit in partners:
        if unit.key and unit.key == partner:
            return unit
    row = numbered_row(tasks, task.key)
    raise Refused(f"{row}有 {len(partners)} 个责任单位，请选定与哪一个对调。")


def _known_leaders(tasks: TaskList, units: Sequence[Mention]) -> dict[Mention, Mention]:
    """Return the leader of each unit; refused where one is not settled or certain."""
    pairs = known_leaders(tasks, units)
    unknown = [unit.wording for unit in units if unit not in pairs]
    if unknown:
        raise Refused(f"{'、'.join(unknown)}的分管领导未定，不能对调，请先在名册中定下。")
    return {unit: tasks.mention(leader) for unit, leader in pairs.items()}
