"""The part of the screen that holds the list: the one place that commits, and what it says of the file."""

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from store.changes import Change
from store.file import TaskFile
from store.model import Refused
from store.tasklist import TaskList

FOLD_AFTER_SECONDS = 2.0


class StatusLine(Static):
    """One line under the panes: whether all is saved, how many changes, which file, and what the last act did."""


class ListScreen(Screen[None]):
    """Holds the file; every change of the list goes through `commit`."""

    def __init__(self, file: TaskFile) -> None:
        """The open file of the list."""
        super().__init__()
        self.file = file
        self._said = ""
        self._fold_timer: Timer | None = None

    @property
    def tasks(self) -> TaskList:
        """The list on the screen."""
        return self.file.tasks

    def commit(self, change: Change, said: str = "") -> bool:
        """Save a change and draw what it touched; nothing is recorded where it changes nothing."""
        if not change.edits:
            self.say("没有变化")
            return False
        return self._act(lambda: self.file.commit(change), said)

    def action_undo(self) -> None:
        """Take back the last change."""
        self._act(self.file.undo)

    def action_redo(self) -> None:
        """Do again what was just undone."""
        self._act(self.file.redo)

    def _act(self, act: Callable[[], Change], said: str = "") -> bool:
        try:
            change = act()
        except Refused as refusal:
            self.say(str(refusal), warning=True)
            return False
        self.say(said or change.title)
        self.draw(change)
        self._fold_later()
        return True

    def draw(self, change: Change) -> None:
        """Draw what a change touched."""
        raise NotImplementedError

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell the clerk in the status line what an act did or why it was refused."""
        self._said = text
        status = self.query_one(StatusLine)
        status.set_class(warning, "-warning")
        status.update(Content(self._status()))

    def _status(self) -> str:
        saved = f"已保存 {self.file.saved_at:%H:%M}" if self.file.saved_at else "已打开"
        if self.file.read_only:
            saved = "只能查看"
        parts = [saved, f"变更 {len(self.file.history)}", self.file.path.name]
        if planned := len(self.tasks.documents["plans"]):
            parts.append(f"预定调整 {planned} 项")
        return " · ".join(parts) + (f"    {self._said}" if self._said else "")

    # ------------------------------------------------------------------ folding when no key comes

    def on_key(self, event: events.Key) -> None:
        """A key puts the folding off."""
        if self._fold_timer is not None:
            self._fold_timer.reset()

    def _fold_later(self) -> None:
        if self._fold_timer is not None:
            self._fold_timer.stop()
        self._fold_timer = self.set_timer(FOLD_AFTER_SECONDS, lambda: self.run_worker(self._fold, thread=True))

    def _fold(self) -> None:
        """Fold the journal into the file, away from the event loop; a change that comes meanwhile goes first."""
        try:
            self.file.fold()
        except Refused as refusal:
            self.app.call_from_thread(self.say, str(refusal), warning=True)
