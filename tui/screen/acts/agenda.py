"""The lists of what is to be seen to, between which F5 turns: findings, questions, and today's."""

from typing import TYPE_CHECKING

from tui.screen.acts.checks import FindingActs
from tui.screen.acts.questions import QuestionActs
from tui.screen.desk import Desk

if TYPE_CHECKING:
    from tui.screen.acts.today import TodayActs


class AgendaActs:
    """Shows one list, then the next, as long as the clerk turns from one to the other."""

    def __init__(
        self, desk: Desk, findings: FindingActs, questions: QuestionActs, todays: "TodayActs"
    ) -> None:
        """The desk, and the lists."""
        self._desk = desk
        self._lists = (findings, questions, todays)

    async def findings(self) -> None:
        """Show what the checks found."""
        await self._show(0)

    async def questions(self) -> None:
        """Show what the notice does not settle."""
        await self._show(1)

    async def today(self) -> None:
        """Show what is to be seen to today."""
        await self._show(2)

    async def _show(self, number: int) -> None:
        """Show a list, and the next one each time that the clerk turns on.

        The last is left out of the turn in a list that does not use the ledger.
        """
        from store.ledger.in_use import is_in_use

        while await self._lists[number].show():
            number = (number + 1) % (3 if is_in_use(self._desk.tasks) else 2)
