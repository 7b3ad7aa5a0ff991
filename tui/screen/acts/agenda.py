"""The two lists of what is to be seen to, the findings and the questions, between which F5 turns."""

from tui.screen.acts.checks import FindingActs
from tui.screen.acts.questions import QuestionActs


class AgendaActs:
    """Shows one list, then the other, as long as the clerk turns between them."""

    def __init__(self, findings: FindingActs, questions: QuestionActs) -> None:
        """The two lists."""
        self._findings = findings
        self._questions = questions

    async def findings(self) -> None:
        """Show what the checks found."""
        while await self._findings.show():
            if not await self._questions.show():
                return

    async def questions(self) -> None:
        """Show what the notice does not settle."""
        while await self._questions.show():
            if not await self._findings.show():
                return
