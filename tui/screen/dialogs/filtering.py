"""Narrowing and sorting (F4): by unit, leader, gap, day or words; one by Enter, several by Space."""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from store.views.selection import Selection
from tui.screen.dialogs.choice_lines import ChoiceLines
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.found_by_typing import FoundByTyping
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line_field import LineField
from tui.screen.widgets.line_list import LineList
from tui.screen.widgets.plane import DialogBox


class _Entry(LineField):
    """The field: Space is no text in it but marks a line."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "screen.mark", priority=True)]


class FilterDialog(FoundByTyping[Selection]):
    """Gives back what was chosen, or none."""

    place = "filter"

    def __init__(
        self,
        choices: Sequence[Choice[Selection]],
        typed: Callable[[str], Sequence[Choice[Selection]]],
        refused: Callable[[Selection], str],
    ) -> None:
        """Take the fixed lines, what makes further ones of what is typed, and what says that none fits."""
        super().__init__()
        self._search = by_names(choices)
        self._typed = typed
        self._refused = refused
        self._marked: dict[Selection, str] = {}
        self._shown: ChoiceLines[Selection] = ChoiceLines((), is_found=False, nothing="")

    def compose(self) -> ComposeResult:
        """The field, what is marked, and the lines."""
        with DialogBox(classes="dialog") as box:
            box.plane.show_title("筛选和排序")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield _Entry(placeholder="单位、领导、没有时限、6月底前、任务中的字词…", compact=True)
            yield LineList()
            yield Static(id="marked")

    def on_mount(self) -> None:
        """Show all there is."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed."""
        self._show(event.value)

    def _show(self, typed: str, cursor: int = 0) -> None:
        words = typed.strip()
        found = [*self._search(words), *(self._typed(words) if words else ())]
        self._shown = ChoiceLines(found, is_found=bool(words), nothing="", marked=self._marked)
        self.lines.show_lines(self._shown.lines, cursor)
        self._say(f"已选：{'、'.join(self._marked.values())}" if self._marked else "")

    def _say(self, words: str) -> None:
        self.query_one("#marked", Static).update(Content(words))

    def action_mark(self) -> None:
        """Mark the line, or take its mark away; the next letters look for another one."""
        one = self._shown.at(self.lines.cursor)
        if one is None:
            return
        if one.value in self._marked:
            del self._marked[one.value]
        else:
            self._marked[one.value] = one.label.removesuffix("的行")
        entry = self.query_one(Input)
        cursor = 0 if entry.value else self.lines.row
        with entry.prevent(Input.Changed):
            entry.value = ""
        self._show("", cursor)

    def on_input_submitted(self) -> None:
        """Enter takes what is marked, else the line under the cursor."""
        one = self._shown.at(self.lines.cursor)
        parts = list(self._marked) or ([one.value] if one else [])
        if not parts:
            return
        chosen = reduce(Selection.with_also, parts)
        if refusal := self._refused(chosen):
            self._say(refusal)
        else:
            self.dismiss(chosen)

    def on_line_list_selected(self) -> None:
        """A click on the cursor takes the line."""
        self.on_input_submitted()
