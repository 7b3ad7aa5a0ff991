"""From the bytes of a file to its text: the encoding found by an own chain, refusals for what is no text."""

import codecs
from dataclasses import dataclass

from store.refused import Refused

MAX_BYTES = 1024 * 1024
"""Larger files are refused before they are read: no notice comes near."""
MAX_LINES = 50_000
"""A text of more lines is refused likewise."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = "这个文件不是文本，读不出文字。请用 WPS 或记事本打开原文，另存为文本文件（*.txt），再导入。"
_WIDE_LANE = frozenset({0x00, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0)})
"""High bytes of the signs that Chinese text in UTF-16 is made of."""

_LONGEST_NAME = 40
_MOSTLY_WIDE = 0.95
_SAMPLE_BYTES = 4_096
_SAMPLE_SIGNS = 65_536
"""Where a file is looked at to tell what it is; the rest is like its beginning."""
_CONTROLS_OF_TEXT = "\t\n\r\f\v\x1b"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that it was in."""

    text: str
    encoding: str


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file, in the encoding given or else the one found; Refused where it is no text."""
    if len(data) > MAX_BYTES:
        raise Refused(
            f"文件太大（超过 {MAX_BYTES // 1024 // 1024} MB），不像一份通知。请只留下通知的文字，另存后再导入。"
        )
    if not data.strip(b"\x00 \t\r\n"):
        raise Refused("文件是空的，没有可读的文字。请检查是否选对了文件。")
    found = encoding or _encoding_of(data)
    text = _decoded(data, found)
    if text is None:
        if encoding is None:
            raise Refused("文件的文字编码认不出来，请在 WPS 里另存为 docx，或指定编码（如 utf-8、gb18030）。")
        raise Refused(f"文件不能按 {encoding} 编码读取。请换一种编码（如 utf-8、gb18030），或不指定编码。")
    _check_text(text)
    return Decoded(text, "utf-8" if found == "utf-8-sig" else found)


def refuse_no_encoding(name: str) -> None:
    """Refuse a name that is of no encoding, or of one that turns no bytes into text (hex, zlib)."""
    try:
        b"a".decode(name)
    except UnicodeError:
        return
    except (LookupError, ValueError):
        advice = "请写 utf-8、gb18030、big5 等，或不指定编码"
        raise Refused(f"没有“{name[:_LONGEST_NAME]}”这种文字编码，{advice}。") from None


def _check_text(text: str) -> None:
    """Refuse what is no writing, or too long for a notice."""
    if _looks_binary(text):
        raise Refused(_NOT_TEXT)
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > MAX_LINES:
        raise Refused(f"文字太长（超过 {MAX_LINES} 行），不像一份通知。请只留下通知的文字，另存后再导入。")


def _encoding_of(data: bytes) -> str:
    """Return the encoding of a text: by its first bytes, else the first that all of it fits.

    UTF-8 fits by chance almost never, so it is tried first; UTF-16 shows by its high bytes; GB18030
    fits most of what is left.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    if b"\x00" not in data and _decoded(data, "utf-8") is not None:
        return "utf-8"
    simplified = _decoded(data, "gb18030") is not None
    if b"\x00" in data or not simplified:
        for lane, name in ((1, "utf-16-le"), (0, "utf-16-be")):
            if _fills_lane(data[lane::2]):
                return name
    if not simplified:
        raise Refused(
            "认不出这个文件的编码。请用 --encoding 指明（如 gb18030、big5），或在记事本中另存为 UTF-8 后再导入。"
        )
    return "gb18030"


def _decoded(data: bytes, encoding: str) -> str | None:
    """Return the text, a character cut off at the very end dropped; none where the bytes do not fit."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(data)
    except (UnicodeError, LookupError, ValueError):
        return None


def _fills_lane(lane: bytes) -> bool:
    """Tell whether every second byte is a high byte of UTF-16, but for a few rare signs."""
    sample = lane[:_SAMPLE_BYTES]
    wide = [byte for byte in sample if byte in _WIDE_LANE]
    return len(wide) > _MOSTLY_WIDE * len(sample)


def _looks_binary(text: str) -> bool:
    """Tell whether control characters stand where words should: more than one in a hundred."""
    sample = text[:_SAMPLE_SIGNS]
    controls = [sign for sign in sample if sign < " " and sign not in _CONTROLS_OF_TEXT]
    return len(controls) * 100 > len(sample)
