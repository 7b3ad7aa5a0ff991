"""The parcel: what an exchange file says of itself, and the changes that it carries.

A file, a line each, UTF-8, to be read in any editor:

    {"yaodian-exchange":1,"file_id":"m3kq…","title":"重点任务清单","machine":"PC-03",…,"count":2}
    {"at":"2026-10-21T15:40:02+08:00","by":"李明","edits":[…],"id":"…","parents":["41aa…"],…}
    {"at":…}
    {"end":true,"sha256":"…"}

Each change stands in its canonical spelling, so that the SHA-256 of its line's bytes is its hash. The last
line has the SHA-256 of all that stands before it and, where a passphrase is set, the HMAC of the same.
"""

import hashlib
import hmac
import json
import unicodedata
from dataclasses import asdict, dataclass

from store.records.record import Doc

FORMAT = 1
"""Of the exchange file; the format of the list that its changes are from is its `schema`."""
SUFFIX = ".yaodian"
MARK = "yaodian-exchange"
"""The first key of the first line, whose value is the format."""
LARGEST = 64 * 1024 * 1024
"""Bytes of a file: 100,000 changes are about 60 MB."""


def desk_in_words(by: str, machine: str, file: str) -> str:
    """Return a desk in the clerk's words: 李明 · PC-03 · 清单-副本.json."""
    return " · ".join(filter(None, (by, machine, file)))


@dataclass(frozen=True, slots=True)
class Header:
    """The first line: which list, whose desk, when, and what that desk has."""

    file_id: str
    title: str = ""
    machine: str = ""
    desk: str = ""
    file: str = ""
    """Name of the list's file there: two copies on one machine are told apart by it."""
    by: str = ""
    at: str = ""
    schema: int = 1
    program: str = ""
    have: tuple[str, ...] = ()
    """Heads of the history there, by hash."""
    since: tuple[str, ...] = ()
    """What the receiver was known to have: what these have seen was left out. It promises nothing."""
    count: int = 0

    def line(self) -> str:
        """Return the line, its mark first."""
        return _spelled({MARK: FORMAT, **asdict(self)})

    @property
    def desk_named(self) -> str:
        """The desk in the clerk's words: 李明 · PC-03 · 清单-副本.json."""
        return desk_in_words(self.by, self.machine, self.file)


@dataclass(frozen=True, slots=True)
class Parcel:
    """An exchange file that was read, or what a copy of a list would say as one."""

    header: Header
    docs: tuple[Doc, ...]
    hashes: tuple[str, ...]
    """The hash of each change."""
    first_line: int = 2
    """The line of the first change; 1 where it is a list's file, whose changes are counted."""


def end_line(before: bytes, passphrase: str) -> str:
    """Return the last line for all that stands before it."""
    end: Doc = {"end": True, "sha256": hashlib.sha256(before).hexdigest()}
    if passphrase:
        end["hmac"] = signature(before, passphrase)
    return _spelled(end)


def signature(before: bytes, passphrase: str) -> str:
    """Return the HMAC-SHA256 of the lines under a passphrase."""
    key = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return hmac.new(key, before, hashlib.sha256).hexdigest()


def _spelled(doc: Doc) -> str:
    return json.dumps(doc, ensure_ascii=False, separators=(",", ":")) + "\n"
