"""The journals beside a list, as a set: each writer has its own, and a saved change is in one or in the list.

The lock lets one writer in. Where it does not hold (its file was taken away, a network disk knows no locks),
two write at once, and the list's file stays that of one of them. These rules keep the changes of both:

1. A writer appends to its own journal alone, under a name that nobody had before. What another wrote is cut
   or renamed by nobody as long as the list lacks any of it.
2. A writer puts a list in place only while the file there is the one that it read or wrote last; it looks
   after its new file stands staged under a name that others see (`清单.json.k3v9x2mq.tmp`).
3. A writer takes records out of a journal only after its own list was put in place, holding them, and
   was still there before and after it saw no staged file (`Folds`). Who would put another list in its
   place after that must have looked at this one first, by rule 2, and so has the records too.
4. The journal of another is taken away by renaming it, reading it again, and removing it if the list holds
   all of it. Its writer looks, after each record is on the disk, whether the journal has its name still;
   the record is not acknowledged if not. So a record is read before the removal or never called saved.
5. Opening reads the journals, then the list, and all again if anything moved meanwhile.

Changes that were saved side by side come one after another, by (at, id) of the first; what was changed on
both sides is evaluated as a set. Tests: test_two_writers tries the interleavings of two writers' calls with
a lock that does nothing; `python -m tests.store.file.two_writers` does so with real processes.

What no rule here can help: a disk that shows one machine late what another wrote (NFS without its locks),
another program that removes or overwrites journals (a sync tool, an older version of this one), a disk that
says synced and is not.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from store.file import disk
from store.file.beside import journals, new_journal_path
from store.file.journal import Damaged, JournalContents, JournalRecord, read
from store.records.changes import hash_of
from store.records.record import Doc

_TRIES = 20
"""So often a list is read anew that others are writing meanwhile."""


class Found(NamedTuple):
    """What the disk held of a list at one moment."""

    stamp: disk.Stamp
    list: bytes
    journals: dict[Path, bytes]


class Left(NamedTuple):
    """A journal that stands beside a list, and what it holds."""

    path: Path
    contents: JournalContents

    @property
    def records(self) -> tuple[JournalRecord, ...]:
        """Its good records."""
        return self.contents.records


class DamagedJournal(ValueError):
    """A journal with a bad record, or with one missing before it; the number of the record, from 1.

    Of a bad one its first byte is known.
    """

    def __init__(self, path: Path, number: int, byte: int | None = None) -> None:
        """Say which journal, which record, and which byte."""
        super().__init__(path, number, byte)
        self.path = path
        self.number = number
        self.byte = byte


@dataclass(slots=True)
class Added:
    """What the journals have beyond the list."""

    straight: list[JournalRecord] = field(default_factory=list)
    """Records of which each was made after the one before it, the first after the list's last change."""
    beside: list[JournalRecord] = field(default_factory=list)
    """Records that were saved side by side with those, each after what stood before it in its journal."""
    foreign: list[Path] = field(default_factory=list)
    """Journals that do not continue the list."""


def found(path: Path) -> Found:
    """Read a list and its journals as they stood at one moment; OSError."""
    for _ in range(_TRIES):
        before = _stamps(path)
        # The journals first: a fold between the two readings then shows in the list, never as a gap.
        raw = _all_read(before)
        now = Found(disk.stamp(path), disk.read(path), raw)
        if raw.keys() == before.keys() and _stamps(path) == before and disk.stamp(path) == now.stamp:
            break
    return now


def _stamps(path: Path) -> dict[Path, disk.Stamp | None]:
    return {beside: _stamp(beside) for beside in journals(path)}


def _all_read(paths: Iterable[Path]) -> dict[Path, bytes]:
    found = {path: _read(path) for path in paths}
    return {path: data for path, data in found.items() if data is not None}


def _stamp(path: Path) -> disk.Stamp | None:
    try:
        return disk.stamp(path)
    except OSError:
        return None


def _read(path: Path) -> bytes | None:
    """Return a journal's bytes; none where it went away since its name was seen."""
    try:
        return disk.read_ours(path)
    except FileNotFoundError:
        return None


def left(raw: dict[Path, bytes], *, salvaging: bool = False) -> list[Left]:
    """Return journals with their records; DamagedJournal. Salvaging takes what stands before the damage."""
    lefts = []
    for path, data in raw.items():
        try:
            contents = read(data)
        except Damaged as error:
            if not salvaging:
                raise DamagedJournal(path, error.args[0], error.byte) from error
            contents = JournalContents(tuple(error.good), 0)
        gap = _gap(contents.records)
        if gap and not salvaging:
            raise DamagedJournal(path, gap + 1)
        lefts.append(Left(path, contents._replace(records=contents.records[:gap])))
    return lefts


