"""The line of keys at the foot of the screen, drawn from the commands and from the keys of the place.

It is one widget: Textual's Footer mounts one a key, twice, and takes a fifth of the time to the first screen.
"""

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from tui.screen.commands import by_id
from tui.screen.commands.place import TEXT, PlaceKey
from tui.screen.commands.places import PLACES, place_id
from tui.screen.commands.rekeying import shown_key

_LAST = ("help", "menu")
"""Commands that stand at the end of the line, however narrow it is."""


class KeyLine(Static):
    """The keys that can be used now, those used most first; a click on one does what it does."""

    DEFAULT_CSS = """
    KeyLine {
        height: 1; text-wrap: nowrap; background: $head; color: $ink;
        link-style: none; link-color: $ink; link-background: $head;
    }
    """

    def on_mount(self) -> None:
        """Draw, and again whenever other keys can be used."""
        self.screen.bindings_updated_signal.subscribe(self, self._show)
        self._show(self.screen)

    def on_resize(self, event: events.Resize) -> None:
        """Draw as many keys as there is room for now."""
        self._show(self.screen)

    def _show(self, screen: Screen[object]) -> None:
        last = [_of_command(one, f"app.simulate_key({by_id(one).keys[-1]!r})") for one in _LAST]
        room = (self.size.width or self.app.size.width) - sum(part.cell_length for part in last)
        shown: list[Content] = []
        for part in _parts(screen):
            room -= part.cell_length
            if room < 0:
                break
            shown.append(part)
        self.update(Content.assemble(*shown, *last))


def _parts(screen: Screen[object]) -> Iterator[Content]:
    """Yield the keys of the place, then the commands that can be used there."""
    place = PLACES[place_id(screen)]
    for key in place.keys:
        if key.in_foot:
            yield _of_key(key)
    for command_id in place.foot:
        if screen.check_action("run", (command_id,)):
            yield _of_command(command_id, f"screen.{by_id(command_id).action}")


def _of_key(key: PlaceKey) -> Content:
    action = "" if key.keys[0] == TEXT else f"app.simulate_key({key.keys[0]!r})"
    return _part(key.name, key.label, action)


def _of_command(command_id: str, action: str) -> Content:
    command = by_id(command_id)
    return _part(shown_key(command), command.label, action)


def _part(key: str, label: str, action: str) -> Content:
    """Return a key, what it does, and what a click on it does; no act where text is typed."""
    click = Style.from_meta({"@click": action}) if action else ""
    styled_key = Content.styled(f" {key}", "bold $accent")
    return Content.assemble(styled_key, Content.styled(f" {label}".rstrip(), click))
