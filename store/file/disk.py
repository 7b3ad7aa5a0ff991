"""The calls to the operating system that storage, journal and lock make: the one place where a disk can fail.

Callers go through the module (`disk.sync(fd)`), so that a test can put a fault under the real logic.
Every function raises OSError.
"""

import errno
import os
import time
from pathlib import Path

PRIVATE = 0o600
"""Readable and writable by the owner alone."""

_REPLACE_TRIES = 25
_BINARY = getattr(os, "O_BINARY", 0)

Stamp = tuple[int, int, int]
"""Modification time in ns, size in bytes, inode: differs once another program wrote or replaced a file."""


def create(path: Path) -> int:
    """Return a descriptor on an emptied or new file, for writing."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, PRIVATE)


def open_for_append(path: Path) -> int:
    """Return a descriptor that writes at the end of a file, made where there is none."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _BINARY, PRIVATE)


def open_for_lock(path: Path) -> int:
    """Return a descriptor on a file whose content stays as it is, made where there is none."""
    return os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, PRIVATE)


def is_writable(path: Path) -> bool:
    """Tell whether the user may write to a file; False for one marked read-only."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def write(fd: int, data: memoryview) -> int:
    """Write what the system takes at once; the number of bytes it took."""
    return os.write(fd, data)


def write_all(fd: int, data: bytes) -> None:
    """Write all of it, in as many calls as it takes."""
    rest = memoryview(data)
    while rest:
        rest = rest[write(fd, rest) :]


def sync(fd: int) -> None:
    """Return once what was written is on the disk."""
    os.fsync(fd)


def truncate(fd: int, size: int) -> None:
    """Cut a file to a size in bytes."""
    os.ftruncate(fd, size)


def close(fd: int) -> None:
    """Give a descriptor back."""
    os.close(fd)


def replace(source: Path, target: Path) -> None:
    """Give a file a name, in one step that also takes the name from another file.

    On Windows a virus scanner or an indexer may hold the other file for a moment; half a second is waited for
    it.
    """
    for _ in range(_REPLACE_TRIES - 1):
        try:
            source.replace(target)
        except PermissionError:
            if os.name != "nt":
                raise
            time.sleep(0.02)
        else:
            return
    source.replace(target)


def put_new(source: Path, target: Path) -> None:
    """Give a file a name that nothing has yet; FileExistsError where something has it.

    A disk without links (FAT) is looked at first: there the name may be taken in between.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        replace(source, target)
    else:
        remove(source)


def sync_folder(folder: Path) -> None:
    """Return once the names in a folder are on the disk; Windows does so by itself and opens no folder."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        sync(fd)
    finally:
        close(fd)


def write_whole(path: Path, data: bytes) -> None:
    """Make a file of these bytes, durable on return."""
    fd = create(path)
    try:
        write_all(fd, data)
        sync(fd)
    finally:
        close(fd)
    sync_folder(path.parent)


def read(path: Path) -> bytes:
    """Return the whole of a file."""
    return path.read_bytes()


def read_back(path: Path) -> bytes:
    """Return the whole of a file from the disk itself, not from what the system still has in memory."""
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return file.read()


def read_end(path: Path, size: int) -> bytes:
    """Return the last bytes of a file."""
    with path.open("rb") as file:
        file.seek(-min(size, file.seek(0, os.SEEK_END)), os.SEEK_END)
        return file.read()


def remove(path: Path) -> None:
    """Take a file away; one that is not there is no fault."""
    path.unlink(missing_ok=True)


def stamp(path: Path) -> Stamp:
    """Return what tells a later version of a file from this one."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


def is_at(fd: int, path: Path) -> bool:
    """Tell whether the open file still stands under that name; writing to one that does not would be lost."""
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except FileNotFoundError:
        return False
