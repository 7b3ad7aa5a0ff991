"""TerminalApp: the base of the program's App, with all that the terminal asks of it."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, ClassVar

from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.app import ReturnType
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.screen import Screen

from tui.terminal import leaving
from tui.terminal.caret import caret_of
from tui.terminal.lean_output import LeanUpdate
from tui.terminal.line_filter import ScreenFilter
from tui.terminal.patches import fit
from tui.terminal.small_window import NeedsRoom


class TerminalApp(NeedsRoom[ReturnType]):
    """An app whose keys keep their order, whose lines are fit for the terminal, and whose cursor stands where
    one types.
    """

    MISFITS: ClassVar[tuple[str, ...]] = fit([leaving.CALLED_OFF])
    """A sentence for each change to Textual's screens that does not fit the version that is there."""
    _cursor_position = Offset(0, 0)
    _screen_filter: ScreenFilter | None = None

    def __init__(
        self, css_path: list[str | PurePath] | None = None, *, ansi_color: bool | None = None
    ) -> None:
        """Take the style sheets, and whether the terminal's own colours are left as they are."""
        super().__init__(css_path=css_path, ansi_color=ansi_color)
        # Screens say things in lines of their own: each goes without the widgets that would say them.
        self._disable_notifications = self._disable_tooltips = True

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, then ours."""
        if self._screen_filter is None:
            self._screen_filter = ScreenFilter()
        return [*super().get_line_filters(), self._screen_filter]

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate):
            renderable = LeanUpdate(renderable)
        super()._display(screen, renderable)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor goes: to where one is in what has the focus, else where it was put
        last.

        Textual's fields say so when they get the focus, before they have a place.
        """
        caret = caret_of(self.focused)
        if caret is not None:
            self._cursor_position = caret
        return self._cursor_position

    @cursor_position.setter
    def cursor_position(self, offset: Offset) -> None:
        self._cursor_position = offset

    def _print_error_renderables(self) -> None:
        """Say the first of several errors alone: of more of them Textual would tell in English."""
        del self._exit_renderables[1:]
        super()._print_error_renderables()
