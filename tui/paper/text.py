"""Sheets as plain text for typewriter fonts and dot-matrix printers: every line of a table has the same number of columns.

A character takes two columns when GB18030 writes it in more than one byte, quotes and dashes included: that is
how Chinese printers and WPS set them.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from store.words.line_breaking import Measure
from tui.paper.layout import Progress, Sheet, silent
from tui.paper.output import Output
from tui.paper.paging import ENDLESS, Page, pages
from tui.paper.ruler import PaperLine, Ruler, Style, Type
from tui.paper.setup import PageSetup

_STYLES: tuple[Style, ...] = ("annex", "title", "under", "text", "strong", "note")
_FOOT = 2
"""Lines of a page for its number and the gap over it."""


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """The sheets as a file; characters that its encoding lacks are replaced and named."""
    text = to_text(sheets, setup, progress)
    lost = (
        dict.fromkeys(character for character in text if "\ud800" <= character <= "\udfff")
        if not text.isascii()
        else {}
    )
    data = text.replace("\n", "\r\n" if setup.newline == "crlf" else "\n").encode(setup.encoding, "replace")
    return Output(data, (f"有 {len(lost)} 种字符不能写成文本,已用“?”代替。",) if lost else ())


def to_text(
    sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent, *, paged: bool = True
) -> str:
    """The sheets in pages parted by form feeds, each with the heading row and its number; each in one piece where not `paged`."""
    return "\f".join(text_pages(sheets, setup, progress, paged=paged))


def text_pages(
    sheets: Sequence[Sheet],
    setup: PageSetup,
    progress: Progress = silent,
    *,
    paged: bool = True,
    measure: Measure | None = None,
) -> Iterator[str]:
    """The pages one after another, each made when it is asked for; a screen may measure in its own cells."""
    ruler = text_ruler(setup.columns, measure or columns_of)
    numbered = paged and setup.numbers != "none"
    height = setup.lines - (_FOOT if numbered else 0) if paged else ENDLESS
    number, before, total = setup.first_page, 0, sum(len(sheet.rows) for sheet in sheets)
    for sheet in sheets:
        widths = ruler.widths(sheet.columns)
        width = max(setup.columns, sum(widths) + 3 * len(widths) + 1)
        for page in pages(sheet, ruler, widths, height, frame=1):
            progress(before + page.done, total)
            lines = list(_drawn(page, sheet, ruler, widths, width))
            if numbered:
                lines += [*[""] * (height + 1 - len(lines)), _number(number, ruler, width, setup.numbers)]
            yield "".join(line + "\n" for line in lines)
            number += 1
        before += len(sheet.rows)


def text_ruler(columns: int, measure: Measure) -> Ruler:
    """Columns and lines: a column takes two blanks and a bar beside its text, a row the rule under it; full-width characters fill."""
    return Ruler(dict.fromkeys(_STYLES, Type(measure, 1)), width=columns - 1, pad=3, gap=1, least=2, even=2)


def columns_of(text: str) -> int:
    """The columns that a text takes on paper."""
    try:
        return len(
            text.encode("gbk")
        )  # GB18030 without its four-byte characters, which are two columns wide as well.
    except UnicodeEncodeError:
        return sum(map(_column_width, text))


@lru_cache(maxsize=65536)
def _column_width(character: str) -> int:
    return min(2, len(character.encode("gb18030", "replace")))


def _number(number: int, ruler: Ruler, width: int, place: str) -> str:
    """— 1 —, one character in from the outer edge (GB/T 9704-2012, 7.5)."""
    said = f"— {number} —"
    if place == "centred":
        return _set(said, ruler, width, centred=True).rstrip()
    return f"  {said}" if number % 2 == 0 else " " * (width - ruler.types["note"].measure(said) - 2) + said


def _drawn(page: Page, sheet: Sheet, ruler: Ruler, widths: Sequence[int], total: int) -> Iterator[str]:
    """The lines of a page."""
    yield from (_outside(line, ruler, total) for line in page.above)
    if page.cells:
        yield from _table(page, sheet, ruler, widths)
    yield from (_outside(line, ruler, total) for line in page.below)


def _outside(line: PaperLine, ruler: Ruler, total: int) -> str:
    return _set(line.text, ruler, total, centred=line.style in ("title", "under"))


def _table(page: Page, sheet: Sheet, ruler: Ruler, widths: Sequence[int]) -> Iterator[str]:
    """The table's lines. For each column a strip of parts: text, or a rule where a cell ends; a cell over several columns writes
    its text in the first and leaves the others None, as no bar stands between them."""
    strips: list[list[str | None]] = [["-" * (width + 2)] for width in widths]
    for placed in sorted(page.cells, key=lambda placed: placed.row):
        height = page.tops[placed.row + placed.rowspan] - page.tops[placed.row] - 1
        columns = range(placed.column, placed.column + placed.colspan)
        width = sum(widths[column] + 3 for column in columns) - 3
        centred = sheet.columns[placed.column].centred if placed.cell.centred is None else placed.cell.centred
        before = (height - len(placed.lines)) // 2
        strip = strips[placed.column]
        strip += [" " * (width + 2)] * before
        strip += [f" {_set(line, ruler, width, centred=centred)} " for line in placed.lines]
        strip += [" " * (width + 2)] * (height - before - len(placed.lines))
        strip.append("-" * (widths[placed.column] + 2))
        for column in columns[1:]:
            strips[column] += [None] * height
            strips[column].append("-" * (widths[column] + 2))
    lines: list[Sequence[str | None]] = list(zip(*strips, strict=True))
    last = len(lines) - 1
    for index, parts in enumerate(lines):
        yield _joined(parts, lines[index - 1 if index else 1], lines[index + 1 if index < last else last - 1])


def _joined(parts: Sequence[str | None], above: Sequence[str | None], below: Sequence[str | None]) -> str:
    """One line of the table: its parts with the frame between them, crossing wherever a rule ends and a bar meets it."""
    line, left = "", False
    for column, part in enumerate(parts):
        if part is not None:
            ruled = part.startswith("-")
            open_ = ruled and left and column and above[column] is None and below[column] is None
            line += ("-" if open_ else "+" if ruled or left else "|") + part
            left = ruled
    return line + ("+" if left else "|")


def _set(line: str, ruler: Ruler, width: int, *, centred: bool) -> str:
    """A line filled up to its width."""
    free = width - ruler.types["text"].measure(line)
    left = free // 2 if centred else 0
    return " " * left + line + " " * (free - left)
