"""What there is to go back to when a list is damaged, and restoring one of these into a new file.

Nothing is ever overwritten.

What it promises, and the test that holds it (tests/store/file/test_repair.py):
- The list, its last good state, what was set aside and the backups are each read whole and counted:
  test_each_source_says_what_it_holds.
- A journal with a bad record gives all that stands before it:
  test_a_damaged_journal_gives_what_stands_before_the_damage.
- A file whose seal does not fit gives what can be read of it:
  test_a_file_that_was_altered_can_be_taken_as_it_stands.
- Restoring makes a new file and touches no other: test_restoring_makes_a_new_file_and_touches_no_other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from store.file import opening
from store.file.backups import Backups, chosen
from store.file.beside import is_set_aside
from store.file.problems import FileDamaged, FileProblem, RecordsWrong
from store.file.task_file import TaskFile
from store.history.rooted import cut_off
from store.machine.whoami import user
from store.records.record import Doc
from store.refused import Refused, fault_sentence

_UNREADABLE = (AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What reading a file ends with that holds anything at all."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a list can be restored from, and what it holds; a problem in words where it cannot be read."""

    path: Path
    what: str
    """In words: the list itself, a backup."""
    written: datetime
    salvaged: bool = False
    """Whether it is only what is good of a damaged list."""
    rows: int = 0
    changes: int = 0
    last_change: str = ""
    """Title of the last change."""
    problem: str = ""
    left_out: tuple[str, ...] = ()
    """In words what is wrong in it and is not taken over."""
    cut_off: tuple[str, ...] = ()
    """In words the changes that stay in it and lost those they go on from: they go to no other desk."""
    is_damaged: bool = False
    """Whether it is not whole, so that something of it may be saved all the same."""


def sources(path: str | Path, folder: Path | None = None) -> list[Source]:
    """Return the list, its last good state if it is damaged, files set aside, and its backups, newest first.

    Nothing is written.
    """
    path = opening.real(path)
    if path == path.parent:
        raise Refused(f"“{path}”是一个文件夹，请写清单文件的名称。")
    if not path.parent.is_dir():
        raise Refused(f"没有“{path.parent}”这个文件夹，请核对路径。")
    try:
        return list(_sources(path, Backups(path, folder) if folder else chosen(path)))
    except OSError as error:
        raise FileProblem(fault_sentence(f"无法查看“{path.name}”旁边的文件", error)) from error


def _sources(path: Path, backups: Backups) -> Iterator[Source]:
    if path.is_file():
        whole = _looked_at(path, "清单")
        yield whole
        if whole.is_damaged:
            found = _looked_at(path, "清单中完好的部分", salvaging=True)
            if not found.problem:
                yield found
    for other in sorted(
        (other for other in path.parent.glob("*") if is_set_aside(other, path)), reverse=True
    ):
        yield _looked_at(other, "另存的旧文件")
    for _, copy in backups.all():
        yield _looked_at(copy, "备份")


def _looked_at(path: Path, what: str, *, salvaging: bool = False) -> Source:
    written = datetime.fromtimestamp(path.stat().st_mtime)
    try:
        file, left_out = _opened(path, salvaging)
    except (FileDamaged, RecordsWrong) as refusal:
        problem = f"{refusal.damage}。" if isinstance(refusal, FileDamaged) else str(refusal)
        return Source(path, what, written, problem=problem, is_damaged=True)
    except Refused as refusal:
        return Source(path, what, written, problem=str(refusal))
    rows, changes = len(file.tasks.task_keys), len(file.history)
    last = file.history[-1].title if file.history else ""
    lost = tuple(map(_named, cut_off(file.history.docs)))
    return Source(path, what, written, salvaging, rows, changes, last, left_out=left_out, cut_off=lost)


def _named(change: Doc) -> str:
    """Name a change: 2026-10-21 15:40“第 2 行备注：…”(李明)."""
    moment = change["at"][:16].replace("T", " ")
    return f"{moment} “{change['title']}”（{change['by']}）"


def _opened(path: Path, salvaging: bool) -> tuple[TaskFile, tuple[str, ...]]:
    """Return what is good of a list, and what was left out; Refused where it cannot be read."""
    try:
        loaded = opening.load(path, writing=False, salvaging=salvaging)
        file = TaskFile(path, loaded, user(), None)
    except (OSError, *_UNREADABLE) as error:
        raise Refused(f"清单“{path.name}”中没有能读通的部分。") from error
    if loaded.wrong and not salvaging:
        raise loaded.wrong
    return file, loaded.wrong.wrong if loaded.wrong else ()


def restore(source: Source, target: str | Path) -> None:
    """Write what a source holds as a new list; an existing file is refused, the source stays as it is."""
    if source.problem:
        raise Refused(f"“{source.path.name}”不能恢复：{source.problem}")
    file, _ = _opened(source.path, source.salvaged)
    file.save_copy(target)
