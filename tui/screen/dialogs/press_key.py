"""Another key for a command: the next key that is pressed, unless it cannot be one."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.screen.commands.command import Command, key_name
from tui.screen.commands.rekeying import keys_changed, shown_key, why_not
from tui.screen.dialogs.frame import foot_of
from tui.screen.widgets.plane import DialogBox


class PressKeyDialog(ModalScreen[Mapping[str, str] | None]):
    """Gives back the key that was pressed by the id of the command.

    Where it is another's, the same key once more changes keys with that one: then both are given back.
    """

    place = "press_key"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", priority=True)]

    def __init__(self, command: Command, chosen: Mapping[str, str]) -> None:
        """Take the command, and the keys that commands were given."""
        super().__init__()
        self._command = command
        self._chosen = chosen
        self._offered = ""
        """The key that was pressed, and that another command would change for this one's."""

    def compose(self) -> ComposeResult:
        """What to do, and why the last key was none."""
        with DialogBox(classes="dialog press_key") as box:
            box.plane.show_title(f"“{self._command.label}”的键")
            box.plane.show_keys(foot_of(self))
            now = shown_key(self._command)
            has = f"现在是 {now}。" if now else "现在没有键。"
            yield Static(Content(f"{has}请按下新的键：F 键，或 Ctrl 加字母。"), classes="about")
            yield Static(id="refusal")

    def on_key(self, event: events.Key) -> None:
        """Take the key, or say why it cannot be one."""
        event.stop()
        event.prevent_default()
        command, key = self._command, event.key
        reason = why_not(command, key, self._chosen)
        if not reason:
            self.dismiss({command.id: key})
            return
        swapped = keys_changed(command, key, self._chosen)
        if swapped and self._offered == key:
            self.dismiss(swapped)
            return
        self._offered = key
        offer = f"再按一次 {key_name(key)}，两个命令的键对调。" if swapped else ""
        self.query_one("#refusal", Static).update(Content(reason + offer))

    def action_cancel(self) -> None:
        """Leave the command its key."""
        self.dismiss(None)
