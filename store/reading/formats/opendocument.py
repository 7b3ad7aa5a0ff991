"""A document or workbook of OpenDocument (.odt, .ods) as the lines of a notice."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from store.reading.formats.decode import MAX_BYTES, MAX_LINES
from store.reading.formats.grids import MAX_CELLS, Grid, RowsSoFar, Words
from store.reading.formats.opendocument_lists import Lists
from store.reading.formats.packages import TOO_LARGE, check_package, parsed_part
from store.reading.formats.sheets import cell_words
from store.refused import Refused

_CONTENT = "content.xml"
_MOST_UNPACKED = 12 * 1024 * 1024
_OTHER = "这不是 ODF 文档（.odt、.ods），本程序读不出其中的通知。请在 WPS 中打开，另存为 .docx，再导入。"
_DAMAGED = "文件已损坏或不是 ODF 文档（.odt、.ods），无法读取。请在 WPS 中打开，另存为 .docx，再导入。"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_PARAGRAPHS = frozenset({_TEXT + "p", _TEXT + "h"})
_UNREAD = frozenset(
    {
        _TEXT + "tracked-changes",
        _TEXT + "note",
        _TEXT + "ruby-text",
        _OFFICE + "annotation",
        _OFFICE + "forms",
        _TABLE + "shapes",
    }
)
_ROW_GROUPS = frozenset(_TABLE + name for name in ("table-header-rows", "table-row-group", "table-rows"))
_BREAKS = {_TEXT + "tab": " ", _TEXT + "line-break": "\n"}
_LONGEST_NUMBER = 8
_MOST_BLANKS = 100


class _Document(NamedTuple):
    """What the parts of a document share while they are read."""

    lists: Lists
    rows: RowsSoFar
    hidden: frozenset[str]
    """The styles of tables that are not shown."""


def words_of_opendocument(data: bytes) -> Words:
    """Return the text of a document, table rows as cells parted by bars, or of a workbook's visible sheets.

    Refused is what is no document or beyond the limits.
    """
    check_package(data, _CONTENT, _OTHER, _DAMAGED, _MOST_UNPACKED)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = parsed_part(package, _CONTENT, _DAMAGED)
        has_styles = "styles.xml" in package.namelist()
        styles = [parsed_part(package, "styles.xml", _DAMAGED)] if has_styles else []
    body = content.find(_OFFICE + "body")
    if body is None:
        raise Refused(_DAMAGED)
    lists = Lists([*styles, content])
    document = _Document(lists, {}, frozenset(_hidden(content)))
    lines: list[str] = []
    size = 0
    for part in body:
        for line in _lines(part, document):
            lines.append(line)
            size += len(line)
            if size > MAX_BYTES or len(lines) > MAX_LINES:
                raise Refused(TOO_LARGE)
    return Words("\n".join(lines) + "\n", document.rows)


def _hidden(content: Any) -> Iterator[str]:
    """Give the styles of tables that are not shown."""
    for style in content.iter(_STYLE + "style"):
        for properties in style.findall(_STYLE + "table-properties"):
            if properties.get(_TABLE + "display") == "false":
                yield style.get(_STYLE + "name", "")


def _lines(part: Any, document: _Document) -> Iterator[str]:
    """Give the lines of a part of the body; what holds parts of the text is gone through."""
    for block in part:
        if block.tag in _PARAGRAPHS:
            yield from _paragraph(block, document)
        elif block.tag == _TEXT + "list":
            yield from _list(block, document)
        elif block.tag == _TABLE + "table":
            if block.get(_TABLE + "style-name", "") not in document.hidden:
                yield from _table(block, document).lines()
        elif block.tag not in _UNREAD:
            yield from _lines(block, document)


def _list(element: Any, document: _Document) -> Iterator[str]:
    """Give the lines of a list, its numbers before them."""
    document.lists.begin(element)
    for item in element:
        is_numbered = item.tag == _TEXT + "list-item"
        number = document.lists.number() if is_numbered else ""
        for line in _lines(item, document):
            yield number + line
            number = ""
    document.lists.end()


def _paragraph(paragraph: Any, document: _Document) -> Iterator[str]:
    """Give a paragraph's lines, cut at breaks; then those of its text boxes."""
    words: list[str] = []
    boxes: list[Any] = []
    _collect(paragraph, words, boxes)
    lines = "".join(words).split("\n")
    yield from filter(str.strip, lines)
    for box in boxes:
        yield from _lines(box, document)


