"""Help (F1): what the keys do where the clerk is, those used most first, then the others by group."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.screen.commands import by_id, in_groups
from tui.screen.commands.command import PANES_OF_LIST, Command, key_name
from tui.screen.commands.place import PlaceKey
from tui.screen.commands.places import PLACES
from tui.screen.commands.rekeying import shown_key
from tui.screen.dialogs.options import foot_of
from tui.screen.widgets.plane import DialogScroll

_MOST_USED = 10
_KEYS_WIDTH = 18


class HelpDialog(ModalScreen[None]):
    """The keys of a place, each with its line of help."""

    place = "help"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,f1,ctrl+g", "close")]

    def __init__(self, place: str) -> None:
        """Help for where the clerk is."""
        super().__init__()
        self._about = place

    def compose(self) -> ComposeResult:
        """The page."""
        with DialogScroll(classes="dialog wide help") as box:
            box.plane.show_title(f"帮助:{PLACES[self._about].name}")
            box.plane.show_keys(foot_of(self))
            for heading, lines in self._parts():
                if lines:
                    yield Static(Content(heading), classes="heading")
                    yield Static(_table(lines))

    def _parts(self) -> Iterator[tuple[str, Sequence["_Line"]]]:
        """Yield the keys used most, how to move, then the other commands by group."""
        place = PLACES[self._about]
        own = [_of_key(key) for key in place.keys if key.in_foot]
        most = [*own, *map(_of_command, map(by_id, place.foot))][:_MOST_USED]
        yield "最常用", most
        yield "移动和其他", [_of_key(key) for key in place.keys if not key.in_foot]
        yield from _by_groups(self._about, {line.label for line in most})

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of help."""

    keys: str
    label: str
    help: str


def _of_key(key: PlaceKey) -> _Line:
    return _Line(key.names, "" if key.moves else key.label, key.help)


def _of_command(command: Command) -> _Line:
    keys = " ".join(filter(None, (shown_key(command), *map(key_name, command.keys[1:]))))
    return _Line(keys or "菜单", command.label, command.help)


def _by_groups(place: str, shown: Collection[str]) -> Iterator[tuple[str, Sequence[_Line]]]:
    """Yield the commands of a pane by group, but for those that were shown."""
    for pane in PANES_OF_LIST:
        if pane == place:
            for group, commands in in_groups(pane):
                yield group, [_of_command(one) for one in commands if one.label not in shown]


def _table(lines: Sequence[_Line]) -> Table:
    """Return lines with their keys in a column, what they do beside it, wrapped in its own."""
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=_KEYS_WIDTH)
    table.add_column(ratio=1)
    for line in lines:
        table.add_row(Text(line.keys, "bold"), _what(line))
    return table


def _what(line: _Line) -> Text:
    """Return what keys do, its word first, and once."""
    if not line.label or line.help.startswith(line.label):
        return Text(line.help or line.label)
    return Text.assemble((line.label, "bold"), "  ", line.help)
