"""A list to choose from by typing: the one mechanism behind find, the acts' questions and recent files."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.widgets import Input

from tui.screen.dialogs.choice_lines import ChoiceLines
from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.found_by_typing import FoundByTyping
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line_field import LineField
from tui.screen.widgets.line_list import LineList
from tui.screen.widgets.plane import DialogBox
from tui.terminal.type_ahead import TypeAhead

_T = TypeVar("_T")

_AT_LATEST_SECONDS = 0.1
"""After a sign behind which other keys wait: these may bring no further sign."""


class ChooseDialog(FoundByTyping[_T], Generic[_T]):
    """Shows what a search finds for what is typed; gives back the chosen value, or none."""

    place = "choose"

    def __init__(
        self,
        title: str,
        search: Callable[[str], Sequence[Choice[_T]]],
        *,
        placeholder: str = "输入汉字、全拼或首字母",
        nothing: str = "没有符合的。",
        keys: Mapping[str, str] | None = None,
        typed: Callable[[str], _T | None] | None = None,
        about: str = "",
    ) -> None:
        """Take a title, a search, and a sentence over it all.

        `typed` says what a text stands for that finds nothing, `keys` what some keys do here.
        """
        super().__init__()
        self._title = title
        self._search = search
        self._placeholder = placeholder
        self._nothing = nothing
        self._now = keys
        self._typed = typed
        self._about = about
        self._shown: ChoiceLines[_T] = ChoiceLines((), is_found=False, nothing="")
        self._unsearched: str | None = None
        """What was typed and not searched for yet."""

    def compose(self) -> ComposeResult:
        """The field and the choices."""
        with DialogBox(classes="dialog") as box:
            box.plane.show_title(self._title)
            box.plane.show_keys(foot_of(self, self._now))
            yield said_under_title(self, self._about)
            yield LineField(placeholder=self._placeholder, compact=True)
            yield LineList()

    def on_mount(self) -> None:
        """Show all there is."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed: once where an input method gives many signs at once."""
        is_first, self._unsearched = self._unsearched is None, event.value
        if not (isinstance(self.app, TypeAhead) and self.app.keys_wait):
            self._catch_up()
        elif is_first:
            self.set_timer(_AT_LATEST_SECONDS, self._catch_up)

    def _catch_up(self) -> None:
        if self._unsearched is not None:
            typed, self._unsearched = self._unsearched, None
            self._show(typed)

    def _show(self, typed: str) -> None:
        found = self._search(typed)
        self._shown = ChoiceLines(found, is_found=bool(typed.strip()), nothing=self._nothing)
        self.lines.show_lines(self._shown.lines)

    def action_move(self, step: int) -> None:
        """Move in what is found for all that is typed."""
        self._catch_up()
        super().action_move(step)

    def action_page(self, pages: int) -> None:
        """Move on in what is found for all that is typed."""
        self._catch_up()
        super().action_page(pages)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes the choice under the cursor."""
        self._catch_up()
        one = self._shown.at(self.lines.cursor)
        if one is not None:
            self.dismiss(one.value)
        elif self._typed and (value := self._typed(event.value)) is not None:
            self.dismiss(value)

    def on_line_list_selected(self) -> None:
        """A click on the cursor takes its choice."""
        if one := self._shown.at(self.lines.cursor):
            self.dismiss(one.value)
