"""Lines broken at the edge of a page, as a copy out of a PDF has them, joined to paragraphs again."""

import re
from collections.abc import Sequence
from itertools import pairwise

from store.reading.signs.breaks import ends_sentence, ends_with_label, is_indented, seam
from store.reading.signs.columns import field_of
from store.reading.signs.headings import is_heading
from store.reading.signs.labels import LABEL
from store.reading.signs.line_ends import LineEnd, with_ends
from store.reading.signs.lines import SourceLine
from store.reading.signs.marks import Mark, in_chinese, mark_of
from store.reading.signs.page_edge import Edge, edge_of
from store.reading.signs.signature import is_body

# 附件, 附件2, 附 件 二: the page behind it may be wider or of smaller signs.
_ANNEX = re.compile(r"附 ?件 ?(?:\d{1,2}|[一二三四五六七八九十])? ?[:.、]?")
# 附件:1.成员名单 over 2.任务清单.
_LIST_MARK = re.compile(r"^附 ?件 ?[:\uff1a] ?")
# 序号 | 任务 | 牵头单位, also parted by tabs.
_BAR = re.compile(r"[|│┃\t]")
_ROWS = (
    # 张 三 市水务局局长 under 成员:李 四 处长.
    re.compile(r"(?:[\u4e00-\u9fff ]{2,8}:)? *[\u4e00-\u9fff·]{1,4} +[\u4e00-\u9fff]"),
    # 4 清理河道 市水务局 under 3 巡查湖泊 市水务局.
    re.compile(r"(?:\d{1,3}|\d{4,5}(?! *年))[ \t]+\S"),
    # 实地盘点:设备逐台清点; under 账务核对:清理总账;.
    re.compile(r"[\u4e00-\u9fff /]{2,12}:\S"),
)
_SENTENCE_SIGN = re.compile(r"[,。;:]")
_FEWEST_LABELS = 3
"""Words over columns that make a line a table's header."""
_LONGEST_LABEL = 8
"""Signs of such a word."""
_FAR = 20
"""Lines back within which the number before a line's is looked for."""
_OPENING, _CLOSING = "(《【〔“", ")》】〕”"


def paragraphs(lines: Sequence[SourceLine], source: str, aside: frozenset[int]) -> list[SourceLine]:
    """Return the lines of a source, those that a page's edge broke joined again.

    `aside` has the numbers of the lines of the page itself and of those that a page's number was glued to:
    a sentence goes on over them.
    """
    read = with_ends(lines, source.split("\n"), aside)
    usual = edge_of(read)
    starts = [index for index, one in enumerate(read) if index and _ANNEX.fullmatch(one.line.folded)]
    whole: list[SourceLine] = []
    for start, end in pairwise([0, *starts, len(read)]):
        part = read[start:end]
        whole += _joined(part, edge_of(part, usual))
    return whole


def _joined(part: Sequence[LineEnd], edge: Edge) -> list[SourceLine]:
    """Return the lines of a part, those broken at its edge joined."""
    whole: list[SourceLine] = []
    paragraph = _Paragraph(edge)
    for index, one in enumerate(part):
        if index and paragraph.goes_on_with(one):
            paragraph.add(one)
            continue
        if index:
            whole.append(paragraph.whole())
        paragraph.begin(one)
    return [*whole, paragraph.whole()] if part else whole


def _is_row_of_cells(first: str, following: str) -> bool:
    """Tell whether a line and the next are rows of a copied sheet (a cell in quotes may hold a line end), or
    the line is a row of short words (姓名 职务 单位), as no sentence is.
    """
    if "\t" in first:
        return "\t" in following or first.count('"') % 2 == 1
    words = first.split()
    is_short = len(words) >= _FEWEST_LABELS and max(map(len, words)) <= _LONGEST_LABEL
    return is_short and not _SENTENCE_SIGN.search(first)


