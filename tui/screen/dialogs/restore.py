"""Restoring a backup: the backups by time, what each holds, and what going back to it would change."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.file.restoring import Restoring
from store.records.tasklist import TaskList
from store.refused import Refused, fault_sentence
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import Line, plain
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

Copies = Sequence[tuple[datetime, Path]]


class RestoreDialog(ModalScreen[Restoring | None]):
    """Gives back the backup to restore: Enter takes it once what it would change stands on the screen."""

    place = "restore"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel")]

    def __init__(
        self, tasks: TaskList, copies: Callable[[], Copies], read: Callable[[Path], Restoring]
    ) -> None:
        """Take the list, how its backups are found, and how one is read; both are called in a thread."""
        super().__init__()
        self._tasks = tasks
        self._find = copies
        self._read = read
        self._copies: Copies = ()
        self._at: int | None = None
        """The backup that is read, or was."""
        self._shown: Restoring | None = None

    def compose(self) -> ComposeResult:
        """The backups and, under them, what is known of one."""
        with DialogBox(classes="dialog") as box:
            box.plane.show_title("恢复备份")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield KeyedList()
            yield Static(Content("正在读取…"), id="about")

    async def on_mount(self) -> None:
        """Find the backups."""
        try:
            self._copies = await asyncio.to_thread(self._find)
        except OSError as error:
            self._say(fault_sentence("备份的文件夹读不了", error))
            return
        except Refused as refusal:
            self._say(str(refusal))
            return
        self.query_one(KeyedList).show(len(self._copies), self._line)
        if not self._copies:
            self._say("还没有备份。打开清单时和此后每小时会存一份。")

    def _line(self, number: int) -> Line:
        made, _ = self._copies[number]
        return plain(f"{made:%Y-%m-%d %H:%M}")

    def on_line_list_moved(self) -> None:
        """Read the backup that the cursor came to."""
        cursor = self.query_one(KeyedList).cursor
        if cursor is None or cursor == self._at:
            return
        self._at = cursor
        self._shown = None
        self._say("正在读取…")
        self.run_worker(self._show(self._copies[cursor][1]), exclusive=True)

    async def _show(self, copy: Path) -> None:
        try:
            read, words = await asyncio.to_thread(self._compared, copy)
        except Refused as refusal:
            self._say(str(refusal))
        else:
            self._shown = read
            self._say(words)

    def _compared(self, copy: Path) -> tuple[Restoring, str]:
        read = self._read(copy)
        holds = (
            f"备份里有 {len(read.backup.task_keys)} 行、{read.changes} 次变更，最后一次：{read.last_change}"
        )
        left = "".join(f"{words}。" for words in read.left_out(self._tasks))
        return read, f"{holds}\n恢复后：{read.restored(self._tasks)}。{left}历史仍在，Ctrl+Z 可撤销。"

    def _say(self, words: str) -> None:
        self.query_one("#about", Static).update(Content(words))

    def on_line_list_selected(self) -> None:
        """Restore, if what it does has been shown."""
        if self._shown is not None:
            self.dismiss(self._shown)

    def action_cancel(self) -> None:
        """Leave."""
        self.dismiss(None)
