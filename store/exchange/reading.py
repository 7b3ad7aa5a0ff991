"""Reading an exchange file: hostile until every byte is accounted for, and never partly.

What it promises, and the test that holds it (tests/store/exchange):
- A file that was cut off or altered at any byte is refused, with the line where that can be told:
  test_reading.test_a_file_cut_at_any_byte_is_refused, test_reading.test_a_flipped_byte_is_refused.
- Of 2,000 mutants each is refused in a sentence or leaves a list that is whole: test_mutants.
"""

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

from store.exchange import problems
from store.exchange.parcel import FORMAT, LARGEST, MARK, Header, Parcel, signature
from store.exchange.spelling import Forbidden, Misspelled, document
from store.file.contents import SCHEMA
from store.records.changes import hash_of_spelled
from store.records.fitting import fits_in
from store.records.record import Doc
from store.refused import fault_sentence
from store.words.cleaning import clean_line

_BEGINNING = b'{"%s":' % MARK.encode()
_LONGEST_HEADER = 1 << 20
_HASH_DIGITS = frozenset("0123456789abcdef")


def is_exchange_file(path: Path) -> bool:
    """Tell by its first bytes whether a file is an exchange file; False for what cannot be read."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return False


def read_header(path: Path) -> Header:
    """Return what an exchange file says of itself, without believing it; NotTaken where it says nothing."""
    try:
        with path.open("rb") as file:
            line = file.readline(_LONGEST_HEADER)
    except OSError as error:
        raise problems.NotTaken(fault_sentence(f"无法读取“{path.name}”", error)) from error
    return _header(line.rstrip(b"\n"), path)


def read_parcel(path: Path, passphrase: str = "") -> Parcel:
    """Return what an exchange file carries; NotTaken where it is not whole or not of this passphrase."""
    raw = _bytes(path)
    *lines, rest = raw.split(b"\n")
    last = len(lines)
    header = _header(lines[0] if lines else rest, path)
    changes = lines[1:-1]
    docs = tuple(_change(line, number) for number, line in enumerate(changes, 2))
    if rest:
        raise problems.incomplete(last + 1)
    if last < 2:
        raise problems.incomplete(last)
    end_size = len(lines[-1]) + 1
    _refuse_altered(raw[:-end_size], _end(lines[-1], last), last, passphrase)
    if header.count != len(docs):
        raise problems.incomplete(1)
    return Parcel(header, docs, tuple(map(hash_of_spelled, changes)))


def _bytes(path: Path) -> bytes:
    """Return a file's bytes, of a file of at most 64 MB."""
    if not is_exchange_file(path):
        raise problems.not_an_exchange_file(path)
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise problems.NotTaken(fault_sentence(f"无法读取“{path.name}”", error)) from error
    if len(raw) > LARGEST:
        raise problems.too_large(path)
    return raw


def _header(line: bytes, path: Path) -> Header:
    try:
        doc = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise problems.incomplete(1) from error
    if not isinstance(doc, dict):
        raise problems.not_an_exchange_file(path)
    written = doc.pop(MARK, None)
    if type(written) is not int:
        raise problems.not_an_exchange_file(path)
    if written > FORMAT:
        raise problems.from_a_newer_program(path, written, FORMAT, doc.get("program"))
    schema = doc.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        raise problems.from_a_newer_program(path, schema, SCHEMA, doc.get("program"))
    if not fits_in(Header, doc) or not _are_hashes(doc):
        raise problems.incomplete(1)
    return Header(**{name: _cleaned(value) for name, value in doc.items()})


def _cleaned(value: Any) -> Any:
    """Return what a header says as the program shows it: without what would steer a terminal."""
    if isinstance(value, str):
        return clean_line(value)
    return tuple(value) if isinstance(value, list) else value


def _are_hashes(doc: Doc) -> bool:
    """Tell whether what a header calls hashes are some."""
    named = (*doc.get("have", ()), *doc.get("since", ()))
    return all(len(one) == 64 and _HASH_DIGITS.issuperset(one) for one in named)


def _change(line: bytes, number: int) -> Doc:
    try:
        return document(line)
    except Misspelled as error:
        raise problems.incomplete(number) from error
    except Forbidden as error:
        raise problems.unknown_content(number, "带有控制字符，或层次过深") from error


def _end(line: bytes, number: int) -> Doc:
    """Return the last line; a file that was cut off between two lines has another one there."""
    try:
        end: Any = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise problems.incomplete(number) from error
    if not isinstance(end, dict) or end.get("end") is not True:
        raise problems.incomplete(number)
    return end


def _refuse_altered(before: bytes, end: Doc, last: int, passphrase: str) -> None:
    """Refuse lines that the last one does not fit."""
    if not _same(end.get("sha256"), hashlib.sha256(before).hexdigest()):
        raise problems.incomplete(last)
    wanted = signature(before, passphrase) if passphrase else None
    signed = end.get("hmac")
    is_right = signed is None if wanted is None else _same(signed, wanted)
    if not is_right:
        raise problems.wrong_passphrase()


def _same(said: object, wanted: str) -> bool:
    return isinstance(said, str) and hmac.compare_digest(said.encode("utf-8", "replace"), wanted.encode())
