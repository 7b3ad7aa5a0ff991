"""`assign`: who answers for rows. Names are found and the change is made by the store, as for the screen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from store.acts.assigning import Assignment, SideAnswer, asked_in_words, assign, assignment_change
from store.acts.handover_meant import handed_over_change
from store.acts.resolving import leaders_named, units_named
from store.records.cells import leaders_field
from store.records.describing import label
from store.records.tasklist import TaskList
from store.records.values import Mention, SideName
from store.refused import Refused
from store.words.cleaning import clean_line
from tui.command_line.arguments import Argument, flag, names, word
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import BASIS, with_basis
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_OPTIONS: dict[SideName, tuple[str, str]] = {
    "lead": ("lead", "lead_leaders"),
    "participant": ("participants", "participant_leaders"),
}

_REASONS: tuple[Literal["only_here", "handover", "misread"], ...] = ("only_here", "handover", "misread")

_ARGUMENTS = (
    word("rows", "行", "行的位置，如 3.2；几行连写如 3.1-3.3"),
    Argument("--lead", "单位,..", "牵头单位", take=names),
    Argument("--participants", "单位,..", "责任单位", take=names),
    Argument("--lead-leaders", "姓名,..", "牵头单位的分管领导；写明的不再随单位改动", take=names),
    Argument("--participant-leaders", "姓名,..", "责任单位的分管领导；写明的不再随单位改动", take=names),
    flag("--only-here", "所写的领导只用于这几行，分管不变"),
    flag("--handover", "单位的分管随之移交给所写的领导，各行随之改动"),
    flag("--misread", "通知本来就是这样写的，原先读错了"),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `assign`."""
    what = (
        "改由谁牵头、谁负责；分管领导随单位改动，分管未定的不改。几个名称用逗号隔开，写 '' 为清空。"
        "单位的分管领导已经知道而改后没有他的，要写明 --only-here、--handover 或 --misread 之一。"
    )
    sides = ("--lead", "--participants", "--lead-leaders", "--participant-leaders")
    return Parser(name, what, _ARGUMENTS, one_needed=sides)


def run(options: Options) -> None:
    """Change the rows and say what followed."""
    with opened(options, read_only=options.dry_run) as file:
        tasks = file.tasks
        rows = tasks.rows_named(clean_line(options.rows))
        answers = _answers(tasks, options)
        reason = _reason(options)
        done = assign(tasks, rows, answers, "" if reason == "handover" else reason)
        _refuse_unsaid(tasks, rows, done, reason)
        is_handover = reason == "handover"
        make = (
            handed_over_change(tasks, rows, answers) if is_handover else assignment_change(tasks, rows, done)
        )
        change = with_basis(make, options)
        said = [_followed(tasks, side, one) for side, one in done.items()]
        change_rows(options, file, change, [sentence for sentence in said if sentence])


def _reason(options: Options) -> Literal["", "only_here", "handover", "misread"]:
    """Return why leaders are others than have the units; Refused where several reasons are given."""
    given = [name for name in _REASONS if vars(options)[name]]
    if len(given) > 1:
        raise Refused("--only-here、--handover、--misread 只能写一个。")
    return given[0] if given else ""


def _refuse_unsaid(
    tasks: TaskList, rows: Sequence[str], done: Mapping[SideName, Assignment], reason: str
) -> None:
    """Refuse, with the three reasons named, what must be said why and is not."""
    asked = [missing for one in done.values() for missing in one.asked]
    if asked and not reason:
        flags = "请加 --only-here（仅此行）、--handover（分工调整）或 --misread（原文读错）再执行。"
        raise Refused(f"{asked_in_words(tasks, rows, asked)}{flags}")


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
        return f"{leaders}没有改动：{units}的分管领导未定，请写明分管领导，或先定分管。"
    followed = "、".join(leader.wording for leader in done.followed)
    return f"{leaders}随之改为：{followed}" if followed else ""
