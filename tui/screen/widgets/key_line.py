"""The line of keys at the foot of the screen, drawn from the commands.

It is one widget: Textual's Footer mounts one a key, twice, and takes a fifth of the time to the first screen.
"""

from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from tui.screen.commands import COMMANDS


class KeyLine(Static):
    """The keys that can be used now; a click on one does what it does."""

    DEFAULT_CSS = """
    KeyLine {
        height: 1; text-wrap: nowrap; background: $footer-background; color: $footer-foreground;
        link-style: none; link-color: $footer-foreground; link-background: $footer-background;
    }
    """

    def on_mount(self) -> None:
        """Draw, and again whenever other keys can be used."""
        self.screen.bindings_updated_signal.subscribe(self, self._show)
        self._show(self.screen)

    def _show(self, screen: Screen[object]) -> None:
        parts: list[Content] = []
        for command in COMMANDS:
            if not command.footer or not screen.check_action("run", (command.id,)):
                continue
            click = Style.from_meta({"@click": f"screen.{command.action}"})
            parts.append(Content.styled(f" {command.key_name} ", "bold $footer-key-foreground"))
            parts.append(Content.styled(command.label, click))
        self.update(Content.assemble(*parts))
