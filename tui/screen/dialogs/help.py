"""Help (F1): what the keys do where the clerk is, those used most first, then the others by group."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.screen.commands import by_id, in_groups
from tui.screen.commands.command import PANES_OF_LIST, Command, key_name
from tui.screen.commands.place import PlaceKey
from tui.screen.commands.places import PLACES
from tui.screen.commands.rekeying import shown_key
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import BLANK, Line, Part, heading, only_read, padded, widest
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

_MOST_USED = 10
_BEHIND_KEYS = 2
"""Blanks between the keys and what they do."""


class HelpDialog(ModalScreen[None]):
    """The keys of a place, each with its line of help."""

    place = "help"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f1,ctrl+g", "close"),
        Binding("right", "read_on"),
    ]

    def __init__(self, place: str) -> None:
        """Help for where the clerk is."""
        super().__init__()
        self._about = place

    def compose(self) -> ComposeResult:
        """The page."""
        with DialogBox(classes="dialog wide help") as box:
            box.plane.show_title(f"帮助：{PLACES[self._about].name}")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self, PLACES[self._about].says)
            yield KeyedList()

    def on_mount(self) -> None:
        """Show the page from its top."""
        parts = [part for part in self._parts() if part[1]]
        keys = [line.keys for _, lines in parts for line in lines]
        width = widest(keys) + _BEHIND_KEYS
        shown: list[Line] = []
        for title, lines in parts:
            between = [BLANK] * bool(shown)
            shown += [*between, heading(title), *(_shown(line, width) for line in lines)]
        self.query_one(KeyedList).show_lines(shown)

    def _parts(self) -> Iterator[tuple[str, Sequence["_Line"]]]:
        """Yield the keys used most, how to move, then the other commands by group."""
        place = PLACES[self._about]
        own = [_of_key(key) for key in place.keys if key.in_foot]
        most = [*own, *map(_of_command, map(by_id, place.foot))][:_MOST_USED]
        yield "最常用", most
        yield "移动和其他", [_of_key(key) for key in place.keys if not key.in_foot]
        yield from _by_groups(self._about, {line.label for line in most})

    def action_read_on(self) -> None:
        """Go on to the manual, over this page."""
        from tui.screen.dialogs.manual import ManualDialog

        self.app.push_screen(ManualDialog())

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


def _shown(line: _Line, width: int) -> Line:
    """Return a line of help: the keys in a column, then what they do, its word first and once."""
    keys = Part(padded(line.keys, width), "accent")
    if not line.label or line.help.startswith(line.label):
        return only_read(Line((Part(line.help or line.label),), (keys,)))
    return only_read(Line((Part(f"{line.label}  ", "bold"), Part(line.help)), (keys,)))
