"""A Word document (.docx) as the lines of a notice: paragraphs with numbers, table rows with joined cells."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

from store.reading.formats.decode import MAX_LINES
from store.reading.formats.grids import Grid, RowsSoFar, Words
from store.reading.formats.packages import TOO_LARGE, check_package, parsed_part
from store.reading.formats.word_numbers import ListNumbers
from store.refused import Refused

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"
_TEXT_LIMIT = 1024 * 1024
_LONGEST_NUMBER = 5
"""Digits from which on a number of columns is no honest one."""
_OTHER = "这不是 Word 文档（.docx），本程序读不出其中的通知。请在 WPS 中打开，另存为 .docx 或文本文件（*.txt），再导入。"
_DAMAGED = "文件已损坏或不是 Word 文档（.docx），无法读取。请在 WPS 中打开，另存为 .docx 或文本文件（*.txt），再导入。"


class _Document(NamedTuple):
    """What the parts of a document share while they are read."""

    numbers: ListNumbers
    rows: RowsSoFar
    last_row: dict[int, str]


def words_of_docx(data: bytes) -> Words:
    """Return the text of a document, table rows as cells parted by bars.

    Refused is what is no document or beyond the limits.
    """
    check_package(data, _MAIN, _OTHER, _DAMAGED)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = parsed_part(package, _MAIN, _DAMAGED).find(_W + "body")
        numbers = ListNumbers(_part(package, "word/numbering.xml"), _part(package, "word/styles.xml"))
    if body is None:
        raise Refused(_DAMAGED)
    lines: list[str] = []
    size = 0
    rows: RowsSoFar = {}
    for line in _lines(body, _Document(numbers, rows, {})):
        lines.append(line)
        size += len(line)
        if size > _TEXT_LIMIT or len(lines) > MAX_LINES:
            raise Refused(TOO_LARGE)
    return Words("\n".join(lines) + "\n", rows)


def _part(package: zipfile.ZipFile, name: str) -> Any:
    """Return the XML of a part that a document may lack."""
    return parsed_part(package, name, _DAMAGED) if name in package.namelist() else None


def _lines(body: Any, document: _Document) -> Iterator[str]:
    for block in body:
        if block.tag == _W + "p":
            yield from _paragraph(block, document)
        elif block.tag == _W + "tbl":
            yield from _table(block, document).lines()
        elif block.tag == _W + "sdt":
            for content in block.findall(_W + "sdtContent"):
                yield from _lines(content, document)


def _paragraph(paragraph: Any, document: _Document) -> Iterator[str]:
    """Give a paragraph's lines: its number and words, cut at breaks; then those of its text boxes."""
    words: list[str] = []
    boxes: list[Any] = []
    _collect(paragraph, words, boxes)
    text = "".join(words)
    number = document.numbers.of(paragraph) if text.strip() else ""
    lines = f"{number}{text}".split("\n")
    yield from filter(str.strip, lines)
    for box in boxes:
        yield from _lines(box, document)


def _collect(element: Any, words: list[str], boxes: list[Any]) -> None:
    """Collect the words below an element; deleted ones and a box's older twin (Fallback) are left out."""
    stack = [element]
    while stack:
        node = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag == _W + "txbxContent":
            boxes.append(node)
        elif tag == _W + "t":
            words.append(node.text or "")
        elif tag == _W + "tab":
            words.append(" ")
        elif tag in {_W + "br", _W + "cr"}:
            words.append("\n")
        elif tag not in {_W + "del", _W + "moveFrom", _W + "pPr"} and not tag.endswith("}Fallback"):
            stack += list(node)[::-1]


def _table(table: Any, document: _Document) -> Grid:
    """Return a table's cells.

    One that goes on from above (vMerge) says the same; a blank one of its own stays blank.
    """
    grid = Grid(document.rows, document.last_row)
    for row in table.findall(_W + "tr"):
        grid.start_row()
        for cell in _cells(row):
            grid.start_cell(_columns(cell), goes_on=_goes_on(cell))
            _add_words(grid, cell, document)
    return grid


def _cells(part: Any) -> Iterator[Any]:
    """Give the cells of a row, those within fields and tracked changes too."""
    for child in part:
        if child.tag == _W + "tc":
            yield child
        elif child.tag != _W + "tr":
            yield from _cells(child)


def _columns(cell: Any) -> int:
    """Return how many columns a cell covers."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    width = span.get(_W + "val", "1") if span is not None else "1"
    return int(width) if width.isdecimal() and len(width) < _LONGEST_NUMBER else 1


def _goes_on(cell: Any) -> bool:
    """Tell whether a cell goes on with the one above it."""
    joined = cell.find(f"{_W}tcPr/{_W}vMerge")
    if joined is None:
        return False
    return bool(joined.get(_W + "val") != "restart")


def _add_words(grid: Grid, cell: Any, document: _Document) -> None:
    for block in cell:
        if block.tag == _W + "p":
            for line in _paragraph(block, document):
                grid.add(line)
        elif block.tag == _W + "tbl":
            grid.add_table(_table(block, document).lines())
