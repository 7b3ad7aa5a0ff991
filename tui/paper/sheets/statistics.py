"""统计表: rows and reports by state, unit, leader or item, as of a day, with sums that agree."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.ledger.stat_base import StatBase
from store.ledger.stat_columns import BYS, By
from store.ledger.stat_lines import NOBODY
from store.ledger.stat_words import apart_said, base_said, figures_of, heads_of, repeated_said
from store.ledger.stats import StatLine, StatTable, stat_table
from store.records.tasklist import TaskList
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn
from tui.paper.sheets.cells import of_list

_LABEL_WIDTH = 18
_FIGURE_WIDTH = 7


def statistics_sheets(tasks: TaskList, base: StatBase, by: By, corrected: Sequence[str] = ()) -> list[Sheet]:
    """Return the table of a list; no sheet where it has no row. Refused where its sums do not agree.

    `corrected` says what became otherwise since it was printed first.
    """
    if not tasks.task_keys:
        return []
    table = stat_table(tasks, base, by)
    title = f"重点任务统计表（按{BYS[by]}）"
    notes = (*apart_said(table), *repeated_said(tasks, table), *corrected)
    under = (of_list(tasks), base_said(table))
    rows = tuple(_rows(table))
    sheet = Sheet(title, _columns(table), rows, notes, name="统计")
    return [replace(sheet, under=under)]


def _columns(table: StatTable) -> tuple[SheetColumn, ...]:
    label, *figures = heads_of(table)
    columns = [SheetColumn(label, _LABEL_WIDTH, centred=False)]
    columns += [SheetColumn(figure, _FIGURE_WIDTH, centred=True) for figure in figures]
    return tuple(columns)


def _rows(table: StatTable) -> Iterator[Row]:
    of_lines = {line.key for line in table.lines}
    for line, figures in figures_of(table):
        is_sum = line.key not in of_lines
        label = SheetCell(_in_lines(line), strong=is_sum)
        cells = [SheetCell((figure,), strong=is_sum) for figure in figures]
        yield (label, *cells)


def _in_lines(line: StatLine) -> tuple[str, ...]:
    """Return the label of a line; what stands in brackets behind 无牵头单位 takes a line of its own."""
    if line.key != NOBODY:
        return (line.label,)
    name, bracket, more = line.label.partition("（")
    return (name, f"{bracket}{more}")
