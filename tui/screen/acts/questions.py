"""Questions on the screen (待定): one list, each answered in place, and on to the next."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.changes import Change
from store.records.unit import Unit
from store.refused import Refused
from store.words.names import name_key
from tui.screen.acts.checks import Checking
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.panes.matrix import Matrix

if TYPE_CHECKING:
    from store.checks.finding import Finding
    from store.questions.question import Marks, Question
    from tui.screen.dialogs.agenda import Chosen, Entry

_ON_CELLS = ("Q03", "Q12", "Q13", "Q14")
"""Questions that are shown with the findings too: doubts on cells, names that mean nobody, what is odd or unread in the source."""

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
}


class Answering(Checking):
    """What the program must ask stands in one list; nothing else waits for it."""

    def doubts(self) -> "Iterable[Entry[Finding | Question]]":
        """The questions that stand on cells and on lines of the source."""
        from store.questions.asking import questions
        from tui.screen.dialogs.agenda import Entry

        return [Entry(one, f"待定  {one.text}", "待定") for one in questions(self.tasks, codes=_ON_CELLS)]

    def action_questions(self) -> None:
        """What the notice does not settle."""
        self._show_questions()

    def _show_questions(self, place: int = 0, typed: str = "") -> None:
        from store.questions.asking import questions
        from tui.screen.dialogs.agenda import AgendaDialog, Entry

        asked = questions(self.tasks)
        entries = [Entry(one, f"待定  {one.text}", _HEADINGS[one.code]) for one in asked]
        dialog = AgendaDialog(
            f"待定:{len(asked)} 个问题",
            entries,
            {"f2": "answer", "f6": "go", "f5": "findings"},
            hint="Enter 回答 · F6 到该处 · F5 核对 · Esc",
            nothing="没有待定的问题。",
            place=place,
            typed=typed,
            whole=frozenset({"findings"}),
        )
        self.app.push_screen(dialog, self.question_chosen)

    def question_chosen(self, chosen: "Chosen[Question] | None") -> None:
        """Go where a question stands, or answer it."""
        if chosen is None:
            return
        match chosen.act, chosen.value:
            case "findings", _:
                self.action_findings()
            case "go", question if question:
                self.go_to(question.row, question.record, question.field)
            case _, question if question:
                self._ask_question(question, chosen.place, chosen.typed)

    # ------------------------------------------------------------------ one question

    def _ask_question(self, question: "Question", place: int, typed: str) -> None:
        """The answers to choose from, then back to the list for the next question."""
        from tui.screen.dialogs.choose import ChooseDialog

        choices: list[Choice[int | str]] = [
            Choice(number, answer.words) for number, answer in enumerate(question.answers)
        ]
        if question.marks:
            choices.append(Choice("marks", "选定所含单位…", ("选定所含单位",)))
        if question.code in ("Q01", "Q02"):
            choices.append(Choice("other", "其他领导…", ("其他领导",)))
        if question.row and question.field in RESPONSIBILITY_FIELDS:
            choices.append(Choice("go", "到该格修改", ("到该格修改",)))
        choices.append(Choice("leave", question.leave, (question.leave,)))
        written = question.typed

        def search(text: str) -> list[Choice[int | str]]:
            found = list(by_names(choices)(text))
            return (
                []
                if written and text.strip() and not any(text.strip() in choice.label for choice in found)
                else found
            )

        dialog: ChooseDialog[int | str] = ChooseDialog(
            question.text[:60],
            search,
            placeholder=question.typed_hint or "输入汉字、全拼或首字母",
            nothing="按 Enter 照写。" if written else "没有符合的。",
            typed=(lambda text: f"={text}" if text.strip() else None) if written else None,
        )
        self.app.push_screen(dialog, lambda value: self._question_answered(question, value, place, typed))

    def _question_answered(
        self, question: "Question", value: int | str | None, place: int, typed: str
    ) -> None:
        from store.questions.question import left_as_printed

        match value:
            case None:
                pass
            case int() if question.code in ("Q01", "Q02"):
                if self._try_answer(question.answers[value].act):
                    self._offer_followers(question.subject, lambda: self._show_questions(place, typed))
                    return
            case int():
                self._try_answer(question.answers[value].act)
            case "marks" if question.marks:
                self._mark(question.about, question.marks, lambda: self._show_questions(place, typed))
                return
            case "other":
                self.settle_unit(self.tasks.get(Unit, question.subject))
                return
            case "go":
                self._edit_there(question)
                return
            case "leave":
                self._try_answer(lambda: left_as_printed(self.tasks, question))
            case str() if question.typed:
                act = question.typed
                self._try_answer(lambda: act(value[1:]))
        self._show_questions(place, typed)

    def _try_answer(self, act: Callable[[], Change]) -> bool:
        """Commit an answer that a rule may refuse."""
        try:
            change = act()
        except Refused as refusal:
            self.say(str(refusal), warning=True)
            return False
        return self.commit(change)

    def _offer_followers(self, unit: str, then: Callable[[], None]) -> None:
        """The rows whose leaders did not follow a unit while its leader was open: they may follow now."""
        from store.acts.settling import followers_preview

        if followers_preview(self.tasks, unit).rows:
            self.preview(lambda _: followers_preview(self.tasks, unit), then=then)
        else:
            then()

    def _mark(self, about: str, marks: "Marks", then: Callable[[], None]) -> None:
        """Choose several of what there is."""
        from tui.screen.dialogs.mark import MarkDialog

        def marked(keys: list[str] | None) -> None:
            if keys:
                self._try_answer(lambda: marks.act(keys))
            then()

        choices = [Choice(key, words) for key, words in marks.choices]
        self.app.push_screen(
            MarkDialog(
                f"“{about}”包括哪些单位", choices, marks.marked, nothing="还没有选单位,请按空格选定。"
            ),
            marked,
        )

    def _edit_there(self, question: "Question") -> None:
        """Go where a question stands and open the picker there."""
        self.go_to(question.row, question.record, question.field)
        if cell := self.query_one(Matrix).cell:
            self.pick(cell)

    def answer_members(self, wording: str) -> None:
        """Ask which units a collective stands for."""
        from store.questions.asking import questions

        wanted = name_key(wording)
        asked = next(
            (one for one in questions(self.tasks) if one.code == "Q04" and one.subject == wanted), None
        )
        if asked and asked.marks:
            self._mark(asked.about, asked.marks, lambda: None)
        else:
            self.say(f"“{wording}”的所含单位已定或已决定不列明,可在名册中修改。")
