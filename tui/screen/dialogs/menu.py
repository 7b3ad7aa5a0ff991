"""The menu (F10): the commands by groups, found by typing, each with its key, and what it does below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.found_by_typing import FoundInLines
from tui.screen.dialogs.options import foot_of
from tui.screen.widgets.menu_lines import MenuLine, MenuLines
from tui.screen.widgets.plane import DialogBox


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """What can be chosen: its id, its words, and why it cannot be used here, where it cannot."""

    id: str
    label: str
    key: str
    help: str
    group: str = ""
    why_not: str = ""


class MenuDialog(FoundInLines[str]):
    """Gives back the id of what was chosen; on what cannot be used it says why, and stays."""

    place = "menu"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10,ctrl+t", "cancel"),
        Binding("left", "group(-1)", priority=True),
        Binding("right", "group(1)", priority=True),
    ]

    def __init__(self, title: str, entries: Sequence[MenuEntry]) -> None:
        """Take what can be chosen, that of a group together."""
        super().__init__()
        self._title = title
        self._entries = entries
        self._search = by_names([Choice(entry, entry.label) for entry in entries])
        self._shown: Sequence[MenuEntry | str] = ()
        """The entry on each line, or the name of the group over those that follow."""

    def compose(self) -> ComposeResult:
        """The field, the commands, and what the one under the cursor does."""
        with DialogBox(classes="dialog menu") as box:
            box.plane.show_title(self._title)
            box.plane.show_keys(foot_of(self))
            yield Input(placeholder="输入汉字、全拼或首字母", compact=True)
            yield MenuLines()
            yield Static(id="what")

    def on_mount(self) -> None:
        """Show all there is."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits what is typed, the best first."""
        self._show(event.value)

    def _show(self, typed: str) -> None:
        found = [choice.value for choice in self._search(typed)]
        self._shown = found if typed.strip() else _with_headings(found)
        self.query_one(MenuLines).show_lines([_line(shown) for shown in self._shown])
        if not found:
            self._say("没有符合的。")

    @property
    def _entry(self) -> MenuEntry | None:
        line = self.query_one(MenuLines).cursor
        entry = "" if line is None else self._shown[line]
        return entry if isinstance(entry, MenuEntry) else None

    def on_row_pane_moved(self) -> None:
        """Say what the command under the cursor does, and why it cannot be used."""
        if entry := self._entry:
            self._say("\n".join(filter(None, (entry.help, entry.why_not))))

    def _say(self, words: str, *, warning: bool = False) -> None:
        what = self.query_one("#what", Static)
        what.set_class(warning, "-warning")
        what.update(Content(words))

    # ------------------------------------------------------------------ keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The arrows to the left and right are the field's where something is typed."""
        return action != "group" or not self.query_one(Input).value

    def action_group(self, step: int) -> None:
        """Move to the next group, or to the one before."""
        self.query_one(MenuLines).move_group(step)

    def on_input_submitted(self) -> None:
        """Enter takes the command under the cursor."""
        if entry := self._entry:
            self._take(entry)

    def on_line_list_selected(self) -> None:
        """A click on the cursor takes it."""
        self.on_input_submitted()

    def _take(self, entry: MenuEntry) -> None:
        if entry.why_not:
            self._say(entry.why_not, warning=True)
        else:
            self.dismiss(entry.id)


def _line(shown: MenuEntry | str) -> MenuLine:
    if isinstance(shown, MenuEntry):
        return MenuLine(shown.label, shown.key, is_dim=bool(shown.why_not))
    return MenuLine(shown, is_heading=True)


def _with_headings(entries: Sequence[MenuEntry]) -> Sequence[MenuEntry | str]:
    """Return entries, and before each group that has a name its name."""
    lines: list[MenuEntry | str] = []
    group = ""
    for entry in entries:
        if entry.group != group:
            group = entry.group
            lines.append(group)
        lines.append(entry)
    return lines
