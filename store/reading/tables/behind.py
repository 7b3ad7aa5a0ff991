"""Which lines are those of tables, and which of the sections between and behind them."""

from collections.abc import Sequence
from itertools import pairwise

from store.reading.prose.sections_behind import first_section, last_mark
from store.reading.signs.lines import SourceLine
from store.reading.signs.marks import Mark, mark_of
from store.reading.signs.signature import is_date
from store.reading.tables.bars import BAR
from store.reading.tables.fit import are_units, names_owners
from store.reading.tables.table import table_starts

_FEWEST_WORDS = 3
"""Words of a line that can be a row whose cells blanks part."""


def table_lines(lines: Sequence[SourceLine], start: int, heading: Mark | None) -> set[int]:
    """Return the indices of the lines of the task tables from an index on, without the sections around them.

    Another table (序号 | 资金来源 | 金额) is text of its section.
    The heading over the first header is a section's where the text goes on from it: 一、工作内容 over the
    table, 二、工作步骤 behind it.
    """
    tables = table_starts(lines[start:])
    begins = [(start, True), *((start + index, is_task) for index, is_task in tables[1:])]
    sections: list[int] = []
    for (first, is_task), (end, _) in pairwise([*begins, (len(lines), True)]):
        above = last_mark([lines[index] for index in sections]) or heading
        behind = behind_table(lines[first:end], above) if is_task else 0
        sections += range(first + behind, end)
    over = mark_of(lines[start].text) if tables and tables[0][0] else None
    following = mark_of(lines[sections[0]].text) if sections else None
    if over and following and (over.depth, over.value + 1) == (following.depth, following.value):
        sections.append(start)
    return set(range(start, len(lines))).difference(sections)


def behind_rows(lines: Sequence[SourceLine], of_tables: set[int]) -> int:
    """Return the index of the text behind the tables: a section, else what stands under a row of cells.

    Where cells stand one a line, all lines can be cells.
    """
    behind = max(of_tables, default=-1) + 1
    if behind < len(lines):
        return behind
    rows = [index for index in of_tables if _holds_cells(lines[index])]
    return max(rows) + 1 if rows else len(lines)


def behind_table(lines: Sequence[SourceLine], heading: Mark | None) -> int:
    """Return the index of the section that goes on behind the rows of a table, else that behind all lines.

    三、工作要求 over a sentence, with no row or owners below it; 三、民生福祉 over rows is a category.
    """
    last = len(lines) - 1
    while last >= 0 and not _may_be_of_row(lines, last):
        last -= 1
    section = first_section(lines[last + 1 :], heading)
    return len(lines) if section is None else last + 1 + section


def _may_be_of_row(lines: Sequence[SourceLine], index: int) -> bool:
    """Tell whether a line can be a row or one of its cells; a body over a date is the signature."""
    line = lines[index]
    if _holds_cells(line) or line.folded.isdecimal():
        return True
    is_signed = index + 1 < len(lines) and is_date(lines[index + 1].folded)
    return not is_signed and (are_units(line.text) or names_owners(line.text))


def _holds_cells(line: SourceLine) -> bool:
    """Tell whether a line can hold several cells of a row."""
    return bool(line.cells) or bool(BAR.search(line.folded)) or len(line.text.split()) >= _FEWEST_WORDS
