"""`split-unit`: a unit becomes several; every row of it must be answered for."""

from collections.abc import Sequence
from functools import partial

from store.acts.resolving import one_unit_named
from store.acts.unit_split import Split, Takers, split_change, split_preview
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.names import name_key
from tui.command_line.arguments import Argument, names, word
from tui.command_line.committing import ACT, carry_out, day_and_basis
from tui.command_line.lists import opened
from tui.command_line.merge_units import unit_names, unit_or_new
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    word("unit", "单位", "拆分的单位，全称或简称"),
    Argument("--into", "单位,..", "分成的单位；清单里没有的全称即为新设", take=names, required=True),
    Argument("--answer", "行=单位,..", "各行由谁承接，如 2=甲处,4=甲处+乙处", take=names, default=()),
    *ACT,
)


def parser(name: str) -> Parser:
    """Return what may stand after `split-unit`."""
    return Parser(name, "机构拆分：一个单位分为几个，每一行由谁承接都要答复，不答复不改动。", _ARGUMENTS)


def run(options: Options) -> None:
    """Split the unit."""
    with opened(options, read_only=options.dry_run) as file:
        tasks = file.tasks
        unit = one_unit_named(tasks, options.unit)
        parts = tuple(unit_or_new(tasks, name, [unit]) for name in options.into)
        split = Split(unit.key, parts, *day_and_basis(options))
        takers = _takers(tasks, split, options.answer)
        preview = split_preview(tasks, split, takers)
        carry_out(options, file, preview, partial(split_change, tasks, split, takers))


def _takers(tasks: TaskList, split: Split, given: Sequence[str]) -> Takers:
    """Return who takes which row, from `2=甲处` and `3.1-3.3=甲处+乙处`."""
    asked = set(tasks.rows_naming(split.unit))
    found: dict[str, tuple[str, ...]] = {}
    for words in given:
        rows, sign, takers = clean_line(words).partition("=")
        if not sign:
            raise Refused(f"“{words}”看不懂，请写作 行=单位，两个单位都承接写作 行=甲处+乙处。")
        keys = tuple(_taker(split, name) for name in takers.split("+"))
        named = [row for row in tasks.rows_named(rows) if row in asked]
        if not named:
            raise Refused(f"第 {rows.strip()} 行没有要拆分的单位，请核对行号。")
        found |= dict.fromkeys(named, keys)
    return found


def _taker(split: Split, name: str) -> str:
    """Return the key of the part that a name means; Refused where none or several fit."""
    wanted = name_key(name)
    meant = [unit.key for unit in split.into if wanted in unit_names(unit)]
    if len(meant) != 1:
        parts = "、".join(unit.full_name for unit in split.into)
        raise Refused(f"“{name.strip()}”不是拆分后的单位，可写：{parts}。")
    return meant[0]
