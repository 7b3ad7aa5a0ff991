"""Reading a notice: from the bytes of its file to what it says, with the lines that nothing was made of.

It may import the rooms below it, `formats` among them, and of the store `file` (to tell a list from a
notice), `records`, `words` and `refused`.
"""

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from store.file.glance import glance
from store.progress import Progress, silent
from store.reading.document import read_text
from store.reading.doors import refuse_data, refuse_no_file
from store.reading.findings import hidden_findings
from store.reading.formats.decode import MAX_BYTES, decode, refuse_no_encoding
from store.reading.formats.grids import Words
from store.reading.formats.kinds import BEGINNING, kind_of, may_be_large, words_of_file
from store.reading.formats.packages import MOST_BYTES
from store.reading.formats.pages import looks_like_page, words_of_page
from store.reading.json_form import as_json
from store.reading.result import Reading
from store.reading.signs.owner_words import STANDARD, OwnerWords
from store.refused import Refused, fault_sentence

__all__ = ["OwnerWords", "Reading", "as_json", "read_file", "read_notice", "read_stream"]


def read_notice(
    data: bytes,
    name: str = "",
    encoding: str | None = None,
    progress: Progress = silent,
    words: OwnerWords = STANDARD,
) -> Reading:
    """Read the bytes of a notice's file; Refused where they hold no readable text.

    `words` says which side each word for owners stands for, where the clerk said otherwise than the data.
    """
    if encoding is not None:
        refuse_no_encoding(encoding)
    refuse_data(data, name)
    kind = kind_of(data)
    if kind:
        found = words_of_file(kind, data)
        reading = read_text(found.text, name, kind, found.rows, progress, words)
        hidden = hidden_findings(found.hidden_sheets, found.hidden_rows)
        return replace(reading, findings=(*hidden, *reading.findings))
    decoded = decode(data, encoding)
    is_page = looks_like_page(decoded.text)
    found = words_of_page(decoded.text) if is_page else Words(decoded.text)
    return read_text(found.text, name, decoded.encoding, found.rows, progress, words)


def read_file(
    path: Path,
    encoding: str | None = None,
    progress: Progress = silent,
    words: OwnerWords = STANDARD,
) -> Reading:
    """Read a notice's file; Refused where it cannot be read, or is a list of ours or other data.

    Of a file too long no more is read than shows it.
    """
    refuse_no_file(path)
    _refuse_data(path)
    try:
        with path.open("rb") as file:
            data = _bytes_of(file)
    except OSError as error:
        raise Refused(fault_sentence(f"无法读取“{path.name}”", error)) from error
    return read_notice(data, path.name, encoding, progress, words)


def read_stream(
    stream: BinaryIO, name: str, encoding: str | None = None, words: OwnerWords = STANDARD
) -> Reading:
    """Read a notice that comes through a pipe, the way a file is read; it is read to its end first."""
    try:
        data = _bytes_of(stream)
    except OSError as error:
        raise Refused(fault_sentence(f"无法读取“{name}”", error)) from error
    return read_notice(data, name, encoding, words=words)


def _bytes_of(stream: BinaryIO) -> bytes:
    beginning = stream.read(BEGINNING)
    most = MOST_BYTES if may_be_large(beginning) else MAX_BYTES
    return beginning + stream.read(most + 1)


def _refuse_data(path: Path) -> None:
    """Refuse a list, which is opened and not read, and JSON of others."""
    if glance(path).is_list:
        raise Refused(f"“{path.name}”是要点的清单文件，不是通知，请直接打开它。")
    if path.suffix.lower() == ".json" and path.is_file():
        raise Refused(f"“{path.name}”不是通知，也不是要点的清单，请选通知的原文。")
