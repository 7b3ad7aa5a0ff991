"""Options of time and reason that commands share: --as-of, --basis, --effective-on."""

from argparse import Namespace
from dataclasses import replace

from store.file.task_file import TaskFile
from store.history.earlier import State
from store.records.changes import Change
from store.words.cleaning import clean_line
from store.words.days import day_named, moment_named
from tui.command_line.parser import Parser


def add_as_of(parser: Parser) -> None:
    """Let a command look at an earlier state."""
    parser.add_argument(
        "--as-of",
        metavar="时间",
        help="按当时的清单,如 2026-11-01 或 '2026-11-01 14:30';只写日期指那天结束时",
    )


def as_asked(file: TaskFile, options: Namespace) -> State:
    """The list, or what it was at the time that --as-of gives."""
    return file if options.as_of is None else file.as_of(moment_named(options.as_of, options.clock.now()))


def add_basis(parser: Parser) -> None:
    """Let a command say why a change was made and from when it is in force."""
    parser.add_argument("--basis", default="", metavar="依据", help="变更的依据,如会议纪要")
    parser.add_argument(
        "--effective-on", metavar="日期", help="生效日期,如 2026-11-01;只作记载,不改变历史的次序"
    )


def with_basis(change: Change, options: Namespace) -> Change:
    """The change with its basis and the day it is in force from."""
    return replace(
        change,
        basis=clean_line(options.basis),
        effective_on=day_named(options.effective_on or "", options.clock.day()),
    )
