"""`print`: sheets on paper, as a file, and to the printer."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from store.acts.resolving import leader_named, names_in, unit_named
from store.file.opening import journal_path, real
from store.file.task_file import TaskFile
from store.history.earlier import State, count_at
from store.history.prints import count_at_last_print, print_change
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.days import moment_named
from tui.command_line.lists import add_file, opened
from tui.command_line.moments import add_as_of, as_asked
from tui.command_line.output import complain, say
from tui.command_line.parser import Parser
from tui.paper import FORMATS, Sheet, write_each, write_sheets
from tui.paper.job import KINDS, PRINTABLE, WHOLE, Job, sheets_for, title_of
from tui.paper.printer import Order, print_file
from tui.paper.setup import PageSetup, saved_page_setup

_LAST = "last-print"


def parser(name: str) -> Parser:
    """What may stand after `print`."""
    formats = "|".join(FORMATS)
    usage = (
        f"[--sheet {'|'.join(KINDS)}] [--for 名称,..|all [--each]] [--since 时间|{_LAST}] [--as-of 时间] --format {formats} -o 文件"
        " [--printer [打印机]] [-f 清单文件] [--list 清单]"
    )
    made = Parser(f"yaodian {name}", usage, "把清单、分解单、对照表等存成可打印的文件;同名文件会被替换。")
    made.add_argument(
        "--sheet",
        choices=tuple(KINDS),
        default="list",
        metavar="表",
        help=",".join(" ".join(kind) for kind in KINDS.items()),
    )
    made.add_argument(
        "--for",
        dest="subjects",
        metavar="名称",
        help="unit、leader:给谁,几个用逗号分开;all 或不写为全部,每个另起一页",
    )
    made.add_argument("--each", action="store_true", help="unit、leader:每个一个文件,-o 写文件夹")
    made.add_argument(
        "--since",
        metavar="时间",
        help=f"changes:从何时起,如 2026-11-01;{_LAST} 为上次打印清单以来;不写则从印发起",
    )
    add_as_of(made)
    made.add_argument(
        "--format", choices=tuple(FORMATS), required=True, metavar="格式", help=" ".join(FORMATS)
    )
    made.add_argument("-o", "--output", type=Path, required=True, metavar="文件", help="保存到的文件")
    made.add_argument(
        "--encoding",
        choices=("utf-8", "gb18030"),
        metavar="编码",
        help="text 的编码:utf-8 或 gb18030;不写则按设置",
    )
    made.add_argument(
        "--printer", nargs="?", const="", metavar="打印机", help="存好后送打印机;不写名称为默认打印机"
    )
    made.add_argument("--copies", type=int, default=1, metavar="份数", help="打印份数")
    made.add_argument("--duplex", action="store_true", help="双面打印")
    add_file(made)
    return made


def run(options: Namespace) -> None:
    """Print; never over a list. The file is saved first, then the print is recorded, then the printer is asked."""
    if not 1 <= options.copies <= 999:
        raise Refused("--copies 应为 1 至 999 的份数。")
    if options.printer is not None and options.format not in PRINTABLE and sys.platform != "win32":
        raise Refused(f"打印机不认 {options.format},请改用 --format pdf 或 text。")
    with opened(options, read_only=True) as now:
        target = real(options.output)
        if target in (now.path, journal_path(now.path)) or target.suffix == ".json":
            raise Refused(
                f"“{options.output}”是清单文件的名字,请换一个文件名,如 {now.path.stem}{FORMATS[options.format].suffix}。"
            )
        state = as_asked(now, options)
        job = _job(options, state)
        setup = _setup(options)
        sheets = sheets_for(job, state, setup)
        files, remarks = _written(sheets, options, setup)
        change = print_change(
            state.history, title_of(job, sheets), job.kind, job.subjects or (), options.format
        )
    for remark in remarks:
        complain(remark)
    try:
        with TaskFile.open(now.path) as writable:
            writable.commit(change)
    except Refused as refusal:
        complain(f"这次打印没有记下来:{refusal}")
    rows = (
        f"({len(state.tasks.task_keys)} 行)"
        if job.kind == "list"
        else f"({len(sheets)} 份)"
        if len(sheets) > 1
        else ""
    )
    say(f"已保存到 {options.output}{rows}。")
    if options.printer is not None:
        raw = options.format == "text" and setup.encoding == "gb18030"
        for path in files:
            say(
                f"{print_file(path, Order(options.printer, options.copies, options.duplex, change.title, raw))}。"
            )


def _written(
    sheets: Sequence[Sheet], options: Namespace, setup: PageSetup
) -> tuple[list[Path], tuple[str, ...]]:
    """Write the sheets to one file, or to one each; the files, and what is to be said of them."""
    if not options.each:
        return [real(options.output)], write_sheets(sheets, options.format, options.output, setup)
    if options.sheet not in ("unit", "leader"):
        raise Refused("--each 只用于 --sheet unit 和 --sheet leader,请改写。")
    return write_each(sheets, options.format, real(options.output), setup)


def _setup(options: Namespace) -> PageSetup:
    """Return the page as the settings and the options have it; what is wrong in the settings is said on stderr."""
    setup, wrong = saved_page_setup()
    for sentence in wrong:
        complain(sentence)
    return replace(setup, encoding=options.encoding) if options.encoding else setup


def _job(options: Namespace, state: State) -> Job:
    """What is asked for; Refused where options do not go together or name nobody."""
    kind = options.sheet
    if options.subjects is not None and kind not in ("unit", "leader"):
        raise Refused("--for 只用于 --sheet unit 和 --sheet leader,请改写。")
    if options.since is not None and kind != "changes":
        raise Refused("--since 只用于 --sheet changes,请改写。")
    return Job(kind, _subjects(state.tasks, kind, options.subjects), since=_since(state, options.since))


def _subjects(tasks: TaskList, kind: str, names: str | None) -> tuple[str, ...] | None:
    if names is None or names.strip() == "all":
        return None
    named = [(unit_named if kind == "unit" else leader_named)(tasks, name) for name in names_in(names)]
    collective = next((mention.wording for mention in named if mention.key is None), None)
    if collective or not named:
        raise Refused(
            f"“{collective or names}”不是一个{'单位' if kind == 'unit' else '人'},请写明是谁,或写 all。"
        )
    return tuple(dict.fromkeys(mention.key for mention in named if mention.key))


def _since(state: State, words: str | None) -> int | None:
    if words is None:
        return None
    if words == _LAST:
        return count_at_last_print(state.tasks, state.history, WHOLE)
    return count_at(state.history, moment_named(words, datetime.now()))
