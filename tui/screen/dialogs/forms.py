"""What forms that came back would register, form by form and row by row, before they are taken in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.acts.form_row import Move
from store.acts.forms_taken import FormTaken, RowTaken, said_of
from store.ledger.periods import Period
from store.records.describing import NOTHING
from store.records.ranges import rows_in_words
from store.records.tasklist import TaskList
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import BLANK, Line, Part, heading, plain
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

_INDENT = 2


@dataclass(frozen=True, slots=True)
class FormLooked:
    """A file that may be a form, and what it would bring; or the sentence that says why it cannot."""

    path: Path
    taken: FormTaken | None = None
    refusal: str = ""
    other: Period | None = None
    """The period that it is of, where another one is asked for."""


class FormsDialog(ModalScreen[bool]):
    """Gives back whether the forms are to be registered."""

    place = "forms"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take_in", priority=True),
        Binding("escape", "leave"),
    ]

    def __init__(self, tasks: TaskList, looked: Sequence[FormLooked]) -> None:
        """Take the list, and the forms as they were looked through."""
        super().__init__()
        self._tasks = tasks
        self._looked = looked
        self._lines: list[Callable[[], Line]] = []
        for one in looked:
            self._lines += self._of_form(one)

    def compose(self) -> ComposeResult:
        """The forms."""
        rows = sum(len(one.taken.rows) for one in self._looked if one.taken)
        with DialogBox(classes="dialog page forms") as box:
            box.plane.show_title("登记报送表", f"{len(self._looked)} 份，{rows} 行")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield KeyedList()

    def on_mount(self) -> None:
        """Begin at the top."""
        self.query_one(KeyedList).show(len(self._lines), lambda number: self._lines[number]())

    def _of_form(self, one: FormLooked) -> Iterator[Callable[[], Line]]:
        """Yield the lines of a form, each made when it is drawn."""
        if self._lines:
            yield lambda: BLANK
        taken = one.taken
        if taken is None:
            yield partial(heading, one.path.name, "不能登记")
            yield partial(plain, one.refusal, "due", indent=_INDENT)
            return
        yield partial(heading, f"{taken.unit}　{taken.period.label}", f"{len(taken.rows)} 行")
        if taken.already:
            yield partial(plain, taken.already, "dim", indent=_INDENT)
            return
        for sentence in said_of(self._tasks, taken):
            yield partial(plain, sentence, "due", indent=_INDENT)
        if taken.same:
            same = f"与已登记的相同 {len(taken.same)} 行：{rows_in_words(self._tasks, taken.same)}"
            yield partial(plain, same, "dim", indent=_INDENT)
        if not taken.change:
            yield partial(plain, "没有可登记的内容。", "dim", indent=_INDENT)
        for row in taken.rows:
            yield partial(self._row_line, row)

    def _row_line(self, row: RowTaken) -> Line:
        """Return a row with what it changes below it, field by field."""
        text = self._tasks.task(row.row).text
        name = Part(f"  第 {self._tasks.row_name(row.row)} 行  ", "accent")
        below = tuple(map(_move_line, row.moves))
        right = "首次报送" if row.is_new else ""
        return Line((Part(text),), (name,), right=right, below=below, is_cut=True)

    def action_take_in(self) -> None:
        """Register them, where there is something to register."""
        self.dismiss(any(one.taken and one.taken.change for one in self._looked))

    def action_leave(self) -> None:
        """Leave all as it is."""
        self.dismiss(False)


def _move_line(move: Move) -> Line:
    lead = Part(f"    {move.where}  ", "dim")
    if not move.before:
        return Line((Part(move.after),), (lead,))
    return Line((Part(move.before or NOTHING, "dim"), Part(" → ", "faint"), Part(move.after)), (lead,))
