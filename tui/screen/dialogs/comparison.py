"""A list beside a new notice: what is added, changed and gone; the clerk marks what is to be followed."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.importing.comparing import KIND_WORDS, Comparison, Difference
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import Line, Part, padded, widest
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

_ON, _OFF = "[*] ", "[ ] "


class ComparisonDialog(ModalScreen[list[Difference] | None]):
    """Gives back the differences that are marked, which are at first all but what was changed in the list."""

    place = "comparison"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", priority=True),
        Binding("tab", "mark_all", priority=True),
        Binding("enter", "take", priority=True),
        Binding("escape", "leave"),
    ]

    def __init__(self, comparison: Comparison) -> None:
        """What differs."""
        super().__init__()
        self._comparison = comparison
        self._marked = {index for index, one in enumerate(comparison.differences) if not one.edited_since}

    def compose(self) -> ComposeResult:
        """The differences, each with its mark."""
        with DialogBox(classes="dialog page") as box:
            box.plane.show_title(f"与通知比较：{self._comparison.tasks.list_name}")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield KeyedList(id="made")

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(KeyedList).show(len(self._comparison.differences), self._line)
        self._count()

    def _line(self, index: int) -> Line:
        """Return a difference with its mark, and the fields that differ below it."""
        one = self._comparison.differences[index]
        mark = Part(_ON, "accent") if index in self._marked else Part(_OFF, "dim")
        kind = Part(f"{KIND_WORDS[one.kind]}  ", "dim")
        since = (Part("  清单中后来改过，采用即退回", "due"),) if one.edited_since else ()
        width = widest([name for name, _, _ in one.fields])
        below = [*_fields(one, width), *map(_stays, self._comparison.left_out(one))]
        return Line((Part(one.about, "bold"), *since), (mark, kind), below=tuple(below))

    def _count(self) -> None:
        count = f"共 {len(self._comparison.differences)} 处不同，已选 {len(self._marked)} 处"
        self.query_one(DialogBox).plane.show_title("与通知比较", count)

    def _draw(self, index: int) -> None:
        self.query_one(KeyedList).show_anew(index)

    def action_mark(self) -> None:
        """Mark the highlighted difference, or take its mark off."""
        index = self.query_one(KeyedList).cursor
        if index is not None:
            self._marked ^= {index}
            self._draw(index)
            self._count()

    def action_mark_all(self) -> None:
        """Mark all; where all are marked, none."""
        every = set(range(len(self._comparison.differences)))
        changed = every if self._marked == every else every - self._marked
        self._marked = set() if self._marked == every else every
        for index in changed:
            self._draw(index)
        self._count()

    def action_take(self) -> None:
        """Give back what is marked."""
        marked = [one for index, one in enumerate(self._comparison.differences) if index in self._marked]
        self.dismiss(marked or None)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)


def _fields(one: Difference, width: int) -> Iterator[Line]:
    """Yield the fields that differ, each with what it was and is to be."""
    for name, before, after in one.fields:
        label = Part(" " * len(_OFF) + padded(name, width) + "  ", "dim")
        was = (Part(before, "dim"), Part(" → ", "faint")) if one.kind == "changed" else ()
        yield Line((*was, Part(after)), (label,))


def _stays(words: str) -> Line:
    """Return what stays as it is, in line with the fields."""
    return Line((Part(words, "due"),), (Part(" " * len(_OFF)),))
