"""Where the rows of a table end and the text goes on with its next section."""

from collections.abc import Sequence

from store.reading.prose.sections_behind import first_section
from store.reading.signs.lines import SourceLine
from store.reading.signs.marks import Mark
from store.reading.signs.signature import is_date
from store.reading.tables.bars import BAR
from store.reading.tables.fit import are_units, names_owners

_FEWEST_WORDS = 3
"""Words of a line that can be a row whose cells blanks part."""


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
    if line.cells or BAR.search(line.folded) or line.folded.isdecimal():
        return True
    if len(line.text.split()) >= _FEWEST_WORDS:
        return True
    is_signed = index + 1 < len(lines) and is_date(lines[index + 1].folded)
    return not is_signed and (are_units(line.text) or names_owners(line.text))
