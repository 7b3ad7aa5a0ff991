"""`merge-alike`: what two desks added alike becomes one; without a name they are listed."""

from collections.abc import Sequence

from store.acts.alike_merged import added_alike, merge_alike
from store.records.alike import Alike, name_of
from store.records.describing import alike_named
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.names import name_key
from tui.command_line.arguments import Argument, names
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.lists import FILE, opened
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    Argument("--take", "名称,..", "合并哪几处：单位、人员、事项的名称，或行如 3.2；all 为全部", take=names),
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `merge-alike`."""
    what = "两台电脑各新增了一次的相同内容（行、事项、单位、人员）合并为一处，用到它的各处随之改动。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Merge what is named, or list what there is."""
    wanted = options.take or ()
    with opened(options, read_only=options.dry_run or not wanted) as file:
        tasks = file.tasks
        found = added_alike(tasks)
        if wanted:
            change_rows(options, file, merge_alike(tasks, _meant(tasks, found, wanted)))
        elif options.json:
            say_json([alike_named(tasks, pair) for pair in found])
        elif found:
            say(*(alike_named(tasks, pair) for pair in found))
            say("要合并请加 --take all，或写明名称。")
        else:
            say("没有两处新增的相同内容。")


def _meant(tasks: TaskList, found: Sequence[Alike], wanted: Sequence[str]) -> Sequence[Alike]:
    """Return those that some names mean; Refused where a name means none."""
    if list(wanted) == ["all"]:
        return found
    meant: list[Alike] = []
    for name in wanted:
        own = [pair for pair in found if name_key(name) in _names(tasks, pair)]
        if not own:
            raise Refused(f"“{name}”没有在两处新增，可用 yaodian merge-alike 列出有哪些。")
        meant += own
    return meant


def _names(tasks: TaskList, pair: Alike) -> list[str]:
    """Return what a pair may be called by: the row's name, or its text or name."""
    name = name_of(tasks.documents.tables[pair.table][pair.kept])
    row = tasks.row_name(pair.kept) if pair.table == "tasks" else ""
    return [name_key(one) for one in (row, name) if one]
