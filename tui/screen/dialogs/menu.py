"""The menu (F10): the commands by groups, found by typing, each with its key, and what it does below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from tui.screen.dialogs.choice_lines import ChoiceLines
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.found_by_typing import FoundByTyping
from tui.screen.dialogs.frame import foot_of
from tui.screen.widgets.line_field import LineField
from tui.screen.widgets.line_list import LineList
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


class MenuDialog(FoundByTyping[str]):
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
        self._search = by_names([_choice(entry) for entry in entries])
        self._shown: ChoiceLines[MenuEntry] = ChoiceLines((), is_found=False, nothing="")

    def compose(self) -> ComposeResult:
        """The field, the commands, and what the one under the cursor does."""
        with DialogBox(classes="dialog menu") as box:
            box.plane.show_title(self._title)
            box.plane.show_keys(foot_of(self))
            yield LineField(placeholder="输入汉字、全拼或首字母", compact=True)
            yield LineList()
            yield Static(id="what")

    def on_mount(self) -> None:
        """Show all there is."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits what is typed, the best first."""
        self._show(event.value)

    def _show(self, typed: str) -> None:
        found = self._search(typed)
        self._shown = ChoiceLines(found, is_found=bool(typed.strip()), nothing="没有符合的。")
        self.lines.show_lines(self._shown.lines)

    @property
    def _entry(self) -> MenuEntry | None:
        one = self._shown.at(self.lines.cursor)
        return one.value if one else None

    def on_line_list_moved(self) -> None:
        """Say what the command under the cursor does, and why it cannot be used."""
        entry = self._entry
        self._say("\n".join(filter(None, (entry.help, entry.why_not))) if entry else "")

    def _say(self, words: str, *, warning: bool = False) -> None:
        what = self.query_one("#what", Static)
        what.set_class(warning, "-warning")
        what.update(Content(words))

    # ------------------------------------------------------------------ keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The arrows to the left and right are the field's where something is typed."""
        return action != "group" or not self.query_one(Input).value

    def action_group(self, step: int) -> None:
        """Move to the first command of the next group, or of the one before."""
        here = self.lines.row
        heads = self._shown.heads
        own = sum(head < here for head in heads) - 1
        if heads:
            self.lines.move_to(heads[max(0, min(own + step, len(heads) - 1))] + 1)

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


def _choice(entry: MenuEntry) -> Choice[MenuEntry]:
    names = entry.label, entry.group
    return Choice(entry, entry.label, names, right=entry.key, group=entry.group, is_dim=bool(entry.why_not))
