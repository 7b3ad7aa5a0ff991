"""`assign`: who answers for rows. Names are found and the change is made by the store, as for the screen."""

from argparse import Namespace
from collections.abc import Callable, Sequence

from store.acts.assigning import Assignment, SideAnswer, assign, assignment_change
from store.acts.resolving import leaders_named, units_named
from store.records.cells import leaders_field
from store.records.describing import label
from store.records.tasklist import TaskList
from store.records.values import Mention, SideName
from store.words.cleaning import clean_line
from tui.command_line.lists import add_file, answer, opened
from tui.command_line.moments import add_basis, with_basis
from tui.command_line.output import say
from tui.command_line.parser import Parser, names

_OPTIONS: dict[SideName, tuple[str, str]] = {
    "lead": ("lead", "lead_leaders"),
    "participant": ("participants", "participant_leaders"),
}


def parser(name: str) -> Parser:
    """What may stand after `assign`."""
    sides = (
        "[--lead 单位,..] [--participants 单位,..] [--lead-leaders 姓名,..] [--participant-leaders 姓名,..]"
    )
    usage = f"行[-行] {sides} [--basis 依据] [--effective-on 日期] [-f 清单文件]"
    made = Parser(
        f"yaodian {name}",
        usage,
        "改由谁牵头、谁负责;分管领导随单位改动,分管未定的不改。几个名称用逗号隔开,写 '' 为清空。",
    )
    made.add_argument("rows", metavar="行", help="行的位置,如 3.2;几行连写如 3.1-3.3")
    made.add_argument("--lead", type=names, metavar="单位,..", help="牵头单位")
    made.add_argument("--participants", type=names, metavar="单位,..", help="责任单位")
    made.add_argument(
        "--lead-leaders", type=names, metavar="姓名,..", help="牵头单位的分管领导;写明的不再随单位改动"
    )
    made.add_argument(
        "--participant-leaders", type=names, metavar="姓名,..", help="责任单位的分管领导;写明的不再随单位改动"
    )
    add_basis(made)
    add_file(made)
    made.need_one_of("--lead", "--participants", "--lead-leaders", "--participant-leaders")
    return made


def run(options: Namespace) -> None:
    """Change the rows and say what followed."""
    with opened(options) as file:
        tasks = file.tasks
        rows = tasks.rows_named(clean_line(options.rows))
        answers: dict[SideName, SideAnswer] = {
            side: SideAnswer(_found(tasks, units_named, given[0]), _found(tasks, leaders_named, given[1]))
            for side, option_names in _OPTIONS.items()
            if (given := [getattr(options, option) for option in option_names]) != [None, None]
        }
        done = assign(tasks, rows, answers)
        change = with_basis(assignment_change(tasks, rows, done), options)
        if not change.edits:
            say("没有变化。")
            return
        answer(
            file,
            file.commit(change),
            *(sentence for side, one in done.items() for sentence in _followed(tasks, side, one)),
        )


def _found(
    tasks: TaskList, find: Callable[[TaskList, Sequence[str]], tuple[Mention, ...]], given: list[str] | None
) -> tuple[Mention, ...] | None:
    return None if given is None else find(tasks, given)


def _followed(tasks: TaskList, side: SideName, done: Assignment) -> list[str]:
    """What the leaders did, in words."""
    leaders = label(tasks, leaders_field(side))
    if done.open_units:
        return [f"{leaders}没有改动:{'、'.join(done.open_units)}的分管领导未定,请写明分管领导,或先定分管。"]
    return (
        [f"{leaders}随之改为:{'、'.join(leader.wording for leader in done.followed)}"]
        if done.followed
        else []
    )
