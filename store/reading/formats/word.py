"""A Word document (.docx) as the lines of a notice: paragraphs with numbers, table rows with joined cells."""

import io
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

from store.reading.formats.decode import MAX_LINES
from store.reading.formats.grids import Grid, RowsSoFar, Words
from store.reading.formats.packages import TOO_LARGE, check_package
from store.reading.formats.word_numbers import ListNumbers
from store.refused import Refused

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT_LIMIT = 1024 * 1024
_LONGEST_NUMBER = 5
"""Digits from which on a number of columns is no honest one."""
_OTHER = "这不是 Word 文档 (.docx),本程序读不出其中的通知。请在 WPS 中打开,另存为 .docx 或文本文件 (*.txt),再导入。"
_DAMAGED = (
    "文件已损坏或不是 Word 文档 (.docx),无法读取。请在 WPS 中打开,另存为 .docx 或文本文件 (*.txt),再导入。"
)


class _Document(NamedTuple):
    """What the parts of a document share while they are read."""

    numbers: ListNumbers
    rows: RowsSoFar


def words_of_docx(data: bytes) -> Words:
    """Return the text of a document, table rows as cells parted by bars.

    Refused is what is no document or beyond the limits.
    """
    check_package(data, "word/document.xml", _OTHER, _DAMAGED)
    try:
        open_document = import_module("docx").Document
    except ImportError:
        raise Refused(
            "本机没有安装读取 Word 文档的组件 (python-docx)。请在 WPS 中另存为文本文件 (*.txt),再导入。"
        ) from None
    try:
        document = open_document(io.BytesIO(data))
        body = document.element.body
        numbers = ListNumbers(_part(document, "numbering_part"), document.styles.element)
    except Exception as error:  # the reader of packages raises whatever its damage brings about
        raise Refused(_DAMAGED) from error
    lines: list[str] = []
    size = 0
    rows: RowsSoFar = {}
    for line in _lines(body, _Document(numbers, rows)):
        lines.append(line)
        size += len(line)
        if size > _TEXT_LIMIT or len(lines) > MAX_LINES:
            raise Refused(TOO_LARGE)
    return Words("\n".join(lines) + "\n", rows)


def _part(document: Any, name: str) -> Any:
    """Return the XML of a part that a document may lack."""
    try:
        return getattr(document.part, name).element
    except (KeyError, NotImplementedError, AttributeError):
        return None


def _lines(body: Any, document: _Document) -> Iterator[str]:
    for block in body:
        if block.tag == _W + "p":
            yield from _paragraph(block, document)
        elif block.tag == _W + "tbl":
            yield from _table(block, document).lines()
        elif block.tag == _W + "sdt":
            for content in block.iterchildren(_W + "sdtContent"):
                yield from _lines(content, document)


def _paragraph(paragraph: Any, document: _Document) -> Iterator[str]:
    """Give a paragraph's lines: its number and words, cut at breaks; then those of its text boxes."""
    words: list[str] = []
    boxes: list[Any] = []
    _collect(paragraph, words, boxes)
    text = "".join(words)
    number = document.numbers.of(paragraph) if text.strip() else ""
    yield from (line for line in f"{number}{text}".split("\n") if line.strip())
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
    grid = Grid(document.rows)
    for row in table.iterchildren(_W + "tr"):
        grid.start_row()
        for cell in row.iter(_W + "tc"):
            if next(cell.iterancestors(_W + "tr")) is row:
                grid.start_cell(_columns(cell), goes_on=_goes_on(cell))
                _add_words(grid, cell, document)
    return grid


def _columns(cell: Any) -> int:
    """Return how many columns a cell covers."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    width = span.get(_W + "val", "1") if span is not None else "1"
    return int(width) if width.isdecimal() and len(width) < _LONGEST_NUMBER else 1


def _goes_on(cell: Any) -> bool:
    """Tell whether a cell goes on with the one above it."""
    joined = cell.find(f"{_W}tcPr/{_W}vMerge")
    return joined is not None and joined.get(_W + "val", "continue") != "restart"


def _add_words(grid: Grid, cell: Any, document: _Document) -> None:
    for block in cell:
        if block.tag == _W + "p":
            for line in _paragraph(block, document):
                grid.add(line)
        elif block.tag == _W + "tbl":
            grid.add_table(_table(block, document).lines())
