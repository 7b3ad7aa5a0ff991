"""`unit`: aliases, kind, head, dates and place of a unit, or the members of a collective."""

from dataclasses import replace
from typing import Any

from store.acts.collectives import set_members
from store.acts.resolving import one_unit_named, person_named, units_named
from store.acts.units import move_unit, set_unit
from store.records.changes import Change
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.days import day_named
from store.words.names import name_key
from tui.command_line.arguments import Argument, flag, names, whole_number, word
from tui.command_line.committing import save_if_changed
from tui.command_line.lists import FILE, opened
from tui.command_line.parser import Parser
from tui.command_line.words import Options, given_of

_KINDS = {"处室": "division", "直属单位": "affiliated_agency", "外单位": "outside_body"}

_ARGUMENTS = (
    word("unit", "单位", "全称或简称，或统称"),
    Argument("--alias", "简称,..", "加上的简称", take=names),
    Argument("--no-alias", "简称,..", "去掉的简称", take=names),
    Argument("--kind", "类别", "处室、直属单位或外单位", choices=(*_KINDS, *_KINDS.values())),
    Argument("--head", "姓名", "负责人，要在名册中"),
    flag("--acting", "负责人是主持工作", default=None),
    flag("--not-acting", "负责人不是主持工作", field="acting", default=None, sets=False),
    Argument("--valid-from", "日期", "设立日期"),
    Argument("--valid-until", "日期", "撤销日期；此日起不再供选用"),
    Argument("--place", "序号", "在单位中排第几", take=whole_number),
    Argument("--members", "单位,..", "统称所含的单位", take=names),
    Argument("--basis", "依据", "依据", default=""),
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `unit`."""
    what = (
        "改一个单位的简称、类别、负责人、日期、次序，或定统称所含的单位；写 '' 为清空。更名用 rename-unit。"
    )
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Change the unit."""
    with opened(options) as file:
        save_if_changed(file, _change(file.tasks, options))


def _change(tasks: TaskList, options: Options) -> Change:
    basis = clean_line(options.basis)
    if options.members is not None:
        return _members_change(tasks, options, basis)
    unit = one_unit_named(tasks, options.unit)
    change = set_unit(tasks, unit, basis=basis, **_values(tasks, unit, options))
    if options.place is None:
        return change
    steps = options.place - 1 - tasks.units.index(unit)
    moved = move_unit(tasks, unit.key, steps)
    title = change.title if change.edits else moved.title
    edits = change.edits + moved.edits
    return replace(change, title=title, edits=edits, basis=basis)


def _members_change(tasks: TaskList, options: Options, basis: str) -> Change:
    """Return the change that gives a collective its members."""
    members = []
    for mention in units_named(tasks, options.members):
        if mention.key is None:
            raise Refused("所含单位要写明，不能再写统称。")
        members.append(mention.key)
    return set_members(tasks, clean_line(options.unit), members, basis)


def _values(tasks: TaskList, unit: Unit, options: Options) -> dict[str, Any]:
    """Return the fields that were given, as the record has them."""
    given = given_of(options)
    values: dict[str, Any] = {}
    if options.alias or options.no_alias:
        values["aliases"] = _aliases(unit, options)
    if options.kind:
        values["kind"] = _KINDS.get(options.kind, options.kind)
    if "head" in given:
        typed = given["head"]
        values["head"] = person_named(tasks, typed).key if typed.strip() else None
    if "acting" in given:
        values["acting"] = given["acting"]
    for field in filter(given.__contains__, ("valid_from", "valid_until")):
        values[field] = day_named(clean_line(given[field]), tasks.clock.day())
    return values


def _aliases(unit: Unit, options: Options) -> tuple[str, ...]:
    """Return a unit's aliases with those that were added, without those that were taken away."""
    gone = {name_key(clean_line(alias)) for alias in options.no_alias or ()}
    unknown = gone - {name_key(alias) for alias in unit.aliases}
    if unknown:
        raise Refused(f"“{'、'.join(unknown)}”不是{unit.full_name}的简称，不能去掉。")
    aliases = [*unit.aliases, *map(clean_line, options.alias or ())]
    return tuple(alias for alias in aliases if name_key(alias) not in gone)
