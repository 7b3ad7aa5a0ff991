"""Two desks with one list, and exchange files made of their changes."""

import shutil
from pathlib import Path
from typing import Any

from store.exchange.parcel import Header
from store.exchange.writing import content
from store.file.task_file import TaskFile
from store.records.changes import Change, hash_of
from store.records.record import Doc
from tests.store.small_list import SHORT, new_file, setting


def two_desks(folder: Path) -> tuple[Path, Path]:
    """The small list in two folders, as two clerks keep it."""
    ours, theirs = folder / "甲", folder / "乙"
    ours.mkdir()
    theirs.mkdir()
    new_file(ours).close()
    shutil.copy(ours / SHORT, theirs / SHORT)
    return ours / SHORT, theirs / SHORT


def edited(path: Path, *remarks: str, by: str = "李明", row: int = 0, at: str = "") -> list[Doc]:
    """The changes that a clerk makes at a desk, a remark each, as documents."""
    with TaskFile.open(path, by=by) as file:
        for remark in remarks:
            change = setting(file, row, remark=remark)
            file.commit(Change(change.title, change.edits, at=at, machine="PC-03"))
        return file.history.docs[-len(remarks) :]


def held(path: Path) -> tuple[str, list[Doc], tuple[str, ...]]:
    """Of a list its id, its changes, and its heads."""
    with TaskFile.open(path, read_only=True) as file:
        return file.file_id, file.history.docs, file.history.heads


def exchange_bytes(path: Path, docs: list[Doc], passphrase: str = "", **said: Any) -> bytes:
    """An exchange file with some changes of a list, however they may be."""
    file_id, _, heads = held(path)
    told: dict[str, Any] = {
        "file_id": file_id,
        "title": "重点任务清单",
        "machine": "PC-03",
        "desk": "d3",
        "by": "李明",
        "at": "2026-10-21T16:02:11+08:00",
        "have": heads,
        "count": len(docs),
    }
    return content(Header(**{**told, **said}), docs, passphrase)


def again(doc: Doc, **values: Any) -> Doc:
    """A change as someone has altered it."""
    return {**doc, **values}


def hashes(docs: list[Doc]) -> list[str]:
    """The hash of each change."""
    return list(map(hash_of, docs))
