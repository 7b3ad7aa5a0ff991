"""Headers of task tables: words over columns, on one line or two, in cells, or one a line."""

import re
from collections.abc import Callable, Sequence

from store.reading.signs.columns import columns_of, field_of
from store.reading.signs.headings import ends_as_title
from store.reading.signs.lines import SourceLine, folded, folded_at, unpadded
from store.reading.tables.bars import BAR
from store.reading.tables.cells import TableHeader, TableStyle
from store.reading.tables.stacked import begins_with_whole_rows

_LONGEST_HEADER = 300
_WIDE_GAP = re.compile(r"\s{2,}")
_WORDS_APART = re.compile(r"\s*[|│┃\t]\s*|\s+")
_FEWEST_WORDS = 3
"""Words on a line parted by blanks that can be a header, lest a sentence is one."""
_FEWEST_STACKED = 3
"""Words one a line that can be a header."""
_LONGEST_FIRST = 4
"""Signs of a first header word; a longer one that ends as titles do is the title over the header."""
_LONGEST_LABEL = 10
_LONGEST_HEADING = 60
_MOST_LABELS = 20
_SIGNS = frozenset(",。;:、")
"""Signs that no header word holds."""


def header_at(lines: Sequence[SourceLine], start: int) -> TableHeader | None:
    """Return the header of a task table that begins with a line, or none."""
    if lines[start].cells:
        return _header_of_cells(lines, start)
    text = lines[start].folded
    if len(text) > _LONGEST_HEADER:
        return None
    if BAR.search(text.strip("|")):
        return _header_of_bars(lines, start)
    header = _header_of_blanks(text, start)
    if header:
        return header
    labels, end = _stacked_labels(lines, start)
    if len(labels) < _FEWEST_STACKED or _is_title_over_header(labels):
        return None
    return _without_first_cell(_header(labels, end, "cells"), lines)


def heads_other_table(line: SourceLine) -> bool:
    """Tell whether a line that heads no task table heads another one: 序号 | 资金来源 | 金额(万元) |."""
    text = line.folded.strip("| \t")
    words = [folded(cell) for cell in line.cells] or _WORDS_APART.split(text)
    labels = [unpadded(word) for word in words]
    return (
        len(labels) >= _FEWEST_WORDS and field_of(labels[0]) == "number" and all(map(_can_be_label, labels))
    )


def _header(labels: Sequence[str], end: int, style: TableStyle) -> TableHeader | None:
    columns = columns_of(labels)
    return TableHeader(columns, end, style) if columns else None


def _without_first_cell(header: TableHeader | None, lines: Sequence[SourceLine]) -> TableHeader | None:
    """Return a header of words one a line, without its last where that is a cell: 责任落实 below 完成时限."""
    if header is None or header.fields[0] == "number" or len(header.columns) == _FEWEST_STACKED:
        return header
    shorter = _header(header.labels[:-1], header.end - 1, "cells")
    if shorter is None or begins_with_whole_rows(lines[header.end :], header):
        return header
    return shorter if begins_with_whole_rows(lines[shorter.end :], shorter) else header


def _header_of_blanks(text: str, start: int) -> TableHeader | None:
    """Return the header whose words only blanks part, padded ones by wider blanks: 序 号  任 务  责任单位."""
    for words in (_WIDE_GAP.split(text), text.split()):
        labels = [unpadded(word) for word in words]
        if len(labels) >= _FEWEST_WORDS and all(map(_can_be_label, labels)):
            header = _header(labels, start + 1, "blanks")
            if header:
                return header
    return None


def _header_of_cells(lines: Sequence[SourceLine], start: int) -> TableHeader | None:
    """Return the header in the cells of a document's row, or in two rows where its upper words stand over
    several columns.
    """
    upper = [folded(label) for label in lines[start].cells]
    if len(upper) < 2 or max(map(len, upper)) > _LONGEST_HEADING:
        return None
    below = lines[start + 1].cells if start + 1 < len(lines) else ()
    labels = _two_level(upper, [folded(label) for label in below])
    columns = columns_of(labels or upper)
    return TableHeader(columns, start + (2 if labels else 1), "bars") if columns else None


