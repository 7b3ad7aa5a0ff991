"""What a notice would make, with the source beside it, to be put right before it is saved."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from store.importing.draft import PROPOSED, Draft
from store.reading.result import Section
from store.records.changes import Change
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.choose import ChooseDialog
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.dialogs.made_lines import MadeLines
from tui.screen.dialogs.mending import Mending
from tui.screen.dialogs.source import SourcePane
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

WIDE = 100
"""Columns from which on the source stands beside what is made, not under it."""

_BEFORE_MENDED_GO = (
    Choice("stay", "继续核对"),
    Choice("take", "导入", about="带着这些改动导入"),
    Choice("drop", "不导入", about="改动不再保留"),
)


class ImportPreview(Screen[Change | None]):
    """Shows a draft: Enter gives back the change that imports it, F2 edits, Esc leaves nothing behind.

    Where something was put right Esc asks first; hands used to an input method press it twice.
    """

    place = "import"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", priority=True),
        Binding("escape", "leave", priority=True),
        Binding("f2", "edit"),
        Binding("space", "take_proposed"),
        Binding("f3,tab", "next_question"),
        Binding("f6", "next_part"),
    ]

    def __init__(self, draft: Draft, target: str) -> None:
        """The draft, and the name of the file that it goes into."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
        self._draft = draft
        self._target = target
        self._made = MadeLines(())

    def compose(self) -> ComposeResult:
        """The summary, then what is made beside its source."""
        with DialogBox(classes="dialog page") as box:
            reading = self._draft.reading
            box.plane.show_title(f"导入通知  {reading.source_name}(编码 {reading.encoding})")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield Static(id="summary")
            with Horizontal():
                yield KeyedList(id="made")
                unread = {unread.line for unread in reading.not_understood}
                yield SourcePane(reading.source_text, unread, id="source")

    def on_mount(self) -> None:
        """Fill the page."""
        self.set_class(self.app.size.width < WIDE, "-narrow")
        self._show(0)
        self.query_one("#made").focus()

    def _show(self, index: int) -> None:
        """Draw what is made, the highlight on one of it."""
        self._made = MadeLines(self._draft.made())
        self.query_one("#summary", Static).update(Content(self._summary()))
        self._list.show_lines(self._made.lines, self._made.row_of(index))

    @property
    def _list(self) -> KeyedList:
        return self.query_one("#made", KeyedList)

    def _summary(self) -> str:
        reading, tasks = self._draft.reading, self._draft.kept
        points = sum(_count(section) for section in reading.work_points)
        questions = sum(len(one.questions) for one in self._made.made)
        found = [f"工作要点 {len(reading.work_points)} 部分 {points} 段"]
        found += [f"重点任务 {len(tasks.items)} 事项 {len(tasks.task_keys)} 行"]
        if reading.proposed:
            taken = sum(one.group == PROPOSED and one.taken for one in self._made.made)
            found.append(f"正文中提到的分工 {len(reading.proposed)} 条,列入 {taken} 条")
        found += [f"名册 {len(tasks.roster)} 人 {len(reading.units)} 个单位"]
        found += [f"待定 {questions} 处", f"发现 {len(reading.findings)} 处"]
        found.append(f"没有读懂 {len(reading.not_understood)} 行")
        return " · ".join(found) + f"\n将存为 {self._target}"

    # ------------------------------------------------------------------ the source beside it

    @property
    def _current(self) -> int | None:
        """The number of what is made that the cursor is on."""
        return self._made.number_at(self._list.cursor)

    def on_line_list_moved(self) -> None:
        """Show the lines that it came from."""
        number = self._current
        self.query_one(SourcePane).show(() if number is None else self._made.made[number].source)

    def action_next_part(self) -> None:
        """Give the keys to the source, to read on in it, or back."""
        made, source = self.query_one("#made"), self.query_one(SourcePane)
        (made if source.has_focus else source).focus()

    def action_next_question(self) -> None:
        """Go to the next thing that is in question, or was not read."""
        asked = self._made.next_question(self._current)
        if asked is not None:
            self._list.move_to(self._made.row_of(asked))

    # ------------------------------------------------------------------ putting right, importing

    def action_edit(self) -> None:
        """Edit what is highlighted."""
        number = self._current
        if number is not None and self._made.made[number].key:
            Mending(self.app, self._draft, self._made.made[number], partial(self._show, number)).ask()

    def action_take_proposed(self) -> None:
        """Take the highlighted proposal into the list, or leave it out."""
        number = self._current
        if number is not None and self._made.made[number].group == PROPOSED:
            self._draft.toggle(self._made.made[number].key)
            self._show(number)

    def action_take(self) -> None:
        """Import the draft as it stands."""
        self.dismiss(self._draft.change())

    def action_leave(self) -> None:
        """Import nothing; what was put right is asked about."""
        if not self._draft.mended:
            self.dismiss(None)
            return
        title = f"已改 {self._draft.mended} 处,不导入吗?"
        dialog = ChooseDialog(title, by_names(_BEFORE_MENDED_GO), placeholder="选一种做法")
        self.app.push_screen(dialog, self._left)

    def _left(self, answer: str | None) -> None:
        if answer == "take":
            self.action_take()
        elif answer == "drop":
            self.dismiss(None)


def _count(section: Section) -> int:
    return sum(_count(child) for child in section.children) if section.children else 1
