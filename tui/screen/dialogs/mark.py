"""Several of a few things, by marks: Space turns a mark, Enter takes what is marked."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import Line, Part
from tui.screen.widgets.line_list import KeyedList
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
            yield said_under_title(self, self._about)
            yield KeyedList()
            yield Static(id="refusal")

    def on_mount(self) -> None:
        """Begin at the first that is marked."""
        first = self._marked.index(True) if True in self._marked else 0
        self._lines.show(len(self._choices), self._line, first)

    @property
    def _lines(self) -> KeyedList:
        return self.query_one(KeyedList)

    def _line(self, index: int) -> Line:
        choice, is_marked = self._choices[index], self._marked[index]
        mark = Part(_MARKED, "accent") if is_marked else Part(_PLAIN, "dim")
        about = (Part(f"  {choice.about}", "dim"),) if choice.about else ()
        return Line((Part(choice.label), *about), (mark,), right=choice.right)

    def action_mark(self) -> None:
        """Turn the mark under the cursor."""
        index = self._lines.cursor
        if index is not None:
            self._marked[index] = not self._marked[index]
            self._lines.show_anew(index)
            self._refuse("")

    def _refuse(self, words: str) -> None:
        self.query_one("#refusal", Static).update(Content(words))

    def on_line_list_selected(self) -> None:
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
