"""Rules on one row: who leads, who takes part, by when, and whether it can be measured."""

from collections.abc import Iterable
from dataclasses import replace

from store.checks.finding import Hit, as_issued, in_row, rule
from store.checks.look import Look, keys_of, wordings
from store.reading.signs.measures import targets_in
from store.records.cells import leaders_field, units_field
from store.records.ended_rows import ended_by
from store.records.person import Person
from store.records.task import Task
from store.records.unit import Unit
from store.records.values import SIDES, Mention, SideName
from store.words.names import fitting, name_key


@rule("C01", "错误", "没有牵头单位")
def no_lead(look: Look, task: Task) -> Iterable[Hit]:
    """A row without a lead unit."""
    if not task.lead_units:
        yield in_row(task, "lead_units", "没有牵头单位，请选定由哪个单位牵头。", task.text)


@rule("C02", "提醒", "牵头单位不止一个")
def several_leads(look: Look, task: Task) -> Iterable[Hit]:
    """A row with several lead units: one among equals cannot command."""
    leads = task.lead_units
    count = len(leads)
    if count > 1:
        says = f"牵头单位有 {count} 个（{wordings(leads)}），请明确以哪一个为主，或认可照此。"
        yield in_row(task, "lead_units", says, keys_of(leads))


@rule("C03", "提醒", "牵头单位是统称", "row", "units")
def lead_is_collective(look: Look, task: Task) -> Iterable[Hit]:
    """A row led by a collective (相关处室): nobody answers for it by name."""
    named = tuple(filter(look.is_collective, task.lead_units))
    if named:
        says = f"牵头单位写作统称“{wordings(named)}”，请明确由哪个单位牵头。"
        yield in_row(task, "lead_units", says, keys_of(named))


@rule("C04", "错误", "牵头单位没有分管领导", "row", "notices")
def no_leader(look: Look, task: Task) -> Iterable[Hit]:
    """A row whose lead unit has no leader in charge, in a list that has a column for him."""
    leads = task.lead_units
    if leads and not task.lead_leaders and "lead_leaders" in look.fields:
        says = f"牵头单位{wordings(leads)}没有分管领导，请选定。"
        yield in_row(task, "lead_leaders", says, keys_of(leads))


@rule("C09", "提醒", "分管领导是统称")
def leader_is_collective(look: Look, task: Task) -> Iterable[Hit]:
    """A side whose leader is a collective (相关分管领导)."""
    for side in SIDES:
        field = leaders_field(side)
        leaders = task.side(side).leaders
        named = tuple(leader for leader in leaders if leader.is_collective)
        if named:
            says = f"{look.labels[field]}写作统称“{wordings(named)}”，请写明是哪几位。"
            yield in_row(task, field, says, keys_of(named), part=side)


@rule("C10", "错误", "单位名称不明", "row", "units")
def unit_unknown(look: Look, task: Task) -> Iterable[Hit]:
    """A unit's name that no record stands for, or several fit; a collective without members."""
    for side in SIDES:
        for unit in dict.fromkeys(task.side(side).units):
            known = look.units.get(unit.key or "")
            if look.is_collective(unit):
                if not look.members(unit):
                    yield _collective_without_members(look, task, side, unit)
            elif known is None:
                yield _named_in(task, side, unit, _unknown(look, unit), unit.wording)
            elif known.closed_on(look.today) and not ended_by(look.tasks, task.key, look.today):
                says = _closed(look, unit, known)
                hit = _named_in(task, side, unit, says, known.valid_until or "")
                is_alone = len(known.successors) == len(task.side(side).units) == 1
                offered = look.tasks.wording_of(known.successors[0]) if is_alone else ""
                yield replace(hit, offered=offered)


def _named_in(task: Task, side: SideName, unit: Mention, says: str, facts: str) -> Hit:
    """Return a hit on a unit that a side names."""
    subject = ":".join((task.key, side, _identity(unit)))
    field = units_field(side)
    return Hit(subject, says, facts, task.key, field=field, about=unit.wording, mend="cell")


