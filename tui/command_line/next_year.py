"""`next-year`: the list of the year after, from the rows of this one, in a new file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from store.acts.next_year import NextYear
from store.acts.resolving import names_in
from store.file.task_file import TaskFile
from store.records.ranges import rows_in_words
from store.refused import Refused
from store.words.cleaning import clean_line
from tui.command_line.arguments import Argument, flag
from tui.command_line.lists import FILE, at_work_on, opened
from tui.command_line.output import say
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    Argument("-o, --output", "新清单", "新清单的文件名，如 2022.json", take=Path),
    Argument("--rows", "行,..", "带到下年的行，如 1,3.1-3.3；不写为全部"),
    Argument("--name", "名称", "新清单的名称；不写则用本清单的名称，其中的年份加一"),
    flag("--dry-run", "只显示将要建的，不保存"),
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `next-year`."""
    what = "据本清单建下年的清单：责任照旧，时限清空，历史从头记，存为新文件；本清单不改动。"
    return Parser(name, what, _ARGUMENTS, one_needed=("--output", "--dry-run"))


def run(options: Options) -> None:
    """Make the list, or show what it would be."""
    with opened(options, read_only=True) as file:
        plan = NextYear.proposed(file.tasks)
        if options.rows is not None:
            rows: list[str] = []
            for words in names_in(clean_line(options.rows)):
                rows += file.tasks.rows_named(words)
            plan = replace(plan, rows=frozenset(rows))
        if options.name is not None:
            plan = replace(plan, name=clean_line(options.name))
        change = plan.change()
        said = list(_said(plan))
    if options.dry_run:
        say(*said, "以上未保存。")
        return
    if options.output is None:
        raise Refused("请用 -o 写明新清单的文件名。")
    with at_work_on(TaskFile.create(options.output, change, clock=options.clock), is_new=True):
        say(*said, f"已存为 {options.output}。")


def _said(plan: NextYear) -> Iterator[str]:
    yield f"下年清单“{plan.name}”：{len(plan.rows)} 行，责任照旧，时限清空。"
    of_the_year = plan.rows_of_the_year()
    if of_the_year:
        yield f"第 {rows_in_words(plan.tasks, of_the_year)} 行的文字里写有当年的年份，请核对。"
