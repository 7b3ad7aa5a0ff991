"""The settings file as text: it is kept where it can be read, else the line that cannot is named."""

import asyncio
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from store.machine.settings import settings_path
from store.machine.settings_writing import HEAD, problem_in, settings_text, write_text
from store.refused import Refused
from store.words.cleaning import clean
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.choose import ChooseDialog
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.plane import DialogBox


class SettingsTextDialog(ModalScreen[bool | None]):
    """Says whether the file was written."""

    place = "settings_text"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", priority=True),
        Binding("escape", "leave", priority=True),
    ]

    def __init__(self) -> None:
        """Read the file when it is shown."""
        super().__init__()
        self._before = ""

    def compose(self) -> ComposeResult:
        """The path, the text, and what is amiss with it."""
        with DialogBox(classes="dialog page settings_text") as box:
            box.plane.show_title("设置文件")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield Static(Content(str(settings_path())), id="summary")
            yield TextArea(compact=True, soft_wrap=False, highlight_cursor_line=False)
            yield Static(id="refusal")

    def on_mount(self) -> None:
        """Show the text; say why it cannot be read."""
        try:
            self._before = settings_text() or HEAD
        except Refused as refusal:
            self._say(str(refusal))
        self._area.text = self._before
        self._area.focus()

    @property
    def _area(self) -> TextArea:
        return self.query_one(TextArea)

    def on_text_area_changed(self) -> None:
        """Name the first line that cannot be read."""
        problem = problem_in(self._area.text)
        self._say(f"{problem}，请改正。" if problem else "")

    def _say(self, words: str) -> None:
        self.query_one("#refusal", Static).update(Content(words))

    async def action_keep(self) -> None:
        """Write the file."""
        try:
            await asyncio.to_thread(write_text, clean(self._area.text))
        except Refused as refusal:
            self._say(str(refusal))
        else:
            self.dismiss(True)

    def action_leave(self) -> None:
        """Leave; a text that was changed is asked about."""
        if self._area.text == self._before:
            self.dismiss(None)
            return
        choices = [Choice(False, "继续"), Choice(True, "不存")]
        dialog = ChooseDialog("设置文件还没有存", by_names(choices), keys={"escape": "继续"})
        self.app.push_screen(dialog, self._answered)

    def _answered(self, leaves: bool | None) -> None:
        if leaves:
            self.dismiss(None)