def _collective_without_members(look: Look, task: Task, side: SideName, unit: Mention) -> Hit:
    field = units_field(side)
    says = f"{look.labels[field]}“{unit.wording}”是统称，请定下它包括哪些单位。"
    hit = _named_in(task, side, unit, says, unit.wording)
    return replace(hit, mend="members", severity="说明")


def _unknown(look: Look, unit: Mention) -> str:
    means = fitting(unit.wording, [known.full_name for known in look.tasks.units])
    if len(means) > 1:
        return f"“{unit.wording}”可指{'、'.join(means)}，请选定是哪一个。"
    return f"“{unit.wording}”不知指哪个单位，请改选单位，或先在名册中新增。"


def _closed(look: Look, unit: Mention, known: Unit) -> str:
    heirs = "、".join(map(look.tasks.unit_name, known.successors))
    into = heirs or "承接其职责的单位"
    return f"“{unit.wording}”已于 {known.valid_until} 撤销，请改为{into}。"


@rule("C11", "错误", "领导不在名册中", "row", "roster", "people")
def leader_off_roster(look: Look, task: Task) -> Iterable[Hit]:
    """A leader who is not on the roster, where there is one; blanks in names do not count."""
    if not look.people:
        return
    for side in SIDES:
        for leader in dict.fromkeys(task.side(side).leaders):
            at_large = leader.key is None and look.is_collective(leader)
            if leader.key not in look.people and not at_large:
                yield _off_roster(look, task, side, leader)


def _off_roster(look: Look, task: Task, side: SideName, leader: Mention) -> Hit:
    left = "已不在" if look.tasks.find(Person, leader.key) else "不在"
    name = leader.wording
    says = f"“{name}”{left}名册中，请改选领导，或先补进名册。"
    subject = ":".join((task.key, side, _identity(leader)))
    field = leaders_field(side)
    return Hit(subject, says, name, task.key, field=field, about=name, mend="cell")


@rule("C16", "提醒", "没有完成时限")
def no_deadline(look: Look, task: Task) -> Iterable[Hit]:
    """A row without a deadline."""
    if not (task.deadline or "").strip():
        says = "没有完成时限，请填写，长期推进的也请写明。"
        hit = in_row(task, "deadline", says, task.text, mend="card")
        common = "没有完成时限，清单也没有时限一栏；要写明的请按 F2 填写，有一行填了就逐行提醒。"
        yield hit if "deadline" in look.fields else as_issued(hit, common)


@rule("C17", "说明", "没有量化目标")
def no_number(look: Look, task: Task) -> Iterable[Hit]:
    """A row that states no number to be measured by."""
    if not task.targets and not targets_in(task.text):
        says = "没有可以考核的数字，请看是否要补上目标。"
        hit = in_row(task, "targets", says, task.text, mend="card")
        common = "没有可以考核的数字，清单也没有目标一栏；要补的请按 F2 填写目标。"
        yield hit if "targets" in look.fields else as_issued(hit, common)


@rule("C18", "错误", "同一单位既牵头又参与")
def on_both_sides(look: Look, task: Task) -> Iterable[Hit]:
    """A unit that stands on both sides of a row."""
    bodies = [unit for unit in task.lead_units if not look.is_collective(unit)]
    lead = set(map(_identity, bodies))
    for unit in dict.fromkeys(task.participant_units):
        name = _identity(unit)
        if name in lead:
            says = f"“{unit.wording}”既牵头又参与，请去掉一边。"
            hit = in_row(task, "participant_units", says, "", part=name)
            yield replace(hit, about=unit.wording)


def _identity(mention: Mention) -> str:
    """Return the key of what is named; its name where nobody settled it."""
    return mention.key or name_key(mention.wording)
