"""`assign`: who answers for rows. Names are found and the change is made by the store, as for the screen."""

from collections.abc import Callable, Sequence

from store.acts.assigning import Assignment, SideAnswer, assign, assignment_change
from store.acts.resolving import leaders_named, units_named
from store.records.cells import leaders_field
from store.records.describing import label
from store.records.tasklist import TaskList
from store.records.values import Mention, SideName
from store.words.cleaning import clean_line
from tui.command_line.arguments import Argument, names, word
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import BASIS, with_basis
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_OPTIONS: dict[SideName, tuple[str, str]] = {
    "lead": ("lead", "lead_leaders"),
    "participant": ("participants", "participant_leaders"),
}

_ARGUMENTS = (
    word("rows", "行", "行的位置,如 3.2;几行连写如 3.1-3.3"),
    Argument("--lead", "单位,..", "牵头单位", take=names),
    Argument("--participants", "单位,..", "责任单位", take=names),
    Argument("--lead-leaders", "姓名,..", "牵头单位的分管领导;写明的不再随单位改动", take=names),
    Argument("--participant-leaders", "姓名,..", "责任单位的分管领导;写明的不再随单位改动", take=names),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `assign`."""
    what = "改由谁牵头、谁负责;分管领导随单位改动,分管未定的不改。几个名称用逗号隔开,写 '' 为清空。"
    sides = ("--lead", "--participants", "--lead-leaders", "--participant-leaders")
    return Parser(name, what, _ARGUMENTS, one_needed=sides)


def run(options: Options) -> None:
    """Change the rows and say what followed."""
    with opened(options, read_only=options.dry_run) as file:
        tasks = file.tasks
        rows = tasks.rows_named(clean_line(options.rows))
        done = assign(tasks, rows, _answers(tasks, options))
        change = with_basis(assignment_change(tasks, rows, done), options)
        said = [_followed(tasks, side, one) for side, one in done.items()]
        change_rows(options, file, change, [sentence for sentence in said if sentence])


def _answers(tasks: TaskList, options: Options) -> dict[SideName, SideAnswer]:
    """Return who is to answer for each side of which something was said."""
    given = vars(options)
    answers: dict[SideName, SideAnswer] = {}
    for side, (units, leaders) in _OPTIONS.items():
        named = _found(tasks, units_named, given[units])
        in_charge = _found(tasks, leaders_named, given[leaders])
        answer = SideAnswer(named, in_charge)
        if answer != SideAnswer():
            answers[side] = answer
    return answers


def _found(
    tasks: TaskList, find: Callable[[TaskList, Sequence[str]], tuple[Mention, ...]], given: list[str] | None
) -> tuple[Mention, ...] | None:
    return None if given is None else find(tasks, given)


def _followed(tasks: TaskList, side: SideName, done: Assignment) -> str:
    """Return what the leaders did, in words; nothing where they were given or stay."""
    leaders = label(tasks, leaders_field(side))
    if done.open_units:
        units = "、".join(done.open_units)
        return f"{leaders}没有改动:{units}的分管领导未定,请写明分管领导,或先定分管。"
    followed = "、".join(leader.wording for leader in done.followed)
    return f"{leaders}随之改为:{followed}" if followed else ""
