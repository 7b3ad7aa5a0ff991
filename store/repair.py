"""What there is to go back to when a list is damaged: the list itself, what was set aside, its backups; and restoring one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from store.backups import Backups
from store.file import TaskFile
from store.model import Refused
from store.opening import real


@dataclass(frozen=True, slots=True)
class Source:
    """A file that a list can be restored from, and what it holds; a problem in words where it cannot be read."""

    path: Path
    written: datetime
    rows: int = 0
    changes: int = 0
    last_change: str = ""
    """Title of the last change."""
    problem: str = ""


def sources(path: str | Path, folder: Path | None = None) -> list[Source]:
    """The list, the files set aside beside it, and its backups, each read whole; nothing is written."""
    path = real(path)
    beside = sorted(other for other in path.parent.glob("*") if _set_aside(other, path))
    return [_looked_at(found) for found in (path, *beside, *(copy for _, copy in Backups(path, folder).all())) if found.is_file()]


def _set_aside(other: Path, path: Path) -> bool:
    """Whether a file is an older state of the list under its name and a date; a journal is none."""
    name, _, date = other.name.rpartition(".")
    return name == path.name and date.replace("-", "").isdecimal()


def _looked_at(path: Path) -> Source:
    written = datetime.fromtimestamp(path.stat().st_mtime)
    try:
        file = TaskFile.open(path, read_only=True)
    except Refused as refusal:
        return Source(path, written, problem=str(refusal))
    last = file.history[-1].title if file.history else ""
    return Source(path, written, len(file.tasks.task_keys), len(file.history), last)


def restore(source: str | Path, target: str | Path) -> None:
    """Write what a source holds as a new list; an existing file is refused, the source stays as it is."""
    TaskFile.open(source, read_only=True).save_copy(target)
