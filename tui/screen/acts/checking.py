"""The findings of the list on the screen, kept true in slices between keys."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from store.checks.settings import SEVERITIES, CheckSettings, checks_chosen
from store.records.changes import Change
from tui.screen.desk import Desk

if TYPE_CHECKING:
    from store.acts.profile import TellsFindings
    from store.checks.checker import Checker

_SLICE_SECONDS = 0.006
_GAP_SECONDS = 0.004


class Checking:
    """Looks at a list anew after each change, a slice at a time."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        """Take the screen that lends its timers, and the desk whose changes are checked."""
        self._screen = screen
        self._desk = desk
        desk.watch(self._after)
        desk.panes.found = lambda: self.said
        self._checker: Checker | None = None
        self._slice_is_due = False
        """Whether the next slice waits for its turn: one at a time, however many changes come."""
        self._told: list[Callable[[], None]] = []

    @property
    def _current(self) -> "Checker | None":
        """The checker of the list that is shown; None before the first look, and for a file opened anew."""
        checker = self._checker
        return checker if checker and checker.tasks is self._desk.tasks else None

    # ------------------------------------------------------------------ what is known

    @property
    def concerning(self) -> "TellsFindings | None":
        """What is open about a unit or person; None while the checks have not looked."""
        from store.checks.concerning import findings_concerning

        return findings_concerning(self._checker) if self._checker else None

    @property
    def said(self) -> str:
        """The count of open errors and reminders, behind the title of the rows; nothing before a look."""
        checker = self._current
        if checker is None or not checker.complete:
            return ""
        counts = checker.open_counts()
        counted = [(counts[severity], severity) for severity in SEVERITIES if severity != "说明"]
        named = [f"{count} {severity}" for count, severity in counted if count]
        return f"  核对 {' '.join(named) or '无'}"

    @property
    def finished(self) -> "Checker | None":
        """The checker where all its work is done; None while it is at it."""
        checker = self._current
        return checker if checker and checker.complete else None

    def once_finished(self, tell: Callable[[], None]) -> None:
        """Tell once when the work that is being done is done; never where none is."""
        if self.finished is None:
            self._told.append(tell)

    def complete(self) -> "Checker":
        """Return the checker with all its work done: the clerk waits for the list of findings."""
        settings = self._checker.settings if self._checker else None
        checker = self._current or self._begun(settings)
        checker.work()
        self._desk.panes.show_title()
        return checker

    # ------------------------------------------------------------------ keeping it true

    async def begin(self) -> None:
        """Read what the checks need away from the event loop, then look at the whole list in slices."""
        settings = await asyncio.to_thread(_prepared, self._desk.tasks.notice.source_text)
        if self._screen.is_attached:
            self._begun(settings)
            self.go_on()

    def _begun(self, settings: CheckSettings | None) -> "Checker":
        from store.checks.checker import Checker
        from store.ledger.in_use import is_in_use
        from tui.screen.panes.deadline_marks import marks_of

        tasks = self._desk.tasks
        self._desk.panes.views.take_marks(marks_of, in_use=is_in_use(tasks))
        self._checker = Checker(tasks, settings)
        return self._checker

    def _after(self, change: Change | None) -> None:
        """Check what a change touched: most of it at once, the rest in slices; all of it where it is not
        said what was touched.
        """
        checker = self._current
        if checker and change:
            checker.note(change.edits)
        elif checker:
            checker.begin()
        self.go_on()

    def go_on(self) -> None:
        """Go on with what is to be checked, a slice now and the rest between keys."""
        if self._checker is None or not self._screen.is_attached:
            return
        checker = self._current or self._begun(self._checker.settings)
        if checker.work(_SLICE_SECONDS):
            self._desk.panes.show_title()
            told, self._told = self._told, []
            for tell in told:
                tell()
        elif not self._slice_is_due:
            self._slice_is_due = True
            self._screen.set_timer(_GAP_SECONDS, self._next_slice)

    def _next_slice(self) -> None:
        self._slice_is_due = False
        self.go_on()


def _prepared(source: str) -> CheckSettings:
    """Read the settings, and the source into the cache that the checks read it from."""
    from store.checks.look import reading_of
    from store.machine.settings import load_settings

    settings, _ = checks_chosen(load_settings().checks)  # What is wrong was said at the start.
    if source:
        reading_of(source)
    return settings
