"""The lines of a source as its text has them: whole again, and without what the page puts round it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from store.reading.grid_rows import GridRow
from store.reading.signs.broken_lines import paragraphs
from store.reading.signs.lines import SourceLine, is_furniture, lines_of, without_glosses
from store.reading.signs.page_parts import PAGE_NUMBER, page_parts

# -1-开展一次培训: the number of the page, glued to the first line of the next.
_GLUED_NUMBER = re.compile(r"^[-—–]{1,2} ?\d{1,3} ?[-—–]{1,2}(?=[\u4e00-\u9fff])", re.MULTILINE)


class LinesRead(NamedTuple):
    """The lines of the text, and those of its pages, each with what it is taken for (页码)."""

    text: list[SourceLine]
    pages: list[tuple[SourceLine, str]]


def read_lines(source: str, grid: Mapping[int, GridRow] | None = None) -> LinesRead:
    """Return the lines of a cleaned source; `grid` holds the rows of a document's tables, by line."""
    text = without_glosses(source)
    pages = [
        (SourceLine(_line_of(found), found.group()), PAGE_NUMBER) for found in _GLUED_NUMBER.finditer(text)
    ]
    # Blanks in its place, so that the line keeps its width.
    text = _GLUED_NUMBER.sub(lambda number: " " * len(number.group()), text)
    lines = lines_of(text)
    parts = page_parts(lines)
    pages += [(line, parts[line.number]) for line in lines if line.number in parts]
    own = [line for line in lines if line.number not in parts and not is_furniture(line)]
    if grid:
        own = [_with_cells(line, grid.get(line.number)) for line in own]
    return LinesRead(paragraphs(own, text, frozenset(line.number for line, _ in pages)), pages)


def _with_cells(line: SourceLine, row: GridRow | None) -> SourceLine:
    return SourceLine(line.number, line.text, row.cells, row.table) if row else line


def _line_of(found: "re.Match[str]") -> int:
    """Return the number of the line in which a pattern was found."""
    return found.string.count("\n", 0, found.start()) + 1
