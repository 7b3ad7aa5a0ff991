"""Acts on the history: who changed what, the list as it was, and the basis that changes are given."""

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from store.file.task_file import TaskFile
from store.records.changes import Change
from store.records.task import RESPONSIBILITY_FIELDS
from tui.screen.commands import Pane
from tui.screen.list_screen import ListScreen

if TYPE_CHECKING:
    from tui.screen.dialogs.history import Answer

_BASIS_SHOWN = 18
"""Characters of it in the status line, which has more to say."""


class HistoryActs(ListScreen):
    """Looking back, and saying why."""

    pane: Pane
    asks_basis = False
    """Whether an edit of a responsibility is asked for its basis."""
    _basis = ""
    """What changes are given as their basis until the clerk says otherwise; empty for nothing."""
    _effective_on: str | None = None

    # ------------------------------------------------------------------ looking back

    def action_history(self) -> None:
        """Who changed what, for the row under the cursor or the whole list."""
        from tui.screen.dialogs.history import HistoryDialog

        row = self.row_at_cursor if self.pane == "matrix" else None
        self.app.push_screen(HistoryDialog(self.tasks, self.file.history, row), self._answered)

    async def _answered(self, answer: "Answer | None") -> None:
        from tui.screen.dialogs.history import GoTo, LookAt, TakeBack

        match answer:
            case GoTo(row):
                self.go_to_row(row)
            case TakeBack(change):
                self.commit(change)
            case LookAt(count):
                earlier = await asyncio.to_thread(self.file.after, count)
                self.look_at(earlier, earlier.history[-1].at[:16].replace("T", " "))

    def action_look_at_time(self) -> None:
        """Ask for a time and look at the list as it was then."""
        from store.history.earlier import count_at
        from store.words.cleaning import clean_line
        from store.words.days import moment_named
        from tui.screen.dialogs.text import TextDialog

        def check(words: str) -> None:
            count_at(self.file.history, moment_named(words, datetime.now()))

        async def given(words: str | None) -> None:
            if words is not None:
                moment = moment_named(words, datetime.now())
                earlier = await asyncio.to_thread(self.file.as_of, moment)
                self.look_at(
                    earlier,
                    f"{moment:%Y-%m-%d}" if ":" not in clean_line(words) else f"{moment:%Y-%m-%d %H:%M}",
                )

        self.app.push_screen(TextDialog("看哪天或哪时的清单,如 11-1 或 2026-11-01 14:30", check=check), given)

    def look_at(self, earlier: TaskFile, moment: str) -> None:
        """Show the list as it was, on a screen of its own."""
        raise NotImplementedError

    # ------------------------------------------------------------------ why

    def commit(self, change: Change, said: str = "") -> bool:
        """Give a change the standing basis, or ask for one where the settings say so, and have it saved."""
        if change.undoes or change.redoes or change.basis:
            return super().commit(change, said)
        if self._basis or self._effective_on:
            change = replace(
                change, basis=self._basis, effective_on=change.effective_on or self._effective_on
            )
        elif self.asks_basis and any(edit.field in RESPONSIBILITY_FIELDS for edit in change.edits):
            self._ask_basis(change, said)
            return True
        return super().commit(change, said)

    def _ask_basis(self, change: Change, said: str) -> None:
        from tui.screen.dialogs.text import TextDialog

        def given(basis: str | None) -> None:
            super(HistoryActs, self).commit(replace(change, basis=basis or ""), said)

        self.app.push_screen(TextDialog("这次修改的依据(可不填)"), given)

    def action_standing_basis(self) -> None:
        """Set the basis that all changes are given from now on, and the day they are in force from."""
        from tui.screen.dialogs.day_and_basis import DayAndBasis, DayAndBasisDialog

        def given(answer: DayAndBasis | None) -> None:
            if answer is not None:
                self._effective_on, self._basis = answer
                self.say(
                    "接下来的修改都写上这一依据,改掉为止。" if self._reasons() else "接下来的修改不写依据。"
                )

        title = "依据:接下来的修改都写上,改掉或退出为止"
        self.app.push_screen(DayAndBasisDialog(title, self._effective_on or "", basis=self._basis), given)

    def _reasons(self) -> list[str]:
        shown = self._basis if len(self._basis) <= _BASIS_SHOWN else self._basis[:_BASIS_SHOWN] + "…"
        basis = [f"依据:{shown}"] if shown else []
        return [*basis, f"{self._effective_on} 起生效"] if self._effective_on else basis

    def status_parts(self) -> list[str]:
        """What changes are given as their basis stands before the rest."""
        return [*super().status_parts(), *self._reasons()]
