"""单位进展情况表: what a unit reported of its rows, period by period, and what it did not report."""

from collections.abc import Iterator, Sequence
from datetime import date

from store.ledger.owed import OWED_WORDS
from store.ledger.state_keeping import states_on
from store.ledger.unit_history import OfPeriod, OfRow, history_of_unit, units_with_history
from store.records.report import REPORT_WORDS, Report
from store.records.schedule import Measure
from store.records.tasklist import TaskList
from store.words.cleaning import clean, clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, written_day
from tui.paper.sheets.cells import line_cell, list_title

_COLUMNS = (
    SheetColumn("序号", 6, True),
    SheetColumn("重点任务", 22, False),
    SheetColumn("报送期", 10, True),
    SheetColumn("报送情况", 11, True),
    SheetColumn("状态", 8, True),
    SheetColumn("完成情况", 10, True),
    SheetColumn("进展情况", 26, False),
    SheetColumn("存在问题", 14, False),
    SheetColumn("下一步", 14, False),
)
_LATE = ("late", "missing", "returned")


def unit_progress_sheets(tasks: TaskList, units: Sequence[str] | None, day: date) -> list[Sheet]:
    """Return a sheet for each of some units by key, or of all that have something to show."""
    keys = units_with_history(tasks, day) if units is None else units
    return [_sheet(tasks, key, day) for key in keys]


def _sheet(tasks: TaskList, unit: str, day: date) -> Sheet:
    rows: list[Row] = []
    for of_row in history_of_unit(tasks, unit, day):
        rows += _row(tasks, of_row, day)
    until = written_day(day.isoformat())
    under = f"（{list_title(tasks)}，截至{until}）"
    title = f"{clean_line(tasks.unit_name(unit))}进展情况表"
    name = clean_line(tasks.wording_of(unit))
    return Sheet(title, _COLUMNS, tuple(rows), under=(under,), name=name, says_empty=True)


def _row(tasks: TaskList, of_row: OfRow, day: date) -> Iterator[Row]:
    """Yield a line for each period of a row; its number and text cover them."""
    count = max(1, len(of_row.periods))
    state = states_on(tasks, day).of(of_row.row).words
    text = clean_line(tasks.task(of_row.row).numbered_text)
    number = SheetCell((tasks.row_name(of_row.row),), count)
    task = SheetCell((text, f"（{state}）"), count)
    if not of_row.periods:
        nothing = [SheetCell(()) for _ in _COLUMNS[2:]]
        yield (number, task, *nothing)
    for place, one in enumerate(of_row.periods):
        covered = (None, None) if place else (number, task)
        yield (*covered, *_cells(tasks, one))


def _cells(tasks: TaskList, one: OfPeriod) -> Iterator[SheetCell]:
    report = one.report
    yield line_cell(one.period.label)
    yield line_cell(_how(one))
    if report is None:
        for _ in range(5):
            yield SheetCell(())
        return
    yield line_cell(REPORT_WORDS[report.word] if report.word else "")
    yield SheetCell(tuple(_figures(tasks, report)))
    for text in (report.done, report.problem, report.next_step):
        yield SheetCell(tuple(clean(text).splitlines()))


def _how(one: OfPeriod) -> str:
    """Return whether it came in time: 按时, 迟报 2 天, 未报; of what was not owed the day it came."""
    owed = one.owed
    if owed is None:
        return (one.report and one.report.first_received_on) or ""
    word = OWED_WORDS[owed.word]
    return f"{word} {owed.days_late} 天" if owed.word in _LATE else word


def _figures(tasks: TaskList, report: Report) -> Iterator[str]:
    """Yield what a report says of each measure, and its share: 18家; 45%."""
    for value in report.values:
        measure = tasks.find(Measure, value.measure)
        unit = measure.unit_of_measure if measure else ""
        yield clean_line(f"{value.value}{unit}")
    if report.share:
        yield clean_line(f"{report.share}%")
