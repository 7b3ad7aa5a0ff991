"""Questions on the screen (待定): one list, each answered in place, and on to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.unit import Unit
from tui.screen.acts.mending import MendingActs
from tui.screen.acts.portfolio import PortfolioActs
from tui.screen.asking import ANY_NAME
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice, by_names

if TYPE_CHECKING:
    from store.questions.question import Question
    from tui.screen.dialogs.agenda import AgendaCursor, AgendaDialog
    from tui.screen.dialogs.agenda_lines import AgendaEntry
    from tui.screen.dialogs.choose import ChooseDialog

_ON_CELLS = ("Q03", "Q12", "Q13", "Q14")
"""Questions that are shown with the findings too.

Doubts on cells, names that mean nobody, what is odd or unread in the source.
"""

_ON_LEADERS = ("Q01", "Q02")
"""Questions whose answer settles whose a unit is."""

_KEYS = {"f2": "answer", "ctrl+l": "go", "f5": "findings"}

_TITLE = 60
"""Characters of a question in the title of its dialog."""

_HEADINGS = {
    "Q01": "分管领导",
    "Q02": "分管领导",
    "Q03": "责任栏",
    "Q04": "统称",
    "Q05": "完成时限",
    "Q06": "通知",
    "Q07": "通知",
    "Q08": "通知",
    "Q09": "正文与清单",
    "Q10": "牵头单位",
    "Q11": "工作措施",
    "Q12": "名称不明",
    "Q13": "原文",
    "Q14": "未读懂的行",
    "Q15": "清单年份",
    "Q16": "完成时限",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the clerk says to a question: an answer by its number, his own words, or what is done instead."""

    kind: Literal["answer", "own words", "marks", "other", "go", "leave"]
    number: int = 0
    text: str = ""


class QuestionActs:
    """What the program must ask stands in one list; nothing else waits for it."""

    def __init__(self, desk: Desk, portfolio: PortfolioActs, mending: MendingActs) -> None:
        """The desk, and the acts that an answer leads to."""
        self._desk = desk
        self._portfolio = portfolio
        self._mending = mending

    def doubts(self) -> "Sequence[AgendaEntry[Question]]":
        """Return the questions on cells and on lines of the source, as entries among the findings."""
        from store.questions.asking import questions

        asked = questions(self._desk.tasks, codes=_ON_CELLS)
        return [_entry(question, "待定") for question in asked]

    async def show(self) -> bool:
        """Show the questions until the clerk goes elsewhere; return whether it is to the next list."""
        from tui.screen.dialogs.agenda import AgendaCursor

        cursor = AgendaCursor()
        while (chosen := await self._desk.ask(self._dialog(cursor))) is not None:
            cursor = chosen.cursor
            question = chosen.value
            if chosen.act == "findings":
                return True
            if question is None:
                continue
            if chosen.act == "go":
                self._mending.go_to(question.row, question.record, question.field)
                return False
            if not await self.ask(question):
                return False
            cursor = cursor.past()
        return False

    def _dialog(self, cursor: "AgendaCursor") -> "AgendaDialog[Question]":
        from store.ledger.in_use import is_in_use
        from store.questions.asking import questions
        from tui.screen.dialogs.agenda import Agenda, AgendaDialog

        asked = questions(self._desk.tasks)
        entries = [_entry(question, _HEADINGS[question.code]) for question in asked]
        agenda = Agenda(
            "questions",
            "待定",
            f"{len(asked)} 个问题",
            "没有待定的问题。",
            _KEYS,
            now={"f5": "今日"} if is_in_use(self._desk.tasks) else None,
            whole=frozenset({"findings"}),
        )
        return AgendaDialog(agenda, entries, cursor)

    # ------------------------------------------------------------------ one question

    async def ask(self, question: "Question") -> bool:
        """Ask a question and do what is answered; return whether the clerk is to come back to the list."""
        if not self._desk.may_change():
            return False
        reply = await self._desk.ask(_dialog_of(question))
        match reply:
            case Reply("other"):
                unit = self._desk.tasks.get(Unit, question.subject)
                await self._portfolio.settle(unit)
                return False
            case Reply("go"):
                await self._mending.pick_at(question.row, question.record, question.field)
                return False
            case Reply():
                await self._answer(question, reply)
        return True

    async def _answer(self, question: "Question", reply: Reply) -> None:
        from store.questions.question import left_as_printed

        desk = self._desk
        if reply.kind == "answer":
            change = await desk.attempt(question.answers[reply.number].act)
            if change and question.code in _ON_LEADERS:
                await self._portfolio.offer_followers(question.subject, change)
        elif reply.kind == "marks" and question.marks:
            await self._mending.mark(question.about, question.marks)
        elif reply.kind == "own words" and question.typed:
            make = question.typed
            await desk.attempt(lambda: make(reply.text))
        else:
            await desk.attempt(lambda: left_as_printed(desk.tasks, question))


def _entry(question: "Question", heading: str) -> "AgendaEntry[Question]":
    from tui.screen.dialogs.agenda_lines import AgendaEntry, Heading

    return AgendaEntry(question, question.text, Heading(heading), question.id)


def _dialog_of(question: "Question") -> "ChooseDialog[Reply]":
    """The dialog that asks one question; where the clerk's own words may answer it, a typed text does too."""
    from tui.screen.dialogs.choose import ChooseDialog

    choices = _choices(question)
    title = question.text[:_TITLE]
    hint = question.typed_hint or ANY_NAME
    if question.typed is None:
        return ChooseDialog(title, by_names(choices), placeholder=hint)
    search = _unless_own_words(choices)
    return ChooseDialog(title, search, placeholder=hint, nothing="按 Enter 照写。", typed=_own_words)


def _choices(question: "Question") -> list[Choice[Reply]]:
    choices = []
    for number, answer in enumerate(question.answers):
        choices.append(Choice(Reply("answer", number), answer.words))
    if question.marks:
        choices.append(Choice(Reply("marks"), "选定所含单位…", ("选定所含单位",)))
    if question.code in _ON_LEADERS:
        choices.append(Choice(Reply("other"), "其他领导…", ("其他领导",)))
    if question.row and question.field in RESPONSIBILITY_FIELDS:
        choices.append(Choice(Reply("go"), "到该格修改", ("到该格修改",)))
    choices.append(Choice(Reply("leave"), question.leave, (question.leave,)))
    return choices


def _unless_own_words(choices: Sequence[Choice[Reply]]) -> Callable[[str], Sequence[Choice[Reply]]]:
    """Return a search that finds nothing for a text that stands in no choice: it is in his own words."""
    search = by_names(choices)

    def found(text: str) -> Sequence[Choice[Reply]]:
        wanted = text.strip()
        stands = any(wanted in choice.label for choice in choices)
        return search(text) if stands else []

    return found


def _own_words(text: str) -> Reply | None:
    return Reply("own words", text=text) if text.strip() else None
