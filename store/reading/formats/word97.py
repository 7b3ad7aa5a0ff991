"""A Word document of 97 to 2003 (.doc, .wps of today) as the lines of a notice ([MS-DOC])."""

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.reading.formats.compound import DAMAGED, LOCKED, streams
from store.reading.formats.decode import MAX_BYTES
from store.reading.formats.edged import Edges, Flow
from store.reading.formats.grids import Words
from store.reading.formats.word97_lists import Lists, lists_of
from store.reading.formats.word97_marks import Marks, little, paragraph_marks, properties_in, sign_marks
from store.refused import Refused

_MAIN = "WordDocument"
_WORD_97 = 0xA5EC
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_OLDER = "这是 Word 97 以前的文件，本程序读不出。请在 WPS 中打开，另存为 Word 文档（*.docx），再导入。"
_IN_TABLE, _ROW_END = 0x2416, 0x2417
_INNER_CELL, _INNER_ROW_END, _DEPTH = 0x244B, 0x244C, 0x6649
_LIST, _LEVEL = 0x460B, 0x260A
_TABLE, _JOINED_DOWN, _JOINED_ACROSS = 0xD608, 0xD62B, 0x5624
_DELETED = 0x0800
_CELL_LENGTH = 20
_ACROSS, _DOWN, _DOWN_FIRST = 0x02, 0x20, 0x40
_CELL, _FIELD, _RESULT, _FIELD_END = "\x07", "\x13", "\x14", "\x15"
_PRINTED = dict.fromkeys(range(0x20), "") | {0x0B: "\n", 0x0C: "\n", 0x0E: "\n", 0x09: " ", 0x1E: "-"}
"""How the signs of its own are printed; pictures, notes and the like as nothing."""


class _Piece(NamedTuple):
    """A piece of the text, where it stands in the file, and how many bytes a sign takes there."""

    text: str
    place: int
    width: int


class _Paragraph(NamedTuple):
    """A paragraph: its words as printed, what ended it, and its properties."""

    words: str
    end: str
    properties: dict[int, bytes]


def words_of_doc(data: bytes) -> Words:
    """Return the text of a document, table rows as cells parted by bars.

    Refused is damage or a locked file.
    """
    parts = streams(data, [_MAIN, "0Table", "1Table", "Data"])
    main = parts.get(_MAIN, b"")
    try:
        return _words(main, parts)
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise Refused(DAMAGED) from error


def _words(main: bytes, parts: dict[str, bytes]) -> Words:
    kind, _version = struct.unpack_from("<HH", main)
    (flags,) = struct.unpack_from("<H", main, 0x0A)
    if kind != _WORD_97:
        raise Refused(_OLDER)
    if flags & _ENCRYPTED:
        raise Refused(LOCKED)
    table = parts.get("1Table" if flags & _SECOND_TABLE else "0Table", b"")
    pieces = list(_pieces(main, table))
    if not sum(len(piece.text) for piece in pieces):
        raise Refused(DAMAGED)
    marks = paragraph_marks(main, table, parts.get("Data", b""))
    signs = sign_marks(main, table)
    lists = lists_of(main, table)
    flow = Flow(MAX_BYTES)
    for paragraph in _paragraphs(_shown(pieces, main), marks, signs):
        _add(paragraph, flow, lists)
    flow.end()
    return Words("\n".join(flow.lines) + "\n", flow.rows)


