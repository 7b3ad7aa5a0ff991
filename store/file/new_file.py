"""A file that is made for others: whole or not at all, never over another, read back from the disk."""

import os
from pathlib import Path

from store.file import disk
from store.file.storage import discard


def write_new(path: Path, data: bytes) -> bytes:
    """Put a new file on the disk and return what is read back; OSError leaves nothing there.

    FileExistsError where its name stands already.
    """
    name = f"{path.name}.{os.getpid()}.tmp"
    staged = path.with_name(name)
    discard(staged)
    try:
        disk.write_whole(staged, data)
        disk.put_new(staged, path)
    finally:
        discard(staged)
    try:
        disk.sync_folder(path.parent)
        return disk.read_back(path)
    except OSError:
        discard(path)
        raise
