"""Rules on one row: who leads, who takes part, by when, and whether it can be measured."""

from collections.abc import Iterable

from store.checks.finding import Hit, rule
from store.checks.look import Look, keys_of, wordings
from store.reading.signs.measures import targets_in
from store.records.cells import leaders_field, units_field
from store.records.person import Person
from store.records.task import Task
from store.records.values import SIDES, Mention
from store.words.names import fitting, name_key


@rule("C01", "错误", "没有牵头单位")
def no_lead(look: Look, task: Task) -> Iterable[Hit]:
    """A row without a lead unit."""
    if not task.lead_units:
        yield Hit(
            task.key,
            "没有牵头单位,请选定由哪个单位牵头。",
            task.text,
            task.key,
            field="lead_units",
            mend="cell",
        )


@rule("C02", "提醒", "牵头单位不止一个")
def several_leads(look: Look, task: Task) -> Iterable[Hit]:
    """A row with several lead units: one among equals cannot command."""
    if len(task.lead_units) > 1:
        says = f"牵头单位有 {len(task.lead_units)} 个({wordings(task.lead_units)}),请明确以哪一个为主,或认可照此。"
        yield Hit(task.key, says, keys_of(task.lead_units), task.key, field="lead_units", mend="cell")


@rule("C03", "提醒", "牵头单位是统称", "row", "units")
def lead_is_collective(look: Look, task: Task) -> Iterable[Hit]:
    """A row led by a collective (相关处室): nobody answers for it by name."""
    named = tuple(unit for unit in task.lead_units if look.is_collective(unit))
    if named:
        says = f"牵头单位写作统称“{wordings(named)}”,请明确由哪个单位牵头。"
        yield Hit(task.key, says, keys_of(named), task.key, field="lead_units", mend="cell")


@rule("C04", "错误", "牵头单位没有分管领导", "row", "notices")
def no_leader(look: Look, task: Task) -> Iterable[Hit]:
    """A row whose lead unit has no leader in charge, in a list that has a column for him."""
    if task.lead_units and not task.lead_leaders and "lead_leaders" in look.fields:
        says = f"牵头单位{wordings(task.lead_units)}没有分管领导,请选定。"
        yield Hit(task.key, says, keys_of(task.lead_units), task.key, field="lead_leaders", mend="cell")


@rule("C09", "提醒", "分管领导是统称")
def leader_is_collective(look: Look, task: Task) -> Iterable[Hit]:
    """A side whose leader is a collective (相关分管领导)."""
    for side in SIDES:
        field = leaders_field(side)
        named = tuple(leader for leader in task.side(side).leaders if leader.is_collective)
        if named:
            says = f"{look.labels[field]}写作统称“{wordings(named)}”,请写明是哪几位。"
            yield Hit(f"{task.key}:{side}", says, keys_of(named), task.key, field=field, mend="cell")


@rule("C10", "错误", "单位名称不明", "row", "units")
def unit_unknown(look: Look, task: Task) -> Iterable[Hit]:
    """A unit's name that no record stands for, or several fit; a collective is only told, until its members are known."""
    for side in SIDES:
        field = units_field(side)
        for unit in dict.fromkeys(task.side(side).units):
            subject, known = (
                f"{task.key}:{side}:{unit.key or name_key(unit.wording)}",
                look.units.get(unit.key or ""),
            )
            if look.is_collective(unit):
                if not look.members(unit):
                    says = f"{look.labels[field]}“{unit.wording}”是统称,请定下它包括哪些单位。"
                    yield Hit(
                        subject,
                        says,
                        unit.wording,
                        task.key,
                        field=field,
                        about=unit.wording,
                        mend="members",
                        severity="说明",
                    )
            elif known is None:
                yield Hit(
                    subject,
                    _unknown(look, unit),
                    unit.wording,
                    task.key,
                    field=field,
                    about=unit.wording,
                    mend="cell",
                )
            elif known.valid_until and known.valid_until <= look.today:
                heirs = "、".join(map(look.tasks.unit_name, known.successors))
                says = f"“{unit.wording}”已于 {known.valid_until} 撤销,请改为{heirs or '承接其职责的单位'}。"
                yield Hit(
                    subject, says, known.valid_until, task.key, field=field, about=unit.wording, mend="cell"
                )


def _unknown(look: Look, unit: Mention) -> str:
    means = fitting(unit.wording, [known.full_name for known in look.tasks.units])
    if len(means) > 1:
        return f"“{unit.wording}”可指{'、'.join(means)},请选定是哪一个。"
    return f"“{unit.wording}”不知指哪个单位,请改选单位,或先在名册中新增。"


@rule("C11", "错误", "领导不在名册中", "row", "roster", "people")
def leader_off_roster(look: Look, task: Task) -> Iterable[Hit]:
    """A leader who is not on the roster, where there is one; blanks in names do not count."""
    if not look.people:
        return
    for side in SIDES:
        field = leaders_field(side)
        for leader in dict.fromkeys(task.side(side).leaders):
            if leader.key in look.people or (leader.key is None and look.is_collective(leader)):
                continue
            left = "已不在" if look.tasks.find(Person, leader.key) else "不在"
            says = f"“{leader.wording}”{left}名册中,请改选领导,或先补进名册。"
            subject = f"{task.key}:{side}:{leader.key or name_key(leader.wording)}"
            yield Hit(subject, says, leader.wording, task.key, field=field, about=leader.wording, mend="cell")


@rule("C16", "提醒", "没有完成时限")
def no_deadline(look: Look, task: Task) -> Iterable[Hit]:
    """A row without a deadline."""
    if not (task.deadline or "").strip():
        yield Hit(
            task.key,
            "没有完成时限,请填写,长期推进的也请写明。",
            task.text,
            task.key,
            field="deadline",
            mend="card",
        )


@rule("C17", "说明", "没有量化目标")
def no_number(look: Look, task: Task) -> Iterable[Hit]:
    """A row that states no number to be measured by."""
    if not task.targets and not targets_in(task.text):
        yield Hit(
            task.key,
            "没有可以考核的数字,请看是否要补上目标。",
            task.text,
            task.key,
            field="targets",
            mend="card",
        )


@rule("C18", "错误", "同一单位既牵头又参与")
def on_both_sides(look: Look, task: Task) -> Iterable[Hit]:
    """A unit that stands on both sides of a row."""
    lead = {_identity(unit) for unit in task.lead_units if not look.is_collective(unit)}
    for unit in dict.fromkeys(task.participant_units):
        if _identity(unit) in lead:
            says = f"“{unit.wording}”既牵头又参与,请去掉一边。"
            yield Hit(
                f"{task.key}:{_identity(unit)}",
                says,
                "",
                task.key,
                field="participant_units",
                about=unit.wording,
                mend="cell",
            )


def _identity(unit: Mention) -> str:
    return unit.key or name_key(unit.wording)
