"""Help (F1) and menu (F10) in dialogs, in the fields over the list and on the start page.

Over the list itself they are commands like the others.
"""

from typing import ClassVar

from textual.app import ReturnType
from textual.binding import Binding, BindingType

from tui.screen.commands.command import PANES_OF_LIST
from tui.screen.commands.place import OffersActs
from tui.screen.commands.places import PLACES, place_id
from tui.screen.looks.themed_app import ThemedApp

_OVER_THEMSELVES = ("help", "manual", "menu")
_TAKES_EVERY_KEY = "press_key"


class HelpfulApp(ThemedApp[ReturnType]):
    """An app in which help and menu are behind the same keys wherever the clerk is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,ctrl+g", "help_here", show=False, priority=True),
        Binding("f10,ctrl+t", "menu_here", show=False, priority=True),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say whether these keys are not those of the list's commands, or of help and menu themselves."""
        place = place_id(self.screen)
        if place == _TAKES_EVERY_KEY:
            return action not in ("help_here", "menu_here", "quit")
        if action in ("help_here", "menu_here"):
            return place not in (*PANES_OF_LIST, *_OVER_THEMSELVES)
        return super().check_action(action, parameters)

    def action_help_here(self) -> None:
        """Show what the keys do here."""
        from tui.screen.dialogs.help import HelpDialog

        self.push_screen(HelpDialog(place_id(self.screen)))

    def action_menu_here(self) -> None:
        """List what can be done here; what has a key is done as by it."""
        from tui.screen.dialogs.menu import MenuDialog, MenuEntry

        screen, place = self.screen, PLACES[place_id(self.screen)]
        acts = {one[0]: one for one in screen.acts_offered()} if isinstance(screen, OffersActs) else {}

        def chosen(entry: str | None) -> None:
            if entry in acts and isinstance(screen, OffersActs):
                screen.begin(entry)
            elif entry:
                self.simulate_key(entry)

        entries = [MenuEntry(act, label, "", help) for act, label, help in acts.values()]
        for key in place.keys:
            if key.is_chosen:
                entries.append(MenuEntry(key.keys[0], key.label, key.name, key.help))
        self.push_screen(MenuDialog(f"菜单：{place.name}", entries), chosen)
