"""Office packages (.docx, .xlsx) looked at before they are unpacked: what they declare to hold, and what they may not."""

import io
import re
import zipfile
import zlib

from store.refused import Refused

MOST_BYTES = 20 * 1024 * 1024
"""Larger packages are refused before they are read."""
TOO_LARGE = "文件太大或压缩异常,不像一份通知。请只留下通知的文字,另存后再导入。"
_MOST_UNPACKED = 40 * 1024 * 1024
_MOST_ENTRIES = 2_000
_MOST_RATIO = 200
_LONG_PART = 1024 * 1024
_DECLARATION = re.compile(
    rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)"
)
_DECLARED = "这个文档带有外部声明,出于安全不读取。请在 WPS 中打开,另存为 .docx,再导入。"


def is_table_package(data: bytes) -> bool:
    """Whether a package is a workbook (.xlsx) by its directory."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "xl/workbook.xml" in package.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def check_package(
    data: bytes, part: str, other: str, damaged: str, most_unpacked: int = _MOST_UNPACKED
) -> None:
    """Refuse a package by its directory, before anything is unpacked, and any part that declares a document type.

    Without its main part it is another kind of file; the sentences for this and for damage are the caller's.
    """
    if len(data) > MOST_BYTES:
        raise Refused(TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            texts = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
            bombs = (
                entry.file_size > _LONG_PART and entry.file_size > _MOST_RATIO * max(entry.compress_size, 1)
                for entry in entries
            )
            unpacked = sum(entry.file_size for entry in entries)
            written = sum(text.file_size for text in texts)
            if (
                len(entries) > _MOST_ENTRIES
                or unpacked > _MOST_UNPACKED
                or written > most_unpacked
                or any(bombs)
            ):
                raise Refused(TOO_LARGE)
            if part not in package.namelist():
                raise Refused(other)
            for entry in texts:
                with package.open(entry) as file:
                    if _DECLARATION.search(file.read(65536)):
                        raise Refused(_DECLARED)
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        zipfile.LargeZipFile,
        zlib.error,
    ) as error:
        raise Refused(damaged) from error
