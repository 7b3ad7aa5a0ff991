"""The line of keys at the foot of the screen, drawn from the commands and from the keys of the place.

It is one widget: Textual's Footer mounts one a key, twice, and takes a fifth of the time to the first screen.
"""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.screen import Screen

from tui.screen.commands import by_id
from tui.screen.commands.place import TEXT, PlaceKey
from tui.screen.commands.places import PLACES, place_id
from tui.screen.commands.rekeying import shown_key
from tui.screen.widgets.key_words import KeyWords, cells_of, gap_in, pieces
from tui.screen.widgets.one_line import OneLine

_LAST = ("help", "menu")
"""Commands that stand at the end of the line, however narrow it is."""


class _Shown(NamedTuple):
    """A key with what it does, and what a click on it does; nothing where text is typed."""

    words: KeyWords
    action: str


class KeyLine(OneLine):
    """The keys that can be used now, those used most first; a click on one does what it does."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key"}

    def __init__(self) -> None:
        """Show nothing before it stands on a screen."""
        super().__init__()
        self._keys: Sequence[_Shown] = ()

    def on_mount(self) -> None:
        """Draw, and again whenever other keys can be used."""
        self.screen.bindings_updated_signal.subscribe(self, self._show)
        self._show(self.screen)

    def _show(self, screen: Screen[object]) -> None:
        keys = [*_of_place(screen), *map(_last, _LAST)]
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def pieces(self, y: int, width: int) -> Sequence[Segment]:
        """Return as many keys as there is room for, and the last in any case."""
        others, last = self._keys[: -len(_LAST)], self._keys[-len(_LAST) :]
        gap = gap_in(width)
        room = width - sum(cells_of(key.words, gap) for key in last)
        look = self.get_component_rich_style("key-line--key", partial=True)
        drawn: list[Segment] = []
        for key in others:
            room -= cells_of(key.words, gap)
            if room < 0:
                break
            drawn += _drawn(key, look, gap)
        for key in last:
            drawn += _drawn(key, look, gap)
        return drawn


def _of_place(screen: Screen[object]) -> Iterator[_Shown]:
    """Yield the keys of the place, then the commands that can be used there."""
    place = PLACES[place_id(screen)]
    for key in place.keys:
        if key.in_foot:
            yield _of_key(key)
    for command_id in place.foot:
        if screen.check_action("run", (command_id,)):
            yield _of_command(command_id, f"screen.{by_id(command_id).action}")


def _of_key(key: PlaceKey) -> _Shown:
    action = "" if key.keys[0] == TEXT else f"app.simulate_key({key.keys[0]!r})"
    return _Shown((key.name, key.label), action)


def _of_command(command_id: str, action: str) -> _Shown:
    command = by_id(command_id)
    return _Shown((shown_key(command), command.label), action)


def _last(command_id: str) -> _Shown:
    return _of_command(command_id, f"app.simulate_key({by_id(command_id).keys[-1]!r})")


def _drawn(key: _Shown, look: Style, gap: int) -> list[Segment]:
    click = Style.from_meta({"@click": key.action}) if key.action else Style.null()
    return pieces([key.words], look + click, click, gap)
