"""`merge-units`: units become part of one; leaders that the text cannot tell about are asked for."""

from functools import partial

from store.acts.resolving import one_unit_named
from store.acts.units import unit_to_be
from store.acts.units_merged import Merger, merge_preview
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.names import name_key
from tui.command_line.answers import ANSWER, answered
from tui.command_line.arguments import Argument, names, word
from tui.command_line.committing import ACT, carry_out, day_and_basis
from tui.command_line.lists import opened
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    word("units", "单位,..", "并入的单位，全称或简称", take=names),
    Argument("--into", "单位", "承接的单位；清单里没有的全称即为新设", required=True),
    Argument("--alias", "简称", "新设单位在各行中的简称", default=""),
    ANSWER,
    *ACT,
)


def parser(name: str) -> Parser:
    """Return what may stand after `merge-units`."""
    what = "机构合并：几个单位并入一个（已有的或新设的），各行、名册、负责人、统称和已定的分管随之改动。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Merge the units."""
    with opened(options, read_only=options.dry_run) as file:
        tasks = file.tasks
        olds = [one_unit_named(tasks, name) for name in options.units]
        if not olds:
            raise Refused("没有写明要并入的单位。")
        into = unit_or_new(tasks, options.into, olds, options.alias)
        keys = tuple(unit.key for unit in olds)
        merger = Merger(keys, into, *day_and_basis(options))
        _, preview = answered(tasks, partial(merge_preview, tasks, merger), options.answer)
        carry_out(options, file, preview, lambda: preview.change(tasks))


def unit_or_new(tasks: TaskList, name: str, olds: list[Unit], alias: str = "") -> Unit:
    """Return the unit of exactly this full name or alias, else a new one of this full name."""
    wanted = name_key(clean_line(name))
    if not any(wanted in unit_names(unit) for unit in tasks.units):
        return unit_to_be(tasks, wanted, olds, clean_line(alias))
    if alias:
        raise Refused(f"“{wanted}”已在清单中，不必写 --alias；要改简称请用 yaodian unit。")
    return one_unit_named(tasks, wanted)


def unit_names(unit: Unit) -> list[str]:
    """Return the names of a unit as they are compared: its full name and its aliases."""
    return [name_key(name) for name in (unit.full_name, *unit.aliases)]
