"""The journal of a writer beside a list: changes that are on the disk and not yet in the list's file.

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
- A bad byte in a record that was saved is damage, not a torn write, as soon as its mark is on the disk too:
  test_a_zeroed_byte_in_a_marked_record_is_damage. The mark is an empty line, written without waiting for the
  disk once the record is there; a power cut within the seconds that the system takes for it leaves the record
  unmarked, and then a zeroed byte in it cannot be told from a torn write.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from store.file import disk
from store.file.beside import new_journal_path
from store.records.changes import Arrival, hash_of_spelled
from store.records.record import Doc

MARK = b"\n"
"""What follows a line that is known to be on the disk."""


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
        return hash_of_spelled(self.change)

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


def read(raw: bytes) -> JournalContents:
    """Return the good records of a journal; Damaged where what follows them is not the end of a torn write.

    A write that a power cut tore is the last one, was never acknowledged, and lacks its line end or holds
    zeros. A line that is followed by the mark was on the disk as a whole: if it is bad, it is damaged.
    """
    records: list[JournalRecord] = []
    size = lines = 0
    while size < len(raw):
        end = raw.find(b"\n", size)
        if end == size and lines:
            size += 1
            continue
        found = _records(raw[size:end]) if end >= 0 else ()
        if not found:
            break
        records += found
        lines += 1
        size = end + 1
    rest = raw[size:]
    if lines and len(rest) == 1:
        rest = b""  # A mark that did not reach the disk: the record before it did.
    if not rest:
        return JournalContents(tuple(records), size)
    for lost in range(3):
        whole = rest[: len(rest) - lost]
        found = _records(whole)
        if found:
            return JournalContents((*records, *found), size + len(whole), rest[len(whole) :])
    was_saved = b"\n" + MARK in rest
    if was_saved or (b"\0" not in rest and b"\n" in rest) or any(map(_records, rest.split(b"\n"))):
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


class Journal:
    """The journal of one writer: made by its first record, appended to, and emptied when the list has it all.

    Nobody else writes or cuts it.
    """

    def __init__(self, path: Path) -> None:
        """Stand beside the list at a path; there is no file before the first record."""
        self._list = path
        self.path = new_journal_path(path)
        self._made = False
        self._size = 0
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
        added = line(records)
        fd = self._ready()
        self._clean = False
        self._tried = added
        try:
            disk.write_all(fd, added)
            disk.sync(fd)
            self._refuse_gone(fd)  # Who takes it away looks into it after that: store/file/journals.
        except OSError:
            with contextlib.suppress(OSError):
                self._ready()
            raise
        self._size += len(added)
        self._clean = True
        with contextlib.suppress(OSError):  # Without its mark a bad record may be taken for a torn one.
            self._size += disk.write(fd, memoryview(MARK))

    def find_again(self, head: str) -> None:
        """Stand on the file that is under the name now, after a stick was pulled and put back.

        Nothing else there is appended to.

        Foreign unless it holds the records that it held, the last one of this hash, and after them nothing
        but what was tried last.
        """
        there = os.path.lexists(self.path)
        if self._fd is None or disk.is_at(self._fd, self.path) or (self._size and not there):
            return
        raw = disk.read_ours(self.path) if there else b""
        rest = raw[self._size :]
        try:
            kept = read(raw[: self._size])
            # The mark after the last record may not have reached the stick.
            is_whole = kept.size in (self._size, self._size - 1)
            ours = is_whole and (not kept.records or kept.records[-1].hash == head)
            if not ours or (read(rest).records and not self._tried.startswith(rest)):
                raise Foreign
        except Damaged as error:
            raise Foreign from error
        with contextlib.suppress(OSError):
            disk.close(self._fd)
        self._fd = None
        self._clean = False
        self._made = there
        self._size = kept.size

    def cut(self) -> None:
        """Cut what follows the good records, if anything does."""
        if self._fd is not None and not self._clean:
            self._ready()

    def clear(self) -> None:
        """Empty the journal: the file holds all of it."""
        self._size = 0
        self._clean = False
        if self._made:
            self._ready()

    def close(self) -> None:
        """Let go of the journal; take it away where it is empty."""
        if self._fd is None:
            return
        is_empty = not self._size and disk.is_at(self._fd, self.path)
        disk.close(self._fd)
        self._fd = None
        if is_empty:
            disk.remove(self.path)

    def _ready(self) -> int:
        """Return the descriptor of a journal that ends, also on the disk, with its last good record."""
        if self._fd is None:
            self._fd = self._opened()
        self._refuse_gone(self._fd)
        if not self._clean:
            disk.truncate(self._fd, self._size)
            disk.sync(self._fd)  # Else a power cut may leave what was cut behind the record that comes next.
            disk.sync_folder(self.path.parent)
            self._clean = True
        return self._fd

    def _opened(self) -> int:
        if self._made:
            return disk.open_for_append(self.path)
        try:
            fd = disk.create_for_append(self.path, self._list)
        except FileExistsError:
            self.path = new_journal_path(self._list)
            fd = disk.create_for_append(self.path, self._list)
        self._made = True
        return fd

    def _refuse_gone(self, fd: int) -> None:
        if not disk.is_at(fd, self.path):
            raise FileNotFoundError(2, "the journal is gone", str(self.path))
