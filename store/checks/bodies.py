"""Rules on units and people over the whole list: roster against rows, load, and names that mean several."""

from collections.abc import Iterable, Iterator

from store.checks.finding import Hit, rule
from store.checks.look import Look
from store.records.person import RosterEntry
from store.records.unit import Unit
from store.words.names import name_key

_MEMBER_ROLES = ("成员", "组员", "委员")
_OFFICE = "办公室"
_KINDS_ON_ROSTER = ("division", "affiliated_agency")


@rule("C13", "错误", "单位在名册中无人", "list", "responsibility", "roster", "units")
def unit_off_roster(look: Look) -> Iterable[Hit]:
    """A unit of the bureau's own that stands in rows and has nobody on the roster, where the roster names units at all."""
    if not look.units_with_member:
        return
    for unit in look.tasks.units:
        stands = unit.kind in _KINDS_ON_ROSTER and look.index.rows.get(unit.key)
        if stands and unit.key not in look.units_with_member:
            says = f"“{unit.full_name}”承担任务,名册中却没有它的人,请补进名册或核对单位。"
            yield Hit(
                unit.key, says, "", look.first_row(unit.key), (Unit.TABLE, unit.key), about=unit.full_name
            )


@rule("C14", "说明", "单位没有承担任务", "list", "responsibility", "roster", "units")
def unit_in_no_row(look: Look) -> Iterable[Hit]:
    """A unit with a member on the roster that no row names, nor a collective that it was said to belong to."""
    within = {
        member
        for unit in look.tasks.units
        if unit.kind == "collective" and _in_rows(look, unit)
        for member in unit.members
    }
    for unit in look.tasks.units:
        if (
            unit.key in look.units_with_member
            and not look.index.rows.get(unit.key)
            and unit.key not in within
        ):
            says = f"“{unit.full_name}”有人在名册中,清单没有一行列它,请看是否遗漏。"
            yield Hit(unit.key, says, "", None, (Unit.TABLE, unit.key), about=unit.full_name)


def _in_rows(look: Look, unit: Unit) -> bool:
    names = (unit.full_name, *unit.aliases)
    return bool(look.index.rows.get(unit.key)) or any(
        look.index.keyless.get(name_key(name)) for name in names
    )


@rule("C15", "说明", "成员没有单位", "list", "roster", "people", "units")
def member_without_unit(look: Look) -> Iterable[Hit]:
    """A member of the group, not one of its heads, whose post names no unit."""
    for entry in look.entries:
        if entry.role in _MEMBER_ROLES and not entry.unit:
            name = look.tasks.person_name(entry.person)
            says = f"成员“{name}”的职务({entry.post or '空'})没有写明单位,请核对。"
            yield Hit(entry.key, says, entry.post, None, (RosterEntry.TABLE, entry.key), "post", name)


@rule("C19", "提醒", "分管任务过于集中", "list", "responsibility", "people", "roster")
def overloaded(look: Look) -> Iterable[Hit]:
    """A leader who answers for more of the lead rows than the limit (half, unless set otherwise), and for more than one."""
    for person, rows in look.index.led.items():
        if len(rows) > 1 and len(rows) > look.settings.load_limit * look.index.with_lead:
            name = look.tasks.person_name(person)
            says = f"“{name}”分管的牵头任务占 {look.index.with_lead} 行中的 {len(rows)} 行,请看是否过于集中。"
            facts = f"{len(rows)}/{look.index.with_lead}"
            yield Hit(person, says, facts, None, look.entry_of(person), about=name)


@rule("C26", "提醒", "一个简称指几个机构", "list", "units", "notices")
def one_name_for_several(look: Look) -> Iterable[Hit]:
    """A name that stands for several bodies: units that share a full name or alias, a unit called as the group's office is."""
    notice = look.tasks.notice
    bodies: dict[str, list[tuple[str, Unit]]] = {}
    for unit in look.tasks.units:
        for name in dict.fromkeys(map(name_key, (unit.full_name, *unit.aliases))):
            bodies.setdefault(name, []).append((unit.full_name, unit))
    for name, meant in bodies.items():
        names = [full_name for full_name, _ in meant]
        if name == _OFFICE and (notice.group_office_unit or notice.group_office_director):
            names.append(
                f"领导小组办公室(设在{look.tasks.unit_name(notice.group_office_unit) or '未写明的单位'})"
            )
        if len(names) > 1:
            says = f"“{name}”可指{'、'.join(names)},请注意区分,或改用全称。"
            yield Hit(name, says, "|".join(names), None, (Unit.TABLE, meant[0][1].key), "full_name", name)


def several_wordings(look: Look) -> Iterator[tuple[Unit, list[str]]]:
    """Units that the rows call by more than one name."""
    for unit in look.tasks.units:
        wordings = sorted(look.index.wordings.get(unit.key, ()))
        if len({name_key(wording) for wording in wordings}) > 1:
            yield unit, wordings
