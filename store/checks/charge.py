"""Rules on one side of a row: its units and leaders against who has which unit (分管)."""

from collections.abc import Iterable

from store.checks.finding import Hit, Mend, rule
from store.checks.look import Look, keys_of, wordings
from store.records.cells import leaders_field, units_field
from store.records.task import Task
from store.records.values import Mention, Side


@rule("C05", "错误", "分管领导与分工不符", "row", "standings", "units", "people")
def against_portfolio(look: Look, task: Task) -> Iterable[Hit]:
    """A leader in the place of the one who has the unit; or a cell of one unit and one leader that other rows contradict."""
    for charge in look.charges(task):
        name, side, field = charge.name, charge.side, leaders_field(charge.name)
        wrong = _contradicted(look, side) if not task.doubt(name) else None
        if charge.missing and charge.surplus:
            says = (
                f"{wordings(charge.surplus)}与分工不符:{_charges(look, charge.missing)},请改领导,或定下分管。"
            )
        elif wrong:
            says = f"{wrong.wording}由谁分管,此处与别的行互相矛盾,请核对,或定下分管领导。"
        else:
            continue
        facts = f"{keys_of(side.units)}|{keys_of(side.leaders)}|{' '.join(look.leader_of(unit) or '' for unit in side.units)}"
        yield Hit(f"{task.key}:{name}", says, facts, task.key, field=field, mend="cell")


@rule("C06", "提醒", "领导没有分管的单位在格中", "row", "standings", "units", "people")
def leader_without_unit(look: Look, task: Task) -> Iterable[Hit]:
    """A leader none of whose units stands in the cell, nor any that may be his."""
    for charge in look.charges(task):
        name, side, field = charge.name, charge.side, leaders_field(charge.name)
        if charge.surplus and not charge.missing:
            says = f"{look.labels[field]}中的{wordings(charge.surplus)}在此没有分管的单位,请核对是否多列。"
            yield Hit(
                f"{task.key}:{name}",
                says,
                f"{keys_of(side.units)}|{keys_of(charge.surplus)}",
                task.key,
                field=field,
                mend="cell",
            )


@rule("C07", "提醒", "缺少单位的分管领导", "row", "standings", "units", "people", "notices")
def leader_missing(look: Look, task: Task) -> Iterable[Hit]:
    """A unit whose leader is known and not named beside it; a collective (相关分管领导) does not name him."""
    for charge in look.charges(task):
        name, side, field = charge.name, charge.side, leaders_field(charge.name)
        if (
            not charge.missing
            or charge.surplus
            or (not side.leaders and (name == "lead" or field not in look.fields))
        ):
            continue
        says = f"{look.labels[field]}没有写明:{_charges(look, charge.missing)},请补上。"
        yield Hit(
            f"{task.key}:{name}",
            says,
            f"{keys_of(charge.missing)}|{keys_of(side.leaders)}",
            task.key,
            field=field,
            mend="cell",
        )


@rule("C08", "提醒", "单位与领导对应不上", "row", "standings", "units", "people")
def not_paired(look: Look, task: Task) -> Iterable[Hit]:
    """A side of several units or leaders where it cannot be said whose each unit is."""
    for charge in look.charges(task):
        name, side = charge.name, charge.side
        if not side.units or not side.leaders or len(side.units) == len(side.leaders) == 1:
            continue
        if unpaired := charge.unpaired:
            says = f"{len(side.units)} 个单位与 {len(side.leaders)} 位领导对应不上:{wordings(unpaired)}由谁分管未定,请先定下。"
            settles = any(unit.key and not look.is_collective(unit) for unit in unpaired)
            facts = f"{keys_of(side.units)}|{keys_of(side.leaders)}"
            mend: Mend = "settle" if settles else "cell"
            yield Hit(f"{task.key}:{name}", says, facts, task.key, field=units_field(name), mend=mend)


def _contradicted(look: Look, side: Side) -> Mention | None:
    """The one unit of a side with one leader, where other rows keep him from being its leader."""
    if len(side.units) != 1 or len(side.leaders) != 1 or not side.leaders[0].key:
        return None
    standing = look.standings.get(side.units[0].key or "")
    return side.units[0] if standing and standing.grade == "open" else None


def _charges(look: Look, units: Iterable[Mention]) -> str:
    return "、".join(f"{unit.wording}由{look.tasks.person_name(look.leader_of(unit))}分管" for unit in units)
