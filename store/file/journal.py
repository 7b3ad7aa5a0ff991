"""The journal beside a list: the changes that are on the disk and not yet in the list's file.

A record: file id, hash of the change before, and the change in its canonical spelling, whose SHA-256 is the
change's hash; before a change that came from another desk stands when it came, and from where. A line holds
a checksum of its rest and the records that were saved together, mostly one.

What it promises, and the test that holds it (tests/store/file/test_journal.py unless named):
- What was appended is on the disk, whatever happens to power and process then: test_power, test_crash.
- What was saved together is there together or not at all:
  test_records_appended_together_are_all_there_or_none.
- A write that was torn is told from damage:
  test_a_record_cut_at_any_byte_is_torn_and_the_ones_before_it_are_good,
  test_a_record_zeroed_from_any_byte_is_torn, test_a_flipped_bit_anywhere_is_never_taken_for_good.
- After a fault it holds what it held, and takes the record again:
  test_after_a_fault_the_journal_holds_what_it_held_and_takes_the_record_again.
- One that does not continue the file is told from one that does:
  test_a_journal_of_another_file_or_of_a_lost_state_is_foreign.
"""

import contextlib
import hashlib
import itertools
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from store.file import disk
from store.records.changes import Arrival
from store.records.record import Doc


class JournalRecord(NamedTuple):
    """A change as the journal holds it."""

    file_id: str
    before: str
    """Hash of the change before it."""
    change: bytes
    """The change's document in its canonical spelling."""
    arrival: bytes = b""
    """Of a change from another desk when it came and from where, as `spelled_arrival` spells it."""

    @property
    def hash(self) -> str:
        """The change's hash."""
        return hashlib.sha256(self.change).hexdigest()

    @property
    def doc(self) -> Doc:
        """The change's document."""
        doc: Doc = json.loads(self.change)
        return doc

    @property
    def body(self) -> bytes:
        """The record as it stands in its line; the spelling of a change holds no tab and no line end."""
        head = (self.file_id.encode(), self.before.encode())
        return b" ".join((*head, self.arrival, self.change) if self.arrival else (*head, self.change))

    def line(self) -> bytes:
        """Return the record in a line of its own."""
        return line((self,))


def line(records: Iterable[JournalRecord]) -> bytes:
    """Return records as one line with a checksum: after a power cut all of them are there or none."""
    body = b"\t".join(record.body for record in records)
    return hashlib.sha256(body).hexdigest().encode() + b" " + body + b"\n"


def arrivals(records: Iterable[JournalRecord]) -> dict[str, Arrival]:
    """Return by id those changes of some records that came from other desks."""
    found: dict[str, Arrival] = {}
    for record in records:
        if record.arrival:
            found[record.doc["id"]] = Arrival(*json.loads(record.arrival))
    return found


class Damaged(ValueError):
    """A journal that holds a bad record where no torn write can have left it.

    The argument is the line's number.
    """

    def __init__(self, number: int, good: "Sequence[JournalRecord]", byte: int | None = None) -> None:
        """Take the line's number, the good records before it, and its first byte (from 1) where it is
        known.
        """
        super().__init__(number)
        self.good = good
        self.byte = byte


class Foreign(ValueError):
    """A journal that does not continue the file it stands beside."""


class JournalContents(NamedTuple):
    """What a journal's bytes hold: its good records, their length in bytes, and the torn end after them."""

    records: tuple[JournalRecord, ...]
    size: int
    torn: bytes = b""
    ended: bool = True
    """Whether the last good record has its line end."""


def read(raw: bytes) -> JournalContents:
    """Return the good records of a journal; Damaged where what follows them is not the end of a torn write.

    A write that a power cut tore is the last one, was never acknowledged, and lacks its line end or holds
    zeros.
    """
    records: list[JournalRecord] = []
    size = lines = 0
    while size < len(raw):
        end = raw.find(b"\n", size)
        found = _records(raw[size:end]) if end >= 0 else ()
        if not found:
            break
        records += found
        lines += 1
        size = end + 1
    rest = raw[size:]
    if not rest:
        return JournalContents(tuple(records), size)
    for whole in (rest, rest[:-1]):
        found = _records(whole)
        if found:
            torn = rest[len(whole) :]
            return JournalContents((*records, *found), size + len(whole), torn, ended=False)
    if (b"\0" not in rest and b"\n" in rest) or any(map(_records, rest.split(b"\n"))):
        raise Damaged(lines + 1, records, size + 1)
    return JournalContents(tuple(records), size, rest)


def _records(line: bytes) -> tuple[JournalRecord, ...]:
    """Return the records of a good line; none of a bad one."""
    checksum, _, body = line.partition(b" ")
    if hashlib.sha256(body).hexdigest().encode() != checksum:
        return ()
    return tuple(map(_record, body.split(b"\t")))


