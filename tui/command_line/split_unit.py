"""`split-unit`: a unit becomes several; every row of it must be answered for."""

from argparse import Namespace

from store.acts.resolving import one_unit_named
from store.acts.unit_split import Split, Takers, split_change, split_preview
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.names import name_key
from tui.command_line.acts import ACT_USAGE, add_act, carry_out, day_and_basis
from tui.command_line.lists import opened
from tui.command_line.merge_units import unit_or_new
from tui.command_line.parser import Parser, names


def parser(name: str) -> Parser:
    """What may stand after `split-unit`."""
    what = "机构拆分:一个单位分为几个,每一行由谁承接都要答复,不答复不改动。"
    made = Parser(f"yaodian {name}", f"单位 --into 单位,.. --answer 行=单位[+单位],.. {ACT_USAGE}", what)
    made.add_argument("unit", metavar="单位", help="拆分的单位,全称或简称")
    made.add_argument(
        "--into", required=True, type=names, metavar="单位,..", help="分成的单位;清单里没有的全称即为新设"
    )
    made.add_argument(
        "--answer", type=names, default=[], metavar="行=单位,..", help="各行由谁承接,如 2=甲处,4=甲处+乙处"
    )
    add_act(made)
    return made


def run(options: Namespace) -> None:
    """Split the unit."""
    with opened(options, read_only=options.dry_run) as file:
        tasks = file.tasks
        unit = one_unit_named(tasks, options.unit)
        split = Split(
            unit.key,
            tuple(unit_or_new(tasks, name, [unit]) for name in options.into),
            *day_and_basis(options),
        )
        takers = _takers(tasks, split, options.answer)
        carry_out(
            options, file, split_preview(tasks, split, takers), lambda: split_change(tasks, split, takers)
        )


def _takers(tasks: TaskList, split: Split, given: list[str]) -> Takers:
    """Who takes which row, from `2=甲处` and `3.1-3.3=甲处+乙处`."""
    asked = set(tasks.rows_naming(split.unit))
    found: dict[str, tuple[str, ...]] = {}
    for words in given:
        rows, sign, takers = clean_line(words).partition("=")
        if not sign:
            raise Refused(f"“{words}”看不懂,请写作 行=单位,两个单位都承接写作 行=甲处+乙处。")
        keys = tuple(_taker(split, name) for name in takers.split("+"))
        named = [row for row in tasks.rows_named(rows) if row in asked]
        if not named:
            raise Refused(f"第 {rows.strip()} 行没有要拆分的单位,请核对行号。")
        found |= dict.fromkeys(named, keys)
    return found


def _taker(split: Split, name: str) -> str:
    """The key of the part that a name means; Refused where none or several fit."""
    wanted = name_key(name)
    meant = [unit.key for unit in split.into if wanted in map(name_key, (unit.full_name, *unit.aliases))]
    if len(meant) != 1:
        raise Refused(
            f"“{name.strip()}”不是拆分后的单位,可写:{'、'.join(unit.full_name for unit in split.into)}。"
        )
    return meant[0]
