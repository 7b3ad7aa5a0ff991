"""An act on many rows before it is done: every row before and after, and every question answered in place.

It serves any act of `store.acts.preview`: `PreviewDialog(tasks, act)` shows `act(answers)`, makes it anew
with each answer, and gives back the preview to commit, or None.
Keys: ← stays (留), → goes (去), Space turns, Enter carries out.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.acts.preview import ActOnRows, Answers, KeepOrDrop, LeaderQuestion, Preview, RowSide
from store.records.cells import leaders_field, units_field
from store.records.describing import column_label, label
from store.records.joining import joined_rows
from store.records.ranges import rows_in_words
from store.records.tasklist import TaskList
from store.records.values import Mention, Side
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.key_words import KeyWords
from tui.screen.widgets.line import BLANK, Line, Part, padded, plain, widest
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

JoinedCell = tuple[RowSide, ...]
"""One side of some rows that are joined in it: they are shown, and asked about, as one."""

_GAP, _LONGEST_NAME = 2, 12
"""Cells between the column of the names of rows and what is said of them, and of that column."""
_ANSWERS: dict[KeepOrDrop | None, Part] = {
    None: Part("〔待答复〕", "due"),
    "keep": Part("〔留〕", "well"),
    "drop": Part("〔去〕", "well"),
}


class PreviewDialog(ModalScreen[Preview | None]):
    """Shows what an act would do; Enter gives the preview back once nothing is open, or where it may wait."""

    place = "preview"

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "cancel"),
        ("left,l", "answer('keep')"),
        ("right,q", "answer('drop')"),
        ("space", "turn"),
    ]

    def __init__(
        self, tasks: TaskList, act: ActOnRows, answers: Answers | None = None, *, may_wait: bool = False
    ) -> None:
        """Take the list, the act and the answers there are already.

        `may_wait` says that its questions can be answered another day.
        """
        super().__init__()
        self._tasks = tasks
        self._act = act
        self._answers: dict[RowSide, KeepOrDrop] = dict(answers or {})
        self._preview = act(self._answers)
        self._cells = _cells(tasks, self._preview)
        self._may_wait = may_wait
        names = [self._rows_named(cell) for cell in self._cells]
        self._name_width = min(widest(names), _LONGEST_NAME)

    def compose(self) -> ComposeResult:
        """The rows, and a line that says what is still to be answered."""
        with DialogBox(classes="dialog wide") as box:
            box.plane.show_title(self._preview.title)
            box.plane.show_keys(self._keys())
            yield said_under_title(self)
            yield KeyedList()
            yield Static(id="preview-state")

    def _keys(self) -> list[KeyWords]:
        answers = {} if self._preview.questions else {"left": "", "right": "", "space": ""}
        does = {"enter": "存为预定"} if self._may_wait else {}
        return foot_of(self, answers | does)

    def _shown(self) -> list[Line]:
        """Return a line for each row, then what changes beside them."""
        rows = [self._line(cell) for cell in self._cells]
        others = [plain(words) for words in (*self._preview.others, *self._preview.left_out(self._tasks))]
        if rows and others:
            return [*rows, BLANK, *others]
        return [*rows, *others] or [plain("没有一行要改动。")]

    def on_mount(self) -> None:
        """Begin at the first question."""
        self._state()
        still_open = self._open_cells
        self._lines.show_lines(self._shown(), still_open[0] if still_open else 0)

    @property
    def _lines(self) -> KeyedList:
        return self.query_one(KeyedList)

    # ------------------------------------------------------------------ what it says

    def _line(self, cell: JoinedCell) -> Line:
        """Return one side of a row, or of joined ones, before and after, with the question on it."""
        side = cell[0][1]
        before, after = self._sides(cell[0])
        units = label(self._tasks, units_field(side))
        leaders = column_label(self._tasks, leaders_field(side))
        name = self._rows_named(cell)
        width, indent = widest([units, leaders]), self._name_width + _GAP
        below = [Line(_moved(before.leaders, after.leaders), (_label(leaders, width, indent),))]
        questions = self._questions_at(cell)
        if questions:
            answers = {self._answers.get(place) for place in cell}
            answer = answers.pop() if len(answers) == 1 else None
            asked = Part(f"{self._asked(questions)} "), _ANSWERS[answer]
            below.append(Line(asked, (Part(" " * indent + "? ", "due"),)))
        lead = Part(padded(f"{name}{' ' * _GAP}", indent), "bold"), _label(units, width)
        return Line(_moved(before.units, after.units), lead, below=tuple(below))

    def _rows_named(self, cell: JoinedCell) -> str:
        """Return the names of the rows of a cell: 3.1–3.3."""
        return rows_in_words(self._tasks, [row for row, _ in cell])

    def _sides(self, place: RowSide) -> tuple[Side, Side]:
        """Return the side before and after; the same twice where an answer leaves it as it is."""
        for change in self._preview.rows:
            if change.place == place:
                return change.before, change.after
        row, side = place
        now = self._tasks.task(row).side(side)
        return now, now

    def _questions_at(self, cell: JoinedCell) -> list[LeaderQuestion]:
        return [question for question in self._preview.questions if question.place == cell[0]]

    def _asked(self, questions: Sequence[LeaderQuestion]) -> str:
        """Return the one question that a cell asks: its leader stays if any of the units may be his."""
        may_be = []
        for question in questions:
            who = "或".join(map(self._tasks.person_name, question.candidates))
            may_be.append(f"{question.unit.wording}可能由{who}分管")
        return f"{'、'.join(may_be)}，{questions[0].leader.wording}留还是去？"

    def _state(self) -> None:
        rows = {row for cell in self._cells for row, _ in cell}
        asked = sum(bool(self._questions_at(cell)) for cell in self._cells)
        left = len(self._open_cells)
        words = f"共 {len(rows)} 行"
        if asked:
            words += f"，{asked} 处要答复"
            words += f"，还有 {left} 处没有答复" if left else "，都已答复"
        self._say(words if rows else "没有一行要改动。")

    def _say(self, words: str) -> None:
        self.query_one("#preview-state", Static).update(Content(words))

    @property
    def _open_cells(self) -> list[int]:
        places = {question.place for question in self._preview.open}
        return [number for number, cell in enumerate(self._cells) if places.intersection(cell)]

    # ------------------------------------------------------------------ answers

    def action_answer(self, answer: KeepOrDrop) -> None:
        """Answer the question of the highlighted row and go on to the next one that is open."""
        index = self._asking()
        if index is not None:
            self._give(index, answer)
            self._to_open(index)

    def action_turn(self) -> None:
        """Turn the answer of the highlighted row."""
        index = self._asking()
        if index is not None:
            drops = self._answers.get(self._cells[index][0]) == "drop"
            self._give(index, "keep" if drops else "drop")

    def _asking(self) -> int | None:
        """Return the highlighted row, where it has a question."""
        index = self._lines.cursor
        if index is None or index >= len(self._cells):
            return None
        return index if self._questions_at(self._cells[index]) else None

    def _give(self, index: int, answer: KeepOrDrop) -> None:
        cell = self._cells[index]
        self._answers |= dict.fromkeys(cell, answer)
        self._preview = self._act(dict(self._answers))
        self._lines.show_lines(self._shown(), index)
        self._state()

    def _to_open(self, index: int) -> None:
        """Go to the next open question, from a row on and round; stay where there is none."""
        still_open = self._open_cells
        further_on = [number for number in still_open if number >= index]
        if still_open:
            self._lines.move_to((further_on or still_open)[0])

    def on_line_list_selected(self) -> None:
        """Enter carries out, or goes to what is still to be answered."""
        if self._preview.open and not self._may_wait:
            self._to_open(self._lines.row + 1)
            left = len(self._open_cells)
            self._say(f"还有 {left} 处没有答复：按 ← 留，按 → 去，都答复后再按 Enter。")
        else:
            self.dismiss(self._preview)

    def action_cancel(self) -> None:
        """Leave without doing it."""
        self.dismiss(None)


def _cells(tasks: TaskList, preview: Preview) -> list[JoinedCell]:
    """Return the sides that change, those together that stand in joined cells and change alike."""
    cells: dict[object, list[RowSide]] = {}
    for change in preview.rows:
        row, side = change.place
        asked = [question.unit for question in preview.questions if question.place == change.place]
        joined = [joined_rows(tasks, row, field) for field in (units_field(side), leaders_field(side))]
        alike = side, *joined, change.before, change.after, *asked
        cells.setdefault(alike, []).append(change.place)
    return list(map(tuple, cells.values()))


def _label(words: str, width: int, indent: int = 0) -> Part:
    return Part(" " * indent + padded(words, width) + "  ", "dim")


def _moved(before: tuple[Mention, ...], after: tuple[Mention, ...]) -> tuple[Part, ...]:
    old, new = _words(before), _words(after)
    return (Part(old, "dim"),) if old == new else (Part(old, "dim"), Part(" → ", "faint"), Part(new))


def _words(mentions: tuple[Mention, ...]) -> str:
    return " ".join(mention.wording for mention in mentions) or "（空）"
