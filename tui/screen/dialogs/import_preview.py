"""What a notice would make, with the source beside it, to be put right before it is saved."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from store.importing.draft import Draft
from store.importing.made import PROPOSED, ROLES, WORDS, Made, made_of, own_words_said
from store.importing.source_account import SourceAccount
from store.reading.result import Section
from store.records.changes import Change
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.choose import ChooseDialog
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.dialogs.made_lines import MadeLines
from tui.screen.dialogs.mending import Mending
from tui.screen.dialogs.reading_otherwise import ReadingOtherwise
from tui.screen.dialogs.source import SourcePane
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox
from tui.terminal.at_work import Work

WIDE = 100
"""Columns from which on the source stands beside what is made, not under it."""

_BEFORE_MENDED_GO = (
    Choice("stay", "继续核对"),
    Choice("take", "导入", about="带着这些改动导入"),
    Choice("drop", "不导入", about="改动不再保留"),
)
_FOOT = {WORDS: {"enter": "改读法"}, ROLES: {"enter": "改角色"}}
"""What Enter does on a line of a group, where it does not import."""


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
        Binding("ctrl+a", "take_all_proposed"),
        Binding("ctrl+z", "take_back"),
        Binding("f3,tab", "next_question"),
        Binding("f6", "next_part"),
        Binding("f8", "turn_source"),
    ]

    def __init__(self, draft: Draft, target: str) -> None:
        """The draft, and the name of the file that it goes into."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
        self.work = Work()
        self._draft = draft
        self._target = target
        self._made = MadeLines(())
        self._account = SourceAccount(draft.reading, ())
        self._otherwise = ReadingOtherwise(self, self.work, draft, self._show_anew)

    def compose(self) -> ComposeResult:
        """The summary, then what is made beside its source."""
        with DialogBox(classes="dialog page") as box:
            reading = self._draft.reading
            box.plane.show_title(f"导入通知  {reading.source_name}（编码 {reading.encoding}）")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield Static(id="summary")
            yield Static(id="said")
            with Horizontal():
                yield KeyedList(id="made")
                yield SourcePane(id="source")

    def on_mount(self) -> None:
        """Fill the page."""
        self.set_class(self.app.size.width < WIDE, "-narrow")
        self._list.plane.show_title("读出的内容")
        kept = own_words_said(self._draft.reading)
        also = f"按记住的本局写法：{kept}。" if kept else ""
        self._say(f"{also}将存为 {self._target}")
        self._show(0)
        self._list.focus()

    def _show(self, index: int) -> None:
        """Draw what is made, the highlight on one of it, and what became of the source."""
        self._made = MadeLines(made_of(self._draft))
        reading = self._draft.reading
        self._account = SourceAccount(reading, self._made.made)
        summary = self.query_one("#summary", Static)
        summary.update(Content(self._summary()))
        self._source.show_source(reading.source_text, self._account)
        self._list.show_lines(self._made.lines, self._made.row_of(index))

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(Content(words))

    @property
    def _list(self) -> KeyedList:
        return self.query_one("#made", KeyedList)

    @property
    def _source(self) -> SourcePane:
        return self.query_one(SourcePane)

    def _summary(self) -> str:
        reading, tasks = self._draft.reading, self._draft.kept
        points = sum(_count(section) for section in reading.work_points)
        questions = sum(len(one.questions) for one in self._made.made)
        found = [f"工作要点 {len(reading.work_points)} 部分 {points} 段"]
        found += [f"重点任务 {len(tasks.items)} 事项 {len(tasks.task_keys)} 行"]
        if reading.proposed:
            found.append(f"正文中提到的分工 {len(reading.proposed)} 条，列入 {len(self._draft.taken)} 条")
        found += [f"名册 {len(tasks.roster)} 人 {len(reading.units)} 个单位"]
        found += [f"待定 {questions} 处", f"发现 {len(reading.findings)} 处"]
        found.append(f"没有读懂 {len(reading.not_understood)} 行")
        return " · ".join(found)

    # ------------------------------------------------------------------ the source beside it

    @property
    def _current(self) -> int | None:
        """The number of what is made that the cursor is on."""
        return self._made.number_at(self._list.cursor)

    @property
    def _at(self) -> Made | None:
        number = self._current
        return None if number is None else self._made.made[number]

    def on_line_list_moved(self) -> None:
        """Show the lines that it came from, and what Enter does there."""
        made = self._at
        self._source.show(made.source if made else ())
        now = _FOOT.get(made.group, {}) if made else {}
        self.query_one(DialogBox).plane.show_keys(foot_of(self, now))

    def action_next_part(self) -> None:
        """Give the keys to the source, to read on in it, or back."""
        (self._list if self._source.has_focus else self._source).focus()

    def action_turn_source(self) -> None:
        """Show of each line of the source whether it was read, or again what it was taken for."""
        self._source.turn()
        is_against = self._source.is_against
        self.set_class(is_against, "-against")
        (self._source if is_against else self._list).focus()

    def action_next_question(self) -> None:
        """Go to the next thing that is in question, or was not read; of the whole text by its lines."""
        if self._source.is_against:
            self._next_line()
            return
        asked = self._made.next_question(self._current)
        if asked is not None:
            self._list.move_to(self._made.row_of(asked))

    def _next_line(self) -> None:
        line = self._account.stop_after(self._source.line)
        if line is None:
            self._say("全文没有疑问和未读的行。")
            return
        number = self._made.asked_at(line)
        if number is not None:
            self._list.move_to(self._made.row_of(number))
            self.call_later(self._source.show, self._made.made[number].source)
        else:
            self._source.show((line,))

    # ------------------------------------------------------------------ putting right

    def action_edit(self) -> None:
        """Edit what is highlighted."""
        match self._at:
            case Made(group=group) as made if group == WORDS:
                self._otherwise.ask_side(made.key)
            case Made(group=group) as made if group == ROLES:
                self._otherwise.ask_role(made)
            case Made(key=key) as made if key:
                Mending(self.app, self._draft, made, self._show_anew, self._otherwise.ask_side).ask()

    def _show_anew(self, said: str) -> None:
        """Show what came of another reading or text, with a sentence on it, maybe empty."""
        if said:
            self._say(said)
        self._show(self._current or 0)

    def action_take_proposed(self) -> None:
        """Take the highlighted proposal into the list, or leave it out."""
        made = self._at
        if made and made.group == PROPOSED:
            self._draft.toggle(made.key)
            self._show(self._current or 0)

    def action_take_all_proposed(self) -> None:
        """Take all proposals into the list, or none."""
        if self._draft.proposed:
            self._draft.toggle_all()
            self._show(self._current or 0)

    def action_take_back(self) -> None:
        """Take back what was put right last."""
        is_taken_back = self._draft.take_back()
        self._say("已撤回。" if is_taken_back else "没有可撤回的改动。")
        self._show(self._current or 0)

    # ------------------------------------------------------------------ importing

    def action_take(self) -> None:
        """Import the draft as it stands; on a word or role that holds for many, change that."""
        made = self._at
        if made and made.group in _FOOT:
            self.action_edit()
        else:
            self._import()

    def _import(self) -> None:
        self.dismiss(self._draft.change())

    def action_leave(self) -> None:
        """Import nothing; what was put right is asked about."""
        if not self._draft.mended:
            self.dismiss(None)
            return
        title = f"已改 {self._draft.mended} 处，不导入吗？"
        dialog = ChooseDialog(title, by_names(_BEFORE_MENDED_GO), placeholder="选一种做法")
        self.app.push_screen(dialog, self._left)

    def _left(self, answer: str | None) -> None:
        if answer == "take":
            self._import()
        elif answer == "drop":
            self.dismiss(None)


def _count(section: Section) -> int:
    return sum(_count(child) for child in section.children) if section.children else 1
