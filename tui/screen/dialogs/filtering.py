"""Narrowing and sorting (F4): by unit, leader, gap, day or words; one by Enter, several by Space."""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from store.views.selection import Selection
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.found_by_typing import FoundByTyping
from tui.screen.dialogs.options import foot_of, plain_options
from tui.screen.widgets.plane import DialogBox

_MARK = "* "


class _Entry(Input):
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
        self._found: Sequence[Choice[Selection]] = ()
        self._marked: dict[Selection, str] = {}

    def compose(self) -> ComposeResult:
        """The field, what is marked, and the lines."""
        with DialogBox(classes="dialog") as box:
            box.plane.show_title("筛选和排序")
            box.plane.show_keys(foot_of(self))
            yield _Entry(placeholder="单位、领导、没有时限、6月底前、任务中的字词…", compact=True)
            yield Static(id="nothing")
            options = OptionList(compact=True)
            options.can_focus = False
            yield options

    def on_mount(self) -> None:
        """Show all there is."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed."""
        self._show(event.value)

    def _show(self, typed: str, highlighted: int = 0) -> None:
        words = typed.strip()
        self._found = [*self._search(words), *(self._typed(words) if words else ())]
        labels = [(_MARK if one.value in self._marked else "  ") + one.label for one in self._found]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(plain_options(labels))
        options.highlighted = highlighted if self._found else None
        self._say(f"已选:{'、'.join(self._marked.values())}" if self._marked else "")

    def _say(self, words: str) -> None:
        said = self.query_one("#nothing", Static)
        said.update(Content(words))
        said.display = bool(words)

    @property
    def _highlighted(self) -> Choice[Selection] | None:
        place = self.query_one(OptionList).highlighted
        return None if place is None else self._found[place]

    def action_mark(self) -> None:
        """Mark the line, or take its mark away; the next letters look for another one."""
        one = self._highlighted
        if one is None:
            return
        if one.value in self._marked:
            del self._marked[one.value]
        else:
            self._marked[one.value] = one.label.partition("  ")[0].removesuffix("的行")
        entry = self.query_one(Input)
        place = 0 if entry.value else self.query_one(OptionList).highlighted or 0
        with entry.prevent(Input.Changed):
            entry.value = ""
        self._show("", place)

    def on_input_submitted(self) -> None:
        """Enter takes what is marked, else the highlighted line."""
        one = self._highlighted
        parts = list(self._marked) or ([one.value] if one else [])
        if not parts:
            return
        chosen = reduce(Selection.with_also, parts)
        if refusal := self._refused(chosen):
            self._say(refusal)
        else:
            self.dismiss(chosen)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click takes the line."""
        event.option_list.highlighted = event.option_index
        self.on_input_submitted()