def _gap(records: Sequence[JournalRecord]) -> int | None:
    """Return the place of the first record that does not follow the one before it; none where all do."""
    for number in range(1, len(records)):
        if records[number].before != records[number - 1].hash:
            return number
    return None


def added(lefts: Iterable[Left], file_id: str, changes: Sequence[Doc], head: str) -> Added:
    """Return what journals have beyond a list of these changes, the last of them of this hash."""
    waiting = [left for left in lefts if left.records]
    found = Added(foreign=[one.path for one in waiting if _is_of_another(one, file_id)])
    waiting = [one for one in waiting if one.path not in found.foreign]
    waiting.sort(key=lambda one: _place(one.records[0]))
    known = _Known(changes)
    while True:
        afters = (_after(one.records, head, known) for one in waiting)
        following = next(filter(None, afters), ())
        if not following:
            break
        known.add(following)
        found.straight += following
        head = following[-1].hash
    _add_beside(found, [one for one in waiting if one.records[-1].hash != head], known)
    return found


class _Known:
    """The changes that are in the list by now; they are hashed where that must be."""

    def __init__(self, changes: Sequence[Doc]) -> None:
        self._changes = changes
        self._added: list[JournalRecord] = []
        self._ids: set[str] | None = None
        self._hashes: set[str] | None = None

    def add(self, records: Sequence[JournalRecord]) -> None:
        """Count records to them."""
        self._added += records
        self._ids = self._hashes = None

    @property
    def ids(self) -> set[str]:
        """Their ids."""
        if self._ids is None:
            self._ids = {doc["id"] for doc in self._changes}
            self._ids |= {record.doc["id"] for record in self._added}
        return self._ids

    def holds_what_is_before(self, record: JournalRecord) -> bool:
        """Tell whether all that a record was made after is among them."""
        if self._hashes is None:
            self._hashes = set(map(hash_of, self._changes))
            self._hashes |= {record.hash for record in self._added}
        return self._hashes.issuperset((record.before, *record.doc["parents"]))


def _is_of_another(one: Left, file_id: str) -> bool:
    return any(record.file_id != file_id for record in one.records)


def _place(record: JournalRecord) -> tuple[str, str]:
    doc = record.doc
    return str(doc.get("at", "")), str(doc["id"])


def _after(records: Sequence[JournalRecord], head: str, known: _Known) -> Sequence[JournalRecord]:
    """Return the records of a journal from the one on that was made after a change and all before that."""
    one_parent = b'"parents":["%s"]' % head.encode()
    for number, record in enumerate(records):
        if record.before == head and (one_parent in record.change or known.holds_what_is_before(record)):
            return records[number:]
    return ()


def _add_beside(found: Added, waiting: Sequence[Left], known: _Known) -> None:
    """Add what journals hold that was made after any other change of the list or of a journal."""
    rest = _unheld(waiting, known)
    while rest:
        following = next((one for one in rest if known.holds_what_is_before(one.records[0])), None)
        if following is None:
            found.foreign += [one.path for one in rest]
            return
        found.beside += following.records
        known.add(following.records)
        rest.remove(following)
        rest = _unheld(rest, known)


def _unheld(lefts: Iterable[Left], known: _Known) -> list[Left]:
    """Return journals, each from its first record on that is not known; not those of which all are."""
    unheld = []
    for one in lefts:
        for number, record in enumerate(one.records):
            if record.doc["id"] not in known.ids:
                contents = one.contents._replace(records=one.records[number:])
                unheld.append(Left(one.path, contents))
                break
    return unheld


def take_away(path: Path, one: Path, held: set[str]) -> bool:
    """Remove a journal beside a list if the list holds every change of it, by id; tell whether it is gone."""
    if not os.path.lexists(one):
        return True
    if not _is_held(one, held):
        return False
    aside = new_journal_path(path)
    disk.replace(one, aside)
    if _is_held(aside, held):
        disk.remove(aside)
    return True


def _is_held(path: Path, held: set[str]) -> bool:
    raw = _read(path)
    if raw is None:
        return False
    try:
        records = read(raw).records
    except Damaged:
        return False
    return held.issuperset(record.doc["id"] for record in records)
