"""Lines as they should stand: run-on text parted at numbers and labels, an annex's mark from its title."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from store.reading.prose.roster import starts_roster
from store.reading.signs.headings import ends_as_title, is_heading, plain
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import SourceLine
from store.reading.signs.marks import chinese_number, mark_of
from store.reading.tables.table import find_table

_N = "[一二三四五六七八九十]{1,3}"
_INNER = re.compile(
    # …措施清单一、认识不到位; 第一、 and 之一、 are words.
    rf"(?P<outer>(?<![第之、]){_N}、)"
    # …不到位(一)个别干部; 第(一)项, 之(一) and (一)至(三) refer to a point.
    rf"|(?P<inner>(?<![第之、款])[(]{_N}[)](?![项款条至、和,;)]))"
    # …巡查制度。2.加强培训; 3.5% and 1.2亿 are figures.
    r"|(?P<point>(?<=[。;:)〕 ])\d{1,3}\.(?![\d%]))"
)
"""A number within a line; its kind is the name of its group."""
_WITHIN = {"outer": ("inner",), "inner": (), "point": ()}
"""Kind of number to the kinds that begin anew under it; points (1.) may count on over sections."""
_DEPTH = {**dict.fromkeys("(〔[【", 1), **dict.fromkeys(")〕]】", -1)}
_LONG = 60
"""Signs from which on a line may hold several points."""
_FEWEST_BARS = 6
"""Bars alone on their lines that make them the ends of cells and not rules."""
# 附件: alone on its line, over a list of annexes.
_LIST_MARK = re.compile(r"附 ?件 ?:")
# 附件1:领导小组成员名单, 附件 重点任务清单.
_TITLED_ANNEX = re.compile(
    r"附 ?件 ?(?P<number>\d{1,2}|[一二三四五六七八九十])? ?[:.、 ] ?(?P<title>[^\d\s].{1,60})"
)
_LONGEST_TITLE = 80


def unrolled(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines, long ones that hold several points or labels parted before each.

    Pieces keep the number of their line.
    """
    counts = dict.fromkeys(_WITHIN, 0)
    return [piece for line in lines for piece in _pieces(line, counts)]


def bars_closed(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines, a bar alone on its line put behind the cell that it closes.

    One behind a closed cell is an empty cell.
    """
    alone = [line for line in lines if line.folded == "|"]
    if len(alone) < _FEWEST_BARS:
        return list(lines)
    closed: list[SourceLine] = []
    for line in lines:
        if line.folded == "|" and closed and not closed[-1].folded.endswith("|"):
            cell = closed.pop()
            closed.append(cell.saying(f"{cell.text} |"))
        else:
            closed.append(line)
    return closed


def annexes_apart(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines, an annex's mark and title on one line (附件1:名单) parted where its content
    follows.
    """
    parted: list[SourceLine] = []
    listed: set[str] = set()
    for index, line in enumerate(lines):
        if parted and _LIST_MARK.fullmatch(parted[-1].folded) and _is_first_of_list(line):
            mark = parted.pop()
            parted.append(mark.saying(f"附件:{line.text}"))
            continue
        found = _TITLED_ANNEX.fullmatch(line.folded)
        title = line.text[found.start("title") :] if found else line.text
        if found and _heads_annex(title, lines[index + 1 : index + 3], listed):
            start = found.start("title")
            parted.append(line.piece(0, start).saying(f"附件{found['number'] or ''}"))
            parted.append(line.piece(start, len(line.text)))
            continue
        if len(title) <= _LONGEST_TITLE:
            listed.add(_name_in_list(title))
        parted.append(line)
    return parted


def _heads_annex(title: str, following: Sequence[SourceLine], listed: set[str]) -> bool:
    """Tell whether a title behind 附件 stands over the annex itself: it was listed, or content follows."""
    return is_heading(title) and (plain(title) in listed or _holds_content(following))


def _is_first_of_list(line: SourceLine) -> bool:
    """Tell whether a line under 附件: names the first annex (1.成员名单) and is no annex's text."""
    mark = mark_of(line.text)
    if mark is None or mark.rank != 3 or mark.value != 1:
        return False
    return is_heading(mark.rest) and ends_as_title(mark.rest)


def _name_in_list(text: str) -> str:
    """Return the title that a line of an annex list names."""
    mark = mark_of(text)
    return plain(mark.rest if mark else text)


def _holds_content(lines: Sequence[SourceLine]) -> bool:
    """Tell whether a roster, a table or a text's first section begins within some lines."""
    if not lines:
        return False
    mark = mark_of(lines[0].text)
    if mark is not None and mark.rank < 2:
        return True
    return find_table(lines) == 0 or any(map(starts_roster, lines))


def _pieces(line: SourceLine, counts: dict[str, int]) -> Iterator[SourceLine]:
    if line.cells:
        yield line
        return
    cuts = _cuts(line, counts)
    if len(line.text) < _LONG or len(cuts) < 2:
        cuts = []
    for start, end in pairwise([0, *cuts, len(line.text)]):
        piece = line.piece(start, end)
        if piece.text:
            yield piece


def _cuts(line: SourceLine, counts: dict[str, int]) -> list[int]:
    """Return where numbers that count on, and labels outside brackets, stand within a line."""
    if "|" in line.folded or "\t" in line.folded:
        return []
    numbers, points = _numbers(line.folded, counts)
    labels = _labels(line.folded)
    # A point behind a label (措施:1.…2.…) is part of what the label says.
    cuts = {*numbers, *labels} if labels else {*numbers, *points}
    return sorted(cuts - {0})


def _numbers(text: str, counts: dict[str, int]) -> tuple[list[int], list[int]]:
    """Return where sections' and points' numbers stand that count on from the last one, and keep count."""
    sections: list[int] = []
    points: list[int] = []
    for mark in _INNER.finditer(text):
        kind = mark.lastgroup or ""
        value = _value(mark.group().strip("()、."))
        begins = value == 1 and kind != "outer"
        if begins or value == counts[kind] + 1:
            counts[kind] = value
            counts |= dict.fromkeys(_WITHIN[kind], 0)
            (points if kind == "point" else sections).append(mark.start())
    return sections, points


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else chinese_number(number)


def _labels(text: str) -> list[int]:
    """Return where labels stand outside brackets."""
    labels: list[int] = []
    depth = end = 0
    for label in LABEL.finditer(text):
        start, end = end, label.start()
        for sign in text[start:end]:
            depth += _DEPTH.get(sign, 0)
        if depth == 0:
            labels.append(end)
    return labels
