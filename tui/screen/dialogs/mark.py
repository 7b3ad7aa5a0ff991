"""Several of a few things, by marks: Space turns a mark, Enter takes what is marked."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.options import foot_of
from tui.screen.widgets.plane import DialogBox

_T = TypeVar("_T")
_MARKED, _PLAIN = "[*] ", "[ ] "


class MarkDialog(ModalScreen[list[_T] | None], Generic[_T]):
    """Gives back the marked values in their order, or None when left; with nothing marked it stays."""

    place = "mark"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel"), Binding("space", "mark")]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice[_T]],
        marked: Sequence[_T],
        *,
        nothing: str,
        about: str = "",
        enter: str = "下一步",
    ) -> None:
        """Take a title, what there is, what is marked at first, and what to say where nothing is.

        `about` are sentences over it all, `enter` is what Enter does.
        """
        super().__init__()
        self._about = about
        self._enter = enter
        self._title = title
        self._choices = choices
        self._marked = [choice.value in marked for choice in choices]
        self._nothing = nothing

    def compose(self) -> ComposeResult:
        """The things with their marks."""
        with DialogBox(classes="dialog wide" if self._about else "dialog") as box:
            box.plane.show_title(self._title)
            box.plane.show_keys(foot_of(self, {"enter": self._enter}))
            if self._about:
                yield Static(Content(self._about), classes="about")
            lines = [self._line(index) for index in range(len(self._choices))]
            yield OptionList(*lines)
            yield Static(id="refusal")

    def on_mount(self) -> None:
        """Begin at the first that is marked."""
        first = self._marked.index(True) if True in self._marked else 0
        self.query_one(OptionList).highlighted = first if self._choices else None

    def _line(self, index: int) -> Content:
        mark = _MARKED if self._marked[index] else _PLAIN
        return Content(mark + self._choices[index].label)

    def action_mark(self) -> None:
        """Turn the mark under the cursor."""
        index = self.query_one(OptionList).highlighted
        if index is not None:
            self._marked[index] = not self._marked[index]
            self.query_one(OptionList).replace_option_prompt_at_index(index, self._line(index))
            self._refuse("")

    def _refuse(self, words: str) -> None:
        self.query_one("#refusal", Static).update(Content(words))

    def on_option_list_option_selected(self) -> None:
        """Take what is marked."""
        pairs = zip(self._choices, self._marked, strict=True)
        marked = [choice.value for choice, is_marked in pairs if is_marked]
        if marked:
            self.dismiss(marked)
        else:
            self._refuse(self._nothing)

    def action_cancel(self) -> None:
        """Leave."""
        self.dismiss(None)
