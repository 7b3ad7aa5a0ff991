"""How a format measures: columns and lines for text, thousandths of a point for pdf; always in integers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from store.words.line_breaking import Measure, parted
from tui.paper.layout import ImprintEntry, Paragraph, Sheet, SheetCell, TextStyle
from tui.paper.setup import PageSetup
from tui.paper.titles import title_lines
from tui.paper.widths import fitted

OtherStyle = Literal["annex", "title", "under", "text", "strong", "note", "imprint"]
Style = OtherStyle | TextStyle
TEXT_STYLES: tuple[TextStyle, ...] = get_args(TextStyle)
"""The styles of running text: three kinds of letters on one grid."""
STYLES: tuple[Style, ...] = (*get_args(OtherStyle), *TEXT_STYLES)


class StyleLetters(NamedTuple):
    """Which letters a style has: their role among the page's, and their points; 0 for those of the table."""

    role: str
    points: float


LETTERS: Mapping[Style, StyleLetters] = {
    "annex": StyleLetters("strong", 16),
    "title": StyleLetters("title", 22),
    "under": StyleLetters("under", 12),
    "text": StyleLetters("text", 0),
    "strong": StyleLetters("strong", 0),
    "note": StyleLetters("text", 0),
    "imprint": StyleLetters("text", 14),
    "body": StyleLetters("text", 16),
    "heading": StyleLetters("strong", 16),
    "subheading": StyleLetters("under", 16),
}
"""The letters of each style in formats of pages; Word has styles of its own."""
_SHORT = 14
"""Characters of a date or a name at most; what is longer is a sentence."""
_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月.*")
# 2026年|10月|31日前.
_DATE_PIECE = re.compile(r"\d{4}年|\d{1,2}月|.+")
# 外国专家|服务中心, or but 中心; 科技信息|研究所; else the last two signs: 高新技术企业|协会.
_ENDING = re.compile(r"(?:(?:服务|促进|发展|管理)(中心)|研究[所院]|办公室|委员会|[一-龥]{2})$")
INDENT = "　"
"""What a line of running text is indented by, once a character."""


def letter_sizes(setup: PageSetup) -> dict[Style, float]:
    """Return the points of the letters of each style on a page."""
    return {style: letters.points or setup.size for style, letters in LETTERS.items()}


