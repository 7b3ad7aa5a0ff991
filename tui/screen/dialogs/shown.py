"""What is shown and how: the columns of the list in their order, the height of rows, the panes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList

from store.machine.view_state import ROW_HEIGHTS, RowHeight, ViewState
from store.records.values import Column
from tui.screen.dialogs.options import foot_of
from tui.screen.widgets.plane import DialogBox

_ON, _OFF, _STAYS = "[*] ", "[ ] ", "    "
_HEIGHTS: dict[RowHeight, str] = {"whole": "全文", "two": "两行", "one": "一行"}
_VIEW_LINES = ("row_height", "zoomed", "left_put_away")


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
            box.plane.show_title("显示:清单的栏目,行高和窗格")
            box.plane.show_keys(foot_of(self))
            yield OptionList(*self._lines())

    def on_mount(self) -> None:
        """Begin at the first line."""
        self.query_one(OptionList).highlighted = 0

    # ------------------------------------------------------------------ lines

    def _lines(self) -> list[Content | None]:
        columns: list[Content | None] = [Content(_column_said(line)) for line in self._columns]
        return [*columns, None, *(Content(self._view_said(name)) for name in _VIEW_LINES)]

    def _view_said(self, name: str) -> str:
        view = self._view
        match name:
            case "row_height":
                named = " / ".join(
                    _marked(label, height == view.row_height) for height, label in _HEIGHTS.items()
                )
                return f"{_STAYS}行高:{named}"
            case "zoomed":
                return f"{_ON if view.zoomed else _OFF}只看当前窗格(F6 换窗格)"
            case _:
                return f"{_OFF if view.left_put_away else _ON}清单旁的工作要点和名册"

    def _draw(self, highlighted: int) -> None:
        lines = self.query_one(OptionList)
        lines.set_options(self._lines())
        lines.highlighted = highlighted

    @property
    def _at(self) -> int:
        return self.query_one(OptionList).highlighted or 0

    # ------------------------------------------------------------------ keys

    def action_turn(self) -> None:
        """Show or put away what the line is about."""
        at = self._at
        if at < len(self._columns):
            line = self._columns[at]
            self._columns[at] = line if line.fixed else replace(line, shown=not line.shown)
        else:
            self._turn_view(_VIEW_LINES[at - len(self._columns)])
        self._draw(at)

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
            self._draw(to)

    def on_option_list_option_selected(self) -> None:
        """Take what was chosen."""
        columns = tuple(line.column for line in self._columns if line.shown)
        self.dismiss(Shown(columns, self._view))

    def action_cancel(self) -> None:
        """Leave all as it was."""
        self.dismiss(None)


def _column_said(line: ColumnLine) -> str:
    mark = _STAYS if line.fixed else _ON if line.shown else _OFF
    return mark + line.label + ("(总是显示)" if line.fixed else "")


def _marked(label: str, chosen: bool) -> str:
    return f"[{label}]" if chosen else label
