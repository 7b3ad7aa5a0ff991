"""A list to choose from by typing: the one mechanism behind menu, find, filter, findings and recent files."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.found_by_typing import FoundByTyping
from tui.screen.dialogs.options import foot_of, plain_options
from tui.screen.widgets.plane import DialogBox

_T = TypeVar("_T")


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

        `typed` says what a text stands for that finds nothing.
        """
        super().__init__()
        self._title = title
        self._search = search
        self._placeholder = placeholder
        self._nothing = nothing
        self._now = keys
        self._typed = typed
        self._about = about
        self._found: Sequence[Choice[_T]] = ()
        self._height = 0
        """Lines of all choices, as far as they are seen at once; 0 until they were drawn."""

    def compose(self) -> ComposeResult:
        """The field, the choices, and a word where there are none."""
        with DialogBox(classes="dialog") as box:
            box.plane.show_title(self._title)
            box.plane.show_keys(foot_of(self, self._now))
            if self._about:
                yield Static(Content(self._about), classes="about")
            yield Input(placeholder=self._placeholder, compact=True)
            yield Static(Content(self._nothing), id="nothing")
            options = OptionList(compact=True)
            options.can_focus = False
            yield options

    def on_mount(self) -> None:
        """Show all there is."""
        self._show("")

    def on_resize(self) -> None:
        """Take the height that all choices need, as far as the screen has it, and keep it while one types."""
        self._height = 0
        self.query_one(OptionList).styles.min_height = None
        self.call_after_refresh(self._keep_height)

    def _keep_height(self) -> None:
        self._height = self._height or self.query_one(OptionList).size.height
        self.query_one(OptionList).styles.min_height = self._height - (not self._found)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed."""
        self._show(event.value)

    def _show(self, typed: str) -> None:
        self._found = self._search(typed)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(plain_options(choice.label for choice in self._found))
        options.highlighted = 0 if self._found else None
        self.query_one("#nothing").display = not self._found
        if self._height:
            self._keep_height()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes the highlighted choice."""
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            self.dismiss(self._found[highlighted].value)
        elif self._typed and (value := self._typed(event.value)) is not None:
            self.dismiss(value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click takes a choice."""
        self.dismiss(self._found[event.option_index].value)
