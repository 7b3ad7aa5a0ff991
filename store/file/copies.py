"""Copies: the whole list written to a new file, by the clerk's wish or as a dated backup.

What they promise, and the test that holds it (tests/store/file):
- A backup never holds what is not saved: test_saving_and_folding.test_a_backup_never_holds_what_is_not_saved.
- A file is its owner's alone, copies and backups too:
  test_saving_and_folding.test_the_list_its_copies_and_its_backups_are_the_owners_alone.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from store.file import opening
from store.file.backups import Backups, chosen
from store.file.problems import FileProblem
from store.file.storage import AtomicStorage, discard, exhausted
from store.refused import fault_sentence


def write_copy(path: Path, content: Iterator[str]) -> None:
    """Write a list to a new file; an existing one is refused."""
    try:
        _write_new(path, content)
    except OSError as error:
        raise FileProblem(fault_sentence(f"副本“{path.name}”没有存成", error)) from error


def write_backup(
    path: Path,
    backups: Backups | None,
    content_to_keep: Callable[[], Iterator[str] | None],
    moment: datetime,
) -> Path | None:
    """Write a dated copy where none was made within the hour before, and thin the old ones.

    Where they go and how many are kept the settings say, where nothing is given. It returns the copy, or
    none where none was due or something is not saved.
    """
    try:
        backups = backups or chosen(path)
        if not backups.is_due(moment):
            return None
        content = content_to_keep()
        if content is None:
            return None
        copy = backups.place(moment)
        _write_new(copy, content, like=path)
        backups.thin(moment)
    except OSError as error:
        raise FileProblem(fault_sentence("备份没有存成", error)) from error
    return copy


def _write_new(path: Path, content: Iterator[str], like: Path | None = None) -> None:
    """Write a list to a new file, the owner's alone or with the rights of another."""
    opening.refuse_existing(path)
    storage = AtomicStorage(path, like=like)
    try:
        storage.publish(exhausted(storage.stage(content)))
    except OSError:
        discard(path)  # Its name may stand already, and a second try would be refused for it.
        raise
