"""`merge-units`: units become part of one; leaders that the text cannot tell about are asked, never guessed."""

from argparse import Namespace

from store.acts.resolving import one_unit_named
from store.acts.units import unit_to_be
from store.acts.units_merged import Merger, merge_preview
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.names import name_key
from tui.command_line.acts import ACT_USAGE, add_act, carry_out, day_and_basis
from tui.command_line.handover import add_answers, answered, unanswered
from tui.command_line.lists import opened
from tui.command_line.parser import Parser, names


def parser(name: str) -> Parser:
    """What may stand after `merge-units`."""
    what = "机构合并:几个单位并入一个(已有的或新设的),各行、名册、负责人、统称和已定的分管随之改动。"
    made = Parser(
        f"yaodian {name}", f"单位,.. --into 单位 [--alias 简称] [--answer 行=keep|drop,..] {ACT_USAGE}", what
    )
    made.add_argument("units", type=names, metavar="单位,..", help="并入的单位,全称或简称")
    made.add_argument("--into", required=True, metavar="单位", help="承接的单位;清单里没有的全称即为新设")
    made.add_argument("--alias", default="", metavar="简称", help="新设单位在各行中的简称")
    add_answers(made)
    add_act(made)
    return made


def run(options: Namespace) -> None:
    """Merge the units."""
    with opened(options, read_only=options.dry_run) as file:
        tasks = file.tasks
        olds = [one_unit_named(tasks, name) for name in options.units]
        if not olds:
            raise Refused("没有写明要并入的单位。")
        into = unit_or_new(tasks, options.into, olds, options.alias)
        merger = Merger(tuple(unit.key for unit in olds), into, *day_and_basis(options))
        _, preview = answered(tasks, lambda given: merge_preview(tasks, merger, given), options.answer)
        if preview.open and not options.dry_run:
            carry_out(_looked_at(options), file, preview, lambda: preview.change(tasks))
            raise Refused(unanswered(tasks, preview))
        carry_out(options, file, preview, lambda: preview.change(tasks))


def _looked_at(options: Namespace) -> Namespace:
    return Namespace(**{**vars(options), "dry_run": True})


def unit_or_new(tasks: TaskList, name: str, olds: list[Unit], alias: str = "") -> Unit:
    """The unit of exactly this full name or alias, else a new one of this full name."""
    wanted = name_key(clean_line(name))
    known = next(
        (unit for unit in tasks.units if wanted in map(name_key, (unit.full_name, *unit.aliases))), None
    )
    if known is None:
        return unit_to_be(tasks, wanted, olds, clean_line(alias))
    if alias:
        raise Refused(f"“{wanted}”已在清单中,不必写 --alias;要改简称请用 yaodian unit。")
    return one_unit_named(tasks, wanted)
