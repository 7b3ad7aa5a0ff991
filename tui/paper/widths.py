"""How wide the columns of a table are: names stand whole on one line, texts share what is left."""

import re
from collections.abc import Callable, Sequence

from store.words.line_breaking import Measure
from tui.paper.layout import CONTINUED, Sheet, SheetCell

_MOST = 10
"""Characters of a name that stands on one line; a longer one takes two lines or more of about one length."""
_MOST_HEAD = 4
"""Characters of a heading that stand on one line: 牵头单位."""
_MOST_NUMBER = 9
"""Characters of a number that stands whole however many columns there are: 12.10, 3.1–3.3, 66.7%."""
_DAY = re.compile("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日")
_MOST_NAMES = 0.6
"""The part of a table that its names may take where it has texts; more where these do not need the rest."""
_HIGH_LINES, _HIGH_SIGNS = 6, 120
"""Lines and characters of a cell that may go on on the next page: over a third of one."""
_Lines = dict[tuple[bool, bool], set[str]]
Measures = Callable[[SheetCell], Measure]
"""How the letters of a cell are measured."""


def fitted(sheet: Sheet, room: int, measures: Measures) -> list[int]:
    """Return the inner widths of a sheet's columns, that fill a room."""
    columns = range(len(sheet.columns))
    texts = [column for column in columns if not sheet.columns[column].centred]
    names = [column for column in columns if sheet.columns[column].centred]
    wanted = _wanted(sheet, measures)
    left = room - sum(wanted[column] for column in texts)
    most = max(int(room * _MOST_NAMES), left) if texts else room
    least = _number_widths(sheet, measures)
    wider = [max(0, wanted[column] - least[column]) for column in names]
    level = _level(wider, max(0, most - sum(least[column] for column in names)))
    widths = [max(least[column], min(width, least[column] + level)) for column, width in enumerate(wanted)]
    for column in texts:
        widths[column] = 0
    rest = room - sum(widths)
    if texts:
        _divide(sheet, wanted, widths, texts, rest)
    else:
        _add(sheet, widths, names, rest)
    return widths


def _number_widths(sheet: Sheet, measures: Measures) -> list[int]:
    """Return how wide the numbers of each column are, and days, which have nowhere to part: 2.1 under
    序号, 2021年3月31日.
    """
    measure = measures(SheetCell(()))
    widths = [0] * len(sheet.columns)
    for row in sheet.rows:
        for column, cell in enumerate(row):
            whole = _numbers(cell.lines) if cell and cell.colspan == 1 else ()
            for line in whole:
                # Half a character more: some programs count in whole ones.
                widths[column] = max(widths[column], measure(line) + measure("国") // 2)
    return widths


def _numbers(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of a cell that are never parted: a number that is all it says, and days."""
    if len(lines) == 1 and _is_number(lines[0]):
        return lines
    return [line for line in lines if _DAY.fullmatch(line)]


def _is_number(line: str) -> bool:
    bare = line.replace(".", "").replace("–", "").removesuffix("%")
    return len(line) <= _MOST_NUMBER and bare.isdecimal()


def _level(wanted: Sequence[int], room: int) -> int:
    """Return the width that the widest are cut to, so that all go into a room: 3, 9, 9 into 15 as 3, 6, 6."""
    left = room
    for done, width in enumerate(sorted(wanted)):
        level = left // (len(wanted) - done)
        if width > level:
            return level
        left -= width
    return room


def _divide(sheet: Sheet, wanted: Sequence[int], widths: list[int], texts: Sequence[int], room: int) -> None:
    """Divide a room among texts by their shares; what a short one leaves of its share goes to the others."""
    left, longer = room, list(texts)
    while longer:
        shares = sum(sheet.columns[column].width for column in longer)
        short = [column for column in longer if wanted[column] * shares <= left * sheet.columns[column].width]
        if not short:
            _add(sheet, widths, longer, left)
            return
        for column in short:
            widths[column] = wanted[column]
            left -= wanted[column]
        longer = [column for column in longer if column not in short]
    _add(sheet, widths, texts, left)


def _add(sheet: Sheet, widths: list[int], among: Sequence[int], room: int) -> None:
    """Widen some columns by their shares of a room."""
    shares = sum(sheet.columns[column].width for column in among)
    for column in among:
        widths[column] += room * sheet.columns[column].width // shares


def _wanted(sheet: Sheet, measures: Measures) -> list[int]:
    """Return how wide each column is where nothing in it has to be parted that can stand whole."""
    wanted = [0] * len(sheet.columns)
    for column, cells in enumerate(_by_column(sheet)):
        is_name = sheet.columns[column].centred
        for (strong, is_head), lines in cells.items():
            measure = measures(SheetCell((), strong=strong))
            sign = measure("国")
            most = sign * (_MOST_HEAD if is_head else _MOST)
            longest = max(lines, key=len)
            # The longest text says enough: it is wider than any share of a page, or all go into one.
            for line in lines if is_name else (longest,):
                width = measure(line)
                if is_name and width > most:
                    width = -(-width // -(-width // most)) + sign
                # Other programs round the widths of columns: a hair more keeps a name whole there.
                wanted[column] = max(wanted[column], width + sign // 8)
    return wanted


def _by_column(sheet: Sheet) -> list[_Lines]:
    """Return the lines of each column, none twice, by whether they are strong and stand in the heading."""
    found: list[_Lines] = [{} for _ in sheet.columns]
    heads = len(sheet.heading)
    for number, row in enumerate(sheet.table_rows):
        is_high = any(cell and _is_high(cell) for cell in row)
        for column, cell in enumerate(row):
            if cell and cell.colspan == 1 and cell.lines:
                key = (cell.strong, number < heads)
                lines = found[column].setdefault(key, set())
                lines.update(cell.lines)
                if is_high or cell.rowspan > 1:  # It may go on on the next page, which is said there.
                    lines.add(CONTINUED)
    return found


def _is_high(cell: SheetCell) -> bool:
    """Return whether a cell may be so high that its row goes on on the next page."""
    return len(cell.lines) > _HIGH_LINES or sum(map(len, cell.lines)) > _HIGH_SIGNS
