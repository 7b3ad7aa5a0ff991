"""Two copies of the small list that never meet but by their changes, and what one takes in of the other."""

import shutil
from pathlib import Path

from store.file.task_file import TaskFile
from store.history.coming import TakenIn
from store.records.record import Doc
from store.records.tables import say_the_same
from tests.store.small_list import SHORT, new_file

CAME = "2026-11-02T09:00:00+08:00"


def two_desks(folder: Path) -> tuple[TaskFile, TaskFile]:
    """The small list at two desks, open for writing: of 王芳, and of 李明."""
    for name in ("a", "b"):
        (folder / name).mkdir()
    new_file(folder / "a").close()
    shutil.copy(folder / "a" / SHORT, folder / "b" / SHORT)
    return TaskFile.open(folder / "a" / SHORT, by="王芳"), TaskFile.open(folder / "b" / SHORT, by="李明")


def take_in(file: TaskFile, other: TaskFile) -> TakenIn:
    """Take in all that another desk has."""
    return file.take_in(other.history.docs, CAME, f"{other.path.parent.name}")


def meet(*files: TaskFile) -> None:
    """Let each have all changes of each."""
    for file in files:
        for other in files:
            if other is not file:
                take_in(file, other)


def reopened(file: TaskFile) -> TaskFile:
    """The same list read from the disk anew, by somebody who only looks."""
    return TaskFile.open(file.path, read_only=True)


def differing(one: TaskFile, other: TaskFile) -> list[tuple[str, str, Doc | None, Doc | None]]:
    """The records that two lists do not have alike."""
    found = []
    here, there = one.tasks.documents.tables, other.tasks.documents.tables
    for table in here:
        for key in {**here[table], **there[table]}:
            pair = here[table].get(key), there[table].get(key)
            if not say_the_same(table, *pair):
                found.append((table, key, *pair))
    return found


def orders(file: TaskFile) -> dict[str, list[str]]:
    """In which order the records of each table stand."""
    return {table: list(docs) for table, docs in file.tasks.documents.tables.items()}
