"""A list of two items and three rows, small enough to know by heart, and changes on it."""

import re
from pathlib import Path
from typing import Any

from store.file.beside import journals
from store.file.task_file import TaskFile
from store.history.earlier import State
from store.history.undoing import redo_change, undo_change
from store.records.changes import Change, created, updated
from store.records.notice import Notice
from store.records.task import Item, Task
from store.records.unit import Unit
from store.records.values import Mention

NOTICE = Notice("notice000001", title="关于印发工作要点的通知")
UNITS = (
    Unit("unit00000001", order="1", full_name="成果转化处"),
    Unit("unit00000002", order="2", full_name="政策法规处"),
)
ITEMS = (
    Item("item00000001", order="1", title="一、实施成果转化工程"),
    Item("item00000002", order="2", title="二、推进一网通办"),
)
ROWS = (
    Task(
        "task00000001",
        item="item00000001",
        order="1",
        text="深化改革",
        lead_units=(Mention("unit00000001", "成果处"),),
    ),
    Task("task00000002", item="item00000002", order="1", text="推进一网通办"),
    Task("task00000003", item="item00000002", order="2", text="加快证照共享"),
)
IMPORT = Change("导入通知", tuple(created(record) for record in (NOTICE, *UNITS, *ITEMS, *ROWS)))

SHORT = "清单.json"


def new_file(folder: Path) -> TaskFile:
    """The small list, open for writing."""
    return TaskFile.create(folder / SHORT, IMPORT, by="王芳")


def setting(file: TaskFile, row: int = 0, **values: Any) -> Change:
    """A change that gives fields of a row (0 to 2) new values."""
    return Change("修改", tuple(updated(file.tasks.task(ROWS[row].key), **values)))


def undo(file: TaskFile) -> Change:
    """Take back the last change."""
    return file.commit(undo_change(file.tasks, file.history))


def redo(file: TaskFile) -> Change:
    """Give the change back that was just undone."""
    return file.commit(redo_change(file.tasks, file.history))


def remark(file: State, row: int = 0) -> str:
    """A row's remark."""
    return file.tasks.task(ROWS[row].key).remark


def names(folder: Path) -> list[str]:
    """What stands in a folder; the signs that tell one writer's journal from another's are left out."""
    return sorted(re.sub(r"\.[a-z2-7]{8}\.journal", ".journal", path.name) for path in folder.iterdir())


def journal_path(path: Path) -> Path:
    """The one journal that stands beside a list; the name of none where none does."""
    found = journals(path)
    assert len(found) < 2, found
    return found[0] if found else path.with_name(f"{path.name}.journal")


def abandon(file: TaskFile) -> None:
    """Leave the disk as it would be had the process died now: the journal unfolded, the lock free."""
    left = {path: path.read_bytes() for path in (file.path, *journals(file.path))}
    file.close()
    for path, raw in left.items():
        path.write_bytes(raw)


def read(path: Path, row: int = 0) -> str:
    """A row's remark as another program finds it on the disk."""
    with TaskFile.open(path, read_only=True) as file:
        return remark(file, row)
