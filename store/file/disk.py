"""The calls to the operating system that storage, journal and lock make: the one place where a disk can fail.

Callers go through the module (`disk.sync(fd)`), so that a test can put a fault under the real logic.
Every function raises OSError.
"""

import contextlib
import errno
import os
import stat
import time
from pathlib import Path

PRIVATE = 0o600
"""Readable and writable by the owner alone: of every new file, but where it stands for one that is shared."""

_REPLACE_TRIES = 25
_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""None on Windows, where a link is looked for before."""
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
"""A pipe under the name of a file of ours is not waited for."""

Stamp = tuple[int, int, int]
"""Modification time in ns, size in bytes, inode: differs once another program wrote or replaced a file."""


def create(path: Path, like: Path | None = None) -> int:
    """Return a descriptor on a new file, for writing, with the rights of another where that one is there.

    FileExistsError where anything stands under the name, a link too.
    """
    return _given_rights(_opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL), like)


def create_for_append(path: Path, like: Path | None = None) -> int:
    """Return a descriptor that writes at the end of a new file; otherwise as `create` does."""
    return _given_rights(_opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND), like)


def open_for_append(path: Path) -> int:
    """Return a descriptor that writes at the end of a file which is there; a link is refused."""
    return _opened(path, os.O_WRONLY | os.O_APPEND)


def open_for_lock(path: Path, like: Path | None = None) -> int:
    """Return a descriptor on a file whose content stays as it is, made where there is none.

    Refused (ELOOP) are a link of either kind and what is no plain file: what they lead to is not ours.
    """
    try:
        return _given_rights(_opened(path, os.O_RDWR | os.O_CREAT | os.O_EXCL), like)
    except FileExistsError:
        return _opened(path, os.O_RDWR)


def _opened(path: Path, flags: int) -> int:
    """Open a file that belongs to a list, and nothing that a link leads to."""
    if not _NO_LINK and path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    fd = os.open(path, flags | _NO_LINK | _NO_WAIT | _BINARY, PRIVATE)
    found = os.fstat(fd)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        os.close(fd)
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return fd


def _given_rights(fd: int, like: Path | None) -> int:
    """Give a new file the group and the rights of another, never to another group than has them there.

    Disks without rights (FAT) leave it the owner's alone.
    """
    with contextlib.suppress(OSError):
        model = like.stat() if like else None
        if model and os.name != "nt":
            rights = stat.S_IMODE(model.st_mode) & 0o777 | PRIVATE
            if os.fstat(fd).st_gid != model.st_gid:
                rights = _with_group(fd, model.st_gid, rights)
            os.fchmod(fd, rights)
    return fd


def _with_group(fd: int, group: int, rights: int) -> int:
    """Give a file to a group; the rights, without those of the group where that cannot be."""
    try:
        os.fchown(fd, -1, group)
    except OSError:
        return rights & ~0o070
    return rights


def is_writable(path: Path) -> bool:
    """Tell whether the user may write to a file; False for one marked read-only."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def is_on_read_only_disk(path: Path) -> bool:
    """Tell whether the disk that holds a file takes no writing at all; Windows does not say."""
    return hasattr(os, "statvfs") and bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def owner_if_another(path: Path) -> str:
    """Return the name of the user to whom a file belongs; empty where it is one's own, or on Windows."""
    if os.name == "nt":
        return ""
    import pwd

    number = path.stat().st_uid
    if number == os.geteuid():
        return ""
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)


def share_folder(folder: Path, like: Path) -> None:
    """Let who may read and write a file do so in a folder too, in so far as the disk knows rights."""
    with contextlib.suppress(OSError):
        found = like.stat()
        rights = stat.S_IMODE(found.st_mode) & 0o777 | PRIVATE
        if folder.stat().st_gid != found.st_gid:
            os.chown(folder, -1, found.st_gid)
        goes_to_group = folder.stat().st_mode & stat.S_ISGID
        folder.chmod(rights | (rights & 0o444) >> 2 | goes_to_group)


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


def read_ours(path: Path) -> bytes:
    """Return the whole of a file that belongs to a list; a link or a pipe in its place is refused (ELOOP)."""
    fd = _opened(path, os.O_RDONLY)
    with os.fdopen(fd, "rb") as file:
        return file.read()


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
