"""Files read back by others' hands into what a grid holds."""

import io
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

import openpyxl
import pdfplumber
import pypdfium2

from tests.tui.paper.grids import Found
from tui.paper.layout import CONTINUED

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_tables(data: bytes) -> list[Found]:
    """The table of each sheet of a Word file, by its XML alone, those of its pages put together again.

    A page's table begins with the heads of the first one, and with the joined cells that go on, said again.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    tables: list[Found] = []
    is_next_page = False
    for block in root[0]:
        if block.tag == f"{_W}tbl":
            found = _docx_table(block)
            if is_next_page:
                _go_on(tables[-1], found, _standing_heads(block))
            else:
                tables.append(found)
        style = block.find(f"{_W}pPr/{_W}pStyle")
        is_next_page = style is not None and style.get(f"{_W}val") == "PageEnd"
    return tables


def _standing_heads(table: ElementTree.Element) -> int:
    return len(table.findall(f"{_W}tr/{_W}trPr/{_W}tblHeader"))


def _go_on(table: Found, page: Found, heads: int) -> None:
    """Add the rows of the next page to a table."""
    end = max(row + down for (row, _), (_, down, _) in table.items())
    for (row, column), cell in page.items():
        if row < heads:
            assert table[row, column] == cell, "the heads stand on each page"
            continue
        text, down, across = cell
        before = [place for place in table if place[1] == column]
        begun = max(before)
        if row == heads and _goes_on(table[begun][0], text):
            table[begun] = (table[begun][0], end - begun[0] + down, across)
        else:
            table[end + row - heads, column] = cell


def _goes_on(before: str, text: str) -> bool:
    """Whether a cell at a page's head is that of the page before: a sign may be repeated without (续)."""
    is_sign = text == before and (0 < len(text) <= 2 or text.replace(".", "").isdecimal())
    return is_sign or text in (f"{before}\n{CONTINUED}", CONTINUED)


def _docx_table(table: ElementTree.Element) -> Found:
    found: Found = {}
    begun: dict[int, int] = {}
    columns = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
    for row, line in enumerate(table.findall(f"{_W}tr")):
        column = 0
        for cell in line.findall(f"{_W}tc"):
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            across = int(span.get(f"{_W}val", "1")) if span is not None else 1
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            text = "\n".join(
                "".join(part.text or "" for part in paragraph.iter(f"{_W}t"))
                for paragraph in cell.findall(f"{_W}p")
            )
            if merge is not None and merge.get(f"{_W}val") != "restart":
                first = begun[column]
                assert (found[first, column][2], text) == (across, "")
                found[first, column] = (found[first, column][0], row - first + 1, across)
            else:
                found[row, column] = (text, 1, across)
                begun[column] = row
            column += across
        assert column == columns
    return found


class _Tables(HTMLParser):
    """Collects the tables of a page, filling the grid as a browser does."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Found] = []
        self.outside: list[str] = []
        self.begins: list[tuple[int, int]] = []
        """The tables and their rows that pages begin with, but for the first of each."""
        self._row = -1
        self._column = 0
        self._covered: set[tuple[int, int]] = set()
        self._cell: tuple[int, int] | None = None
        self._is_repeated = False
        """Whether what is read are headings that a page repeats."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_repeated:
            assert tag in ("tr", "th", "td", "br", "span", "wbr"), tag
        elif tag == "table":
            self.tables.append({})
            self._row, self._covered = -1, set()
        elif tag == "tr":
            self._row, self._column = self._row + 1, 0
        elif tag in ("td", "th"):
            said = dict(attrs)
            down, across = int(said.get("rowspan") or 1), int(said.get("colspan") or 1)
            while (self._row, self._column) in self._covered:
                self._column += 1
            self._cell = (self._row, self._column)
            self.tables[-1][self._cell] = ("", down, across)
            self._covered |= {(self._row + y, self._column + x) for y in range(down) for x in range(across)}
        elif tag == "br":
            if self._cell:
                self.handle_data("\n")
        elif tag == "tbody" and attrs:
            self.begins.append((len(self.tables) - 1, self._row + 1))
            self._is_repeated = attrs == [("class", "page head")]
        else:
            assert tag in (
                "html",
                "head",
                "meta",
                "title",
                "style",
                "body",
                "section",
                "p",
                "h1",
                "colgroup",
                "col",
                "thead",
                "tbody",
                "span",
                "wbr",
            ), tag

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._cell = None
        elif tag == "tbody":
            self._is_repeated = False

    def handle_data(self, data: str) -> None:
        if self._is_repeated:
            return
        if self._cell:
            text, down, across = self.tables[-1][self._cell]
            self.tables[-1][self._cell] = (text + data, down, across)
        else:
            self.outside.append(data)


def html_tables(data: bytes) -> list[Found]:
    """The tables of a web page, cells that go on over a page's end put together again."""
    reader = _Tables()
    reader.feed(data.decode())
    reader.close()
    for table, row in reader.begins:
        _put_together(reader.tables[table], row)
    return reader.tables


def xlsx_tables(data: bytes) -> list[Found]:
    """The bordered cells of each worksheet, those that go on over a page's end put together again.

    Every one of them must hold text.
    """
    book = openpyxl.load_workbook(io.BytesIO(data))
    tables = []
    for page in book.worksheets:
        first = next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).border.left.style)
        merged = {(area.min_row, area.min_col): area for area in page.merged_cells.ranges}
        covered = {
            place
            for area in merged.values()
            for place in _inside(area.min_row, area.min_col, area.max_row, area.max_col)
        }
        found: Found = {}
        for line in page.iter_rows(min_row=first):
            for cell in line:
                place = (cell.row, cell.column)
                if cell.border.left.style and (place in merged or place not in covered):
                    assert cell.data_type in ("s", "n") and (
                        cell.value is None or isinstance(cell.value, str)
                    ), cell.value
                    assert cell.hyperlink is None
                    area = merged.get(place)
                    size = (
                        (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1) if area else (1, 1)
                    )
                    found[cell.row - first, cell.column - 1] = (cell.value or "", *size)
        for end in page.row_breaks.brk:
            _put_together(found, end.id + 1 - first)
        tables.append(found)
    return tables


def _put_together(table: Found, row: int) -> None:
    """Join the cells that a page begins with to those above that they repeat."""
    for column in sorted(column for begun, column in table if begun == row):
        text, down, across = table[row, column]
        first = max(begun for begun, place in table if place == column and begun < row)
        before, above, _ = table[first, column]
        if first + above == row and _goes_on(before, text):
            table[first, column] = (before, above + down, across)
            del table[row, column]


def _inside(top: int, left: int, bottom: int, right: int) -> set[tuple[int, int]]:
    return {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}


def pdf_texts(data: bytes) -> list[str]:
    """The text of each page, blanks left out."""
    file = pypdfium2.PdfDocument(data)
    # PDFium takes a hyphen at the end of a line for one that parts a word, and gives U+FFFE in its place.
    texts = ["".join(page.get_textpage().get_text_range().replace("\ufffe", "-").split()) for page in file]
    file.close()
    return texts


def pdf_tables(data: bytes) -> list[list[list[str | None]]]:
    """The ruled table of each page: a text a cell, blanks left out, None where a joined cell covers."""
    with pdfplumber.open(io.BytesIO(data)) as file:
        tables = [page.extract_table() or [] for page in file.pages]
    return [
        [[cell if cell is None else "".join(cell.split()) for cell in row] for row in table]
        for table in tables
    ]
