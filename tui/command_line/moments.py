"""Options of time and reason that commands share: --as-of, --basis, --effective-on."""

from dataclasses import replace

from store.file.task_file import TaskFile
from store.history.earlier import State
from store.records.changes import Change
from store.words.cleaning import clean_line
from store.words.days import day_named, moment_named
from tui.command_line.arguments import Argument
from tui.command_line.words import Options

AS_OF = Argument("--as-of", "时间", "按当时的清单，如 2026-11-01 或 '2026-11-01 14:30'；只写日期指那天结束时")
"""The argument of a command that may look at an earlier state."""
BASIS = (
    Argument("--basis", "依据", "变更的依据，如会议纪要", default=""),
    Argument(
        "--effective-on", "日期", "生效日期，如 2026-11-01；那时谁应报进展按它算，历史的次序不变", default=""
    ),
)
"""The arguments that say why a change was made and from when it is in force."""


def as_asked(file: TaskFile, options: Options) -> State:
    """Return the list, or what it was at the time that --as-of gives."""
    if options.as_of is None:
        return file
    moment = moment_named(options.as_of, file.tasks.clock.now())
    return file.as_of(moment)


def with_basis(change: Change, options: Options) -> Change:
    """Return the change with its basis and the day that it is in force from."""
    day = day_named(options.effective_on, options.clock.day())
    return replace(change, basis=clean_line(options.basis), effective_on=day)