class _Paragraph:
    """A paragraph while it is put together: its lines, and the numbers that those before it began with."""

    def __init__(self, edge: Edge) -> None:
        self._edge = edge
        self._counts: dict[int, int] = {}
        self._lines: list[LineEnd] = []
        self._depth = 0
        self._holds_label = False
        self._holds_sentence = False

    def begin(self, one: LineEnd) -> None:
        """Begin with a line."""
        self._lines = []
        self._depth = 0
        self._holds_label = self._holds_sentence = False
        mark = mark_of(_LIST_MARK.sub("", one.line.text))
        if mark:
            self._counts[mark.depth] = mark.value
        self.add(one)

    def add(self, one: LineEnd) -> None:
        """Go on with a line."""
        text = one.line.folded
        self._depth += sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))
        self._depth = max(self._depth, 0)
        self._holds_sentence = self._holds_sentence or bool(_SENTENCE_SIGN.search(text))
        self._holds_label = self._holds_label or any(label.start() for label in LABEL.finditer(text))
        self._lines.append(one)

    def goes_on_with(self, following: LineEnd) -> bool:
        """Tell whether the next line belongs to it."""
        last = self._lines[-1]
        if following.apart or self._is_row(following):
            return False
        if following.over_page and (last.is_open or (last.behind == "may" and self._holds_sentence)):
            return True
        is_first = len(self._lines) == 1
        is_full = self._edge.is_reached(last, following, is_first=is_first)
        if last.behind == "open":
            return is_full or self._edge.is_near(last.raw)
        if not is_full or last.line.folded.endswith("|"):
            return False
        if self._edge.is_indented and is_indented(following.raw):
            return False
        return self._depth > 0 or not self._begins_anew(last, following)

    def _is_row(self, following: LineEnd) -> bool:
        """Tell whether the next line is a row of its own, as the first line is one, or a table's header."""
        first, text = self._lines[0].line.folded, following.line.folded
        labels = [cell for cell in _BAR.split(text) if field_of(cell)]
        if len(labels) >= _FEWEST_LABELS or _is_row_of_cells(first, text):
            return True
        return any(row.match(first) and row.match(text) for row in _ROWS)

    def _begins_anew(self, last: LineEnd, following: LineEnd) -> bool:
        """Tell whether the next line begins a paragraph, though the last one is full."""
        text = following.line.text
        mark = mark_of(text)
        if mark:
            return self._is_next_point(mark, last)
        if is_body(text) and not self._edge.is_near(following.raw):
            return True
        if LABEL.match(following.line.folded):
            return not self._holds_label
        if last.behind == "ends":
            return not self._runs_on(following)
        return last.behind == "new"

    def _is_next_point(self, mark: Mark, last: LineEnd) -> bool:
        """Tell whether a number begins a point: it follows the last that began one, or is the first.

        Where the number before it stands within a line (巡查河道。2.清理), it does too.
        """
        before = mark.printed.replace(str(mark.value), str(mark.value - 1))
        before = before.replace(in_chinese(mark.value), in_chinese(mark.value - 1))
        text = "".join(one.line.text for one in self._lines[-_FAR:])
        if re.search(rf"[。;:\uff1b\uff1a]{re.escape(before)}", _LIST_MARK.sub("", text)):
            return False
        if ends_sentence(last.line.folded):
            return not (self._holds_label and ends_with_label(last.line.folded))
        if mark.value == 1:
            return not self._holds_sentence
        return mark.value == self._counts.get(mark.depth, 0) + 1

    def _runs_on(self, following: LineEnd) -> bool:
        """Tell whether a sentence that ends at the edge has another behind it, as in long paragraphs."""
        if self._edge.is_indented or is_indented(following.raw):
            return self._edge.is_indented
        return len(self._lines) > 1 and not is_heading(following.line.text)

    def whole(self) -> SourceLine:
        """Return it as one line that stands for all of them."""
        if len(self._lines) == 1:
            return self._lines[0].line
        pieces = [self._lines[0].raw.lstrip()]
        starts = [(0, self._lines[0].line.number)]
        length = 0
        for one in self._lines[1:]:
            words = one.line.text if one.over_page else one.raw
            pieces[-1] = seam(pieces[-1], words, keeps_blanks=self._edge.is_exact)
            length += len(pieces[-1])
            starts.append((length, one.line.number))
            pieces.append(words.lstrip())
        return SourceLine(self._lines[0].line.number, "".join(pieces).rstrip(), starts=tuple(starts))
