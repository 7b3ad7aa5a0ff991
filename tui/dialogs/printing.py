"""Printing: the list as the annex stands, written as a file for WPS or as text."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from store.model import Refused
from store.tasklist import TaskList

_FORMATS = (("docx", "Word / WPS 文档(.docx,A4 横排)"), ("text", "纯文本(.txt)"))
_SUFFIXES = {"docx": ".docx", "text": ".txt"}


class PrintDialog(ModalScreen[str | None]):
    """Asks for the format and the file; Enter writes it; gives back the sentence that says where it is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel"), Binding("up", "turn(-1)"), Binding("down", "turn(1)")]

    def __init__(self, tasks: TaskList, path: Path, rows: Sequence[str] | None) -> None:
        """The list, the file to propose, and the rows that a filter shows; none for all."""
        super().__init__()
        self._tasks = tasks
        self._path = path
        self._rows = rows
        self._format = "docx"

    def compose(self) -> ComposeResult:
        """The formats and the file's path."""
        with Vertical(classes="dialog") as box:
            count = len(self._rows if self._rows is not None else self._tasks.task_keys)
            box.border_title = Content(f"打印重点任务清单:{'全部' if self._rows is None else '筛选的'} {count} 行")
            box.border_subtitle = Content("↑ ↓ 选格式 · Enter 存成文件 · Esc 返回")
            options = OptionList(*(Option(Content(label), id=name) for name, label in _FORMATS))
            options.can_focus = False
            yield options
            yield Input(str(self._path), compact=True, select_on_focus=False)
            yield Static(id="refusal")

    def on_mount(self) -> None:
        """Begin with docx."""
        self.query_one(OptionList).highlighted = 0

    def action_turn(self, step: int) -> None:
        """Choose the other format; the file's suffix follows."""
        names = [name for name, _ in _FORMATS]
        index = max(0, min(names.index(self._format) + step, len(names) - 1))
        self._format = names[index]
        self.query_one(OptionList).highlighted = index
        entry = self.query_one(Input)
        entry.value = str(Path(entry.value).with_suffix(_SUFFIXES[self._format]))

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write the file, away from the event loop."""
        import asyncio

        from tui.paper import task_list_sheet, write_sheets

        target = Path(event.value.strip()).expanduser()
        sheet = task_list_sheet(self._tasks, self._rows)
        try:
            await asyncio.to_thread(write_sheets, [sheet], self._format, target)
        except Refused as refusal:
            self.query_one("#refusal", Static).update(Content(str(refusal)))
        else:
            self.dismiss(f"已保存到 {target},请用 WPS 打开后打印。")

    def action_cancel(self) -> None:
        """Leave without printing."""
        self.dismiss(None)
