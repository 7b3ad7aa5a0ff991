"""The seal at the end of a list's file, and the file's text that it closes.

The seal is the SHA-256 of all that stands before it. A plain TinyDB that rewrites the file leaves no seal of
ours; such a file is taken unsealed, and said to be.
"""

import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

from store.file.storage import CLOSING, encode, pieces
from store.records.record import Doc

_SEAL = re.compile(rb'"checksum": "([0-9a-f]{64})"\}\}\}\n\Z')
SEAL_LENGTH = 96
"""Bytes at the end of a file that hold the seal."""


def seal(end: bytes) -> str | None:
    """Return the seal at the end of a file; none where our writer did not write it."""
    found = _SEAL.search(end)
    return found.group(1).decode() if found else None


def seal_of(raw: bytes) -> str:
    """Return the seal that a file's bytes ought to have."""
    before_seal = memoryview(raw)[: raw.rindex(b'"checksum"')]
    return hashlib.sha256(before_seal).hexdigest()


def sealed(
    tables: Mapping[str, Iterable[Doc]], others: Mapping[str, Mapping[str, Doc]], meta: Doc
) -> Iterator[str]:
    """Yield the file as JSON text in small pieces, the meta table and its seal last."""
    kept = ((name, docs.items()) for name, docs in others.items())
    ours = ((name, _numbered(docs)) for name, docs in tables.items())
    digest = hashlib.sha256()
    for piece in pieces(itertools.chain(kept, ours)):
        text = piece if piece is not CLOSING else f',\n"meta": {{\n"1": {encode(meta)[:-1]}, '
        digest.update(text.encode("utf-8", "backslashreplace"))
        yield text
    yield f'"checksum": "{digest.hexdigest()}"}}}}{CLOSING}'


def _numbered(docs: Iterable[Doc]) -> Iterator[tuple[str, Doc]]:
    """Return documents under the ids that TinyDB gives."""
    return ((str(number), doc) for number, doc in enumerate(docs, 1))
