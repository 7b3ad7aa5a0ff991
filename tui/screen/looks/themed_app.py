"""The base of the program's App that knows its themes and style sheets."""

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any, ClassVar

from rich.console import Console
from textual.app import App, ReturnType
from textual.theme import Theme

from tui.screen.looks.themes import Depth, themes, variables
from tui.screen.looks.tokens import DEFAULT, THEMES
from tui.terminal.app import TerminalApp

_HERE = Path(__file__).resolve().parent
SHEETS_OF_LIST: list[str | PurePath] = [_HERE / "panes.tcss", _HERE / "list.tcss"]
"""How the list and its panes look: all that the first frame of a list needs."""
_SHEET_OF_DIALOGS = _HERE / "dialogs.tcss"
_DEPTHS: Mapping[str, Depth] = {"truecolor": "truecolor", "256": "256"}


class ThemedApp(TerminalApp[ReturnType]):
    """An app in one of the program's themes: `theme` is its name in the settings, to be set at any time."""

    CSS_PATH: ClassVar[list[str | PurePath] | None] = [*SHEETS_OF_LIST, _SHEET_OF_DIALOGS]

    def __init__(
        self,
        theme: str = DEFAULT,
        depth: Depth = "truecolor",
        sheets: list[str | PurePath] | None = None,
    ) -> None:
        """Begin in a theme, on a terminal of so many colours, with all style sheets or only some."""
        # Before the first style sheet is read: it is not read twice.
        self._themes = themes(depth)
        self.set_reactive(App.theme, theme)
        super().__init__(css_path=sheets)
        # On a low screen what only explains gives way.
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes alone."""
        return self._themes

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what a variable is where a theme does not say."""
        return variables(THEMES[DEFAULT].colours)


def read_dialogs(app: App[Any]) -> None:
    """Read how dialogs look, where that was left for after the first frame."""
    place = (str(_SHEET_OF_DIALOGS), "")
    if app.stylesheet.has_source(*place):
        return
    app.stylesheet.add_source(_SHEET_OF_DIALOGS.read_text("utf-8"), place)
    for screen in app.screen_stack[2:]:  # A key was quicker: a dialog lies over the list already.
        app.stylesheet.update(screen)


def depth_of_terminal() -> Depth:
    """Return how many colours the terminal has, as Textual will find."""
    found = Console(force_terminal=True).color_system
    return _DEPTHS.get(found or "", "16")
