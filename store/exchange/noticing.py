"""What is noticed when a list is opened: that it has less than before, or that another copy has more.

- The list here was put in the place of a later one (an old copy laid over it): heads that were last seen at
  this path are not in it. `lost` says so until they are back or it is said that they are not wanted.
- A copy of the list by another path of this machine, or an exchange file beside it or on a stick, has what
  this one lacks. `offers` says so once for each state of that file.

What was seen is kept in the state folder, for the desk; nothing is kept in a list.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

from store.exchange.admitting import hashes_of
from store.exchange.parcel import SUFFIX
from store.exchange.problems import NotTaken
from store.exchange.reading import read_header
from store.file import disk
from store.file.backups import chosen
from store.file.task_file import TaskFile
from store.machine.desks import desk_of, paths_of
from store.machine.kept_state import keep_state, load_state
from store.machine.whereabouts import state_file
from store.refused import Refused

_MOST_COPIES = 12
"""Backups that are looked into for what is missing, the newest first."""
_END = 1 << 16
"""Bytes at the end of a list's file that hold its meta table."""
# "meta": {"1": {"key": "meta", "schema": 2, "file_id": "k3…", "last_change": "9f…", "heads": ["9f…"], …
_FILE_ID = re.compile(rb'"file_id": ?"([^"]+)"')
_HEADS = re.compile(rb'"heads": ?\[([^\]]*)\]|"last_change": ?"([0-9a-f]{64})"')
_HASH = re.compile(rb"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Lost:
    """That a list has less than was seen at its path."""

    count: int
    """Changes that are missing."""
    copy: Path | None
    """A backup, or a copy of the list, that has them."""

    def __str__(self) -> str:
        """The sentence for the clerk."""
        said = f"这份清单比上次在本机看到的少 {self.count} 次变更"
        if self.copy is None:
            return f"{said}，可能被旧文件覆盖过，请找出较新的副本并入。"
        return f"{said}，“{self.copy.name}”里有，可以并入。"


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that has changes which a list lacks."""

    path: Path
    heads: tuple[str, ...]
    """Of the history there."""
    who: str = ""
    """The desk that it is from, where it says so."""

    def __str__(self) -> str:
        """The sentence for the clerk."""
        named = f"“{self.path.name}”（{self.who}）" if self.who else f"“{self.path}”"
        return f"{named}有这里没有的变更，可以并入。"


def note_seen(file: TaskFile) -> None:
    """Note what a list has now, unless what was seen before is missing from it."""
    if not missing_heads(file):
        keep_as_it_is(file)


def keep_as_it_is(file: TaskFile) -> None:
    """Note what a list has now, for good: what is missing is not wanted."""
    kept = _kept(file)
    if kept is None:
        return
    before = load_state(kept)
    seen = {**before, "heads": list(file.history.heads), "count": len(file.history)}
    if seen != before:
        keep_state(kept, seen)


def missing_heads(file: TaskFile) -> list[str]:
    """Return the heads that were last seen at a list's path and are not in it."""
    kept = _kept(file)
    seen = _texts(load_state(kept).get("heads")) if kept else ()
    if not seen or file.history.heads == seen:
        return []
    held = hashes_of(file.history)
    return [head for head in seen if head not in held]


def lost(file: TaskFile) -> Lost | None:
    """Return what a list has less than was last seen at its path; none where it has all of it."""
    missing = missing_heads(file)
    kept = _kept(file)
    if not missing or kept is None:
        return None
    copy = next((path for path in _copies(file) if _has(path, missing)), None)
    count = _count_in(file, copy) if copy else 0
    if not count:
        before = load_state(kept).get("count")
        count = max(1, before - len(file.history)) if isinstance(before, int) else 1
    return Lost(count, copy)


def _copies(file: TaskFile) -> Iterator[Path]:
    """Yield where the changes of a list may be: its backups, the newest first, and its other copies."""
    try:
        copies = chosen(file.path).all()
    except OSError:
        copies = []
    for _, path in copies[:_MOST_COPIES]:
        yield path
    yield from paths_of(file.file_id, file.path)


def _has(path: Path, heads: Iterable[str]) -> bool:
    """Tell whether a list's file names some changes by their hashes."""
    try:
        raw = disk.read(path)
    except OSError:
        return False
    return all(head.encode() in raw for head in heads)


def _count_in(file: TaskFile, copy: Path) -> int:
    """Count the changes of a copy that a list does not have."""
    ids = {doc["id"] for doc in file.history.docs}
    try:
        with TaskFile.open(copy, read_only=True) as other:
            return sum(doc["id"] not in ids for doc in other.history.docs)
    except Refused:
        return 0


# ---------------------------------------------------------------------- what others have


def offers(file: TaskFile, folders: Sequence[Path] = (), *, again: bool = False) -> list[Offer]:
    """Return the files with changes that a list lacks and that were not offered yet, or `again` all of them.

    Looked at are its copies by other paths of this machine, and exchange files beside it and in `folders`,
    which are sticks.
    """
    kept = _kept(file)
    offered = load_state(kept).get("offered") if kept else None
    before = offered if isinstance(offered, dict) else {}
    others = list(_others(file, folders))
    held = hashes_of(file.history) if others else set()
    found = []
    for offer in others:
        is_new = again or _texts(before.get(str(offer.path))) != offer.heads
        if is_new and not held.issuperset(offer.heads):
            found.append(offer)
    return found


def offers_in_time(file: TaskFile, folders: Sequence[Path] = (), seconds: float = 1.0) -> list[Offer]:
    """Return what `offers` does; nothing where a drive does not answer in time, as a network drive may.

    The next opening looks again. Nobody waits for the one that still looks.
    """
    found: list[Offer] = []

    def look() -> None:
        found.extend(offers(file, folders))

    looking = Thread(target=look, daemon=True)
    looking.start()
    looking.join(seconds)
    return [] if looking.is_alive() else found


def note_offered(file: TaskFile, made: Iterable[Offer]) -> None:
    """Note offers that the clerk was told of: they are not made again."""
    kept = _kept(file)
    if kept is None:
        return
    told = load_state(kept)
    before = told.get("offered")
    offered = dict(before) if isinstance(before, dict) else {}
    for offer in made:
        offered[str(offer.path)] = list(offer.heads)
    keep_state(kept, {**told, "offered": offered})


def _others(file: TaskFile, folders: Sequence[Path]) -> Iterator[Offer]:
    for path in paths_of(file.file_id, file.path):
        heads = _heads_there(path, file.file_id)
        if heads:
            yield Offer(path, heads)
    for folder in dict.fromkeys((file.path.parent, *folders)):
        yield from _exchange_files(folder, file.file_id)


def _exchange_files(folder: Path, file_id: str) -> Iterator[Offer]:
    """Yield the exchange files of a list in a folder; one that cannot be read is passed over."""
    try:
        paths = sorted(folder.glob(f"*{SUFFIX}"))
    except OSError:
        return
    for path in paths:
        try:
            header = read_header(path)
        except NotTaken:
            continue
        if header.file_id == file_id:
            yield Offer(path, header.have, header.desk_named)


def _heads_there(path: Path, file_id: str) -> tuple[str, ...]:
    """Return the heads that the file of a list names at its end; none where it is another list's."""
    try:
        end = disk.read_end(path, _END)
    except OSError:
        return ()
    named = _FILE_ID.search(end)
    if named is None or named[1] != file_id.encode():
        return ()
    found: set[str] = set()
    for listed, last in _HEADS.findall(end, named.start()):
        found.update(digest.decode() for digest in _HASH.findall(listed + last))
    return tuple(sorted(found))


def _kept(file: TaskFile) -> Path | None:
    """Return where it is kept what was seen at this desk; none where there is no desk."""
    desk = desk_of(file.file_id, file.path)
    return state_file("seen", f"{desk}.json") if desk else None


def _texts(value: Any) -> tuple[str, ...]:
    """Return the hashes that a state file lists; none of what is no list of them."""
    listed = value if isinstance(value, list) else []
    return tuple(one for one in listed if isinstance(one, str))
