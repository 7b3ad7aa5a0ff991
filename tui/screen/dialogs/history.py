"""The history (F7): who did what, when and on which basis; of one row or of all, by day and words."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from store.history.batches import came_in_words
from store.history.finding import changes_found, keys_of_rows, row_touched
from store.history.handovers import handed_over
from store.history.printed import statistics_printed
from store.history.undoing import undo_older_change
from store.records.changes import Change, History
from store.records.describing import describe, reasons, told
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.days import past_day_named
from tui.screen.dialogs.found_by_typing import FoundByTyping
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import Line, Part
from tui.screen.widgets.line_field import LineField
from tui.screen.widgets.line_list import LineList
from tui.screen.widgets.plane import DialogBox

_EDITS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class GoTo:
    """Bring the cursor to a row."""

    row: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Save the change that takes an older one back."""

    change: Change


@dataclass(frozen=True, slots=True)
class LookAt:
    """Look at the list as it was after its first so many changes."""

    count: int


@dataclass(frozen=True, slots=True)
class PrintHandover:
    """Print the 移交清单 of the last of the list's first so many changes."""

    count: int


@dataclass(frozen=True, slots=True)
class PrintAgain:
    """Print statistics again, by the key of the record of their print."""

    record: str


HistoryChoice: TypeAlias = GoTo | TakeBack | LookAt | PrintHandover | PrintAgain


class HistoryDialog(FoundByTyping[HistoryChoice]):
    """The changes, newest first, found by what is typed; under them what the one under the cursor did."""

    place = "history"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn", priority=True),
        Binding("f7", "cancel"),
        Binding("ctrl+home", "end(-1)", priority=True),
        Binding("ctrl+end", "end(1)", priority=True),
        Binding("f8", "look"),
        Binding("f4", "since"),
        Binding("f9", "print"),
        Binding("ctrl+z", "take_back", priority=True),
    ]

    def __init__(self, tasks: TaskList, history: History, row: str | None, place: int | None = None) -> None:
        """The list for its words, its changes, and the row under the cursor.

        The cursor is at first on the change at a place, else on the newest.
        """
        super().__init__()
        self._first = place
        self._tasks = tasks
        self._history = history
        self._row = row
        self._row_only = row is not None
        self._since: date | None = None
        self._places: Sequence[int] = ()

    def compose(self) -> ComposeResult:
        """What is looked for, the changes, and the one under the cursor."""
        with DialogBox(classes="dialog wide history"):
            yield said_under_title(self)
            yield LineField(placeholder="输入题目、姓名、依据中的字词筛选", compact=True)
            yield LineList(wraps=False)
            yield Static(id="about")

    def on_mount(self) -> None:
        """Show the row's changes, or all."""
        self._show()
        if self._first in self._places:
            self.query_one(LineList).move(self._places.index(self._first))

    def on_input_changed(self) -> None:
        """Find what is typed."""
        self._show()

    def _show(self) -> None:
        words = self.query_one(Input).value
        self._places = changes_found(self._history, keys=self._keys, since=self._since, words=words)[::-1]
        box = self.query_one(DialogBox)
        about = f"第 {self._tasks.row_name(self._row)} 行" if self._row and self._row_only else "全部"
        since = f" {self._since} 起" if self._since else ""
        box.plane.show_title(f"历史：{about}{since}", f"{len(self._places)} 次变更")
        other = "全部" if self._row_only else "本行"
        box.plane.show_keys(foot_of(self, {"tab": other if self._row else ""}))
        self.query_one(LineList).show(len(self._places), lambda line: self._line(self._places[line]))

    @property
    def _keys(self) -> frozenset[str] | None:
        return keys_of_rows(self._tasks, [self._row]) if self._row and self._row_only else None

    def _line(self, place: int) -> Line:
        change = self._history[place]
        when = f"{change.at[:16].replace('T', ' ')}  {change.by}  "
        why = "  ".join(("", *self._reasons(change)))
        return Line((Part(change.title), Part(why, "dim")), (Part(when, "dim"),))

    @property
    def _place(self) -> int | None:
        """Where the change under the cursor stands in the history."""
        line = self.query_one(LineList).cursor
        return None if line is None else self._places[line]

    def on_line_list_moved(self) -> None:
        """Show what the change under the cursor did."""
        place = self._place
        self._say("没有符合的变更。" if place is None else self._words(self._history[place]))

    def _words(self, change: Change) -> str:
        keys = self._keys
        edits = tuple(edit for edit in told(change.edits) if keys is None or edit.key in keys)
        when = change.at[:19].replace("T", " ")
        lines = ["  ".join((f"{change.by}@{change.machine}", when, *self._reasons(change)))]
        shown = replace(change, edits=edits[:_EDITS_SHOWN])
        lines += [f"{where}：{before} → {after}" for where, before, after in describe(self._tasks, shown)]
        return "\n".join(lines) + (f"\n… 共 {len(edits)} 处" if len(edits) > _EDITS_SHOWN else "")

    def _reasons(self, change: Change) -> tuple[str, ...]:
        """Say on what a change stands, and from which desk it came and when."""
        came = came_in_words(self._history.arrived.get(change.id))
        return (*reasons(change), came) if came else reasons(change)

    def _say(self, words: str, *, warning: bool = False) -> None:
        about = self.query_one("#about", Static)
        about.set_class(warning, "-warning")
        about.update(Content(words))

    # ------------------------------------------------------------------ keys

    def action_turn(self) -> None:
        """Turn between the row and the whole list."""
        if self._row:
            self._row_only = not self._row_only
            self._show()

    def action_end(self, end: int) -> None:
        """Go to the newest or the oldest change."""
        self.query_one(LineList).move_to_end(end)

    def action_since(self) -> None:
        """Ask for the day that the changes are shown from."""
        from tui.screen.dialogs.text import TextDialog

        def given(words: str | None) -> None:
            if words is not None:
                self._since = self._day_from(words)
                self._show()

        shown = self._since.isoformat() if self._since else ""
        self.app.push_screen(
            TextDialog("看哪天起的变更，如 11-1；留空为全部", shown, check=self._day_from), given
        )

    def on_input_submitted(self) -> None:
        """Go to the first row that the change touched."""
        place = self._place
        if place is None:
            return
        row = row_touched(self._tasks, self._history[place])
        if row is None:
            self._say("这次变更没有改动现在还在的行。", warning=True)
        else:
            self.dismiss(GoTo(row))

    def on_line_list_selected(self) -> None:
        """A click on the cursor goes to the row."""
        self.on_input_submitted()

    def action_look(self) -> None:
        """Look at the list as it was after the change."""
        if (place := self._place) is not None:
            self.dismiss(LookAt(place + 1))

    def action_print(self) -> None:
        """Print what a handover handed over, to be signed; statistics that were printed, as they were."""
        if (place := self._place) is None:
            return
        if handed_over(self._history[place]):
            self.dismiss(PrintHandover(place + 1))
        elif record := statistics_printed(self._history[place]):
            self.dismiss(PrintAgain(record))
        else:
            self._say("这次变更没有移交分管，也不是打印统计、通报，没有可以打印的。", warning=True)

    async def action_take_back(self) -> None:
        """Take the change back, unless a later one touched the same fields, which is then named."""
        if (place := self._place) is None:
            return
        try:
            change = await asyncio.to_thread(
                undo_older_change, self._tasks, self._history, self._history[place].id
            )
        except Refused as refusal:
            self._say(str(refusal), warning=True)
        else:
            self.dismiss(TakeBack(change))

    def _day_from(self, words: str) -> date | None:
        return past_day_named(words, self._tasks.clock.day()) if words.strip() else None