def _collect(element: Any, words: list[str], boxes: list[Any]) -> None:
    """Collect the words of an element; notes and comments are left out."""
    stack: list[Any] = [element.text or "", *_inside(element)]
    stack.reverse()
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            words.append(part)
        elif part.tag in _BREAKS:
            words.append(_BREAKS[part.tag])
        elif part.tag == _TEXT + "s":
            blanks = _number(part, _TEXT + "c")
            words.append(" " * min(blanks, _MOST_BLANKS))
        elif part.tag.endswith("}text-box"):
            boxes.append(part)
        elif part.tag not in _UNREAD:
            stack += [part.text or "", *_inside(part)][::-1]


def _inside(element: Any) -> Iterator[Any]:
    """Give the parts within an element, and the words behind each."""
    for part in element:
        yield part
        yield part.tail or ""


def _table(table: Any, document: _Document) -> Grid:
    """Return a table's cells; rows and cells that are repeated are so as far as there are words in them."""
    grid = Grid(document.rows)
    cells = 0
    for row in _rows(table):
        found = list(_cells(row, document))
        again = _number(row, _TABLE + "number-rows-repeated") if found else 1
        cells += again * len(found)
        if cells > MAX_CELLS:
            raise Refused(TOO_LARGE)
        for _ in range(again):
            grid.start_row()
            for cell in found:
                _add(grid, cell)
    return grid


def _rows(table: Any) -> Iterator[Any]:
    for part in table:
        if part.tag == _TABLE + "table-row":
            yield part
        elif part.tag in _ROW_GROUPS:
            yield from _rows(part)


class _Cell(NamedTuple):
    """A cell: the columns and rows that it covers, its lines, and those of a table within it."""

    columns: int
    rows: int
    lines: Sequence[str]
    inner: Sequence[str]


def _cells(row: Any, document: _Document) -> Iterator[_Cell]:
    """Give the cells of a row up to the last with words; those that joined ones cover are left out."""
    blank: list[_Cell] = []
    for cell in row:
        if cell.tag != _TABLE + "table-cell":
            continue
        columns = _number(cell, _TABLE + "number-columns-spanned")
        rows = _number(cell, _TABLE + "number-rows-spanned")
        again = _number(cell, _TABLE + "number-columns-repeated")
        lines = list(_cell_lines(cell, document))
        read = _Cell(columns, rows, lines, list(_inner_lines(cell, document)))
        if read.lines or read.inner or rows > 1 or columns > 1:
            if len(blank) + again > MAX_CELLS:
                raise Refused(TOO_LARGE)
            yield from blank
            blank = []
            yield from [read] * again
        else:
            most = MAX_CELLS + 1 - len(blank)
            blank += [read] * min(again, most)


def _inner_lines(cell: Any, document: _Document) -> Iterator[str]:
    """Give the lines of the tables within a cell."""
    for table in cell.findall(_TABLE + "table"):
        yield from _table(table, document).lines()


def _cell_lines(cell: Any, document: _Document) -> Iterator[str]:
    """Give a cell's lines: dates and shares as lists word them, all else as it is shown."""
    kind = cell.get(_OFFICE + "value-type")
    try:
        if kind == "date":
            day = cell.get(_OFFICE + "date-value", "")
            yield cell_words(date.fromisoformat(day[:10]))
            return
        if kind == "percentage":
            value = cell.get(_OFFICE + "value", "")
            yield cell_words(float(value), "%")
            return
    except ValueError:
        pass
    for part in cell:
        if part.tag != _TABLE + "table" and part.tag not in _UNREAD:
            yield from _lines([part], document)


def _add(grid: Grid, cell: _Cell) -> None:
    grid.start_cell(cell.columns, cell.rows)
    for line in cell.lines:
        grid.add(line.strip())
    if cell.inner:
        grid.add_table(cell.inner)


def _number(element: Any, name: str) -> int:
    """Return a number that an element says, at least one."""
    words = element.get(name, "1")
    if words.isdecimal() and len(words) < _LONGEST_NUMBER:
        return max(int(words), 1)
    return 1
