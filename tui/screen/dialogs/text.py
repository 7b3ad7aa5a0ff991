"""Editing one text in a stock field: a line in an Input, longer text in a TextArea."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from store.refused import Refused
from store.words.cleaning import clean, clean_line


class TextDialog(ModalScreen[str | None]):
    """Asks for a text; gives it back cleaned of control characters, or None when left.

    A check may refuse the text with a sentence; the field then stays open. Esc on a changed text asks first,
    since hands used to an input method press it twice.
    """

    place = "text"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "save", priority=True),
        Binding("escape", "cancel", priority=True),
    ]

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        long: bool = False,
        check: Callable[[str], object] | None = None,
        problem: str = "",
    ) -> None:
        """Take what is edited, its text, and why the last text did not do.

        A long text takes a TextArea, where Enter is a new line.
        """
        super().__init__()
        self._title = title
        self._text = text
        self._long = long
        self._check = check
        self._problem = problem

    def compose(self) -> ComposeResult:
        """The field and a line for what is refused."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self._title)
            saves = "Ctrl+S 或 F2" if self._long else "Enter"
            box.border_subtitle = Content(f"{saves} 保存 · Esc 取消")
            if self._long:
                yield TextArea(self._text, soft_wrap=True, compact=True, highlight_cursor_line=False)
            else:
                yield Input(self._text, compact=True, select_on_focus=False)
            yield Static(Content(self._problem), id="refusal")

    @property
    def _current(self) -> str:
        if self._long:
            return self.query_one(TextArea).text
        return self.query_one(Input).value

    def on_mount(self) -> None:
        """Put the cursor behind the text."""
        if self._long:
            area = self.query_one(TextArea)
            area.move_cursor(area.document.end)
        else:
            self.call_after_refresh(self._show_end)

    def _show_end(self) -> None:
        """Bring the end of a text into view that is longer than the field, as a path mostly is."""
        entry = self.query_one(Input)
        entry.cursor_position = 0
        entry.cursor_position = len(entry.value)

    def on_input_submitted(self) -> None:
        """Enter saves a line."""
        self.action_save()

    def action_save(self) -> None:
        """Give the text back unless the check refuses it."""
        text = (clean if self._long else clean_line)(self._current).strip()
        try:
            if self._check:
                self._check(text)
        except Refused as refusal:
            self.query_one("#refusal", Static).update(Content(str(refusal)))
        else:
            self.dismiss(text)

    @property
    def is_changed(self) -> bool:
        """Whether the text differs from what it was."""
        return self._current != self._text

    def action_cancel(self) -> None:
        """Leave; a changed text is asked about."""
        if not self.is_changed:
            self.dismiss(None)
            return
        from tui.screen.dialogs.choices import Choice, by_names
        from tui.screen.dialogs.choose import ChooseDialog

        words = {"stay": "继续修改", "save": "保存", "drop": "放弃改动"}
        choices = [Choice(answer, label) for answer, label in words.items()]
        self.app.push_screen(ChooseDialog("文字已改动", by_names(choices)), self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer == "save":
            self.action_save()
        elif answer == "drop":
            self.dismiss(None)
