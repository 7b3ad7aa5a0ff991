"""The tree of the notice and its work points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.message import Message

from store.records.tasklist import TaskList
from store.words.line_breaking import parted
from tui.screen.panes.point_nodes import PointNode, TreePlace, nodes
from tui.screen.widgets.line_pane import LinePane
from tui.screen.widgets.row_lines import UnevenRows
from tui.screen.widgets.row_pane import MARK_SIGN, keys_of_pane

_UNFOLDED_SIGN, _FOLDED_SIGN = "▼ ", "▶ "
_BRANCH, _LAST_BRANCH = "├ ", "└ "
_TRUNK, _NO_TRUNK = "│ ", "  "
_SIGN_WIDTH = 2
"""Cells of each of these signs, and of the mark."""
_NARROWEST = 8
"""Cells that a label has however deep it hangs."""
_KEYS = {"left": "fold", "right": "unfold", "space": "turn_fold"}


class WorkPointsPane(LinePane):
    """The notice's head, then the sections as printed; posts what was selected and what is to be edited."""

    LINES_KEPT = 1

    COMPONENT_CLASSES: ClassVar[set[str]] = {"work-points--guides", "work-points--guides-of-cursor"}

    BINDINGS: ClassVar[list[BindingType]] = keys_of_pane(_KEYS)

    @dataclass
    class Activated(Message):
        """The clerk wants to edit what a node stands for."""

        place: TreePlace

    def __init__(self, tasks: TaskList, *, id: str | None = None) -> None:
        """An empty tree until shown."""
        super().__init__(id=id)
        self._tasks = tasks
        self._all: Sequence[PointNode] = ()
        """All nodes, those that are folded away too."""
        self._shown: Sequence[PointNode] = ()
        self._folded: set[TreePlace] = set()
        self._whole: int | None = None
        """The node whose label is shown whole: the one under the cursor of the pane that has the keys."""

    # ------------------------------------------------------------------ what is shown

    def show(self, tasks: TaskList) -> None:
        """Draw a list's notice and work points, the cursor staying on its node."""
        self._tasks = tasks
        self._all = tuple(nodes(tasks))
        self._show_unfolded(self.place)

    def _show_unfolded(self, cursor: TreePlace | None) -> None:
        """Show the nodes that are not folded away, with the cursor on one of them, else on the first."""
        self._shown = [node for node in self._all if not self._is_folded_away(node)]
        places = [node.place for node in self._shown]
        keys = [place.key for place in places]
        self._whole = None
        self.show_rows(UnevenRows(len(keys), self._count_lines), keys)
        self.show_record(cursor, places)
        self._show_whole()

    def _is_folded_away(self, node: PointNode) -> bool:
        *above, _ = node.path
        return any(one.place in self._folded for one in above)

    @property
    def place(self) -> TreePlace | None:
        """The node under the cursor; None in an empty tree."""
        return self._shown[self.row].place if self._shown else None

    def show_place(self, table: str, key: str, field: str) -> None:
        """Bring the cursor to a node, unfolding what it is folded into."""
        for node in self._all:
            found = node.place
            same_field = table == "work_points" or found.field == field
            if (found.table, found.key) == (table, key) and same_field:
                *above, _ = node.path
                self._folded -= {one.place for one in above}
                self._show_unfolded(self.place)
                self.move_to(self._shown.index(node))
                return

    # ------------------------------------------------------------------ drawing

    def row_pieces(self, row: int, offset: int) -> Sequence[Segment]:
        """Return a node: the lines that lead to it, its sign, its label."""
        if offset:
            return self._further_pieces(row, offset)
        node, style = self._shown[row], self.style_of(row)
        ground = Style.null() if row == self.row else style
        pieces: list[Segment] = []
        for sign, look in self._guides(node):
            pieces.append(Segment(sign, ground + look))
        if self.is_marked(row):
            pieces.append(Segment(f"{MARK_SIGN} ", style))
        if node.foldable:
            sign = _FOLDED_SIGN if node.place in self._folded else _UNFOLDED_SIGN
            pieces.append(Segment(sign, ground))
        pieces.append(Segment(self._label_lines(row)[0], style))
        pieces.append(Segment(" " * self.size.width, ground))
        return pieces

    def _further_pieces(self, row: int, offset: int) -> Sequence[Segment]:
        """Return a further line of a label that is shown whole."""
        style = self.style_of(row)
        before = " " * self._cells_before_label(row)
        lines = self._label_lines(row)
        # The pane can be painted in another width before it hears of it.
        line = lines[offset] if offset < len(lines) else ""
        return [Segment(before), Segment(line, style)]

    def _cells_before_label(self, row: int) -> int:
        node = self._shown[row]
        return _SIGN_WIDTH * (len(node.path) - 1 + self.is_marked(row) + node.foldable)

    def _label_lines(self, row: int) -> Sequence[str]:
        """Return the lines of a label: one, cut by the pane, but where it is shown whole."""
        label = self._shown[row].label
        if row != self._whole:
            return (label,)
        width = self.content_width - self._cells_before_label(row)
        return parted(label, max(_NARROWEST, width), cell_len)

    def _count_lines(self, row: int) -> int:
        return len(self._label_lines(row))

    def _show_whole(self) -> None:
        """Show the label under the cursor whole while the pane has the keys, and no other."""
        whole = self.row if self.has_focus and self._shown else None
        before, self._whole = self._whole, whole
        if before == whole:
            return
        for row in (before, whole):
            if row is not None and row < len(self._shown) and isinstance(self.rows, UnevenRows):
                self.rows.lay_out_anew(row, 1)
        self.fit()
        self.refresh()

    def redraw_cursor(self, before: tuple[int, int]) -> None:
        """Draw the cursor where it is, the label under it whole."""
        self._show_whole()
        super().redraw_cursor(before)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the label under the cursor whole, or each label in a line."""
        super().watch_has_focus(has_focus)
        self._show_whole()

    def on_resize(self) -> None:
        """Wrap the label that is shown whole to the new width."""
        self._whole = None
        self.rows = UnevenRows(len(self._shown), self._count_lines)
        self._show_whole()
        self.lay_out_seen()

    def _guides(self, node: PointNode) -> Iterator[tuple[str, Style]]:
        """Return the lines that lead to a node; those that begin at the cursor stand out."""
        cursor = self._shown[self.row] if self.has_focus else None
        style = self.get_component_rich_style("work-points--guides", partial=True)
        above, *path = node.path
        for one in path:
            if above is cursor:
                style = self.get_component_rich_style("work-points--guides-of-cursor", partial=True)
            if one is node:
                yield (_LAST_BRANCH if one.is_last else _BRANCH), style
            else:
                yield (_NO_TRUNK if one.is_last else _TRUNK), style
            above = one

    def cursor_lines(self) -> tuple[int, int]:
        """Return the cursor's line, and those of the nodes below it, to which its guides lead."""
        end = self.row + 1
        depth = len(self._shown[self.row].path)
        while end < len(self._shown) and len(self._shown[end].path) > depth:
            end += 1
        top, _ = self.rows.span(self.row)
        last_top, last_lines = self.rows.span(end - 1)
        return top, last_top + last_lines - top

    # ------------------------------------------------------------------ folding

    def action_fold(self) -> None:
        """Fold the node, or go to the one above it."""
        if not self._shown:
            return
        node = self._shown[self.row]
        if node.foldable and node.place not in self._folded:
            self._turn(node)
        elif node.above:
            self.move_to(self._shown.index(node.above))

    def action_unfold(self) -> None:
        """Unfold the node."""
        if self._shown and self.place in self._folded:
            self._turn(self._shown[self.row])

    def action_turn_fold(self) -> None:
        """Fold the node where it is unfolded, else unfold it."""
        if self._shown:
            self._turn(self._shown[self.row])

    def _turn(self, node: PointNode) -> None:
        if not node.foldable:
            return
        cursor = self._shown[self.row]
        self._folded ^= {node.place}
        self._show_unfolded(node.place if node in cursor.path else cursor.place)

    def take_click(self, row: int, x: int, chain: int) -> None:
        """Fold or unfold a node at a click on its sign; bring the cursor at any other."""
        node = self._shown[row]
        signs_before = len(node.path) - 1 + self.is_marked(row)
        sign_at = _SIGN_WIDTH * signs_before
        if node.foldable and sign_at <= x < sign_at + _SIGN_WIDTH:
            self._turn(node)
        else:
            super().take_click(row, x, chain)

    def action_activate(self) -> None:
        """Edit what the cursor is on."""
        if self.place:
            self.post_message(self.Activated(self.place))
