"""The row's card: all of one row, how it stands in the ledger, its history; its lines are edited there."""

from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.history.order import in_shown_order
from store.records.cells import cell_of
from store.records.changes import Change, History
from store.records.describing import NOTHING, describe, label, reasons, words
from store.records.fields import field_of, names_for
from store.records.ranges import ends_in_words
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from tui.screen.dialogs.card_ledger import ledger_lines
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import BLANK, Line, Part, Weight, heading, padded, plain, widest
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

EDITABLE = names_for(Task, "card")
"""The fields of a row that its card edits, in its order."""

_SOURCE = "出处"
_GAP = 2
"""Blanks between a label and its text."""
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

    def __init__(self, tasks: TaskList, history: History, row: str, field: str = "text") -> None:
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
            yield said_under_title(self)
            yield KeyedList()

    def on_mount(self) -> None:
        """Begin on the field that was last edited."""
        begin_at = EDITABLE.index(self._field) if self._field in EDITABLE else 0
        task = self._tasks.task(self._row)
        names = [label(self._tasks, field) for field in EDITABLE]
        width = widest([*names, _SOURCE, *(extra.label for extra in task.extras)])
        fields = [self._field_line(task, field, width) for field in EDITABLE]
        of_ledger = ledger_lines(self._tasks, self._row)
        lines = [*fields, BLANK, *_only_read(task, width), *of_ledger, *self._history_lines()]
        self.query_one(KeyedList).show_lines(lines, begin_at)

    def _field_line(self, task: Task, field: str, width: int) -> Line:
        """Return a field with its label before it, and below it what is open about it."""
        value = words(self._tasks, field_of(Task, field), getattr(task, field))
        line = _labelled(label(self._tasks, field), value, width)
        cell = cell_of(field)
        doubt = task.doubt(cell.side) if cell and cell.kind == "units" else ""
        if not doubt:
            return line
        return replace(line, below=(plain(f"待定：{doubt}", "due", indent=width + _GAP),))

    def _history_lines(self) -> list[Line]:
        """Return the row's latest changes, which are only read."""
        latest_first = (self._history[place] for place in reversed(in_shown_order(self._history)))
        changes = [change for change in latest_first if self._touches(change)]
        lines = [BLANK, heading("历史", f"{len(changes)} 次变更")]
        for change in changes[:_CHANGES_SHOWN]:
            lines += self._lines_of(change)
        return lines

    def _touches(self, change: Change) -> bool:
        return any(edit.key == self._row for edit in change.edits)

    def _lines_of(self, change: Change) -> list[Line]:
        """Return when and who, and what a change did to the row; each thing is said once.

        A change of this row alone goes by its fields, another by its title and what that leaves unsaid.
        """
        edits = tuple(edit for edit in change.edits if edit.key == self._row and edit.field)
        is_of_row_alone = len(edits) == len(change.edits) and not (change.undoes or change.redoes)
        fields = []
        for edit, (_, before, after) in zip(edits, describe(self._tasks, Change("", edits)), strict=True):
            if is_of_row_alone or after not in change.title:
                fields.append(f"{label(self._tasks, edit.field)}：{before} → {after}")
        said = ""
        if not is_of_row_alone:
            said = change.title
        elif len(fields) == 1:
            said = fields.pop()
        when = f"{change.at[:16].replace('T', ' ')} {change.by}  "
        words = "  ".join(filter(None, (said, *reasons(change))))
        below = tuple(plain(field, indent=_GAP) for field in fields)
        return [Line((Part(words),), (Part(when, "dim"),), below=below, is_read_only=True)]

    def on_line_list_selected(self) -> None:
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
        cursor = self.query_one(KeyedList).cursor
        if cursor is not None:
            self.dismiss(FieldChosen(EDITABLE[cursor], typed))

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)


def _only_read(task: Task, width: int) -> list[Line]:
    """Return columns of the list's own, and the lines of the notice that the row stands in."""
    lines = [_labelled(extra.label, extra.text, width, is_read_only=True) for extra in task.extras]
    if task.source:
        where = f"通知第 {ends_in_words(task.source)} 行"
        lines.append(_labelled(_SOURCE, where, width, is_read_only=True))
    return lines


def _labelled(name: str, value: str, width: int, *, is_read_only: bool = False) -> Line:
    """Return a text with its label before it, in a column."""
    label = Part(padded(name, width + _GAP), "dim")
    weight: Weight = "faint" if value == NOTHING else "text"
    return Line((Part(value, weight),), (label,), is_read_only=is_read_only)
