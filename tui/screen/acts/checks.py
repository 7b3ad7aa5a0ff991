"""The list of findings (核对) on the screen: to go to, to mend, to accept."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.records.changes import Change
from tui.screen.acts.checking import Checking
from tui.screen.acts.mending import MendingActs
from tui.screen.acts.questions import QuestionActs
from tui.screen.desk import Desk

if TYPE_CHECKING:
    from store.checks.checker import Checker
    from store.checks.finding import Finding
    from store.questions.question import Question
    from store.records.kept import Acceptance
    from tui.screen.dialogs.agenda import AgendaCursor, AgendaDialog, AgendaEntry

_KEYS = {"f2": "mend", "ctrl+k": "accept", "tab": "turn", "f5": "questions"}


class FindingActs:
    """Shows what the checks found, the doubts of the list before it, and does what is chosen there."""

    def __init__(self, desk: Desk, checking: Checking, questions: QuestionActs, mending: MendingActs) -> None:
        """The desk, what keeps the findings, and the acts that an entry leads to."""
        self._desk = desk
        self._checking = checking
        self._questions = questions
        self._mending = mending
        self._with_accepted = False

    async def show(self) -> bool:
        """Show the findings until the clerk goes elsewhere; return whether it is to the list of questions."""
        from store.checks.finding import Finding
        from store.questions.question import Question
        from tui.screen.dialogs.agenda import AgendaCursor

        cursor = AgendaCursor()
        while (chosen := await self._desk.ask(self._dialog(cursor))) is not None:
            cursor = chosen.cursor
            match chosen.act, chosen.value:
                case "questions", _:
                    return True
                case "turn", _:
                    self._with_accepted = not self._with_accepted
                    cursor = AgendaCursor(0, cursor.typed)
                case "accept", Finding() as finding if self._desk.may_change():
                    await self._accept(finding)
                case act, Finding() as finding:
                    await self._go(act, finding)
                    return False
                case act, Question() as question:
                    return await self._take_up(act, question)
        return False

    async def _go(self, act: str, finding: "Finding") -> None:
        """Go where a finding is, or open what mends it there."""
        hit = finding.hit
        if act == "":
            self._mending.go_to(hit.row, hit.record, hit.field)
        elif self._desk.may_change():
            await self._mending.mend(finding)

    async def _take_up(self, act: str, question: "Question") -> bool:
        """Go where a doubt is, or ask it; return whether the list of questions comes next."""
        if act == "":
            self._mending.go_to(question.row, question.record, question.field)
            return False
        return await self._questions.ask(question)

    # ------------------------------------------------------------------ what the list says

    def _dialog(self, cursor: "AgendaCursor") -> "AgendaDialog[Finding | Question]":
        from tui.screen.dialogs.agenda import AgendaDialog, AgendaKeys

        checker = self._checking.complete()
        turn = "隐去已认可" if self._with_accepted else "看已认可"
        entries = [*self._questions.doubts(), *self._entries(checker)]
        return AgendaDialog(
            _title(checker),
            entries,
            AgendaKeys("findings", _KEYS, frozenset({"turn", "questions"})),
            hint=f"Enter 到该处 · F2 改正 · Ctrl+K 认可 · Tab {turn} · F5 待定 · Esc 返回",
            nothing="没有发现问题。",
            cursor=cursor,
        )

    def _entries(self, checker: "Checker") -> "Iterable[AgendaEntry[Finding | Question]]":
        accepted = checker.accepted()
        for finding in checker.findings():
            held = accepted.get(finding.name)
            if held is None or self._with_accepted:
                yield self._entry(finding, held)

    def _entry(self, finding: "Finding", held: "Acceptance | None") -> "AgendaEntry[Finding | Question]":
        from store.checks.accepting import message
        from tui.screen.dialogs.agenda import AgendaEntry

        sentence = message(self._desk.tasks, finding)
        said = f"{finding.code}  {sentence}"
        if held:
            day = held.at[:10]
            said += f"\n       已认可:{held.reason}({held.by} {day})"
        return AgendaEntry(finding, said, f"{finding.grade}")

    # ------------------------------------------------------------------ accepting

    async def _accept(self, finding: "Finding") -> None:
        """Ask for the reason and keep it; a finding that was accepted is open again."""
        from store.checks.accepting import accept, message, take_back
        from store.machine.whoami import user

        desk = self._desk
        if finding.name in self._checking.complete().accepted():
            await desk.commit(take_back(desk.tasks, [finding]))
            return

        def accepting(reason: str) -> Change:
            return accept(desk.tasks, [finding], reason, user())

        desk.say(message(desk.tasks, finding))
        await desk.change_text(f"认可 {finding.code} 的理由", "", accepting)


def _title(checker: "Checker") -> str:
    counts = checker.open_counts()
    words = [f"{severity} {count}" for severity, count in counts.items()]
    accepted = len(checker.accepted())
    return f"核对:{' '.join(words)}  已认可 {accepted}"
