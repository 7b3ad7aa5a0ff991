"""Office packages (.docx, .xlsx, .odt, .ofd) looked at before they are unpacked: what they may not hold."""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from store.refused import Refused

MOST_BYTES = 20 * 1024 * 1024
"""Larger packages are refused before they are read."""
TOO_LARGE = "文件太大或压缩异常，不像一份通知。请只留下通知的文字，另存后再导入。"
_MOST_UNPACKED = 40 * 1024 * 1024
_MOST_ENTRIES = 2_000
_MOST_RATIO = 200
_LONG_PART = 1024 * 1024
"""Bytes of a part that may be packed in any ratio; a longer one, two hundred times as small, is a trap."""
_DEEPEST = 200
"""Elements within one another that are followed."""
_BEGINNING = 65_536
_DAMAGES = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What the reader of packages raises where one is damaged."""
# <!DOCTYPE or <!ENTITY, in one byte a sign or two (UTF-16).
_DECLARATION = re.compile(
    rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)"
)
_DECLARED = "这个文档带有外部声明，出于安全不读取。请在 WPS 中打开，另存为 .docx，再导入。"


def check_package(
    data: bytes, part: str, other: str, damaged: str, most_unpacked: int = _MOST_UNPACKED
) -> None:
    """Refuse a package by its directory, before it is unpacked, and for a part that declares a document type.

    Without its main part it is another kind of file; the sentences for this and for damage are the
    caller's.
    """
    if len(data) > MOST_BYTES:
        raise Refused(TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            texts = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
            if _is_too_large(entries) or _size(texts) > most_unpacked:
                raise Refused(TOO_LARGE)
            if part not in package.namelist():
                raise Refused(other)
            if any(_declares(package, text) for text in texts):
                raise Refused(_DECLARED)
    except _DAMAGES as error:
        raise Refused(damaged) from error


def parsed_part(package: zipfile.ZipFile, name: str, damaged: str) -> Any:
    """Return a part as XML, in which nothing is declared and nothing fetched."""
    parse = import_module("defusedxml.ElementTree").fromstring
    try:
        root = parse(package.read(name), forbid_dtd=True)
    except Exception as error:  # a part may be damaged in the package and in itself
        raise Refused(damaged) from error
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return root
    raise Refused(damaged)


def _is_too_large(entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Tell whether a package holds too much, or a part that is packed as no writing is."""
    if len(entries) > _MOST_ENTRIES or _size(entries) > _MOST_UNPACKED:
        return True
    return any(map(_is_bomb, entries))


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    packed = max(entry.compress_size, 1)
    return entry.file_size > _LONG_PART and entry.file_size > _MOST_RATIO * packed


def _size(entries: Sequence[zipfile.ZipInfo]) -> int:
    return sum(entry.file_size for entry in entries)


def _declares(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Tell whether a part declares a document type, near its beginning as the format has it."""
    with package.open(part) as file:
        return bool(_DECLARATION.search(file.read(_BEGINNING)))
