"""The row's card: all of one row, its source lines and its history; F2 or Enter on a line edits it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList

from store.records.cells import cell_of
from store.records.changes import Change
from store.records.describing import describe, label, reasons, words
from store.records.fields import field_of, names_for
from store.records.ranges import ends_in_words
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from tui.screen.dialogs.options import plain_option, plain_options

EDITABLE = names_for(Task, "card")
"""The fields of a row that its card edits, in its order."""

_CHANGES_SHOWN = 10
"""Of a row's history, the latest: more is behind F7."""


class CardDialog(ModalScreen[str | None]):
    """Shows a row; gives back the field that the clerk wants to edit, or None."""

    place = "row_card"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close"), Binding("f2", "edit")]

    def __init__(self, tasks: TaskList, history: Sequence[Change], row: str, field: str = "text") -> None:
        """Take the row to show and the field to begin on."""
        super().__init__()
        self._tasks = tasks
        self._history = history
        self._row = row
        self._field = field

    def compose(self) -> ComposeResult:
        """One option a field, then what cannot be edited."""
        task = self._tasks.task(self._row)
        item = self._tasks.get(Item, task.item)
        with Vertical(classes="dialog wide") as box:
            name = self._tasks.row_name(self._row)
            box.border_title = Content(f"第 {name} 行  {item.title}")
            box.border_subtitle = Content("F2 或 Enter 修改 · Esc 返回")
            fields = [plain_option(self._line(field), id=field) for field in EDITABLE]
            more = plain_options(self._more(), are_read_only=True)
            yield OptionList(*fields, None, *more)

    def on_mount(self) -> None:
        """Begin on the field that was last edited."""
        begin_at = EDITABLE.index(self._field) if self._field in EDITABLE else 0
        self.query_one(OptionList).highlighted = begin_at

    def _line(self, field: str) -> str:
        task = self._tasks.task(self._row)
        declared = field_of(Task, field)
        value = words(self._tasks, declared, getattr(task, field))
        said = f"{label(self._tasks, field)}:{value}"
        cell = cell_of(field)
        doubt = task.doubt(cell.side) if cell and cell.kind == "units" else ""
        return f"{said}\n    待定:{doubt}" if doubt else said

    def _more(self) -> list[str]:
        """Return what is only read: columns of the list's own, the lines of the notice, the history."""
        task = self._tasks.task(self._row)
        lines = [f"{extra.label}:{extra.text}" for extra in task.extras]
        if task.source:
            lines.append(f"出处:通知第 {ends_in_words(task.source)} 行")
        changes = [change for change in reversed(self._history) if self._touches(change)]
        lines.append(f"历史:{len(changes)} 次变更")
        for change in changes[:_CHANGES_SHOWN]:
            lines += self._lines_of(change)
        return lines

    def _touches(self, change: Change) -> bool:
        return any(edit.key == self._row for edit in change.edits)

    def _lines_of(self, change: Change) -> list[str]:
        """Return when, who and what of a change, then each field of the row that it edits."""
        moment = change.at[:16].replace("T", " ")
        said = f"  {moment} {change.by} {change.title}"
        lines = ["  ".join((said, *reasons(change)))]
        own = [edit for edit in change.edits if edit.key == self._row]
        fields = tuple(edit for edit in own if edit.field)
        for where, before, after in describe(self._tasks, Change(change.title, fields)):
            lines.append(f"      {where}:{before} → {after}")
        return lines

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter edits a field."""
        self.dismiss(event.option_id)

    def action_edit(self) -> None:
        """F2 edits the highlighted field."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id)

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)
