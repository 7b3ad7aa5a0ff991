"""Choosing a theme: each is seen while the cursor is on it."""

from collections.abc import Mapping

from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.choose import ChooseDialog


class ThemeDialog(ChooseDialog[str]):
    """Gives back the theme that was taken; left without one, the screen is as it was."""

    def __init__(self, title: str, names: Mapping[str, str]) -> None:
        """Take the themes by their names in the settings, with the words that the clerk reads."""
        super().__init__(title, by_names([Choice(theme, words) for theme, words in names.items()]))
        self._names = list(names)
        self._before = ""

    def on_mount(self) -> None:
        """Note which theme is seen, before the first line is stood on."""
        self._before = self.app.theme

    def _show(self, typed: str) -> None:
        super()._show(typed)
        if not typed and self.app.theme in self._names:
            self.lines.move_to(self._names.index(self.app.theme))

    def on_line_list_moved(self) -> None:
        """Show the theme under the cursor."""
        one = self._shown.at(self.lines.cursor)
        if one:
            self.app.theme = one.value

    def action_cancel(self) -> None:
        """Leave, the theme as it was."""
        self.app.theme = self._before
        super().action_cancel()
