"""What the cells of the ledger (台账) say of a row: when it is due, how it stands, what was reported.

A row has the same lines whatever is reported, so that nothing moves; with several units each has a line.
"""

from collections.abc import Iterable
from datetime import date

from rich.cells import cell_len

from store.ledger.figures import number_in
from store.ledger.measured import measured_on
from store.ledger.owed import OUTSTANDING, OWED_WORDS, owed_on
from store.ledger.periods import Period
from store.ledger.row_in_a_period import UnitInPeriod, units_in_period
from store.ledger.state_keeping import states_on
from store.ledger.states import RowState
from store.machine.view_state import RowHeight
from store.records.report import REPORT_WORDS, Report
from store.records.tasklist import TaskList
from tui.screen.panes.cell_content import CellContent, cell_content
from tui.screen.panes.deadline_marks import lit
from tui.screen.panes.ledger_columns import REPORT_FIELDS, columns_fitted
from tui.screen.panes.matrix_columns import DrawnColumn, rows_to_measure
from tui.screen.widgets.signs import DOT, WELL

PERIOD_KEYS = "[]【】"
"""Keys that go to the period before and to the next, with the signs that an input method writes for them."""

_LINES: dict[RowHeight, int] = {"whole": 3, "two": 2, "one": 1}
"""Lines of a row, where no more units lead it."""
_MOST_UNITS = 6
"""Units of a row that have a line each."""

_ENDED = {"closed": WELL, "suspended": "", "cancelled": ""}
"""States of rows in which nothing is owed, and their signs."""
_WARNING = ("overdue", "near")
_NOTHING = CellContent(())


class LedgerCells:
    """The cells of the ledger for one period, on the list's today."""

    begins_in = "done"
    passes_on = PERIOD_KEYS

    def __init__(self, tasks: TaskList, period: Period) -> None:
        """Measure nothing yet."""
        self.period = period
        self._tasks = tasks
        self._lead = 0
        self._last: tuple[object, list[UnitInPeriod]] = (None, [])

    # ------------------------------------------------------------------ layout

    def take(self, tasks: TaskList) -> None:
        """Take a list, and measure the names of its lead units."""
        self._tasks, self._lead, self._last = tasks, 0, (None, [])
        self.measure(rows_to_measure(tasks.task_keys))

    def measure(self, rows: Iterable[str]) -> None:
        """Take in the names of the lead units of some rows."""
        for row in rows:
            for mention in self._tasks.task(row).lead_units:
                self._lead = max(self._lead, cell_len(mention.wording))

    def fitted(self, width: int, *, short_heads: bool, low: bool) -> tuple[DrawnColumn, ...]:
        """Return the columns fitted into a width in cells."""
        return columns_fitted(width, self._lead, short_heads=short_heads)

    def most_lines(self, height: RowHeight) -> int | None:
        """Return how many lines a row has."""
        return _LINES[height]

    def lines_of_row(self, row: str, most: int | None) -> int | None:
        """Return the lines of a row: more where more units lead it."""
        units = len(self._tasks.task(row).lead_units)
        return max(most or 1, min(units, _MOST_UNITS))

    # ------------------------------------------------------------------ cells

    @property
    def _day(self) -> date:
        return self._tasks.clock.day()

    def content(self, row: str, field: str) -> CellContent:
        """Return what a cell says."""
        if field in REPORT_FIELDS:
            return self._reported(row, field)
        match field:
            case "deadline":
                return self._deadline(row)
            case "state":
                return _state(self._state(row))
            case "values":
                return self._values(row)
            case "owed":
                return self._owed(row)
        return cell_content(self._tasks, row, field)

    def _state(self, row: str) -> RowState:
        return states_on(self._tasks, self._day).of(row)

    def _units(self, row: str) -> list[UnitInPeriod]:
        """Return the units of a row in the period; kept for the next cell of the row."""
        asked = row, self.period, self._tasks.documents.version
        if self._last[0] != asked:
            owed = owed_on(self._tasks, self._day)
            self._last = asked, units_in_period(self._tasks, owed, row, self.period)
        return self._last[1]

    def _deadline(self, row: str) -> CellContent:
        """Return the wording of a deadline, and the day that it means."""
        state = self._state(row)
        said = (state.deadlines.wording, state.due or "")
        return CellContent(tuple(filter(None, said)))

    def _reported(self, row: str, field: str) -> CellContent:
        """Return what the units of a row reported, each with its name where there are several."""
        units = self._units(row)
        said = [(one.unit, _said(one.report, field)) for one in units if one.report]
        if len(units) < 2:
            return CellContent(tuple(text for _, text in said))
        lines = (f"{self._tasks.wording_of(unit)}：{text}" for unit, text in said if text)
        return CellContent(tuple(lines), is_a_line_each=True)

    def _values(self, row: str) -> CellContent:
        """Return of each measure what is reached and its target: 18/40家; else the share that is reported."""
        measured = measured_on(self._tasks, self._tasks.task(row), self._day, self.period)
        lines = [one.words for one in measured]
        if not lines:
            shares = (one.report.share for one in self._units(row) if one.report)
            lines = [f"{share}%" for share in shares if number_in(share) is not None]
        return CellContent(tuple(lines), is_a_line_each=True)

    def _owed(self, row: str) -> CellContent:
        """Return how many reports are asked for and how many came, and what is to be seen to: 2/1 ●未报."""
        asked = [one.owed for one in self._units(row) if one.owed]
        if not asked:
            return _NOTHING
        came = sum(owed.word in ("in_time", "late") for owed in asked)
        words = [OWED_WORDS[owed.word] for owed in asked]
        for word in OUTSTANDING:
            if OWED_WORDS[word] in words:
                return CellContent((f"{len(asked)}/{came}",), marks=(DOT + OWED_WORDS[word],))
        late = OWED_WORDS["late"]
        mark = late if late in words else words[0]
        return CellContent((f"{len(asked)}/{came}",), marks=(mark,), part_of_marks="dim")


def _state(state: RowState) -> CellContent:
    """Return a state with its sign, and how far behind the row is, with its light where that wants
    attention: ●黄临期·落后30.0.
    """
    if state.code in _ENDED:
        return CellContent((), marks=(_ENDED[state.code] + state.word,), part_of_marks="dim")
    if state.code == "awaiting_closing":
        return CellContent((), marks=(DOT + state.word,))
    said = f"{state.word}·落后{state.behind}" if state.is_behind else state.word
    if state.is_behind or state.code in _WARNING:
        marks = lit([DOT + said], state.light)
        return CellContent((), marks=marks.lines, part_of_marks=marks.part)
    return CellContent((said,))


def _said(report: Report | None, field: str) -> str:
    """Return what a report says in a column; in that of the progress, its word where it is not the usual."""
    if report is None:
        return ""
    text = " ".join(str(getattr(report, field)).split())
    if field != "done":
        return text
    signs = ["退回"] if report.is_returned else []
    if report.word and (report.word != "under_way" or not text):
        signs.append(REPORT_WORDS[report.word])
    return "".join(f"〔{sign}〕" for sign in signs) + text
