"""The watch over a list's file: what another program changed is never overwritten."""

from collections.abc import Callable
from pathlib import Path

from store.file import disk
from store.file.beside import staged
from store.file.problems import FileProblem
from store.file.sealing import SEAL_LENGTH, seal
from store.machine.checked_seals import remember_checked


class Watch:
    """What the file of a list looks like as long as nobody else writes it."""

    def __init__(self, path: Path, stamp: disk.Stamp | None, sealed: str | None) -> None:
        """The file as it was read: its stamp, none where there is no file yet, and its seal."""
        self._path = path
        self._stamp = stamp
        self._seals = {sealed}

    def refuse_changed(self) -> None:
        """FileProblem where another program changed the file or put another one in its place.

        OSError where it is gone.
        """
        if self._stamp is None:
            return
        found = disk.stamp(self._path)
        if found == self._stamp:
            return
        # A copied date or a disk without lasting inode numbers changes the stamp alone; the seal tells.
        if seal(disk.read_end(self._path, SEAL_LENGTH)) not in self._seals - {None}:
            raise FileProblem(
                f"清单“{self._path.name}”已被别的程序改动或替换，没有覆盖它，请把现在的内容另存副本，再重新打开核对。"
            )
        self._stamp = found

    def is_alone(self) -> bool:
        """Tell whether the file is the one that is known, and nobody is about to put another in its place.

        FileProblem and OSError as `refuse_changed` does.
        """
        self.refuse_changed()
        before = self._stamp
        if staged(self._path):
            return False
        self.refuse_changed()
        return self._stamp == before

    def replace(self, new: Path, publish: Callable[[Path], None]) -> None:
        """Put what was staged in the place of the file, and watch that from then on."""
        stamp, new_seal = disk.stamp(new), seal(disk.read_end(new, SEAL_LENGTH))
        # From here to the end of publishing either file may be found under the name.
        self._seals.add(new_seal)
        publish(new)
        self._stamp, self._seals = stamp, {new_seal}
        if new_seal:
            remember_checked(new_seal)
