"""`unit`: aliases, kind, head, dates and place of a unit, or the members of a collective. Renaming is `rename-unit`."""

from argparse import Namespace
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
from tui.command_line.lists import add_file, answer, opened
from tui.command_line.output import say
from tui.command_line.parser import Parser, names

_KINDS = {"处室": "division", "直属单位": "affiliated_agency", "外单位": "outside_body"}


def parser(name: str) -> Parser:
    """What may stand after `unit`."""
    heads = "[--head 姓名] [--acting|--not-acting]"
    usage = f"单位 [--alias 简称,..] [--no-alias 简称,..] [--kind 类别] {heads} [--valid-from 日期] [--valid-until 日期] [--place 序号]"
    usage += " [--members 单位,..] [--basis 依据] [-f 清单文件]"
    made = Parser(
        f"yaodian {name}",
        usage,
        "改一个单位的简称、类别、负责人、日期、次序,或定统称所含的单位;写 '' 为清空。更名用 rename-unit。",
    )
    made.add_argument("unit", metavar="单位", help="全称或简称,或统称")
    made.add_argument("--alias", type=names, metavar="简称,..", help="加上的简称")
    made.add_argument("--no-alias", type=names, metavar="简称,..", help="去掉的简称")
    made.add_argument(
        "--kind", choices=(*_KINDS, *_KINDS.values()), metavar="类别", help="处室、直属单位或外单位"
    )
    made.add_argument("--head", metavar="姓名", help="负责人,要在名册中")
    made.add_argument("--acting", action="store_const", const=True, help="负责人是主持工作")
    made.add_argument(
        "--not-acting", dest="acting", action="store_const", const=False, help="负责人不是主持工作"
    )
    made.add_argument("--valid-from", metavar="日期", help="设立日期")
    made.add_argument("--valid-until", metavar="日期", help="撤销日期;此日起不再供选用")
    made.add_argument("--place", type=int, metavar="序号", help="在单位中排第几")
    made.add_argument("--members", type=names, metavar="单位,..", help="统称所含的单位")
    made.add_argument("--basis", default="", metavar="依据", help="依据")
    add_file(made)
    return made


def run(options: Namespace) -> None:
    """Change the unit."""
    with opened(options) as file:
        change = _change(file.tasks, options)
        if change.edits:
            answer(file, file.commit(change))
        else:
            say("没有变化。")


def _change(tasks: TaskList, options: Namespace) -> Change:
    basis = clean_line(options.basis)
    if options.members is not None:
        members = [mention.key for mention in units_named(tasks, options.members)]
        if None in members:
            raise Refused("所含单位要写明,不能再写统称。")
        return set_members(tasks, clean_line(options.unit), [key for key in members if key], basis)
    unit = one_unit_named(tasks, options.unit)
    change = set_unit(tasks, unit, basis=basis, **_values(tasks, unit, options))
    if options.place is not None:
        moved = move_unit(tasks, unit.key, options.place - 1 - tasks.units.index(unit))
        change = replace(change if change.edits else moved, edits=(*change.edits, *moved.edits), basis=basis)
    return change


def _values(tasks: TaskList, unit: Unit, options: Namespace) -> dict[str, Any]:
    """The fields that were given, as the record has them."""
    values: dict[str, Any] = {}
    if options.alias or options.no_alias:
        gone = {name_key(clean_line(alias)) for alias in options.no_alias or ()}
        if unknown := gone - set(map(name_key, unit.aliases)):
            raise Refused(f"“{'、'.join(unknown)}”不是{unit.full_name}的简称,不能去掉。")
        aliases = (*unit.aliases, *map(clean_line, options.alias or ()))
        values["aliases"] = tuple(alias for alias in aliases if name_key(alias) not in gone)
    if options.kind:
        values["kind"] = _KINDS.get(options.kind, options.kind)
    if options.head is not None:
        values["head"] = person_named(tasks, options.head).key if options.head.strip() else None
    if options.acting is not None:
        values["acting"] = options.acting
    for field in ("valid_from", "valid_until"):
        if (day := getattr(options, field)) is not None:
            values[field] = day_named(clean_line(day), tasks.clock.day())
    return values
