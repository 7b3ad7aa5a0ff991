"""The part of the screen that holds the list: the one place where it is changed, and what the screen says of the file."""

from dataclasses import replace

from textual.content import Content
from textual.widgets import Static

from store.file.task_file import TaskFile
from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.changes import Change
from store.records.tasklist import TaskList
from tui.screen.desk import Desk
from tui.screen.saving import SavingScreen


class StatusLine(Static):
    """A line under the panes: whether all is saved, how many changes, which file, and what the last act did."""


class ListScreen(SavingScreen):
    """Every change of the list goes through `commit`."""

    desk: Desk

    def __init__(self, file: TaskFile) -> None:
        """The open file of the list."""
        super().__init__(file)
        self._said = ""
        self._warns = False
        self._once_saved = ""
        """What the last change did: said when it is on the disk, as done is said of nothing before."""

    @property
    def tasks(self) -> TaskList:
        """The list on the screen."""
        return self.file.tasks

    def commit(self, change: Change, said: str = "") -> bool:
        """Commit for the acts that are not on the desk yet."""
        desk = self.desk
        if not desk.may_change():
            return False
        if not change.edits:
            self.say("没有变化")
            return False
        if not (change.undoes or change.redoes or change.basis):
            if desk.basis or desk.effective_on:
                change = replace(
                    change, basis=desk.basis, effective_on=change.effective_on or desk.effective_on
                )
            elif desk.asks_basis and any(edit.field in RESPONSIBILITY_FIELDS for edit in change.edits):
                desk.start(desk.commit(change, said))
                return True
        return desk.take(change, said) is not None

    def draw(self, change: Change) -> None:
        """Draw what a change touched."""
        raise NotImplementedError

    @property
    def row_at_cursor(self) -> str | None:
        """The row that the cursor is on; none in a list without rows."""
        raise NotImplementedError

    def go_to_row(self, row: str, field: str = "") -> None:
        """Bring the cursor to a row, and to a column of it."""
        raise NotImplementedError

    def go_to_roster(self, record: str) -> None:
        """Bring the cursor to a person or unit."""
        raise NotImplementedError

    def go_to_work_point(self, table: str, key: str, field: str) -> None:
        """Bring the cursor to a node of the tree."""
        raise NotImplementedError

    def edit_card_field(self, row: str, field: str) -> None:
        """Edit a field of the card."""
        raise NotImplementedError

    def show_rows_title(self) -> None:
        """Say over the rows what is shown, the count of open findings included."""
        raise NotImplementedError

    def draw_all(self) -> None:
        """Draw the list anew."""
        raise NotImplementedError

    def say_once_saved(self, text: str) -> None:
        """Show a sentence as soon as all is on the disk."""
        self.say("")
        self._once_saved = text

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell the clerk in the status line what an act did or why it was refused."""
        self._said, self._warns, self._once_saved = text, warning, ""
        self.show_state()

    def show_state(self) -> None:
        """Say of the file what is so now, and of the last change what it did once it is saved."""
        if self._once_saved and not self.file.unsaved:
            self._said, self._once_saved = self._once_saved, ""
        for status in self.query(StatusLine):
            # Its height stays while the next sentence is waited for: the panes above it would be laid out twice.
            status.styles.min_height = status.size.height if self._once_saved else 1
            status.set_class(self._warns or bool(self.unsaved_because), "-warning")
            status.update(Content(self._status()))

    def _status(self) -> str:
        said = " ".join(filter(None, (self.unsaved_because, self._said)))
        return " · ".join(self.status_parts()) + (f"    {said}" if said else "")

    def status_parts(self) -> list[str]:
        """What always stands in the status line."""
        parts = [self._state(), f"变更 {len(self.file.history)}", self.file.path.name]
        if planned := len(self.tasks.documents["plans"]):
            parts.append(f"预定调整 {planned} 项")
        return [*parts, *self.desk.reasons]

    def _state(self) -> str:
        """Whether all is on the disk; 已保存 is said of nothing that is not."""
        file = self.file
        if self.desk.moment:
            return f"查看 {self.desk.moment} 的清单(只读) · Esc 返回"
        if file.read_only:
            return "只能查看(Ctrl+E 重新读取)"
        if self.unsaved_because:
            return f"未保存 {file.unsaved} 项(Ctrl+S 重试)"
        if file.unsaved:
            return "正在保存…"
        return f"已保存 {file.saved_at.astimezone():%H:%M}" if file.saved_at else "已打开"