@dataclass(frozen=True, slots=True)
class Lettering:
    """The letters of a style: how wide a text is in them, and how high a line."""

    measure: Measure
    line: int


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line outside the table, already wrapped; an empty one is a gap."""

    style: Style
    text: str
    right: int | None = None
    """What is left free at the right of a line that is set there; none for one at the left."""
    keep: bool = False
    """Whether no page ends after it."""


@dataclass(frozen=True, slots=True)
class ImprintLine:
    """A line of the 版记, with a rule over it, thick, thin or none, and what stands at its right."""

    text: str
    right: str = ""
    rule: str = ""


class Ruler:
    """Wraps what is to be set in a format's letters."""

    def __init__(
        self, types: Mapping[Style, Lettering], *, width: int, pad: int, gap: int, least: int, even: int = 1
    ) -> None:
        """Take the letters of each style, and the measures of a page.

        They are its width, what a column takes of it beside its text, what a row takes of the height beside
        its lines, the narrowest column, and the number that widths are multiples of.
        """
        self.types = types
        self.width, self.pad, self.gap = width, pad, gap
        self.least, self.even = least, even
        self.wrapped = lru_cache(65536)(self._wrapped)

    def _wrapped(self, lines: tuple[str, ...], style: Style, width: int) -> tuple[str, ...]:
        measure = self.types[style].measure
        parts: list[str] = []
        for line in lines:
            parts += _parts(line, width, measure)
        return tuple(parts)

    def measure(self, style: Style, text: str) -> int:
        """Return how wide a text is."""
        return self.types[style].measure(text)

    def line(self, style: Style) -> int:
        """Return how high a line is."""
        return self.types[style].line

    def padding(self, style: Style, width: int) -> str:
        """Return blanks of whole characters that fill a width."""
        return INDENT * max(0, width // self.measure(style, INDENT))

    def cell_lines(
        self, cell: SheetCell, width: int, lines: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """Return the lines of a cell, or others in its letters, as they stand in a width."""
        style: Style = "strong" if cell.strong else "text"
        return self.wrapped(cell.lines if lines is None else lines, style, width)

    def kept_parts(self, cell: SheetCell, line: str, width: int) -> tuple[str, ...]:
        """Return what a date or a name of a cell is parted into, each to stand whole; a sentence as it is."""
        parts = self.cell_lines(cell, width, (line,))
        return parts if len(line) <= _SHORT and "".join(parts) == line else (line,)

    def widths(self, sheet: Sheet) -> list[int]:
        """Return the inner widths of a sheet's columns; the widest takes what is left over."""
        if not sheet.columns:
            return []
        room = max(0, self.width - self.pad * len(sheet.columns))
        fit = fitted(sheet, room, self._measure_of)
        widths = [max(self.least, self._evened(width)) for width in fit]
        rest = max(0, room - sum(widths))
        widths[widths.index(max(widths))] += self._evened(rest)
        return widths

    def _measure_of(self, cell: SheetCell) -> Measure:
        return self.types["strong" if cell.strong else "text"].measure

    def _evened(self, width: int) -> int:
        return width // self.even * self.even

    def above(self, sheet: Sheet) -> list[PaperLine]:
        """Return what stands over the table: 附件 and its number, the title on its line, gaps.

        GB/T 9704-2012, 7.3.7.
        """
        lines = [PaperLine("body", "")] * sheet.room_above
        if sheet.annex:
            lines += self._lines("annex", (sheet.annex,))
            lines += [PaperLine("annex", "")] * (sheet.title_line - 2)
        lines += [PaperLine("title", line) for line in self.title_lines(sheet)]
        lines += self._lines("under", sheet.under)
        lines.append(PaperLine("body" if sheet.text else "under", ""))
        return lines

    def title_lines(self, sheet: Sheet) -> tuple[str, ...]:
        """Return the lines of its title."""
        return title_lines(sheet.title, self.types["title"].measure, self.width, sheet.whole)

    def running(self, sheet: Sheet) -> list[PaperLine]:
        """Return the lines of its running text, indented."""
        lines: list[PaperLine] = []
        for paragraph in sheet.text:
            lines += self._paragraph(paragraph)
        return lines

    def _paragraph(self, paragraph: Paragraph) -> list[PaperLine]:
        """Return the lines of a paragraph; its last two go with the next one where it stays with that."""
        style = paragraph.style
        sign = self.measure(style, INDENT)
        if paragraph.right is not None:
            free = round(paragraph.right * sign)
            return [PaperLine(style, paragraph.text, free, paragraph.keep)]
        indents = (paragraph.first, paragraph.further)
        texts = self._hung(paragraph.text, style, self.width, indents)
        kept = texts[-2:] if paragraph.keep else []
        lines = [PaperLine(style, text) for text in texts]
        count = len(lines) - len(kept)
        return [*lines[:count], *(PaperLine(style, text, keep=True) for text in kept)]

    def _hung(self, text: str, style: Style, width: int, indents: tuple[int, int]) -> list[str]:
        """Return the lines of a text whose first and whose other lines are indented."""
        if not text:
            return [""]
        measure = self.types[style].measure
        first, further = (INDENT * count for count in indents)
        whole = first + text
        head = parted(whole, width, measure)[0]
        rest = whole[len(head) :]
        narrower = width - measure(further)
        others = _parts(rest, narrower, measure) if rest else []
        return [head.rstrip(), *map(further.__add__, others)]

    def imprint(self, sheet: Sheet) -> list[ImprintLine]:
        """Return the lines of its 版记: a character free at each side, what follows 抄送： under itself.

        GB/T 9704-2012, 7.4: the first and the last rule are thick; the last is not among the lines.
        """
        lines: list[ImprintLine] = []
        for entry in sheet.imprint:
            first, *others = self._entry(entry)
            rule = "thin" if lines else "thick"
            lines.append(ImprintLine(first, entry.right, rule))
            lines += map(ImprintLine, others)
        return lines

    def _entry(self, entry: ImprintEntry) -> list[str]:
        measure = self.types["imprint"].measure
        width = self.width - measure(INDENT) - measure(entry.right)
        return self._hung(entry.text, "imprint", width, (1, 1 + entry.hanging))

    def below(self, sheet: Sheet) -> list[PaperLine]:
        """Return what stands under the table."""
        return self._lines("note", sheet.notes)

    def _lines(self, style: Style, texts: tuple[str, ...]) -> list[PaperLine]:
        return [PaperLine(style, line) for line in self.wrapped(texts, style, self.width)]


def _parts(line: str, width: int, measure: Measure) -> list[str]:
    parts = parted(line, width, measure)
    if len(parts) > 1 and len(line) <= _SHORT:
        parts = _parted_with_sense(line, parts, width, measure)
    return [part.rstrip() for part in parts]


def _parted_with_sense(line: str, parts: list[str], width: int, measure: Measure) -> list[str]:
    """Return the lines of a date or a name in as many lines, parted where it reads better."""
    if _DATE.fullmatch(line):
        lines = _date_lines(line, width, measure)
        return lines if len(lines) <= len(parts) and max(map(measure, lines)) <= width else parts
    *before, above, last = parts
    ending = _ENDING.search(line)
    endings = ending.group(0, 1) if ending else ()
    for kept in filter(None, endings):
        rest = above[: len(last) - len(kept)]
        if len(last) < len(kept) and rest and measure(kept) <= width:
            return [*before, rest, kept]
    return parts


def _date_lines(line: str, width: int, measure: Measure) -> list[str]:
    """Return the lines of a date, the last as full as may be: 2026年|10月31日前."""
    *pieces, last = _DATE_PIECE.findall(line)
    lines = [last]
    for piece in reversed(pieces):
        if measure(piece + lines[0]) <= width:
            lines[0] = piece + lines[0]
        else:
            lines.insert(0, piece)
    return lines
