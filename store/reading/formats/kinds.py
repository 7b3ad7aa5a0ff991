"""Which kind of file some bytes are, by what they hold and not by a name, and the reader of each kind."""

import io
import zipfile

from store.reading.formats import compound
from store.reading.formats.grids import Words
from store.reading.formats.packages import MOST_BYTES, TOO_LARGE
from store.refused import Refused

PACKAGE = b"PK\x03\x04"
"""How an office package begins (.docx, .xlsx, .odt, .ods, .ofd)."""
BEGINNING = 1_024
"""Bytes that tell a file's kind; a PDF may begin behind a few bytes of others."""
_PARTS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "OFD.xml": "ofd",
    "content.xml": "odf",
}
"""The part by which a package of each kind is known."""
_LARGE = (PACKAGE, compound.MAGIC, b"{\\rtf")
_BEGINNINGS = ((compound.MAGIC, "ole"), (b"{\\rtf", "rtf"))
_LOCKED, _SLIDES = "locked", "slides"
_STREAMS = {
    "EncryptedPackage": _LOCKED,
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": _SLIDES,
}
"""The stream by which a file of the old office programs is known."""
_OTHER_STORE = "文件已损坏，或不是 Word、Excel 文档，无法读取。请在 WPS 中打开，另存为 Word 文档（*.docx）或 *.xlsx，再导入。"


def kind_of(data: bytes) -> str:
    """Return the kind of a file (docx, xls, pdf, …); empty for text and web pages."""
    if data.startswith(PACKAGE):
        return _package_kind(data)
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return _store_kind(data) if kind == "ole" else kind
    return "pdf" if b"%PDF-" in data[:BEGINNING] else ""


def may_be_large(beginning: bytes) -> bool:
    """Tell whether a file that begins so may hold pictures beside its words, and so be long."""
    return beginning.startswith(_LARGE) or b"%PDF-" in beginning


def words_of_file(kind: str, data: bytes) -> Words:
    """Return the text of a file of a kind; its reader is imported when one comes, to be quick to start."""
    if len(data) > MOST_BYTES:
        raise Refused(TOO_LARGE)
    match kind:
        case "xlsx":
            from store.reading.formats.workbook import words_of_xlsx

            return words_of_xlsx(data)
        case "doc":
            from store.reading.formats.word97 import words_of_doc

            return words_of_doc(data)
        case "xls":
            from store.reading.formats.workbook97 import words_of_xls

            return words_of_xls(data)
        case "pdf":
            from store.reading.formats.pdf import words_of_pdf

            return words_of_pdf(data)
        case "rtf":
            from store.reading.formats.rtf import words_of_rtf

            return words_of_rtf(data)
        case "odf":
            from store.reading.formats.opendocument import words_of_opendocument

            return words_of_opendocument(data)
        case "ofd":
            from store.reading.formats.ofd import words_of_ofd

            return words_of_ofd(data)
    from store.reading.formats.word import words_of_docx

    return words_of_docx(data)


def _package_kind(data: bytes) -> str:
    """Return what a package is, by its directory; the reader of documents says what is wrong with others."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = frozenset(package.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "docx"
    found = [kind for part, kind in _PARTS.items() if part in names]
    return found[0] if found else "docx"


def _store_kind(data: bytes) -> str:
    """Return what a file of the old office programs is, by its streams."""
    there = compound.streams_there(data, tuple(_STREAMS))
    found = [kind for stream, kind in _STREAMS.items() if stream in there]
    if not found:
        raise Refused(_OTHER_STORE)
    if found[0] == _LOCKED:
        raise Refused(compound.LOCKED)
    if found[0] == _SLIDES:
        raise Refused("这是演示文稿，不是通知。请选通知的原文。")
    return found[0]
