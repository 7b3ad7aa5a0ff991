"""A disk that can lose power at any call: what may stand on it then, by what was synced and what was not.

It watches the calls of `store.file.disk`. A file's bytes are safe once it was synced, a name once its folder
was. What came after may be there, be missing, be cut at any byte, or stand as zeros from any byte on; where a
file was cut and written on without a sync between, what stood there before may stand behind it.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from store.file import disk

Image = dict[str, bytes]
"""Name to bytes, as found after the power came back."""

_CHANGING = (
    "create",
    "create_for_append",
    "open_for_append",
    "write",
    "truncate",
    "sync",
    "replace",
    "remove",
    "sync_folder",
)


class Power:
    """Watches one folder; `cut` is called with an image for every state that a power cut at any call may
    leave.
    """

    def __init__(self, folder: Path, cut: Callable[[Image], None], *, step: int = 1) -> None:
        """`step` is how many bytes lie between two cuts in what was not synced."""
        self._folder = folder
        self._cut = cut
        self._step = step
        self._held: dict[int, int] = {}
        """Inode to a descriptor, so that no inode is given to another file."""
        self._safe: dict[int, bytes] = {}
        self._safe_names = self._names()
        for inode in self._safe_names.values():
            self._safe[inode] = self._bytes(inode)
        self._seen: set[frozenset[tuple[str, bytes]]] = set()

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Stand between the program and its disk."""
        for name in _CHANGING:
            patch.setattr(disk, name, self._watched(name, getattr(disk, name)))

    def close(self) -> None:
        """Let the files go."""
        for fd in self._held.values():
            os.close(fd)

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            result = real(*arguments)
            if name == "sync" and os.fstat(arguments[0]).st_ino in self._held:
                inode = os.fstat(arguments[0]).st_ino
                self._safe[inode] = self._bytes(inode)
            elif name == "sync_folder" and arguments[0] == self._folder:
                self._safe_names = self._names()
            for image in self._images():
                key = frozenset(image.items())
                if key not in self._seen:
                    self._seen.add(key)
                    self._cut(image)
            return result

        return call

    def _names(self) -> dict[str, int]:
        found = {}
        for path in self._folder.iterdir():
            if path.is_file() and not path.name.endswith(".lock"):
                found[path.name] = path.stat().st_ino
                if found[path.name] not in self._held:
                    self._held[found[path.name]] = os.open(path, os.O_RDONLY)
        return found

    def _bytes(self, inode: int) -> bytes:
        fd = self._held[inode]
        return os.pread(fd, os.fstat(fd).st_size, 0)

    def _images(self) -> Iterator[Image]:
        now = self._names()
        for names in (self._safe_names, now):
            safe = {name: self._safe.get(inode, b"") for name, inode in names.items()}
            yield safe
            for name, inode in names.items():
                for content in self._contents(safe[name], self._bytes(inode)):
                    yield {**safe, name: content}

    def _contents(self, safe: bytes, now: bytes) -> Iterator[bytes]:
        if now == safe:
            return
        yield now
        same = next(
            (place for place, (old, new) in enumerate(zip(safe, now, strict=False)) if old != new),
            min(len(safe), len(now)),
        )
        for cut in range(same, len(now), self._step):
            yield now[:cut]
            yield now[:cut] + b"\0" * (len(now) - cut)
            if cut < len(safe):
                yield now[:cut] + safe[cut:]
