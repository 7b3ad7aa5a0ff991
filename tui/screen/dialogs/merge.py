"""What the changes of another desk would do, before they are taken in: who made them, what they touch."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.exchange.entering import rows_touched, said_of, shares
from store.history.coming import TakenIn
from store.records.changes import Change, Edit
from store.records.conflicts import Conflict
from store.records.describing import NOTHING, conflict_named, describe, told
from store.records.tasklist import TaskList
from store.views.conflicts import side_in_words
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import BLANK, Line, Part, heading, plain
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox


class MergeDialog(ModalScreen[bool]):
    """Gives back whether they are to be taken in."""

    place = "merge"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take_in", priority=True),
        Binding("escape", "leave"),
    ]

    def __init__(self, tasks: TaskList, name: str, coming: TakenIn) -> None:
        """Take the list, the name of the file, and what it would bring."""
        super().__init__()
        self._tasks = tasks
        self._name = name
        self._coming = coming
        self._edits = told(coming.edits)
        self._heads = [*self._who(), *self._conflicts(), *self._rows()]

    def compose(self) -> ComposeResult:
        """Who made them, the conflicts to come, and each edit."""
        with DialogBox(classes="dialog page") as box:
            box.plane.show_title(f"并入：{self._name}", f"{len(self._coming.changes)} 次变更")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self, f"将{said_of(self._coming)}")
            yield KeyedList()

    def on_mount(self) -> None:
        """Begin at the top."""
        self.query_one(KeyedList).show(len(self._heads) + len(self._edits), self._line)

    def _line(self, number: int) -> Line:
        """Return a line; of ten thousand edits each is put into words when it is drawn."""
        if number < len(self._heads):
            return self._heads[number]
        return self._edit_line(self._edits[number - len(self._heads)])

    def _edit_line(self, edit: Edit) -> Line:
        ((where, before, after),) = describe(self._tasks, Change("", (edit,)))
        return Line((Part(before, "dim"), Part(" → ", "faint"), Part(after)), (Part(f"{where}  ", "dim"),))

    def _who(self) -> Iterator[Line]:
        yield heading("各人的变更")
        for share in shares(self._coming.changes):
            parts = Part(f"{share.day}  ", "dim"), Part(f"{share.by} · {share.machine}")
            yield Line(parts, right=f"{share.changes} 次")
        yield BLANK

    def _conflicts(self) -> Iterator[Line]:
        if not self._coming.conflicts:
            return
        yield heading("两边改得不一样，并入后待定夺", f"{len(self._coming.conflicts)} 处")
        for conflict in self._coming.conflicts:
            yield self._conflict_line(conflict)
        yield BLANK

    def _conflict_line(self, conflict: Conflict) -> Line:
        sides = [side_in_words(self._tasks, conflict, side) or NOTHING for side in conflict.sides]
        return Line((Part(" ／ ".join(sides)),), (Part(f"{conflict_named(self._tasks, conflict)}  ", "due"),))

    def _rows(self) -> Iterator[Line]:
        rows = rows_touched(self._tasks, self._coming)
        if rows:
            yield heading("涉及的行", f"{len(rows)} 行")
            yield plain("、".join(rows))
            yield BLANK
        if self._edits:
            yield heading("清单将有的改动", f"{len(self._edits)} 处")

    def action_take_in(self) -> None:
        """Take them in."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Leave all as it is."""
        self.dismiss(False)
