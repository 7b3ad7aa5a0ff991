"""统计 on the screen: by state, unit, leader or item, for a period, and below what its bulletin (通报) tells
of; Enter on a figure shows its rows.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.ledger.bulletin import Section, bulletin_of
from store.ledger.periods import period_named
from store.ledger.stat_base import periods_to_look_at, stat_base
from store.ledger.stat_columns import BYS, By
from store.ledger.stats import StatTable, apart, stat_table
from store.records.tasklist import TaskList
from store.refused import Refused
from tui.paper.bases import spelled
from tui.paper.form_field import FormField
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.choose import ChooseDialog
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.dialogs.print_fields import field_line
from tui.screen.dialogs.stats_lines import TableLines, base_line, said_of, section_lines
from tui.screen.widgets.line import BLANK, Line, plain, widest
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

_BEFORE_TABLE = 5
"""Lines before those of the table: two fields, a blank, the base, the heads."""
_HEAD_OF_SECTIONS = 2
"""Lines before those of the bulletin's sections: a blank, and what they are."""
_BESIDE = 2
"""Cells of a line that are the list's own: the bar and the scroll bar."""


class _Figure(NamedTuple):
    """A figure: what it is of, that with the figure itself, and the rows behind it."""

    name: str
    said: str
    rows: Sequence[str]


@dataclass(frozen=True, slots=True)
class StatsView:
    """What is looked at: by what, for which period, and where the cursor is."""

    by: By = "unit"
    period: str = ""
    """Its name; empty for the last that was due."""
    line: int = 0
    column: int = 0

    @property
    def printed(self) -> str:
        """The value that stands for it in the print dialog."""
        return spelled(self.by, self.period)


@dataclass(frozen=True, slots=True)
class StatsLeft:
    """How the statistics were left: what was looked at, and the row to go to, or none to print it."""

    view: StatsView
    row: str = ""


