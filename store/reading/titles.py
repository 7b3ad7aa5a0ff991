"""What a notice is called, told from its beginning, for a list of files."""

from pathlib import Path

from store.reading.document import read_text
from store.reading.formats.decode import decode
from store.reading.formats.kinds import BEGINNING, kind_of, may_be_large, words_of_file
from store.reading.formats.pages import looks_like_page, words_of_page
from store.refused import Refused

_BYTES, _PACKAGE_BYTES, _LINES = 1 << 15, 1 << 21, 40
"""Of a text so many bytes are looked at, an office document that has no more; then so many lines."""
_QUICK = frozenset({"docx", "doc", "rtf", "odf"})
"""Kinds of documents that are read while a list of files is looked through."""
_LONGEST = 80


def title_of(path: Path) -> str:
    """Return the title of a notice, else its first line; empty where it cannot be read."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            data = file.read(_BYTES)
            if may_be_large(data[:BEGINNING]):
                data += file.read(_PACKAGE_BYTES)
        text = _beginning_of(data)
        head = read_text("\n".join(text.splitlines()[:_LINES]), path.name, "").head
    except (OSError, Refused):
        return ""
    first = next(filter(str.strip, text.splitlines()), "")
    return (head.title or first.strip())[:_LONGEST]


def _beginning_of(data: bytes) -> str:
    """Return the text that the bytes of a file begin with."""
    kind = kind_of(data)
    if kind:
        is_quick = kind in _QUICK and len(data) <= _PACKAGE_BYTES
        return words_of_file(kind, data).text if is_quick else ""
    whole = data[: data.rfind(b"\n") + 1] if len(data) == _BYTES else data
    text = decode(whole or data, None).text
    return words_of_page(text).text if looks_like_page(text) else text
