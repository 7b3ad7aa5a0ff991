"""Rules on units and people over the whole list: roster against rows, load, and names that mean several."""

from collections.abc import Iterable, Iterator

from store.checks.finding import Hit, rule
from store.checks.look import Look
from store.records.notice import Notice
from store.records.person import RosterEntry
from store.records.unit import Unit
from store.words.names import name_key

_MEMBER_ROLES = ("成员", "组员", "委员")
_OFFICE = "办公室"
_KINDS_ON_ROSTER = ("division", "affiliated_agency")


@rule("C13", "错误", "单位在名册中无人", "list", "responsibility", "roster", "units")
def unit_off_roster(look: Look) -> Iterable[Hit]:
    """A unit of the bureau's own that stands in rows and has nobody on a roster that names units."""
    if not look.units_with_member:
        return
    for unit in look.tasks.units:
        stands = unit.kind in _KINDS_ON_ROSTER and look.index.rows.get(unit.key)
        if stands and unit.key not in look.units_with_member:
            says = f"“{unit.full_name}”承担任务，名册中却没有它的人，请补进名册或核对单位。"
            yield _on_unit(unit, says, look.first_row(unit.key))


@rule("C14", "说明", "单位没有承担任务", "list", "responsibility", "roster", "units")
def unit_in_no_row(look: Look) -> Iterable[Hit]:
    """A unit with a member on the roster that no row names, nor a collective that it belongs to."""
    meant = _meant_by_collectives(look)
    for unit in look.tasks.units:
        has_task = look.index.rows.get(unit.key) or unit.key in meant
        if unit.key in look.units_with_member and not has_task:
            says = f"“{unit.full_name}”有人在名册中，清单没有一行列它，请看是否遗漏。"
            yield _on_unit(unit, says, None)


def _on_unit(unit: Unit, says: str, row: str | None) -> Hit:
    record = (Unit.TABLE, unit.key)
    return Hit(unit.key, says, "", row, record, about=unit.full_name)


def _meant_by_collectives(look: Look) -> set[str]:
    """Return the keys of the units that were said to belong to a collective of the rows."""
    meant: set[str] = set()
    for unit in look.tasks.units:
        if unit.kind == "collective" and _in_rows(look, unit):
            meant.update(unit.members)
    return meant


def _in_rows(look: Look, unit: Unit) -> bool:
    """Return whether a row names a unit, by its key or by one of its names."""
    if look.index.rows.get(unit.key):
        return True
    names = (unit.full_name, *unit.aliases)
    return any(map(look.index.keyless.get, map(name_key, names)))


@rule("C15", "说明", "成员没有单位", "list", "roster", "people", "units")
def member_without_unit(look: Look) -> Iterable[Hit]:
    """A member of the group, not one of its heads, whose post names no unit."""
    for entry in look.entries:
        if entry.role in _MEMBER_ROLES and not entry.unit:
            name = look.tasks.person_name(entry.person)
            says = f"成员“{name}”的职务（{entry.post or '空'}）没有写明单位，请核对。"
            record = (RosterEntry.TABLE, entry.key)
            yield Hit(entry.key, says, entry.post, None, record, "post", name)


@rule("C19", "提醒", "分管任务过于集中", "list", "responsibility", "people", "roster")
def overloaded(look: Look) -> Iterable[Hit]:
    """A leader who answers for several lead rows, and for more than the limit (at first half)."""
    all_led = look.index.with_lead
    limit = look.settings.load_limit * all_led
    for person, rows in look.index.led.items():
        if len(rows) > 1 and len(rows) > limit:
            name = look.tasks.person_name(person)
            led = len(rows)
            says = f"“{name}”分管的牵头任务占 {all_led} 行中的 {led} 行，请看是否过于集中。"
            facts = f"{led}/{all_led}"
            yield Hit(person, says, facts, None, look.entry_of(person), about=name)


@rule("C26", "提醒", "一个简称指几个机构", "list", "units", "notices")
def one_name_for_several(look: Look) -> Iterable[Hit]:
    """A name of several bodies: of units that share it, or of a unit and the group's office."""
    for name, units in _units_by_name(look).items():
        bodies = [unit.full_name for unit in units]
        if name == _OFFICE:
            bodies += _group_office(look, look.tasks.notice)
        if len(bodies) > 1:
            says = f"“{name}”可指{'、'.join(bodies)}，请注意区分，或改用全称。"
            record = (Unit.TABLE, units[0].key)
            yield Hit(name, says, "|".join(bodies), None, record, "full_name", name)


def _units_by_name(look: Look) -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for unit in look.tasks.units:
        names = map(name_key, (unit.full_name, *unit.aliases))
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append(unit)
    return found


def _group_office(look: Look, notice: Notice) -> list[str]:
    """Return the group's office in words, where the notice sets one up."""
    if not (notice.group_office_unit or notice.group_office_director):
        return []
    seat = look.tasks.unit_name(notice.group_office_unit) or "未写明的单位"
    return [f"领导小组办公室（设在{seat}）"]


def several_wordings(look: Look) -> Iterator[tuple[Unit, list[str]]]:
    """Return the units that the rows call by more than one name, each with these names."""
    for unit in look.tasks.units:
        wordings = sorted(look.index.wordings.get(unit.key, ()))
        if len({name_key(wording) for wording in wordings}) > 1:
            yield unit, wordings
