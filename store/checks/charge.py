"""Rules on one side of a row: its units and leaders against who has which unit (分管)."""

from collections.abc import Iterable

from store.checks.finding import Hit, Mend, in_row, rule
from store.checks.look import Look, keys_of, wordings
from store.portfolio.layers import said_by_notice
from store.portfolio.standings import settled_pairs
from store.records.cells import leaders_field, units_field
from store.records.task import Task
from store.records.unit import Unit
from store.records.values import Mention, Side


@rule("C05", "错误", "分管领导与分工不符", "row", "standings", "units", "people")
def against_portfolio(look: Look, task: Task) -> Iterable[Hit]:
    """A leader in the place of the one who has the unit; or a pair that other rows contradict."""
    for charge in look.charges(task):
        side = charge.side
        wrong = _contradicted(look, side) if not task.doubt(charge.name) else None
        if charge.missing and charge.surplus:
            in_charge = _in_words(look, charge.missing)
            says = f"{wordings(charge.surplus)}与分工不符：{in_charge}，请改领导，或定下分管。"
        elif wrong:
            says = f"{wrong.wording}由谁分管，此处与别的行互相矛盾，请核对，或定下分管领导。"
        else:
            continue
        known = " ".join(look.leader_of(unit) or "" for unit in side.units)
        facts = f"{_facts(side.units, side.leaders)}|{known}"
        field = leaders_field(charge.name)
        yield in_row(task, field, says, facts, part=charge.name)


@rule("C06", "提醒", "领导没有分管的单位在格中", "row", "standings", "units", "people")
def leader_without_unit(look: Look, task: Task) -> Iterable[Hit]:
    """A leader none of whose units stands in the cell, nor any that may be his."""
    for charge in look.charges(task):
        field = leaders_field(charge.name)
        if charge.surplus and not charge.missing:
            named = wordings(charge.surplus)
            says = f"{look.labels[field]}中的{named}在此没有分管的单位，请核对是否多列。"
            facts = _facts(charge.side.units, charge.surplus)
            yield in_row(task, field, says, facts, part=charge.name)


@rule("C07", "提醒", "缺少单位的分管领导", "row", "standings", "units", "people", "notices")
def leader_missing(look: Look, task: Task) -> Iterable[Hit]:
    """A unit whose leader is known and not named beside it; a collective (相关分管领导) does not name him."""
    for charge in look.charges(task):
        field, leaders = leaders_field(charge.name), charge.side.leaders
        if not charge.missing or charge.surplus:
            continue
        if not leaders and (charge.name == "lead" or field not in look.fields):
            continue
        missing = _in_words(look, charge.missing)
        says = f"{look.labels[field]}没有写明：{missing}，请补上。"
        facts = _facts(charge.missing, leaders)
        yield in_row(task, field, says, facts, part=charge.name)


@rule("C08", "提醒", "单位与领导对应不上", "row", "standings", "units", "people")
def not_paired(look: Look, task: Task) -> Iterable[Hit]:
    """A side of several units or leaders where it cannot be said whose each unit is."""
    for charge in look.charges(task):
        units, leaders = charge.side.units, charge.side.leaders
        unpaired = charge.unpaired
        if not unpaired or not leaders or len(units) == len(leaders) == 1:
            continue
        counted = f"{len(units)} 个单位与 {len(leaders)} 位领导对应不上"
        says = f"{counted}：{wordings(unpaired)}由谁分管未定，请先定下。"
        settles = any(unit.key and not look.is_collective(unit) for unit in unpaired)
        mend: Mend = "settle" if settles else "cell"
        field = units_field(charge.name)
        facts = _facts(units, leaders)
        yield in_row(task, field, says, facts, part=charge.name, mend=mend)


@rule("C31", "提醒", "后来的通知与已定的分管不同", "list", "standings", "units", "people", "notices")
def notice_against_pair(look: Look) -> Iterable[Hit]:
    """A unit whose leader was settled before the notice was issued, which says another."""
    tasks = look.tasks
    issued_on = tasks.notice.issued_on or ""
    for unit, pair in settled_pairs(tasks).items():
        said = said_by_notice(tasks).get(unit) if pair.since and pair.since < issued_on else None
        if said and said != pair.leader and unit in look.standings:
            named, settled, other = map(tasks.wording_of, (unit, pair.leader, said))
            says = f"已定由{settled}分管（自 {pair.since} 起），{issued_on} 的通知写的是{other}，请核对分管。"
            facts = f"{pair.leader}|{said}|{issued_on}"
            yield Hit(unit, f"{named}{says}", facts, record=(Unit.TABLE, unit), about=named)


def _facts(units: tuple[Mention, ...], leaders: tuple[Mention, ...]) -> str:
    return f"{keys_of(units)}|{keys_of(leaders)}"


def _contradicted(look: Look, side: Side) -> Mention | None:
    """Return the one unit of a side with one leader, where other rows keep him from being its leader."""
    if len(side.units) != 1 or len(side.leaders) != 1 or not side.leaders[0].key:
        return None
    (unit,) = side.units
    standing = look.standings.get(unit.key or "")
    return unit if standing and standing.grade == "open" else None


def _in_words(look: Look, units: Iterable[Mention]) -> str:
    """Say who has some units: 成果处由胡军分管."""
    words: list[str] = []
    for unit in units:
        leader = look.tasks.person_name(look.leader_of(unit))
        words.append(f"{unit.wording}由{leader}分管")
    return "、".join(words)
