"""`backups` and `restore`: what the backups of a list hold, and going back to one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from store.file.backups import chosen
from store.file.restoring import Restoring, Whose
from store.file.task_file import TaskFile
from store.refused import Refused, fault_sentence
from tui.command_line.arguments import JSON, flag, word
from tui.command_line.committing import save_if_changed
from tui.command_line.lists import FILE, opened
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_HEADINGS = ("时间", "行", "变更", "文件", "最后一次变更")


def parser(name: str) -> Parser:
    """Return what may stand after `backups` or `restore`."""
    if name == "backups":
        what = "列出清单的备份：时间、行数、变更数、最后一次变更；不改动清单。"
        return Parser(name, what, (*FILE, JSON))
    backup = word("backup", "备份文件", "备份或副本的文件名；有哪些见 yaodian backups", take=Path)
    whose = (
        flag("--own", "只收回本机的变更，别处并入的不动"),
        flag("--all", "全部收回，别处并入的变更也在内"),
    )
    what = "恢复到一份备份：作为一次新的变更，历史仍在，可以 undo 撤销。打印记录不收回。"
    return Parser(name, what, (backup, *whose, *FILE))


def run(options: Options) -> None:
    """List the backups, or restore one."""
    if options.command == "restore":
        with opened(options) as file:
            _restore(file, options)
        return
    with opened(options, read_only=True) as file:
        found = list(_held(file))
    if options.json:
        say_json(found)
    elif not found:
        say("还没有备份。")
    else:
        say(*aligned([_HEADINGS, *map(_row, found)]))


def _held(file: TaskFile) -> Iterator[dict[str, Any]]:
    """Return each backup with what it holds, the newest first; with the problem where it cannot be read."""
    try:
        copies = chosen(file.path).all()
    except OSError as error:
        raise Refused(fault_sentence("备份的文件夹读不了", error)) from error
    for made, path in copies:
        moment = made.astimezone().isoformat(timespec="seconds")
        yield {"path": str(path), "at": moment, **_contents(file, path)}


def _contents(file: TaskFile, path: Path) -> dict[str, Any]:
    held: dict[str, Any] = dict.fromkeys(("rows", "changes", "last_change", "problem"))
    try:
        read = Restoring.of(file, path)
    except Refused as refusal:
        return held | {"problem": str(refusal)}
    held["rows"] = len(read.backup.task_keys)
    held["changes"] = read.changes
    held["last_change"] = read.last_change
    return held


def _row(held: dict[str, Any]) -> tuple[str, ...]:
    moment = held["at"][:16].replace("T", " ")
    path = held["path"]
    if held["problem"]:
        return moment, "", "", path, held["problem"]
    counts = (str(held["rows"]), str(held["changes"]))
    return moment, *counts, path, held["last_change"]


def _restore(file: TaskFile, options: Options) -> None:
    read = Restoring.of(file, options.backup)
    if read.theirs and not (options.own or options.all):
        choose = "只收回本机的变更请加 --own，全部收回请加 --all"
        raise Refused(f"{read.others_in_words}；{choose}，现在没有改动。")
    whose: Whose = "own" if options.own else "all"
    change = read.change(file.tasks, whose)
    said = read.restored(file.tasks, whose)
    left = read.left_out(file.tasks, whose)
    if not change.edits:
        say(*left)
    save_if_changed(file, change, *left, f"{said}。要撤销请用 yaodian undo。")