def _record(body: bytes) -> JournalRecord:
    file_id, before, rest = body.split(b" ", 2)
    arrival = b""
    # f3k9 9a1c… ["2026-11-02T09:00:00+08:00","王芳\u0020·\u0020PC-05"] {"at":…
    if rest.startswith(b"["):
        arrival, rest = rest.split(b" ", 1)
    return JournalRecord(file_id.decode(), before.decode(), rest, arrival)


def spelled_arrival(at: str, desk: str) -> bytes:
    """Return in one word when a change came and from which desk; a blank is escaped as JSON does."""
    spelled = json.dumps([at, desk], ensure_ascii=False, separators=(",", ":"))
    return spelled.replace(" ", "\\u0020").encode("utf-8", "backslashreplace")


def continuing(
    records: Sequence[JournalRecord], file_id: str, head: str, held: Callable[[], set[str]]
) -> Sequence[JournalRecord]:
    """Return the records that come after a file's last change; those that it holds (by id) are left out.

    It raises Foreign for a journal of another file, Damaged where a record is missing in between.
    """
    if any(record.file_id != file_id for record in records):
        raise Foreign
    for number, (record, following) in enumerate(itertools.pairwise(records), 2):
        if following.before != record.hash:
            raise Damaged(number, records[: number - 1])
    for number, record in enumerate(records):
        if record.before == head:
            return records[number:]
    if records and records[-1].hash != head and not {record.doc["id"] for record in records} <= held():
        raise Foreign
    return ()


class Journal:
    """The open journal of the one writer: it appends, and is emptied when the file holds all of it."""

    def __init__(self, path: Path, reading: JournalContents) -> None:
        """Stand on a journal as it was read; what follows its good records is cut before the next record."""
        self.path = path
        self._size = reading.size
        self._ended = reading.ended
        self._torn = bool(reading.torn)
        self._tried = b""
        """The last line that was to be appended."""
        self._fd: int | None = None
        self._clean = False
        """Whether the disk is known to hold the name, and the file up to the good records and no further."""

    @property
    def size(self) -> int:
        """Bytes of the records that it holds."""
        return self._size

    def append(self, *records: JournalRecord) -> None:
        """Put records on the disk, all or none; durable on return.

        After an OSError the journal holds what it held before.
        """
        added = line(records) if self._ended else b"\n" + line(records)
        fd = self._ready()
        self._clean = False
        self._tried = added
        try:
            disk.write_all(fd, added)
            disk.sync(fd)
        except OSError:
            with contextlib.suppress(OSError):
                self._ready()
            raise
        self._clean = self._ended = True
        self._size += len(added)

    def find_again(self, head: str) -> None:
        """Stand on the file that is under the name now, after a stick was pulled and put back.

        Nothing else there is appended to.

        Foreign unless it holds the records that it held, the last one of this hash, and after them nothing
        but what was tried last.
        """
        there = self.path.exists()
        if self._fd is None or disk.is_at(self._fd, self.path) or (self._size and not there):
            return
        raw = disk.read(self.path) if there else b""
        rest = raw[self._size :]
        try:
            kept = read(raw[: self._size])
            ours = kept.size == self._size and (not kept.records or kept.records[-1].hash == head)
            if not ours or (read(rest).records and not self._tried.startswith(rest)):
                raise Foreign
        except Damaged as error:
            raise Foreign from error
        with contextlib.suppress(OSError):
            disk.close(self._fd)
        self._fd = None
        self._clean = False

    def cut(self) -> None:
        """Cut what follows the good records, if anything does."""
        if self._torn or (self._fd is not None and not self._clean):
            self._ready()

    def clear(self) -> None:
        """Empty the journal: the file holds all of it."""
        self._size = 0
        self._ended = True
        self._clean = False
        if self._fd is not None or self.path.exists():
            self._ready()

    def close(self, *, ours: bool = True) -> None:
        """Let go of the journal; take it away where it is empty and the list is still ours to write."""
        if self._fd is not None:
            disk.close(self._fd)
            self._fd = None
        if not self._size and ours:
            disk.remove(self.path)

    def _ready(self) -> int:
        """Return the descriptor of a journal that ends, also on the disk, with its last good record."""
        if self._fd is None:
            if self._size and not self.path.exists():
                raise FileNotFoundError(2, "the journal is gone", str(self.path))
            self._fd = disk.open_for_append(self.path)
        if not disk.is_at(self._fd, self.path):
            raise FileNotFoundError(2, "the journal is gone", str(self.path))
        if not self._clean:
            disk.truncate(self._fd, self._size)
            disk.sync(self._fd)
            disk.sync_folder(self.path.parent)
            self._clean = True
        return self._fd
