"""The desk that a list lies on here: who it is among the copies of one list.

A copy of a list is a desk. The list by the path /home/li/清单.json on PC-03 is one, its copy on a stick
another, and each has a random id, given once and kept in the state folder for (list, path, machine).
"""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from store.machine.kept_state import load_state
from store.machine.whereabouts import state_file
from store.machine.whoami import machine

_ID_BYTES = 7


class Author:
    """Who makes the changes of an open list, and at which desk."""

    def __init__(self, name: str, file_id: str, path: Path) -> None:
        """Take the author's name, and the list with its real path."""
        self.name = name
        self._list = file_id, path

    @cached_property
    def desk(self) -> str:
        """The id of the desk, looked for when the first change is made."""
        return desk_of(*self._list)


def desk_of(file_id: str, path: Path) -> str:
    """Return the id of the desk where a list lies by its real path; empty where none can be kept."""
    where = {"list": file_id, "path": str(path), "machine": machine()}
    named = "\n".join(where.values()).encode("utf-8", "surrogateescape")
    kept = state_file("desks", f"{sha256(named).hexdigest()[:24]}.json")
    return _kept(kept) or _given(kept, where)


def paths_of(file_id: str, path: Path) -> Iterator[Path]:
    """Yield the other paths of this machine by which a list was opened to be changed, and is still there."""
    for kept in sorted(state_file("desks").glob("*.json")):
        told = load_state(kept)
        other = Path(str(told.get("path", "")))
        is_here = told.get("list") == file_id and told.get("machine") == machine()
        if is_here and other != path and other.is_file():
            yield other


def _kept(kept: Path) -> str:
    """Return the id that was given before; empty where none was."""
    desk = load_state(kept).get("desk")
    return desk if isinstance(desk, str) and desk.isalnum() else ""


def _given(kept: Path, where: dict[str, str]) -> str:
    """Give an id and keep it; where two windows give one at once both have the one that was kept first."""
    desk = secrets.token_hex(_ID_BYTES)
    fresh = kept.with_name(f"{kept.stem}.{desk}.new")
    try:
        kept.parent.mkdir(0o700, parents=True, exist_ok=True)
        fresh.write_text(json.dumps({"desk": desk, **where}), encoding="ascii")
        _put(fresh, kept)
    except OSError:
        return ""
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return _kept(kept)


def _put(fresh: Path, kept: Path) -> None:
    """Give the file its name, unless a good one has it already."""
    try:
        os.link(fresh, kept)
    except OSError:  # A disk without links, or a file of that name which may be a broken one.
        if not _kept(kept):
            fresh.replace(kept)
