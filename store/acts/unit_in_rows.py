"""A unit put in another's place in the rows, and lead and partner of rows swapped: acts with the same preview as a handover."""

from collections.abc import Mapping, Sequence

from store.acts.leaders_in_a_cell import known_leaders, pass_units
from store.acts.preview import Answers, Preview, Question, RowChange
from store.portfolio.standings import certain_pairs
from store.records.ranges import numbered_rows
from store.records.tasklist import TaskList
from store.records.values import SIDES, Mention, Side, SideName
from store.refused import Refused


def replace_unit_preview(
    tasks: TaskList,
    old: str,
    new: Sequence[str],
    answers: Answers | None = None,
    rows: Sequence[str] | None = None,
) -> Preview:
    """Units in the place of one unit, by key, in all rows that name it or in some of them.

    Leaders follow where the old unit's and every new one's are settled or certain; else they stay as they are.
    """
    answers = answers or {}
    pairs = certain_pairs(tasks)
    giver = pairs.get(old)
    takers = {unit: Mention(pairs[unit], tasks.wording_of(pairs[unit])) for unit in new if unit in pairs}
    follows = (
        giver is not None
        and len(takers) == len(set(new))
        and any(taker.key != giver for taker in takers.values())
    )
    named = tasks.rows_naming(old)
    changes: list[RowChange] = []
    questions: list[Question] = []
    for row in named if rows is None else [row for row in named if row in set(rows)]:
        for name in SIDES:
            side = tasks.task(row).side(name)
            if all(unit.key != old for unit in side.units):
                continue
            units = _replaced(tasks, side.units, old, new)
            after = Side(units, side.leaders)
            if follows and giver and any(leader.key == giver for leader in side.leaders):
                come = {
                    unit: taker
                    for unit, taker in takers.items()
                    if all(there.key != unit for there in side.units)
                }
                passed = pass_units(
                    tasks,
                    (row, name),
                    units,
                    come,
                    Mention(giver, tasks.wording_of(giver)),
                    answers.get((row, name)),
                )
                after = passed.side
                questions += passed.questions
            changes.append(RowChange(row, name, side, after))
    title = f"{tasks.wording_of(old)}改为{'、'.join(map(tasks.wording_of, new))}"
    return Preview(title, tuple(changes), tuple(questions), answers)


def _replaced(tasks: TaskList, units: Sequence[Mention], old: str, new: Sequence[str]) -> tuple[Mention, ...]:
    """A cell with units in the place of one; what stood there already stays where it is."""
    there = {unit.key for unit in units}
    come = [Mention(unit, tasks.wording_of(unit)) for unit in new if unit not in there or unit == old]
    found: list[Mention] = []
    for unit in units:
        found += come if unit.key == old else [unit]
    return tuple(found)


def swap_preview(
    tasks: TaskList, rows: Sequence[str], partner: str | None = None, answers: Answers | None = None
) -> Preview:
    """Lead and partner of some rows change places, with their leaders; of several partners one is named by its key.

    Refused where there is no partner, where it is not said which, where a side is in doubt, or where a leader is not known.
    """
    answers = answers or {}
    changes: list[RowChange] = []
    questions: list[Question] = []
    for row in rows:
        task = tasks.task(row)
        lead, shared = task.lead_units, task.participant_units
        if not lead or not shared:
            raise Refused(
                f"第 {tasks.row_name(row)} 行{'没有牵头单位' if not lead else '没有责任单位'},不能对调。"
            )
        if task.doubts:
            raise Refused(f"第 {tasks.row_name(row)} 行还有待定的问题,请先答复,再对调。")
        if len(shared) == 1:
            changes += [
                RowChange(row, name, task.side(name), task.side(other)) for name, other in _OPPOSITE.items()
            ]
            continue
        changes += _exchanged(tasks, row, partner, answers, questions)
    where = numbered_rows(tasks, rows)
    return Preview(f"{where}牵头与责任单位对调", tuple(changes), tuple(questions), answers)


_OPPOSITE: Mapping[SideName, SideName] = {"lead": "participant", "participant": "lead"}


def _exchanged(
    tasks: TaskList, row: str, partner: str | None, answers: Answers, questions: list[Question]
) -> list[RowChange]:
    """One of several partners in the lead, the leading units in its place among the others."""
    task = tasks.task(row)
    chosen = next((unit for unit in task.participant_units if unit.key and unit.key == partner), None)
    if chosen is None:
        raise Refused(
            f"第 {tasks.row_name(row)} 行有 {len(task.participant_units)} 个责任单位,请选定与哪一个对调。"
        )
    pairs = known_leaders(tasks, (chosen, *task.lead_units))
    unknown = [unit.wording for unit in (chosen, *task.lead_units) if unit not in pairs]
    if unknown:
        raise Refused(f"{'、'.join(unknown)}的分管领导未定,不能对调,请先在名册中定下。")
    giver, *coming = [
        Mention(pairs[unit], tasks.wording_of(pairs[unit])) for unit in (chosen, *task.lead_units)
    ]
    units: list[Mention] = []
    for unit in task.participant_units:
        units += task.lead_units if unit == chosen else [unit]
    takers = {unit.key or "": leader for unit, leader in zip(task.lead_units, coming, strict=True)}
    passed = pass_units(tasks, (row, "participant"), units, takers, giver, answers.get((row, "participant")))
    questions += passed.questions
    return [
        RowChange(row, "lead", task.side("lead"), Side((chosen,), (giver,))),
        RowChange(row, "participant", task.side("participant"), passed.side),
    ]
