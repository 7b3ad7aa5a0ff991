"""The tree of the notice and its work points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.message import Message

from store.records.tasklist import TaskList
from store.words.line_breaking import parted
from tui.screen.panes.point_nodes import PointNode, TreePlace, nodes
from tui.screen.widgets.cutting import cut_to
from tui.screen.widgets.line_pane import LinePane, RecordLine
from tui.screen.widgets.part_looks import GUTTER
from tui.screen.widgets.row_pane import keys_of_pane
from tui.screen.widgets.signs import OPEN, SHUT

_SIGN_WIDTH = 2
"""Cells of the sign of a node, with the blank behind it."""
_NARROWEST = 8
"""Cells that a label has however deep it hangs."""
_KEYS = {"left": "fold", "right": "unfold", "space": "turn_fold"}


class WorkPointsPane(LinePane):
    """The notice's head, then the sections as printed; posts what was selected and what is to be edited."""

    LINES_KEPT = 1

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
        self.show_rows([place.key for place in places])
        self.show_record(cursor, places)

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

    def record_lines(self, row: int, width: int, *, whole: bool) -> Sequence[RecordLine]:
        """Return a node: its sign, its label, the rows that it lays down; whole, or cut to a line."""
        node = self._shown[row]
        part = "name" if node.above is None else "dim" if node.is_fact else ""
        before = " " * _depth(node) + self._sign(node)
        right = f" {node.rows}" if node.rows else ""
        room = max(_NARROWEST, width - cell_len(before) - cell_len(right))
        labels = parted(node.label, room, cell_len) if whole else [cut_to(node.label, room)]
        lines = []
        for label in labels:
            lines.append(RecordLine(((before, ""), (label.rstrip(), part)), right))
            before, right = " " * cell_len(before), ""
        return lines

    def _sign(self, node: PointNode) -> str:
        sign = (SHUT if node.place in self._folded else OPEN) if node.foldable else ""
        return sign.ljust(_SIGN_WIDTH)

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
        sign_at = GUTTER + _depth(node)
        if node.foldable and sign_at <= x < sign_at + _SIGN_WIDTH:
            self._turn(node)
        else:
            super().take_click(row, x, chain)

    def action_activate(self) -> None:
        """Edit what the cursor is on."""
        if self.place:
            self.post_message(self.Activated(self.place))


def _depth(node: PointNode) -> int:
    """Return how many nodes a node hangs below."""
    return len(node.path) - 1
