"""`rename-unit`: a unit's new name; rows and roster follow, history keeps the old one."""

from argparse import Namespace

from store.acts.resolving import one_unit_named
from store.acts.unit_renamed import Renaming, rename_preview
from store.words.cleaning import clean_line
from tui.command_line.acts import ACT_USAGE, add_act, carry_out, day_and_basis
from tui.command_line.lists import opened
from tui.command_line.parser import Parser


def parser(name: str) -> Parser:
    """What may stand after `rename-unit`."""
    what = "单位更名:各行、名册随之改动;旧名仍可查到,历史不变。各行的简称仍合新名的不改,否则改用 --alias 或新全称。"
    made = Parser(f"yaodian {name}", f"单位 --to 新全称 [--alias 简称] {ACT_USAGE}", what)
    made.add_argument("unit", metavar="单位", help="全称或简称")
    made.add_argument("--to", required=True, metavar="新全称", help="新的全称")
    made.add_argument("--alias", default="", metavar="简称", help="各行改用的简称")
    add_act(made)
    return made


def run(options: Namespace) -> None:
    """Rename the unit."""
    with opened(options, read_only=options.dry_run) as file:
        unit = one_unit_named(file.tasks, options.unit)
        renaming = Renaming(
            unit.key, clean_line(options.to), clean_line(options.alias), *day_and_basis(options)
        )
        preview = rename_preview(file.tasks, renaming)
        carry_out(options, file, preview, lambda: preview.change(file.tasks))
