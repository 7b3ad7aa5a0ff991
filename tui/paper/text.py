"""Sheets as plain text for typewriter fonts and dot-matrix printers: each line of a table is equally wide.

A character takes two columns when GB18030 writes it in more than one byte, quotes and dashes included, as
Chinese printers and WPS set them.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from store.progress import Progress, silent
from store.words.line_breaking import Measure
from tui.paper.layout import Sheet, row_count
from tui.paper.output import Output
from tui.paper.paging import ENDLESS, Page, pages
from tui.paper.ruler import INDENT, STYLES, Lettering, PaperLine, Ruler
from tui.paper.setup import PageSetup

_FOOT = 2
"""Lines of a page for its number and the gap over it."""


def write(sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent) -> Output:
    """Return the sheets as a file; characters that its encoding lacks are replaced and named."""
    text = to_text(sheets, setup, progress)
    lost = set() if text.isascii() else set(filter(_is_half_a_pair, text))
    ends = "\r\n" if setup.newline == "crlf" else "\n"
    data = text.replace("\n", ends).encode(setup.encoding, "replace")
    remarks = (f"有 {len(lost)} 种字符不能写成文本，已用“?”代替。",) if lost else ()
    return Output(data, remarks)


def _is_half_a_pair(character: str) -> bool:
    """Return whether a character is half of a surrogate pair, which no encoding can write."""
    return "\ud800" <= character <= "\udfff"


def to_text(
    sheets: Sequence[Sheet], setup: PageSetup, progress: Progress = silent, *, paged: bool = True
) -> str:
    """Return the sheets in pages parted by form feeds, each with the heading row and its number.

    Each is in one piece where not `paged`.
    """
    return "\f".join(text_pages(sheets, setup, progress, paged=paged))


def text_pages(
    sheets: Sequence[Sheet],
    setup: PageSetup,
    progress: Progress = silent,
    *,
    paged: bool = True,
    measure: Measure | None = None,
) -> Iterator[str]:
    """Yield the pages, each made when it is asked for; a screen may measure in its own cells.

    A page without text is the back of a sheet of one page, where the next one is handed out by itself.
    """
    ruler = text_ruler(setup.columns, measure or columns_of)
    numbered = paged and setup.numbers != "none"
    height = setup.lines - (_FOOT if numbered else 0) if paged else ENDLESS
    number, before, total = setup.first_page, 0, row_count(sheets)
    is_front_next = True
    for sheet in sheets:
        if paged and setup.own_numbers:
            if not is_front_next:
                yield ""
            number, is_front_next = setup.first_page, True
        widths = ruler.widths(sheet)
        table_width = sum(widths) + 3 * len(widths) + 1
        width = max(setup.columns, table_width)
        last = _imprint(sheet, ruler, width)
        for page, is_last in _to_last(pages(sheet, ruler, widths, height, frame=1)):
            progress(before + page.done, total)
            lines = list(_drawn(page, sheet, ruler, widths, width))
            if is_last and last and len(lines) + len(last) <= height:
                free = height - len(lines) - len(last) if paged else 1
                lines += [""] * free
                lines += last
                last = []
            if numbered:
                lines += [""] * (height + 1 - len(lines))
                lines.append(_number(number, ruler, width, setup.numbers))
            yield "".join(f"{line}\n" for line in lines)
            number += 1
            is_front_next = not is_front_next
        if last:
            above = "\n" * (height - len(last))
            yield above + "".join(f"{line}\n" for line in last)
        before += len(sheet.rows)


def _to_last(found: Iterator[Page]) -> Iterator[tuple[Page, bool]]:
    """Yield pages, each with whether it is the last."""
    page = next(found, None)
    while page is not None:
        following = next(found, None)
        yield page, following is None
        page = following


def _imprint(sheet: Sheet, ruler: Ruler, width: int) -> list[str]:
    """Return the lines of the 版记 with the rules over them and under the last; none where there is none."""
    lines: list[str] = []
    for line in ruler.imprint(sheet):
        if line.rule:
            lines.append("-" * width)
        right = f"{line.right}{INDENT}" if line.right else ""
        free = ruler.width - ruler.measure("imprint", line.text + right)
        blanks = " " * max(0, free)
        lines.append((line.text + blanks + right).rstrip(" "))
    return [*lines, "-" * width] if lines else lines


def text_ruler(columns: int, measure: Measure) -> Ruler:
    """Return a ruler in columns and lines.

    A column takes two blanks and a bar beside its text, a row the rule under it; full-width characters fill.
    """
    types = dict.fromkeys(STYLES, Lettering(measure, 1))
    return Ruler(types, width=columns - 1, pad=3, gap=1, least=2, even=2)


def columns_of(text: str) -> int:
    """Return the columns that a text takes on paper."""
    try:
        # GB18030 without its four-byte characters, which are two columns wide as well.
        return len(text.encode("gbk"))
    except UnicodeEncodeError:
        return sum(map(_column_width, text))


@lru_cache(maxsize=65536)
def _column_width(character: str) -> int:
    return min(2, len(character.encode("gb18030", "replace")))


def _number(number: int, ruler: Ruler, width: int, where: str) -> str:
    """Return — 1 —, one character in from the outer edge (GB/T 9704-2012, 7.5)."""
    said = f"— {number} —"
    if where == "centred":
        return _set(said, ruler, width, centred=True).rstrip()
    if number % 2 == 0:
        return f"  {said}"
    free = width - ruler.types["note"].measure(said) - 2
    return " " * free + said


def _drawn(page: Page, sheet: Sheet, ruler: Ruler, widths: Sequence[int], total: int) -> Iterator[str]:
    """Yield the lines of a page."""
    yield from (_outside(line, ruler, total) for line in page.above)
    if page.cells:
        yield from _table(page, sheet, ruler, widths)
    yield from (_outside(line, ruler, total) for line in page.below)


def _outside(line: PaperLine, ruler: Ruler, total: int) -> str:
    if line.right is not None:
        free = total - line.right - ruler.measure(line.style, line.text)
        return " " * free + line.text
    return _set(line.text, ruler, total, centred=line.style in ("title", "under"))


_Strip = list[str | None]
"""The parts of one column from top to bottom: text, or a rule where a cell ends.

