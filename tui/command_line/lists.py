"""The list that a command works on: the one that -f names, else the one last opened."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.acts.resolving import list_named
from store.exchange.noticing import lost, note_offered, note_seen, offers_in_time
from store.file.problems import FileProblem
from store.file.task_file import TaskFile
from store.machine.folders import drives
from store.machine.whereabouts import last_opened, remember
from store.records.changes import Change
from store.refused import Refused
from tui.command_line.arguments import Argument
from tui.command_line.output import NoOutput, complain, flush, say
from tui.command_line.words import Options

LIST = Argument("--list", "清单", "文件中有几份清单时选一份：写序号或名称中的字；不写则用第一份")
FILE = (Argument("-f, --file", "清单文件", "所用的清单；不写则用上次打开的清单", take=Path), LIST)
"""The arguments of a command that works on a list."""


def choose_list(file: TaskFile, options: Options) -> None:
    """Look at the list that --list names."""
    if options.list is not None:
        file.choose(list_named(file.tasks, options.list).key)


@contextmanager
def opened(options: Options, *, read_only: bool = False, mending: bool = False) -> Iterator[TaskFile]:
    """Open the list for as long as it is worked on; what was found at opening goes to stderr.

    One to be changed is backed up first where that was not done within the hour, as when the screen opens it.
    """
    path = options.file or last_opened()
    if path is None:
        raise Refused("还没有打开过清单，请用 -f 写明清单文件。")
    with at_work_on(TaskFile.open(path, read_only=read_only, mending=mending, clock=options.clock)) as file:
        remember(file.path, file.tasks.list_name, len(file.tasks.task_keys))
        for notice in file.notices:
            complain(notice)
        if options.command != "exchange":  # Which is the way to what it would say.
            _say_noticed(file)
        choose_list(file, options)
        try:
            file.back_up()
        except Refused as refusal:
            complain(str(refusal))
        yield file
        note_seen(file)


def _say_noticed(file: TaskFile) -> None:
    """Say what the list lacks that was here before, or that another copy or a stick has."""
    less = lost(file)
    if less:
        way = f"用 yaodian exchange in {less.copy} 并入；" if less.copy else ""
        complain(f"{less}{way}确实不要的，用 yaodian exchange keep 以现在的为准。")
    found = offers_in_time(file, [Path(drive) for drive in drives()])
    for offer in found:
        complain(f"{offer}并入用 yaodian exchange in {offer.path}。")
    if found:
        note_offered(file, found)


@contextmanager
def at_work_on(file: TaskFile, *, is_new: bool = False) -> Iterator[TaskFile]:
    """Close a list after the work on it.

    What is on the disk by then is done, even where it cannot be said, or not be put into the file yet.
    """
    before = 0 if is_new else len(file.history)
    try:
        yield file
        flush()
    except NoOutput as problem:
        if len(file.history) == before:
            _close_quietly(file)
            raise
        complain(f"变更已保存到 {file.path.name}；{problem}")
    except BaseException:
        _close_quietly(file)
        raise
    try:
        file.close()
    except FileProblem as problem:
        complain(str(problem))


def _close_quietly(file: TaskFile) -> None:
    """Close a list; an error that is already on its way is not hidden by one of closing."""
    with suppress(FileProblem):
        file.close()


def answer(file: TaskFile, change: Change, *more: str) -> None:
    """Say what was saved, and in which list."""
    name = file.path.name
    say(f"{change.title}（已保存到 {name}）", *more)
