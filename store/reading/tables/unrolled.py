"""Lines as they should stand: a text run together on one line parted at its numbers and labels, an annex's mark from its title."""

import re
from collections.abc import Iterator, Sequence

from store.reading.prose.roster import starts_roster
from store.reading.signs.headings import TITLE_END, is_heading, plain
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import SourceLine
from store.reading.signs.marks import chinese_number, mark_of
from store.reading.tables.table import find_table

_N = "[一二三四五六七八九十]{1,3}"
_INNER = re.compile(
    rf"(?P<outer>(?<![第之、]){_N}、)|(?P<inner>(?<![第之、款])[(]{_N}[)](?![项款条至、和,;)]))"
    r"|(?P<point>(?<=[。;:)〕 ])\d{1,3}\.(?![\d%]))"
)
_WITHIN = {"outer": ("inner",), "inner": (), "point": ()}
"""Kind of number to the kinds that begin anew under it; points (1.) may count on over sections."""
_DEPTH = {**dict.fromkeys("(〔[【", 1), **dict.fromkeys(")〕]】", -1)}
_LONG = 60
_FEWEST_BARS = 6
_LIST_MARK = re.compile(r"附 ?件 ?:")
_TITLED_ANNEX = re.compile(
    r"附 ?件 ?(?P<number>\d{1,2}|[一二三四五六七八九十])? ?[:.、 ] ?(?P<title>[^\d\s].{1,60})"
)


def unrolled(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, long ones that hold several points or labels parted before each; pieces keep the number of their line."""
    counts = {"outer": 0, "inner": 0, "point": 0}
    return [piece for line in lines for piece in _pieces(line, counts)]


def bars_closed(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, a bar alone on its line put behind the cell that it closes; one behind a closed cell is an empty cell."""
    if sum(line.folded == "|" for line in lines) < _FEWEST_BARS:
        return list(lines)
    closed: list[SourceLine] = []
    for line in lines:
        if line.folded == "|" and closed and not closed[-1].folded.endswith("|"):
            closed[-1] = SourceLine(closed[-1].number, f"{closed[-1].text} |")
        else:
            closed.append(line)
    return closed


def annexes_apart(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, an annex's mark and title on one line (附件1:名单) parted where its content follows."""
    parted: list[SourceLine] = []
    listed: set[str] = set()
    for place, line in enumerate(lines):
        if parted and _LIST_MARK.fullmatch(parted[-1].folded) and _is_first_of_list(line):
            parted[-1] = SourceLine(parted[-1].number, f"附件:{line.text}")
            continue
        found = _TITLED_ANNEX.fullmatch(line.folded)
        if found and is_heading(line.text[found.start("title") :]):
            title = line.text[found.start("title") :]
            if plain(title) in listed or _holds_content(lines[place + 1 : place + 3]):
                parted += [
                    SourceLine(line.number, f"附件{found['number'] or ''}"),
                    SourceLine(line.number, title),
                ]
                continue
        listed |= _titles(line, found)
        parted.append(line)
    return parted


def _is_first_of_list(line: SourceLine) -> bool:
    """Whether a line under 附件: names the first annex (1.成员名单) and is no annex's text."""
    mark = mark_of(line.text)
    return (
        mark is not None
        and mark.rank == 3
        and mark.value == 1
        and bool(TITLE_END.search(mark.rest))
        and is_heading(mark.rest)
    )


def _titles(line: SourceLine, found: "re.Match[str] | None") -> set[str]:
    """The title that a line of an annex list names."""
    text = line.text[found.start("title") :] if found else line.text
    mark = mark_of(text)
    return {plain(mark.rest if mark else text)} if len(text) <= 80 else set()


def _holds_content(lines: Sequence[SourceLine]) -> bool:
    """Whether a roster, a table or a text's first section begins within some lines."""
    first = next(iter(lines), None)
    if first is None:
        return False
    mark = mark_of(first.text)
    return (
        any(starts_roster(line) for line in lines)
        or find_table(lines) == 0
        or (mark is not None and mark.rank < 2)
    )


def _pieces(line: SourceLine, counts: dict[str, int]) -> Iterator[SourceLine]:
    cuts = _cuts(line, counts)
    if len(line.text) < _LONG or len(cuts) < 2:
        cuts = []
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        if line.text[start:end].strip():
            yield SourceLine(line.number, line.text[start:end].strip())


def _cuts(line: SourceLine, counts: dict[str, int]) -> list[int]:
    """Where numbers that count on from the last one, and labels outside brackets, stand within a line."""
    if "|" in line.folded or "\t" in line.folded:
        return []
    places: list[int] = []
    points: list[int] = []
    for mark in _INNER.finditer(line.folded):
        kind = mark.lastgroup or ""
        number = mark.group().strip("()、.")
        value = int(number) if number.isdecimal() else chinese_number(number)
        if value == counts[kind] + 1 or (value == 1 and kind != "outer"):
            counts[kind] = value
            counts |= dict.fromkeys(_WITHIN[kind], 0)
            (points if kind == "point" else places).append(mark.start())
    depth = end = 0
    labels: list[int] = []
    for label in LABEL.finditer(line.folded):
        depth += sum(_DEPTH.get(sign, 0) for sign in line.folded[end : label.start()])
        end = label.start()
        if depth == 0:
            labels.append(end)
    # A point behind a label (措施:1.…2.…) is part of what the label says.
    return sorted({*places, *labels, *(points if not labels else ())} - {0})