class StatsDialog(ModalScreen[StatsLeft | None]):
    """Shows statistics; gives back the row to go to or what to print, or None."""

    place = "stats"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close"),
        Binding("left", "turn(-1)", priority=True),
        Binding("right", "turn(1)", priority=True),
        Binding("f9", "print"),
    ]

    def __init__(self, tasks: TaskList, view: StatsView) -> None:
        """The list, and what was looked at last."""
        super().__init__()
        self._tasks = apart(tasks)
        today = tasks.clock.day()
        periods = [(one.name, one.label) for one in periods_to_look_at(tasks, today)]
        by = FormField("分类", tuple((name, f"按{words}") for name, words in BYS.items()))
        self._fields = [by.at(view.by), FormField("报送期", tuple(periods)).at(view.period)]
        self._line, self._column, self._first = view.line, view.column, 0
        self._before_sections = 0
        self._tables: dict[tuple[str, str], StatTable | str] = {}
        """By what and period the tables that were made; of one that was refused why."""
        self._sections: dict[str, Sequence[Section]] = {}
        """By period what its bulletin tells of."""

    def compose(self) -> ComposeResult:
        """The fields over the table."""
        with DialogBox(classes="dialog page stats") as box:
            box.plane.show_title("统计")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield KeyedList()

    async def on_mount(self) -> None:
        """Show what was looked at last."""
        self.query_one(KeyedList).focus()
        await self._count()

    # ------------------------------------------------------------------ what is shown

    @property
    def _view(self) -> StatsView:
        by, period = (field.value for field in self._fields)
        return StatsView(cast(By, by), period, self._line, self._column)

    async def _count(self) -> None:
        """Make the table that is chosen, in a thread, where it was not made before; show it."""
        view = self._view
        name = view.by, view.period
        if name not in self._tables:
            self._tables[name] = await asyncio.to_thread(self._made, view)
        self._show()

    def _made(self, view: StatsView) -> StatTable | str:
        tasks = self._tasks
        base = stat_base(tasks, tasks.clock.day(), period_named(view.period))
        try:
            if view.period not in self._sections:
                self._sections[view.period] = bulletin_of(tasks, base).told
            return stat_table(tasks, base, view.by)
        except Refused as refusal:
            return str(refusal)

    @property
    def _table(self) -> StatTable | str | None:
        return self._tables.get((self._view.by, self._view.period))

    def _laid_out(self, table: StatTable) -> TableLines:
        width = self.query_one(KeyedList).size.width - _BESIDE
        lines = TableLines(table, width, self._column, self._first)
        self._column, self._first = lines.at, lines.first
        return lines

    def _show(self) -> None:
        shown = self.query_one(KeyedList)
        shown.show_lines(self._lines(), self._line)
        self._line = shown.cursor or 0
        self._say_figure()

    def _lines(self) -> list[Line]:
        width = widest([field.label for field in self._fields])
        lines = [field_line(field, width) for field in self._fields]
        table = self._table
        if not isinstance(table, StatTable):
            return [*lines, BLANK, plain(table or "", "due", is_read_only=True)]
        laid = self._laid_out(table)
        lines += [BLANK, base_line(table), laid.head()]
        lines += [*laid.lines(self._line - _BEFORE_TABLE), *said_of(self._tasks, table)]
        self._before_sections = len(lines) + _HEAD_OF_SECTIONS
        return [*lines, *section_lines(self._sections[self._view.period], table.base.period.label)]

    @property
    def _figure(self) -> _Figure | None:
        """The figure at hand; none on a field."""
        table, number = self._table, self._line - _BEFORE_TABLE
        if not isinstance(table, StatTable) or number < 0:
            return None
        laid = self._laid_out(table)
        if number < laid.count:
            line, column = laid.line_at(number), laid.columns[laid.at]
            said = f"{column.head} {laid.figure(number)}"
            return _Figure(f"{line.label} · {column.head}", f"{line.label} · {said}", line.rows(column.code))
        section = self._sections[self._view.period][self._line - self._before_sections]
        return _Figure(section.heading, f"{section.heading} {section.counted}", section.rows)

    def _say_figure(self) -> None:
        """Say beside the title what the figure at hand is: 平台处 · 逾期 1."""
        figure = self._figure
        self.query_one(DialogBox).plane.show_title("统计", figure.said if figure else "")

    def on_resize(self) -> None:
        """Show the columns for which there is room now."""
        if self._table is not None:
            self._show()

    # ------------------------------------------------------------------ keys

    def on_line_list_moved(self) -> None:
        """Put the brackets on the line under the cursor."""
        shown = self.query_one(KeyedList)
        if shown.cursor is not None and shown.cursor != self._line:
            self._line = shown.cursor
            shown.say_anew(self._lines())
            self._say_figure()

    async def action_turn(self, step: int) -> None:
        """Choose the next value of a field; in the table, go to the next column."""
        if self._line < len(self._fields):
            self._fields[self._line] = self._fields[self._line].turned(step)
            await self._count()
        elif isinstance(self._table, StatTable):
            self._column = max(0, self._column + step)
            self.query_one(KeyedList).say_anew(self._lines())
            self._say_figure()

    def on_line_list_selected(self) -> None:
        """Enter on a figure shows its rows; one of them may be gone to."""
        figure = self._figure
        if figure and figure.rows:
            title = f"{figure.name}（{len(figure.rows)} 行）"
            self.app.push_screen(ChooseDialog(title, self._rows(figure.rows)), self._go_to)

    def _rows(self, rows: Sequence[str]) -> Callable[[str], Sequence[Choice[str]]]:
        choices = []
        for row in sorted(rows, key=self._tasks.places.__getitem__):
            task = self._tasks.task(row)
            words = f"{self._tasks.row_name(row)}  {task.numbered_text}"
            choices.append(Choice(row, words))
        return by_names(choices)

    def _go_to(self, row: str | None) -> None:
        if row is not None:
            self.dismiss(StatsLeft(self._view, row))

    def action_print(self) -> None:
        """Print what is shown."""
        self.dismiss(StatsLeft(self._view))

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)