def _pieces(main: bytes, table: bytes) -> Iterator[_Piece]:
    """Give the pieces of the whole text, in order."""
    start, length = struct.unpack_from("<II", main, 0x1A2)
    found = table[start : start + length]
    at = 0
    while at < len(found) and found[at] == 1:
        at += 3 + little(found, at + 1)
    if found[at : at + 1] != b"\x02":
        raise Refused(DAMAGED)
    size = little(found, at + 1, 4)
    found = found[at + 5 :][:size]
    count = (len(found) - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", found)
    left = len(main)
    for index in range(count):
        entry = 4 * (count + 1) + 8 * index
        place = little(found, entry + 2, 4)
        signs = places[index + 1] - places[index]
        signs = min(signs, left)
        left -= max(signs, 0)
        if signs > 0 and place & 0x40000000:
            place = (place & 0x3FFFFFFF) // 2
            text = main[place : place + signs].decode("cp1252", "replace")
            yield _Piece(text, place, 1)
        elif signs > 0:
            end = place + 2 * signs
            text = main[place:end].decode("utf-16-le", "replace")
            yield _Piece(text, place, 2)


def _shown(pieces: Sequence[_Piece], main: bytes) -> Iterator[_Piece]:
    """Give the pieces of the body and of the text boxes; notes and page heads stand between them."""
    counts = struct.unpack_from("<7I", main, 0x4C)
    boxes = sum(counts[:6])
    body = (0, counts[0])
    for first, end in (body, (boxes, boxes + counts[6])):
        at = 0
        for piece in pieces:
            start = max(first - at, 0)
            shown = piece.text[start : max(end - at, 0)]
            if shown:
                place = piece.place + start * piece.width
                yield _Piece(shown, place, piece.width)
            at += len(piece.text)


def _paragraphs(pieces: Iterator[_Piece], marks: Marks, signs: Marks) -> Iterator[_Paragraph]:
    """Give the paragraphs; the properties of one hold where it ends."""
    words: list[str] = []
    place = 0
    for piece in pieces:
        for start, end, stop in _cut(piece.text):
            words += _undeleted(piece, start, end, signs)
            place = piece.place + max(end - 1, 0) * piece.width
            if stop:
                place = piece.place + end * piece.width
                yield _paragraph(words, stop, marks.at(place))
                words = []
    if words:
        yield _paragraph(words, "", marks.at(place))


def _paragraph(words: Sequence[str], end: str, properties: bytes) -> _Paragraph:
    printed = _printed("".join(words))
    return _Paragraph(printed, end, dict(properties_in(properties)))


def _cut(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the parts of a text that the ends of paragraphs and cells part, with these; the last has none."""
    start = 0
    for index, sign in enumerate(text):
        if sign in "\r\x07":
            yield start, index, sign
            start = index + 1
    if start < len(text):
        yield start, len(text), ""


def _undeleted(piece: _Piece, start: int, end: int, signs: Marks) -> Iterator[str]:
    """Give the words of a part, without those that a tracked change has deleted."""
    at = start
    while at < end:
        place = piece.place + at * piece.width
        run = signs.ending(place)
        signs_left = max((run - place) // piece.width, 1)
        stop = min(end, at + signs_left)
        if not _is_deleted(signs.at(place)):
            yield piece.text[at:stop]
        at = stop


def _is_deleted(properties: bytes) -> bool:
    return dict(properties_in(properties)).get(_DELETED) == b"\x01"


def _printed(words: str) -> str:
    """Return words as printed: of a field its result and not its instruction."""
    if _FIELD in words:
        words = "".join(_without_instructions(words))
    return words.translate(_PRINTED)


def _without_instructions(words: str) -> Iterator[str]:
    shown = [True]
    for sign in words:
        if sign == _FIELD:
            shown.append(False)
        elif sign == _RESULT and len(shown) > 1:
            shown[-1] = shown[-2]
        elif sign == _FIELD_END and len(shown) > 1:
            shown.pop()
        elif shown[-1]:
            yield sign


def _add(paragraph: _Paragraph, flow: Flow, lists: Lists) -> None:
    """Add a paragraph to the lines, or to the cell that it stands in."""
    known = paragraph.properties
    depth = _depth(paragraph)
    if _ROW_END in known or _INNER_ROW_END in known:
        flow.end_row(depth, list(_edges(known)))
        return
    words = paragraph.words
    if words.strip():
        number = int.from_bytes(known.get(_LIST, b""), "little")
        level = int.from_bytes(known.get(_LEVEL, b""), "little")
        flow.add(lists.number(number, level) + words, depth)
    if paragraph.end == _CELL or _INNER_CELL in known:
        flow.end_cell(depth)


def _depth(paragraph: _Paragraph) -> int:
    """Return how many tables a paragraph stands in."""
    known = paragraph.properties
    deep = int.from_bytes(known.get(_DEPTH, b""), "little")
    in_table = any(known.get(_IN_TABLE, b"")) or paragraph.end == _CELL
    return deep or int(in_table)


def _edges(known: dict[int, bytes]) -> Iterator[Edges]:
    """Give the edges of a row's cells, and how these are joined."""
    defined = known.get(_TABLE, b"")[2:]
    count = defined[0] if defined else 0
    if len(defined) < 1 + 2 * (count + 1):
        return
    places = struct.unpack_from(f"<{count + 1}h", defined, 1)
    cells = defined[1 + 2 * (count + 1) :]
    across = known.get(_JOINED_ACROSS, b"")
    down = known.get(_JOINED_DOWN, b"")
    for index in range(count):
        flags = little(cells, _CELL_LENGTH * index)
        goes_on_down = bool(flags & _DOWN) and not flags & _DOWN_FIRST
        if len(down) == 3 and down[1] == index:
            goes_on_down = down[2] == 1
        goes_on_across = bool(flags & _ACROSS)
        if len(across) == 2:
            goes_on_across = goes_on_across or across[0] < index < across[1]
        yield Edges(places[index], places[index + 1], goes_on_across, goes_on_down)
