"""What acts on many rows share on the command line: day, basis, dry run, the rows before and after, and the commit."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from store.acts.preview import Preview
from store.file.task_file import TaskFile
from store.records.changes import Change
from store.records.describing import label
from store.records.tasklist import TaskList
from store.views.previews import act_view
from store.words.cleaning import clean_line
from store.words.days import day_named
from tui.command_line.lists import add_file, answer
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser

ACT_USAGE = "[--effective-on 日期] [--basis 依据] [--dry-run] [--json] [-f 清单文件]"


def add_act(parser: Parser) -> None:
    """Let a command take a day, a basis, a dry run and JSON."""
    parser.add_argument(
        "--effective-on", default="", metavar="日期", help="生效日期,如 2021-06-01;不写为今天"
    )
    parser.add_argument("--basis", default="", metavar="依据", help="依据,如机构改革方案、任免通知")
    parser.add_argument("--dry-run", action="store_true", help="只预览,不改动")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    add_file(parser)


def day_and_basis(options: Namespace) -> tuple[str | None, str]:
    """The day, ISO, and the basis that were given."""
    return day_named(clean_line(options.effective_on), options.clock.day()), clean_line(options.basis)


def carry_out(options: Namespace, file: TaskFile, preview: Preview, make: Callable[[], Change]) -> None:
    """Show what the act does and commit its change, unless it is only looked at."""
    view = act_view(file.tasks, preview)
    if options.json:
        say_json(view)
    else:
        say(*_lines(file.tasks, view))
    if options.dry_run:
        return
    change = file.commit(make())
    if not options.json:
        answer(file, change)


def _lines(tasks: TaskList, view: dict[str, Any]) -> list[str]:
    lines = [f"{view['title']}:共 {len({row['row'] for row in view['rows']})} 行"]
    for row in view["rows"]:
        cells = (("units", row["units_before"], row["units_after"]), ("leaders", row["before"], row["after"]))
        side = row["side"]
        moved = [
            f"{label(tasks, f'{side}_{what}')}:{' '.join(old)} → {' '.join(new) or '(空)'}"
            for what, old, new in cells
            if old != new
        ]
        lines.append(f"第 {row['row']} 行 {'  '.join(moved) or '不变'}")
    for one in view["questions"]:
        who = "或".join(one["candidates"])
        lines.append(
            f"第 {one['row']} 行待答复:{one['unit']}可能由{who}分管,{one['leader']}留(keep)还是去(drop)?"
        )
    return [*lines, *view["others"]]
