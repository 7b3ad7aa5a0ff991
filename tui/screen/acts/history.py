"""Acts on the history: who changed what, the list as it was, taking back, and the basis of changes."""

import asyncio

from store.history.undoing import redo_change, undo_change
from tui.screen.acts.printing import PrintingActs
from tui.screen.acts.renumbering import RenumberingActs
from tui.screen.desk import Desk
from tui.screen.standing_basis import StandingBasis


class HistoryActs:
    """Looking back, taking back, and saying why."""

    def __init__(self, desk: Desk, numbers: RenumberingActs, printing: PrintingActs) -> None:
        """The desk to work on, what may be offered where nothing was undone, and what prints a handover."""
        self._desk = desk
        self._printing = printing
        self._numbers = numbers

    # ------------------------------------------------------------------ looking back

    async def show(self) -> None:
        """Show who changed what, of the row under the cursor or of all rows; then do what was chosen."""
        await self._show(self._desk.row if self._desk.pane == "matrix" else None)

    async def show_change(self, place: int) -> None:
        """Show a change among all of them, by its place in the history."""
        await self._show(None, place)

    async def _show(self, row: str | None, place: int | None = None) -> None:
        from tui.screen.dialogs.history import (
            GoTo,
            HistoryDialog,
            LookAt,
            PrintAgain,
            PrintHandover,
            TakeBack,
        )

        desk = self._desk
        match await desk.ask(HistoryDialog(desk.tasks, desk.history, row, place)):
            case GoTo(row):
                desk.go_to_row(row)
            case TakeBack(change):
                await desk.commit(change)
            case PrintHandover(count):
                await self._printing.print_handover(count)
            case PrintAgain(record):
                await self._printing.print_again(record)
            case LookAt(count):
                earlier = await asyncio.to_thread(desk.state.after, count)
                desk.look_at(earlier, earlier.history[-1].at[:16].replace("T", " "))

    async def look_at_time(self) -> None:
        """Ask for a day or a time and show the list as it was then."""
        from store.history.earlier import count_at
        from store.words.cleaning import clean_line
        from store.words.days import moment_named

        desk = self._desk

        def check(words: str) -> None:
            count_at(desk.history, moment_named(words, desk.tasks.clock.now()))

        words = await desk.ask_text("看哪天或哪时的清单，如 11-1 或 2026-11-01 14:30", check=check)
        if words is None:
            return
        moment = moment_named(words, desk.tasks.clock.now())
        earlier = await asyncio.to_thread(desk.state.after, count_at(desk.history, moment))
        has_time = ":" in clean_line(words)
        desk.look_at(earlier, f"{moment:%Y-%m-%d %H:%M}" if has_time else f"{moment:%Y-%m-%d}")

    # ------------------------------------------------------------------ taking back

    async def undo(self) -> None:
        """Take back the last change."""
        await self._desk.commit(undo_change(self._desk.tasks, self._desk.history))

    async def redo(self) -> None:
        """Do again what was just undone; behind an act that broke numbers, let them run on."""
        if self._numbers.is_offered:
            await self._numbers.take_offer()
            return
        await self._desk.commit(redo_change(self._desk.tasks, self._desk.history))

    # ------------------------------------------------------------------ why

    async def standing_basis(self) -> None:
        """Set the basis that all changes are given from now on, and the day from which they are in force."""
        from tui.screen.dialogs.day_and_basis import DayAndBasisDialog

        desk = self._desk
        title = "依据：接下来的修改都写上，改掉或退出为止"
        now = desk.basis
        given = await desk.ask(
            DayAndBasisDialog(title, now.effective_on or "", today=desk.tasks.clock.day(), basis=now.words)
        )
        if given is None:
            return
        day, words = given
        desk.basis = StandingBasis(words, day)
        desk.say("接下来的修改都写上这一依据，改掉为止。" if desk.basis.stands else "接下来的修改不写依据。")
