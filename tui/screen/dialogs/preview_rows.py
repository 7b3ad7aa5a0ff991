"""An act on many rows before it is done: every row before and after, and every question answered in place.

It serves any act of `store.acts.preview`: `PreviewDialog(tasks, act)` shows `act(answers)`, makes it anew with each answer,
and gives back the preview to commit, or none. Keys: ← stays (留), → goes (去), Space turns, Enter carries out.
"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from store.acts.preview import Act, Answer, Answers, Place, Preview, Question, RowChange
from store.records.cells import leaders_field, units_field
from store.records.describing import label
from store.records.tasklist import TaskList
from store.records.values import Mention

_WORDS: dict[Answer | None, str] = {None: "待答复", "keep": "留", "drop": "去"}


class PreviewDialog(ModalScreen[Preview | None]):
    """Shows what an act would do; Enter gives the preview back once nothing is open (or at once, where it may wait)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel"),
        Binding("left,l", "answer('keep')"),
        Binding("right,q", "answer('drop')"),
        Binding("space", "turn"),
    ]

    def __init__(
        self, tasks: TaskList, act: Act, answers: Answers | None = None, *, may_wait: bool = False
    ) -> None:
        """The list, the act, the answers there are already; `may_wait` where questions can be answered another day."""
        super().__init__()
        self._tasks = tasks
        self._act = act
        self._answers: dict[Place, Answer] = dict(answers or {})
        self._preview = act(self._answers)
        self._places = [row.place for row in self._preview.rows]
        self._may_wait = may_wait

    def compose(self) -> ComposeResult:
        """The rows, and a line that says what is still to be answered."""
        with Vertical(classes="dialog wide") as box:
            box.border_title = Content(self._preview.title)
            asks = "← 留  → 去  空格 换 · " if self._preview.questions else ""
            box.border_subtitle = Content(
                f"{asks}Enter {'存为预定' if self._may_wait else '执行'} · Esc 取消"
            )
            yield Static(id="preview-state")
            rows = [Option(Content(self._line(place))) for place in self._places]
            others = [Option(Content(words)) for words in self._preview.others]
            rule = [None] if rows and others else []
            yield OptionList(*rows, *rule, *others or ([] if rows else [Option("没有一行要改动。")]))

    def on_mount(self) -> None:
        """Begin at the first question."""
        self._state()
        options = self.query_one(OptionList)
        options.highlighted = 0
        self._to_open(0)

    # ------------------------------------------------------------------ what it says

    def _line(self, place: Place) -> str:
        row = next((row for row in self._preview.rows if row.place == place), None)
        side = self._tasks.task(place[0]).side(place[1])
        row = row or RowChange(*place, side, side)
        before, after = row.before, row.after
        units, leaders = (label(self._tasks, field(place[1])) for field in (units_field, leaders_field))
        leaders = leaders.removeprefix(f"{units}的")
        lines = [
            f"{self._tasks.row_name(place[0])}  {units}:{_moved(before.units, after.units)}",
            f"    {leaders}:{_moved(before.leaders, after.leaders)}",
        ]
        return "\n".join(
            [*lines, *(f"    {self._asked(one)}" for one in self._preview.questions if one.place == place)]
        )

    def _asked(self, question: Question) -> str:
        who = "或".join(map(self._tasks.person_name, question.candidates))
        answer = _WORDS[self._answers.get(question.place)]
        return f"? {question.unit.wording}可能由{who}分管,{question.leader.wording}留还是去?〔{answer}〕"

    def _state(self) -> None:
        rows = len(dict.fromkeys(place[0] for place in self._places))
        left = len({question.place for question in self._preview.open})
        asked = len({question.place for question in self._preview.questions})
        words = f"共 {rows} 行"
        if asked:
            words += f",{asked} 处要答复" + (f",还有 {left} 处没有答复" if left else ",都已答复")
        self.query_one("#preview-state", Static).update(Content(words if rows else "没有一行要改动。"))

    # ------------------------------------------------------------------ answers

    def action_answer(self, answer: Answer) -> None:
        """Answer the question of the highlighted row and go on to the next one that is open."""
        index = self._asking()
        if index is not None:
            self._give(index, answer)
            self._to_open(index)

    def action_turn(self) -> None:
        """Turn the answer of the highlighted row."""
        index = self._asking()
        if index is not None:
            self._give(index, "keep" if self._answers.get(self._places[index]) == "drop" else "drop")

    def _asking(self) -> int | None:
        """The highlighted row, where it has a question."""
        index = self.query_one(OptionList).highlighted
        place = self._places[index] if index is not None and index < len(self._places) else None
        return index if any(question.place == place for question in self._preview.questions) else None

    def _give(self, index: int, answer: Answer) -> None:
        place = self._places[index]
        self._answers[place] = answer
        self._preview = self._act(dict(self._answers))
        self.query_one(OptionList).replace_option_prompt_at_index(index, Content(self._line(place)))
        self._state()

    def _to_open(self, index: int) -> None:
        """Go to the next open question, from a row on and round; stay where there is none."""
        open_places = {question.place for question in self._preview.open}
        order = [*range(index, len(self._places)), *range(min(index, len(self._places)))]
        found = next((number for number in order if self._places[number] in open_places), None)
        if found is not None:
            self.query_one(OptionList).highlighted = found

    def on_option_list_option_selected(self) -> None:
        """Enter carries out, or goes to what is still to be answered."""
        if self._preview.open and not self._may_wait:
            self._to_open(self.query_one(OptionList).highlighted or 0)
            left = len({question.place for question in self._preview.open})
            self.query_one("#preview-state", Static).update(
                Content(f"还有 {left} 处没有答复:按 ← 留,按 → 去,都答复后再按 Enter。")
            )
        else:
            self.dismiss(self._preview)

    def action_cancel(self) -> None:
        """Leave without doing it."""
        self.dismiss(None)


def _moved(before: tuple[Mention, ...], after: tuple[Mention, ...]) -> str:
    old, new = (" ".join(mention.wording for mention in mentions) or "(空)" for mentions in (before, after))
    return old if old == new else f"{old} → {new}"