A cell over several columns writes its text in the first and leaves the others None: no bar is between them.
"""


def _table(page: Page, sheet: Sheet, ruler: Ruler, widths: Sequence[int]) -> Iterator[str]:
    """Yield the table's lines."""
    strips = _strips(page, sheet, ruler, widths)
    lines: list[Sequence[str | None]] = list(zip(*strips, strict=True))
    if not sheet.framed:
        yield from map(_unframed, lines)
        return
    last = len(lines) - 1
    for index, parts in enumerate(lines):
        above = lines[index - 1 if index else 1]
        below = lines[index + 1 if index < last else last - 1]
        yield _joined(parts, above, below)


def _unframed(parts: Sequence[str | None]) -> str:
    """Return one line of a list: its parts one after another."""
    return " ".join(part for part in parts if part is not None).rstrip()


def _strips(page: Page, sheet: Sheet, ruler: Ruler, widths: Sequence[int]) -> list[_Strip]:
    """Return the parts of each column from top to bottom."""
    rule = "-" if sheet.framed else " "
    rules = [rule * (width + 2) for width in widths]
    strips: list[_Strip] = [[rule] for rule in rules]
    for cell in sorted(page.cells, key=lambda placed: placed.row):
        top = page.tops[cell.row]
        stop = page.tops[cell.row + cell.rowspan]
        height = stop - top - 1
        columns = range(cell.column, cell.column + cell.colspan)
        width = sum(widths[column] + 3 for column in columns) - 3
        centred = sheet.is_centred(cell.column, cell.cell)
        lines = [_set(line, ruler, width, centred=centred) for line in cell.lines]
        padded = [f" {line} " for line in lines]
        blank = " " * (width + 2)
        free = [blank] * (height - len(padded))
        strips[cell.column] += _middle(padded, height, blank) if sheet.framed else [*padded, *free]
        for column in columns[1:]:
            strips[column] += [None] * height
        for column in columns:
            strips[column].append(rules[column])
    return strips


def _middle(lines: Sequence[str], height: int, blank: str) -> list[str]:
    """Return lines in the middle of a height."""
    free = height - len(lines)
    above = [blank] * (free // 2)
    below = [blank] * (free - free // 2)
    return [*above, *lines, *below]


def _joined(parts: Sequence[str | None], above: Sequence[str | None], below: Sequence[str | None]) -> str:
    """Return one line of the table: its parts with the frame between them.

    They cross wherever a rule ends and a bar meets it.
    """
    line = ""
    is_left_ruled = False
    for column, part in enumerate(parts):
        if part is None:
            continue
        is_ruled = part.startswith("-")
        if not is_ruled and not is_left_ruled:
            line += "|"
        elif is_ruled and is_left_ruled and column and _meets_no_bar(above[column], below[column]):
            line += "-"
        else:
            line += "+"
        line += part
        is_left_ruled = is_ruled
    return line + ("+" if is_left_ruled else "|")


def _meets_no_bar(above: str | None, below: str | None) -> bool:
    """Return whether a rule goes on between two cells that both stand over several columns."""
    return above is None and below is None


def _set(line: str, ruler: Ruler, width: int, *, centred: bool) -> str:
    """Return a line filled up to its width."""
    free = width - ruler.types["text"].measure(line)
    left = free // 2 if centred else 0
    return " " * left + line + " " * (free - left)
