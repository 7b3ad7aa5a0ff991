"""`rename-unit`: a unit's new name; rows and roster follow, history keeps the old one."""

from store.acts.resolving import one_unit_named
from store.acts.unit_renamed import Renaming, rename_preview
from store.words.cleaning import clean_line
from tui.command_line.arguments import Argument, word
from tui.command_line.committing import ACT, carry_out, day_and_basis
from tui.command_line.lists import opened
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    word("unit", "单位", "全称或简称"),
    Argument("--to", "新全称", "新的全称", required=True),
    Argument("--alias", "简称", "各行改用的简称", default=""),
    *ACT,
)


def parser(name: str) -> Parser:
    """Return what may stand after `rename-unit`."""
    what = "单位更名：各行、名册随之改动；旧名仍可查到，历史不变。各行的简称仍合新名的不改，否则改用 --alias 或新全称。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Rename the unit."""
    with opened(options, read_only=options.dry_run) as file:
        unit = one_unit_named(file.tasks, options.unit)
        name = clean_line(options.to)
        alias = clean_line(options.alias)
        renaming = Renaming(unit.key, name, alias, *day_and_basis(options))
        preview = rename_preview(file.tasks, renaming)
        carry_out(options, file, preview, lambda: preview.change(file.tasks))
