"""Acts in the ledger (台账): which period is shown, and what is reported for it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.records.changes import Change
from store.records.ended_rows import refuse_ended
from store.refused import Refused
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice
from tui.screen.panes.ledger_columns import REPORT_FIELDS
from tui.screen.panes.matrix import MatrixCell

if TYPE_CHECKING:
    from store.ledger.periods import Period


class LedgerActs:
    """What can be done in the ledger beside what can be done in the list."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    # ------------------------------------------------------------------ the period

    async def period_back(self) -> None:
        """Show the period before."""
        self._show(self._desk.panes.views.ledger.period.before)

    async def period_on(self) -> None:
        """Show the next period."""
        self._show(self._desk.panes.views.ledger.period.next)

    async def go_to_period(self) -> None:
        """Ask for a period and show it."""
        from store.ledger.periods import period_named

        desk, now = self._desk, self._desk.panes.views.ledger.period
        title = "看哪一期，如 2026-10、2026Q4、2026H2、2026、2026-W43"
        words = await desk.ask_text(title, now.name, check=period_named)
        if words is not None:
            self._show(period_named(words))

    async def go_to(self, row: str, period: "Period") -> None:
        """Show the ledger of a period, the cursor on what is reported of a row."""
        panes = self._desk.panes
        if panes.views.ledger_pane is None:
            await panes.show_view("ledger")
        self._show(period)
        panes.go_to_row(row)
        if pane := panes.views.ledger_pane:
            pane.show_row(row, "done")

    def _show(self, period: "Period") -> None:
        self._desk.panes.views.ledger.go_to(period)
        self._desk.panes.show_title()

    # ------------------------------------------------------------------ reports

    @property
    def _period(self) -> "Period":
        """The period of the ledger, where it is shown; else that which is worked on."""
        from store.ledger.row_in_a_period import period_looked_at

        views, tasks = self._desk.panes.views, self._desk.tasks
        return views.ledger.period if views.ledger_pane else period_looked_at(tasks, tasks.clock.day())

    @property
    def _rows(self) -> tuple[str, ...]:
        """The marked rows, else the one under the cursor."""
        row = self._desk.row
        return self._desk.marks.rows or ((row,) if row else ())

    async def report(self) -> None:
        """Enter what a unit reports of the marked rows, or of the one under the cursor."""
        if self._rows:
            await self._report(self._rows, "done")

    async def report_in(self, at: MatrixCell, typed: str = "") -> None:
        """Enter the report that a cell shows, begun with what was typed on it."""
        field = at.field if at.field in (*REPORT_FIELDS, "values") else "done"
        await self._report(self._desk.rows_meant(at), field, typed)

    async def _report(self, rows: Sequence[str], field: str, typed: str = "") -> None:
        """Ask for one report of some rows and put it down, then step on to the next row that lacks one."""
        from store.acts.reporting import reported_rows
        from tui.screen.acts.report_asked import report_asked
        from tui.screen.dialogs.report import ReportDialog

        desk, period = self._desk, self._period
        if not desk.may_change():
            return
        asked = report_asked(desk.tasks, rows, period, field, typed)
        typed_report = await desk.ask(ReportDialog(asked))
        if typed_report is None:
            return
        unit, given = typed_report.unit, typed_report.given
        if given is None:
            await self._send_back(rows[0], unit, period)
            return
        change = reported_rows(desk.tasks, rows, unit, period, given, desk.tasks.clock.day())
        if await desk.commit(change) and not desk.marks.rows and self._is_reported(rows[0], period):
            desk.panes.focus_rows(step=True)

    def _is_reported(self, row: str, period: "Period") -> bool:
        """Tell whether all units of a row reported for a period: the next row is to come."""
        from store.ledger.owed import owed_on
        from store.ledger.row_in_a_period import units_in_period

        tasks = self._desk.tasks
        units = units_in_period(tasks, owed_on(tasks, tasks.clock.day()), row, period)
        return not any(one.is_lacking for one in units)

    async def send_back(self) -> None:
        """Send back what a unit reported of the row under the cursor for the period."""
        from store.ledger.facts import facts_of
        from store.records.report import Report

        desk, period = self._desk, self._period
        row = desk.row
        if row is None or not desk.may_change():
            return
        refuse_ended(desk.tasks, (row,), desk.tasks.today)
        reports = [one for one in facts_of(desk.tasks).of(Report, row) if one.period == period.name]
        if not reports:
            name = desk.tasks.row_name(row)
            raise Refused(f"第 {name} 行还没有报{period.label}的进展，不能退回。")
        unit: str | None = reports[0].unit
        if len(reports) > 1:
            choices = [Choice(one.unit, desk.tasks.wording_of(one.unit)) for one in reports]
            unit = await desk.choose("退回哪个单位的进展", choices)
        if unit:
            await self._send_back(row, unit, period)

    async def _send_back(self, row: str, unit: str, period: "Period") -> None:
        from store.acts.reporting import sent_back
        from store.ledger.row_in_a_period import report_of

        desk = self._desk
        report = report_of(desk.tasks, row, unit, period)
        if report is None:
            called = f"{desk.tasks.row_name(row)} {desk.tasks.wording_of(unit)}"
            raise Refused(f"{called}还没有报{period.label}的进展，不能退回。")

        def make(reason: str) -> Change:
            return sent_back(desk.tasks, report, reason, desk.tasks.clock.day())

        called = f"第 {desk.tasks.row_name(row)} 行{desk.tasks.wording_of(unit)}"
        reason = await desk.ask_text(f"退回{called}{period.label}进展的原因", long=True, check=make)
        if reason is not None:
            await desk.commit(make(reason))
