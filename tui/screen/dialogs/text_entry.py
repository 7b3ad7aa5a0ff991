"""The one place in which a text is written: the field, the old text over a new one, and what is said of it.

It stands in a dialog of its own, or over a cell of the list. Enter keeps a text everywhere, Ctrl+J is a new
line.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from store.refused import Refused
from store.words.cleaning import clean, clean_line
from tui.screen.widgets.key_words import KeyWords

_FEW = 2
"""Characters that were typed and are left without a question."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of a text while it is written, and whether something is amiss with it."""

    text: str
    warns: bool = False


@dataclass(frozen=True, slots=True)
class TextAsked:
    """Says what text is asked for."""

    title: str
    text: str = ""
    """What stands in the field at first, the caret behind it."""
    old: str = ""
    """What is shown dim above where a new text is begun."""
    long: bool = False
    """Whether it may have several lines."""
    is_selected: bool = False
    """Whether the first key replaces all that stands in the field."""
    saves: bool = False
    """Whether Enter saves the text; else it is wanted for something that comes after."""
    check: Callable[[str], object] | None = None
    """Refuses a text with a sentence; the field then stays open."""
    note: Callable[[str], Note] | None = None
    """What is said of the text under the field, as it is typed."""
    problem: str = ""
    """Why the text that was given before did not do."""


