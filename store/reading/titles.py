"""What a notice is called, told from its beginning, for a list of files."""

from pathlib import Path

from store.reading.document import read_text
from store.reading.formats.decode import PACKAGE, decode
from store.reading.formats.packages import is_table_package
from store.reading.formats.pages import looks_like_page, words_of_page
from store.refused import Refused

_BYTES, _PACKAGE_BYTES, _LINES = 1 << 15, 1 << 21, 40
"""Of a text so many bytes are looked at, an office package that has no more; then so many lines."""
_LONGEST = 80


def title_of(path: Path) -> str:
    """Return the title of a notice, else its first line; empty where it cannot be read."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            data = file.read(_BYTES)
            if data.startswith(PACKAGE):
                data += file.read(_PACKAGE_BYTES)
        text = _beginning_of(data)
        head = read_text("\n".join(text.splitlines()[:_LINES]), path.name, "").head
    except (OSError, Refused):
        return ""
    first = next(filter(str.strip, text.splitlines()), "")
    return (head.title or first.strip())[:_LONGEST]


def _beginning_of(data: bytes) -> str:
    """Return the text that the bytes of a file begin with."""
    if data.startswith(PACKAGE):
        if len(data) > _PACKAGE_BYTES or is_table_package(data):
            return ""
        from store.reading.formats.word import words_of_docx

        return words_of_docx(data).text
    whole = data[: data.rfind(b"\n") + 1] if len(data) == _BYTES else data
    text = decode(whole or data, None).text
    return words_of_page(text).text if looks_like_page(text) else text