def _header_of_bars(lines: Sequence[SourceLine], start: int) -> TableHeader | None:
    """Return the header on a line with bars, or on two where its upper words stand over several columns."""
    text = lines[start].folded
    labels = _two_level(_labels(text), _labels(folded_at(lines, start + 1)))
    end = start + (2 if labels else 1)
    words = [label.strip() for label in BAR.split(text.strip("| \t"))]
    columns = columns_of(labels or words)
    if columns is None:
        return None
    return TableHeader(columns, end, "bars", closed=text.endswith("|"), framed=text.startswith("|"))


def _is_title_over_header(labels: Sequence[str]) -> bool:
    """Tell whether the first of stacked words is the title of the table, right over its header."""
    if field_of(labels[1]) == "number":
        return True
    return len(labels[0]) > _LONGEST_FIRST and ends_as_title(labels[0])


def _labels(line: str) -> list[str]:
    """Return the words over all columns, blank ones too."""
    words = line.strip().removesuffix("|").removeprefix("|")
    return [label.strip() for label in BAR.split(words)]


def _two_level(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the words over columns whose header has two lines, the upper word over several columns.

    There are none where it has one line.
    """
    upper = [unpadded(label) for label in upper]
    lower = _under_wide(upper, [unpadded(label) for label in lower])
    pairs = list(zip(upper, lower, strict=False))
    if "" not in upper[1:] or not any(below in ("", above) for above, below in pairs if above):
        return []
    own = [below for above, below in pairs if below not in ("", above)]
    if not own or not all(map(_can_be_label, own)) or not any(map(field_of, own)):
        return []
    labels: list[str] = []
    over = ""
    for above, below in pairs:
        over = above or over
        labels.append(below if below == over else f"{over if below else above}{below}")
    return labels


def _under_wide(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the words of a header's second line, each under its column.

    Where the blank cells before them have left no trace, they stand under the words that go over several
    columns: 牵头单位 | 配合单位 under 序号 | 任务 | 责任分工 | | 时限.
    """
    wide = [index for index, label in enumerate(upper) if not label or upper[index + 1 : index + 2] == [""]]
    filled = [label for label in lower if label]
    if len(lower) == len(upper) or len(wide) != len(filled):
        return list(lower) if len(lower) == len(upper) else [""] * len(upper)
    placed = [""] * len(upper)
    for index, label in zip(wide, filled, strict=True):
        placed[index] = label
    return placed


def _stacked_labels(lines: Sequence[SourceLine], start: int) -> tuple[list[str], int]:
    """Return header words one a line, and the index behind them.

    A word that the reader does not know is one too: behind 序号 as far as the first row's number, and
    between others that head no table without it (类别, 指标名称, 计量单位, 目标值, 责任单位).
    """
    first = lines[start : start + _MOST_LABELS]
    labels = [line.folded.strip("| \t") for line in first]
    known = _first_index(labels, lambda label: field_of(label) is None)
    if field_of(labels[0]) == "number":
        first_row = _first_index(labels, str.isdecimal)
        unknown = labels[known:first_row]
        if first_row < len(labels) and unknown and all(map(_can_be_label, labels[:first_row])):
            known = first_row
    while known and not _head_table(labels[:known]):
        further = _known_behind(labels, known)
        if not further:
            break
        known = further
    return labels[:known], start + known


def _head_table(labels: Sequence[str]) -> bool:
    return len(labels) >= _FEWEST_STACKED and columns_of(labels) is not None


def _known_behind(labels: Sequence[str], unknown: int) -> int:
    """Return the index behind the known words that follow an unknown one; 0 where none follows it."""
    if not all(map(_can_be_label, labels[unknown : unknown + 1])):
        return 0
    behind = unknown + 1
    end = behind + _first_index(labels[behind:], lambda label: field_of(label) is None)
    return end if end > behind else 0


def _first_index(labels: Sequence[str], wanted: Callable[[str], bool]) -> int:
    """Return the index of the first label of a kind; behind the last where there is none."""
    for index, label in enumerate(labels):
        if wanted(label):
            return index
    return len(labels)


def _can_be_label(word: str) -> bool:
    return 0 < len(word) <= _LONGEST_LABEL and _SIGNS.isdisjoint(word)
