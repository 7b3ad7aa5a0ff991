"""What is shown and how: the columns of the list in their order, the height of rows, the panes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.machine.view_state import HEIGHT_NAMES, ROW_HEIGHTS, ViewState
from store.records.values import Column
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import BLANK, Line, Part, heading
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

_ON, _OFF, _STAYS = "[*] ", "[ ] ", "    "
_VIEW_LINES = ("row_height", "zoomed", "left_put_away")
_FIRST, _BETWEEN = 1, 2
"""Lines over the first column, and between the last one and what else is shown."""


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column as the dialog offers it."""

    column: Column
    label: str
    shown: bool
    fixed: bool
    """It may change its place and not be put away."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What was chosen: the list's columns in their order, and what this user sees."""

    columns: tuple[Column, ...]
    view: ViewState


class ShownDialog(ModalScreen[Shown | None]):
    """Space turns a line, Ctrl+↑ and Ctrl+↓ move a column; gives back all of it, or None when left."""

    place = "shown"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel"),
        Binding("space", "turn"),
        Binding("ctrl+up", "move(-1)", priority=True),
        Binding("ctrl+down", "move(1)", priority=True),
    ]

    def __init__(self, columns: Sequence[ColumnLine], view: ViewState) -> None:
        """Take the columns, those that are shown first, and what is seen now."""
        super().__init__()
        self._columns = list(columns)
        self._view = view

    def compose(self) -> ComposeResult:
        """The columns, then how rows and panes are shown."""
        with DialogBox(classes="dialog") as box:
            box.plane.show_title("显示")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield KeyedList()

    def on_mount(self) -> None:
        """Begin at the first column."""
        self._draw(_FIRST)

    # ------------------------------------------------------------------ lines

    def _draw(self, cursor: int) -> None:
        columns = [_column_line(line) for line in self._columns]
        views = [self._view_line(name) for name in _VIEW_LINES]
        lines = [heading("栏目"), *columns, BLANK, heading("行高和窗格"), *views]
        self.query_one(KeyedList).show_lines(lines, cursor)

    def _view_line(self, name: str) -> Line:
        view = self._view
        match name:
            case "row_height":
                words = [_marked(label, height == view.row_height) for height, label in HEIGHT_NAMES.items()]
                return Line((Part("行高  "), *words), (Part(_STAYS),))
            case "zoomed":
                return _line("只看当前窗格", "F6 换窗格", is_on=view.zoomed)
            case _:
                return _line("清单旁的工作要点和名册", is_on=not view.left_put_away)

    @property
    def _at(self) -> int:
        """The line under the cursor, counted from the first column, headings not counted."""
        row = self.query_one(KeyedList).row - _FIRST
        return row if row < len(self._columns) else row - _BETWEEN

    def _row_of(self, at: int) -> int:
        """Return where a line stands, headings counted."""
        return _FIRST + (at if at < len(self._columns) else at + _BETWEEN)

    # ------------------------------------------------------------------ keys

    def action_turn(self) -> None:
        """Show or put away what the line is about."""
        at = self._at
        if at < len(self._columns):
            line = self._columns[at]
            self._columns[at] = line if line.fixed else replace(line, shown=not line.shown)
        else:
            self._turn_view(_VIEW_LINES[at - len(self._columns)])
        self._draw(self._row_of(at))

    def _turn_view(self, name: str) -> None:
        view = self._view
        if name == "row_height":
            following = ROW_HEIGHTS.index(view.row_height) + 1
            self._view = replace(view, row_height=ROW_HEIGHTS[following % len(ROW_HEIGHTS)])
        elif name == "zoomed":
            self._view = replace(view, zoomed=not view.zoomed)
        else:
            self._view = replace(view, left_put_away=not view.left_put_away)

    def action_move(self, step: int) -> None:
        """Move the column to another place."""
        at, to = self._at, self._at + step
        columns = self._columns
        if at < len(columns) and 0 <= to < len(columns):
            columns[at], columns[to] = columns[to], columns[at]
            self._draw(self._row_of(to))

    def on_line_list_selected(self) -> None:
        """Take what was chosen."""
        columns = tuple(line.column for line in self._columns if line.shown)
        self.dismiss(Shown(columns, self._view))

    def action_cancel(self) -> None:
        """Leave all as it was."""
        self.dismiss(None)


def _column_line(line: ColumnLine) -> Line:
    if line.fixed:
        return Line((Part(line.label), Part("  总是显示", "dim")), (Part(_STAYS),))
    return _line(line.label, is_on=line.shown)


def _line(words: str, about: str = "", *, is_on: bool) -> Line:
    mark = Part(_ON, "accent") if is_on else Part(_OFF, "dim")
    return Line((Part(words, "text" if is_on else "dim"), Part(f"  {about}", "dim")), (mark,))


def _marked(label: str, chosen: bool) -> Part:
    return Part(f"[{label}]", "accent") if chosen else Part(f" {label} ", "dim")
