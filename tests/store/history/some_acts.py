"""The acts that clerks do to a list, chosen at random: what each does is what the program does."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from store.acts.assigning import SideAnswer, assign
from store.acts.cells_joined import join_change, part_change, rows_to_join
from store.acts.field_values import set_fields
from store.acts.handover import Handover, handover_preview, units_in_charge
from store.acts.person_replaced import Succession, new_successor, succession_preview
from store.acts.preview import Preview
from store.acts.roster import new_person, rename_person
from store.acts.rows import delete_rows, move_rows, new_item, new_row
from store.acts.settling import settle
from store.acts.unit_renamed import Renaming, rename_preview
from store.acts.units import delete_unit, new_unit, set_unit
from store.acts.units_merged import Merger, merge_preview
from store.records.changes import Change
from store.records.person import Person
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES
from store.refused import Refused

Act = Callable[[TaskList, random.Random], Change]

WORDS = ("甲", "乙", "丙", "丁", "戊")


def some_act(tasks: TaskList, rng: random.Random) -> Change | None:
    """A change that some act makes of a list; none where the act refuses or changes nothing."""
    act = rng.choice(ACTS)
    try:
        change = act(tasks, rng)
    except Refused:
        return None
    return change if change.edits else None


def _row(tasks: TaskList, rng: random.Random) -> str:
    return _one(tasks.task_keys, rng)


def _one(keys: Sequence[str], rng: random.Random) -> str:
    if not keys:
        raise Refused("没有。")
    return rng.choice(keys)


def _unit(tasks: TaskList, rng: random.Random) -> str:
    return _one([unit.key for unit in tasks.units if unit.kind != "collective"], rng)


def _text(tasks: TaskList, rng: random.Random) -> Change:
    field = rng.choice(("text", "remark", "deadline", "measures"))
    return set_fields(tasks, tasks.task(_row(tasks, rng)), **{field: rng.choice(WORDS)})


def _extra(tasks: TaskList, rng: random.Random) -> Change:
    label = rng.choice(("资金来源", "联系人"))
    return set_fields(tasks, tasks.task(_row(tasks, rng)), **{f"extras.{label}": rng.choice((*WORDS, ""))})


def _assign(tasks: TaskList, rng: random.Random) -> Change:
    side = rng.choice(SIDES)
    answer = SideAnswer(units=(tasks.mention(_unit(tasks, rng)),))
    done = assign(tasks, [_row(tasks, rng)], {side: answer}, reason=rng.choice(("", "only_here")))
    return Change("责任", done[side].edits)


def _rename_unit(tasks: TaskList, rng: random.Random) -> Change:
    renaming = Renaming(_unit(tasks, rng), f"{rng.choice(WORDS)}{rng.choice(WORDS)}管理处")
    return rename_preview(tasks, renaming).change(tasks)


def _merge_units(tasks: TaskList, rng: random.Random) -> Change:
    into = tasks.get(Unit, _unit(tasks, rng))
    merger = Merger((_unit(tasks, rng),), into)
    return _answered(merge_preview(tasks, merger, {})).change(tasks)


def _hand_over(tasks: TaskList, rng: random.Random) -> Change:
    people = [entry.person for entry in tasks.roster]
    giver = _one([person for person in people if units_in_charge(tasks, person)], rng)
    taker = _one(people, rng)
    units = units_in_charge(tasks, giver)
    handover = Handover(giver, taker, tuple(units[:2]))
    return _answered(handover_preview(tasks, handover, {})).change(tasks)


def _answered(preview: Preview) -> Preview:
    """A preview with its questions answered: who is asked about stays."""
    return replace(preview, answers={question.place: "keep" for question in preview.open})


def _settle(tasks: TaskList, rng: random.Random) -> Change:
    return settle(tasks, _unit(tasks, rng), _one([entry.person for entry in tasks.roster], rng))


def _replace_person(tasks: TaskList, rng: random.Random) -> Change:
    entry = _one([entry.key for entry in tasks.roster], rng)
    succession = Succession(entry, new_successor(f"新{rng.choice(WORDS)}"))
    return _answered(succession_preview(tasks, succession)).change(tasks)


def _rename_person(tasks: TaskList, rng: random.Random) -> Change:
    person = tasks.get(Person, _one([entry.person for entry in tasks.roster], rng))
    return rename_person(tasks, person, f"改{rng.choice(WORDS)}")


def _head(tasks: TaskList, rng: random.Random) -> Change:
    unit = tasks.get(Unit, _unit(tasks, rng))
    return set_unit(tasks, unit, head=_one([entry.person for entry in tasks.roster], rng))


def _move(tasks: TaskList, rng: random.Random) -> Change:
    return move_rows(tasks, [_row(tasks, rng)], rng.choice((-1, 1)))


def _join(tasks: TaskList, rng: random.Random) -> Change:
    rows = tasks.task_keys_of(tasks.task(_row(tasks, rng)).item)[:2]
    field = rng.choice(("deadline", "lead_units", "remark"))
    return join_change(tasks, rows_to_join(tasks, rows, field), field)


def _part(tasks: TaskList, rng: random.Random) -> Change:
    return part_change(tasks, [_row(tasks, rng)], rng.choice(("lead_units", "remark")))


def _new_row(tasks: TaskList, rng: random.Random) -> Change:
    return new_row(tasks, _row(tasks, rng))[0]


def _new_item(tasks: TaskList, rng: random.Random) -> Change:
    return new_item(tasks, f"事项{rng.choice(WORDS)}", _row(tasks, rng))[0]


def _delete_row(tasks: TaskList, rng: random.Random) -> Change:
    return delete_rows(tasks, [_row(tasks, rng)])


def _new_unit(tasks: TaskList, rng: random.Random) -> Change:
    return new_unit(tasks, f"{rng.choice(WORDS)}{rng.randrange(99)}处")[0]


def _new_person(tasks: TaskList, rng: random.Random) -> Change:
    return new_person(tasks, f"赵{rng.choice(WORDS)}")[0]


def _delete_unit(tasks: TaskList, rng: random.Random) -> Change:
    return delete_unit(tasks, _unit(tasks, rng))


ACTS: tuple[Act, ...] = (
    _text,
    _text,
    _extra,
    _assign,
    _assign,
    _rename_unit,
    _merge_units,
    _hand_over,
    _settle,
    _replace_person,
    _rename_person,
    _head,
    _move,
    _join,
    _part,
    _new_row,
    _new_item,
    _delete_row,
    _new_unit,
    _new_person,
    _delete_unit,
)