class TextField(TextArea):
    """The field; its keys are the same wherever a text is written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep(1, 0)", priority=True),
        Binding("tab", "keep(0, 1)", priority=True),
        Binding("shift+tab", "keep(0, -1)", priority=True),
        Binding("ctrl+s", "keep(0, 0)", priority=True),
        Binding("ctrl+j,alt+enter", "new_line", priority=True),
        Binding("escape", "leave", priority=True),
        Binding("ctrl+a", "select_all"),
        Binding("f2,f6,f7", "nothing", priority=True),
    ]

    is_long = False

    @dataclass
    class Kept(Message):
        """The text is to be kept, and the cursor of the list to go by so many rows and columns."""

        rows: int
        columns: int

    class Left(Message):
        """The text is to be left."""

    def action_keep(self, rows: int, columns: int) -> None:
        """Keep the text."""
        self.post_message(self.Kept(rows, columns))

    def action_new_line(self) -> None:
        """Begin a new line, in a text that may have several."""
        if self.is_long:
            self.insert("\n")

    def action_leave(self) -> None:
        """Leave the text."""
        self.post_message(self.Left())

    def action_nothing(self) -> None:
        """Keep a key from what it does elsewhere: F2 neither keeps nor closes."""

    async def on_paste(self, event: events.Paste) -> None:
        """Put in what is pasted without what steers a terminal; a line has no line ends."""
        event.stop()
        event.prevent_default()
        text = (clean if self.is_long else clean_line)(event.text)
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)


class TextEntry(Vertical):
    """A field, the old text dim above a new one, and below it what is said of the text."""

    DEFAULT_CSS = """
    TextEntry { height: auto; }
    TextEntry > .old { height: auto; max-height: 8; color: $dim; }
    TextEntry > TextField { height: auto; max-height: 12; padding: 0; }
    TextEntry > .said { height: auto; color: $dim; }
    TextEntry > .said.-warning { color: $due; }
    """

    @dataclass
    class Kept(Message):
        """A text that no rule refuses is to be kept, and the cursor to go by so many rows and columns."""

        text: str
        rows: int
        columns: int

    class Left(Message):
        """The field is left without its text."""

    def __init__(self, asked: TextAsked | None = None) -> None:
        """Begin with what is asked; wait where that is not known yet."""
        super().__init__()
        self._asked = asked or TextAsked("")
        self._begins = asked is not None

    def compose(self) -> ComposeResult:
        """The old text, the field, and a line for what is said."""
        yield Static(classes="old")
        yield TextField(soft_wrap=True, compact=True, highlight_cursor_line=False)
        yield Static(classes="said")

    def on_mount(self) -> None:
        """Show what is asked, if it is known."""
        if self._begins:
            self.begin(self._asked)

    def begin(self, asked: TextAsked) -> None:
        """Ask for a text."""
        self._asked = asked
        old = self.query_one(".old", Static)
        old.update(Content(asked.old))
        old.display = bool(asked.old)
        field = self.field
        field.is_long = asked.long
        with field.prevent(TextArea.Changed):
            field.text = asked.text
        if asked.is_selected:
            field.select_all()
        else:
            field.move_cursor(field.document.end)
        field.focus()
        self._say(Note(asked.problem, warns=True) if asked.problem else self._noted)
        self.call_after_refresh(self._place_caret)

    @property
    def field(self) -> TextField:
        """The field that has the keys."""
        return self.query_one(TextField)

    @property
    def text(self) -> str:
        """The text as it is kept: without controls, and without blanks at its ends."""
        cleaned = (clean if self._asked.long else clean_line)(self.field.text)
        return cleaned.strip()

    @property
    def is_changed(self) -> bool:
        """Whether more was typed than is left without a question."""
        return is_written(self._asked.text, self.field.text)

    @property
    def keys(self) -> list[KeyWords]:
        """The keys of the field that are shown at its foot."""
        keeps = ("Enter", "保存" if self._asked.saves else "确定")
        breaks = [("Ctrl+J", "换行")] if self._asked.long else []
        return [keeps, *breaks, ("Esc", "不改")]

    @property
    def _noted(self) -> Note:
        return self._asked.note(self.text) if self._asked.note else Note("")

    def _say(self, note: Note) -> None:
        said = self.query_one(".said", Static)
        said.update(Content(note.text))
        said.display = bool(note.text)
        said.set_class(note.warns, "-warning")

    def _place_caret(self) -> None:
        """Have the input method open its window at the caret, once the field has its place."""
        if self.field.has_focus:
            self.app.cursor_position = self.field.cursor_screen_offset

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say what is to be said of the text."""
        event.stop()
        self._say(self._noted)
        self.call_after_refresh(self._place_caret)

    def on_text_field_kept(self, event: TextField.Kept) -> None:
        """Give the text back unless the check refuses it."""
        event.stop()
        text = self.text
        try:
            if self._asked.check:
                self._asked.check(text)
        except Refused as refusal:
            self._say(Note(str(refusal), warns=True))
        else:
            self.post_message(self.Kept(text, event.rows, event.columns))

    def on_text_field_left(self, event: TextField.Left) -> None:
        """Leave; a text of more than a few new characters is asked about.

        Hands used to an input method press Esc twice, so that the second goes on with the text.
        """
        event.stop()
        self.leave()

    def leave(self) -> None:
        """Leave, or ask first."""
        if self.is_changed:
            ask_unsaved(self.app, self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        self.post_message(self.Left())


def ask_unsaved(app: App[None], leave: Callable[[], object]) -> None:
    """Ask whether a text that was not saved is to be left, and leave it then."""
    from tui.screen.dialogs.choices import Choice, by_names
    from tui.screen.dialogs.choose import ChooseDialog

    def answered(leaves: bool | None) -> None:
        if leaves:
            leave()

    choices = [Choice(False, "继续"), Choice(True, "不改")]
    app.push_screen(ChooseDialog("文字还没有保存", by_names(choices), keys={"escape": "继续"}), answered)


def is_written(before: str, after: str) -> bool:
    """Tell whether enough was typed that leaving it is asked about."""
    return _typed(before, after) > _FEW


def _typed(before: str, after: str) -> int:
    """Return over how many characters two texts differ: from the first that differs to the last."""
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    left = shorter - start
    end = next((at for at in range(left) if before[-1 - at] != after[-1 - at]), left)
    return max(len(before), len(after)) - start - end
