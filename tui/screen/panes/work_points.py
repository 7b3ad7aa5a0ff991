"""The tree of the notice and its work points."""

from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from store.records.notice import WorkPoint
from store.records.tasklist import TaskList


@dataclass(frozen=True, slots=True)
class TreePlace:
    """What a node stands for: a record's table and key, and the field that editing it changes."""

    table: str
    key: str
    field: str


_HEAD_FIELDS = (
    ("title", "标题"),
    ("document_number", "文号"),
    ("issuer", "发文机关"),
    ("issued_on", "成文日期"),
    ("addressees", "主送机关"),
    ("basis", "依据"),
)


class WorkPointsPane(Tree[TreePlace]):
    """The notice's head, then the sections as printed; posts what was selected and what is to be edited."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "fold", show=False),
        Binding("right", "unfold", show=False),
        Binding("enter", "activate", show=False),
    ]

    @dataclass
    class Selected(Message):
        """The cursor came to a node."""

        place: TreePlace | None

    @dataclass
    class Activated(Message):
        """The clerk wants to edit what a node stands for."""

        place: TreePlace

    def __init__(self, tasks: TaskList, *, id: str | None = None) -> None:
        """An empty tree until shown."""
        super().__init__(Text("通知"), id=id)
        self.show_root = False
        self.guide_depth = 2
        self.auto_expand = False
        self._tasks = tasks
        self._marked: frozenset[str] = frozenset()

    def show(self, tasks: TaskList) -> None:
        """Draw a list's notice and work points, the cursor staying on its node."""
        place = self.place
        self._tasks = tasks
        self.clear()
        notice = tasks.notice
        head = self.root.add(
            Text(notice.title or "(没有通知标题)"), TreePlace("notices", notice.key, "title"), expand=True
        )
        for field, label in _HEAD_FIELDS:
            value = getattr(notice, field)
            head.add_leaf(Text(f"{label}:{value or '(无)'}"), TreePlace("notices", notice.key, field))
        for number, annex in enumerate(notice.annexes, 1):
            head.add_leaf(Text(f"附件{number}:{annex}"), TreePlace("notices", notice.key, "annexes"))
        for section in tasks.work_points():
            self._add(self.root, section)
        self.root.expand()
        target = next((node for node in self._all_nodes() if node.data == place), None) if place else None
        self._move_to(target or head)

    def _add(self, parent: TreeNode[TreePlace], point: WorkPoint) -> None:
        children = self._tasks.work_points(point.key)
        label = Text(f"{point.number}{point.heading or point.text}")
        place = TreePlace("work_points", point.key, "text")
        if not children and not point.text:
            parent.add_leaf(label, place)
            return
        node = parent.add(label, place, expand=bool(children), allow_expand=bool(children))
        for child in children:
            self._add(node, child)

    def _all_nodes(self) -> list[TreeNode[TreePlace]]:
        found = []
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting.extend(node.children)
        return found

    @property
    def place(self) -> TreePlace | None:
        """What the cursor is on."""
        return self.cursor_node.data if self.cursor_node else None

    def mark(self, keys: frozenset[str], *, scroll: bool = True) -> None:
        """Mark the nodes of some work points and bring the first into view."""
        if keys == self._marked:
            return
        changed = keys ^ self._marked
        self._marked = keys
        for node in self._all_nodes():
            if node.data and node.data.key in changed:
                node.set_label(node.label)
                if scroll and node.data.key in keys:
                    self.scroll_to_node(node, animate=False)

    def show_place(self, table: str, key: str, field: str) -> None:
        """Bring the cursor to a node."""
        for node in self._all_nodes():
            if (
                node.data
                and (node.data.table, node.data.key) == (table, key)
                and (table == "work_points" or node.data.field == field)
            ):
                parent = node.parent
                while parent:
                    parent.expand()
                    parent = parent.parent
                self._move_to(node)
                return

    def _move_to(self, node: TreeNode[TreePlace]) -> None:
        if self.last_line >= 0:  # Asking for it has the lines built, and a node gets its line so.
            self.move_cursor(node)

    def render_label(self, node: TreeNode[TreePlace], base_style: Style, style: Style) -> Text:
        """A node's label, with the sign of a marked one."""
        label = super().render_label(node, base_style, style)
        if node.data and node.data.key in self._marked:
            return Text.assemble(Text("› ", style), label)
        return label

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[TreePlace]) -> None:
        """Say what the cursor came to."""
        event.stop()
        self.post_message(self.Selected(event.node.data))

    def action_fold(self) -> None:
        """Fold the node, or go to the one above it."""
        node = self.cursor_node
        if node and node.is_expanded and node.children:
            node.collapse()
        elif node and node.parent and node.parent is not self.root:
            self.move_cursor(node.parent)

    def action_unfold(self) -> None:
        """Unfold the node."""
        if self.cursor_node:
            self.cursor_node.expand()

    def action_activate(self) -> None:
        """Edit what the cursor is on."""
        if self.place:
            self.post_message(self.Activated(self.place))
