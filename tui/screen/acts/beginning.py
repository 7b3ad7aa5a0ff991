"""What is asked and shown where a list was opened: one thing after the other."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from store.records.kept import Plan
from tui.screen.acts.exchanging import ExchangeActs
from tui.screen.desk import Desk

if TYPE_CHECKING:
    from tui.screen.acts.agenda import AgendaActs
    from tui.screen.acts.handover import HandoverActs


class Beginning:
    """Asks what cannot wait, then shows what is to be seen to today."""

    def __init__(
        self,
        desk: Desk,
        exchange: ExchangeActs,
        handover: "Callable[[], HandoverActs]",
        agenda: "Callable[[], AgendaActs]",
    ) -> None:
        """The desk, and the acts that ask; those that few lists need are made when they do."""
        self._desk = desk
        self._exchange = exchange
        self._handover = handover
        self._agenda = agenda

    async def ask(self, *, opens_today: bool) -> None:
        """Ask about changes that were lost and plans whose day has come; then show 今日, once a day."""
        desk = self._desk
        await self._exchange.look_for_lost()
        if desk.tasks.keys_of(Plan) and not desk.looks_only:
            await self._handover().ask_due_plans()
        if opens_today and await self._is_today_wanted():
            if desk.keys_wait:  # Nothing is laid under hands that are at work.
                desk.say("有今日要办的，请按 F10，选“今日”。")
            else:
                desk.view.set(today_on=desk.tasks.today)
                await self._agenda().today()

    async def _is_today_wanted(self) -> bool:
        """Tell whether 今日 opens by itself: the ledger has something, and it did not yet on this day."""
        from store.ledger.in_use import is_in_use

        desk = self._desk
        was_shown = desk.view.state.today_on == desk.tasks.today
        return not was_shown and is_in_use(desk.tasks) and await self._has_something()

    async def _has_something(self) -> bool:
        """Tell whether the ledger has something to be seen to; not where that takes longer than keys wait."""
        from store.ledger.today import has_ledger_lines
        from tui.screen.acts.look_over import look_over

        tasks = self._desk.tasks
        is_whole = await look_over(tasks, lambda: self._desk.keys_wait)
        return is_whole and has_ledger_lines(tasks, tasks.clock.day())
