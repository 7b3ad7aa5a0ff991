"""`backups` and `restore`: what the backups of a list hold, and going back to one."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from store.file.backups import chosen
from store.file.restoring import Restoring
from store.file.task_file import TaskFile
from store.refused import Refused, fault_sentence
from tui.command_line.lists import add_file, answer, opened
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser


def parser(name: str) -> Parser:
    """What may stand after `backups` or `restore`."""
    if name == "backups":
        made = Parser(
            f"yaodian {name}",
            "[-f 清单文件] [--json]",
            "列出清单的备份:时间、行数、变更数、最后一次变更;不改动清单。",
        )
    else:
        made = Parser(
            f"yaodian {name}",
            "备份文件 [-f 清单文件]",
            "恢复到一份备份:作为一次新的变更,历史仍在,可以 undo 撤销。",
        )
        made.add_argument(
            "backup", type=Path, metavar="备份文件", help="备份或副本的文件名;有哪些见 yaodian backups"
        )
    made.set_defaults(act=name)
    add_file(made)
    if name == "backups":
        made.add_argument("--json", action="store_true", help="输出 JSON")
    return made


def run(options: Namespace) -> None:
    """List the backups, or restore one."""
    if options.act == "restore":
        with opened(options) as file:
            _restore(file, options.backup)
        return
    with opened(options, read_only=True) as file:
        found = list(_held(file))
    if options.json:
        say_json(found)
    elif not found:
        say("还没有备份。")
    else:
        say(*aligned([("时间", "行", "变更", "文件", "最后一次变更"), *map(_row, found)]))


def _held(file: TaskFile) -> Iterator[dict[str, Any]]:
    """Each backup with what it holds, the newest first; with the problem where it cannot be read."""
    try:
        copies = chosen(file.path).all()
    except OSError as error:
        raise Refused(fault_sentence("备份的文件夹读不了", error)) from error
    for made, path in copies:
        held: dict[str, Any] = {"path": str(path), "at": made.astimezone().isoformat(timespec="seconds")}
        try:
            read = Restoring.of(file, path)
        except Refused as refusal:
            yield held | {"rows": None, "changes": None, "last_change": None, "problem": str(refusal)}
        else:
            yield held | {
                "rows": len(read.backup.task_keys),
                "changes": read.changes,
                "last_change": read.last_change,
                "problem": None,
            }


def _row(held: dict[str, Any]) -> tuple[str, ...]:
    counts = ("", "") if held["problem"] else (str(held["rows"]), str(held["changes"]))
    return (held["at"][:16].replace("T", " "), *counts, held["path"], held["problem"] or held["last_change"])


def _restore(file: TaskFile, backup: Path) -> None:
    read = Restoring.of(file, backup)
    change, said = read.change(file.tasks), read.restored(file.tasks)
    if change.edits:
        answer(file, file.commit(change), f"{said}。要撤销请用 yaodian undo。")
    else:
        say("没有变化。")
