"""The writer's lock: one writer a list, by a lock of the operating system that dies with its process.

It stands on a file of its own beside the list, since the list itself is replaced at each fold. The file
holds a note on who writes, for the sentence that a second opener reads.

What it promises, and the test that holds it (tests/store/file/test_lock.py unless named):
- One writer, and the second learns who it is: test_a_second_writer_learns_who_holds_the_lock.
- No stale lock: test_the_lock_dies_with_its_process, test_a_file_that_a_dead_holder_left_does_not_lock.
- Every way to a list meets the same lock:
  test_looking_and_copying.test_every_way_to_a_list_meets_the_same_lock.
- The screen's list is refused to the command line:
  tests/journeys/test_two_windows.test_the_command_line_does_not_write_a_list_that_is_open_on_the_screen.
"""

import contextlib
import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from store.file import disk

if sys.platform == "win32":
    import msvcrt

    def take_now(fd: int) -> bool:
        """Lock an open file, waiting for nobody; whether that could be done."""
        # A byte far behind the note: Windows lets nobody else read a locked byte.
        os.lseek(fd, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(fd, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def take_now(fd: int) -> bool:
        """Lock an open file, waiting for nobody; whether that could be done."""
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a list for writing: user, machine, since when (ISO); empty where the note cannot be read."""

    user: str = ""
    machine: str = ""
    since: str = ""


class Held(Exception):
    """The lock is another's."""

    def __init__(self, holder: Holder) -> None:
        """Say whose."""
        super().__init__(holder)
        self.holder = holder


class WriterLock:
    """The lock, held from construction to `release`, at the latest until the process ends.

    It raises `Held` where another has it.
    """

    def __init__(self, path: Path, holder: Holder, like: Path | None = None) -> None:
        """Take the lock and leave the note; a new file has the rights of another, so that a group can share.

        It raises OSError where the folder takes no file or the disk knows no locks.
        """
        self._path = path
        self._holder = holder
        self._like = like
        self._fd = self._taken()
        self._leave_note()

    @property
    def stands(self) -> bool:
        """Tell whether the lock's file is where others look for it, which it is not after a stick was pulled.

        It raises OSError where the disk cannot be asked.
        """
        return disk.is_at(self._fd, self._path)

    def hold(self) -> bool:
        """Take the lock again where it does not stand; whether that was so. Held, OSError."""
        if self.stands:
            return False
        fd = self._taken()
        with contextlib.suppress(OSError):
            os.close(self._fd)
        self._fd = fd
        self._leave_note()
        return True

    def _leave_note(self) -> None:
        note = json.dumps(asdict(self._holder), ensure_ascii=False).encode("utf-8", "backslashreplace")
        with contextlib.suppress(OSError):  # The lock holds without its note.
            disk.truncate(self._fd, 0)
            disk.write_all(self._fd, note)

    def _taken(self) -> int:
        while True:
            fd = disk.open_for_lock(self._path, self._like)
            try:
                if not take_now(fd):
                    raise Held(_note(fd))
                if os.fstat(fd).st_nlink:
                    return fd
            except BaseException:
                os.close(fd)
                raise
            os.close(fd)  # The last holder took the file away between our opening and locking it.

    def release(self) -> None:
        """Let the next writer in and take the lock's file away."""
        # While the lock is held where the system allows it: afterwards the file may be another's.
        if os.name != "nt" and self.stands:
            with contextlib.suppress(OSError):
                disk.remove(self._path)
        os.close(self._fd)
        if os.name == "nt":
            with contextlib.suppress(OSError):
                disk.remove(self._path)


def _note(fd: int) -> Holder:
    try:
        os.lseek(fd, 0, os.SEEK_SET)
        note = json.loads(os.read(fd, 4096))
        return Holder(str(note["user"]), str(note["machine"]), str(note["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()
