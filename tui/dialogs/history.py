"""The history (F7): who, when, what, before and after, for one row or for the whole list."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from store.changes import Change
from store.describing import describe
from store.tasklist import TaskList

_EDITS_SHOWN = 8


class HistoryDialog(ModalScreen[str | None]):
    """The changes, newest first; Tab turns from the row to all; Enter gives back a row of the change to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,space", "turn", priority=True),
        Binding("escape,f7", "cancel"),
    ]

    def __init__(self, tasks: TaskList, history: Sequence[Change], row: str | None) -> None:
        """The list for its words, the changes oldest first, and the row under the cursor."""
        super().__init__()
        self._tasks = tasks
        self._history = history
        self._row = row
        self._row_only = row is not None
        self._shown: list[Change] = []

    def compose(self) -> ComposeResult:
        """The changes."""
        with Vertical(classes="dialog wide") as box:
            box.border_subtitle = Content("Enter 到该行 · Tab 本行/全部 · Esc 返回" if self._row else "Enter 到该行 · Esc 返回")
            yield OptionList()

    def on_mount(self) -> None:
        """Show the row's changes, or all."""
        self._show()

    def _show(self) -> None:
        self._shown = [change for change in reversed(self._history) if not self._row_only or self._touches(change)]
        about = f"第 {self._tasks.row_name(self._row)} 行" if self._row_only and self._row else "全部"
        self.query_one(".dialog").border_title = Content(f"历史:{about} {len(self._shown)} 次变更")
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(Content(self._words(change))) for change in self._shown])
        options.highlighted = 0 if self._shown else None

    def _touches(self, change: Change) -> bool:
        item = self._tasks.task(self._row).item if self._row else ""
        return any(edit.key in (self._row, item) for edit in change.edits)

    def _words(self, change: Change) -> str:
        head = f"{change.at[:16].replace('T', ' ')}  {change.by}@{change.machine}  {change.title}"
        if change.basis:
            head += f"\n    依据:{change.basis}"
        edits = tuple(edit for edit in change.edits if not self._row_only or edit.key == self._row)
        shown = Change(change.title, edits[:_EDITS_SHOWN])
        lines = [f"    {where}:{before} → {after}" for where, before, after in describe(self._tasks, shown)]
        if len(edits) > _EDITS_SHOWN:
            lines.append(f"    … 共 {len(edits)} 处")
        return "\n".join([head, *lines])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the first row that the change touched."""
        rows = set(self._tasks.task_keys)
        change = self._shown[event.option_index]
        self.dismiss(next((edit.key for edit in change.edits if edit.key in rows), None))

    def action_turn(self) -> None:
        """Turn between the row and the whole list."""
        if self._row:
            self._row_only = not self._row_only
            self._show()

    def action_cancel(self) -> None:
        """Leave."""
        self.dismiss(None)
