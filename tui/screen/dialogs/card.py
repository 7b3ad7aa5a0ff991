"""The row's card: all of one row, its source lines and its history; its lines are edited there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import OptionList

from store.records.cells import cell_of
from store.records.changes import Change
from store.records.describing import describe, label, reasons, words
from store.records.fields import field_of, names_for
from store.records.ranges import ends_in_words
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from tui.screen.dialogs.options import foot_of, plain_option, plain_options
from tui.screen.widgets.plane import DialogBox

EDITABLE = names_for(Task, "card")
"""The fields of a row that its card edits, in its order."""

_CHANGES_SHOWN = 10
"""Of a row's history, the latest: more is behind F7."""


@dataclass(frozen=True, slots=True)
class FieldChosen:
    """A field that the clerk wants to edit, and what he typed on it: it begins a new text."""

    field: str
    typed: str = ""


class CardDialog(ModalScreen[FieldChosen | None]):
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
        with DialogBox(classes="dialog wide") as box:
            name = self._tasks.row_name(self._row)
            box.plane.show_title(f"第 {name} 行  {item.title}")
            box.plane.show_keys(foot_of(self))
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
        """Return when and who, and what a change did to the row; each thing is said once.

        A change of this row alone goes by its fields, another by its title and what that leaves unsaid.
        """
        edits = tuple(edit for edit in change.edits if edit.key == self._row and edit.field)
        is_of_row_alone = len(edits) == len(change.edits) and not (change.undoes or change.redoes)
        fields = []
        for edit, (_, before, after) in zip(edits, describe(self._tasks, Change("", edits)), strict=True):
            if is_of_row_alone or after not in change.title:
                fields.append(f"{label(self._tasks, edit.field)}:{before} → {after}")
        said = [change.at[:16].replace("T", " "), change.by]
        if not is_of_row_alone:
            said.append(change.title)
        elif len(fields) == 1:
            said.append(fields.pop())
        lines = ["  ".join((f"  {' '.join(said)}", *reasons(change)))]
        return lines + [f"      {field}" for field in fields]

    def on_option_list_option_selected(self) -> None:
        """Enter edits a field."""
        self._choose()

    def action_edit(self) -> None:
        """F2 edits the highlighted field."""
        self._choose()

    def on_key(self, event: events.Key) -> None:
        """Typing on a field begins its text anew."""
        if event.character and event.is_printable and not event.character.isspace():
            event.stop()
            self._choose(event.character)

    def _choose(self, typed: str = "") -> None:
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return
        field = options.get_option_at_index(options.highlighted).id
        if field:
            self.dismiss(FieldChosen(field, typed))

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)
