"""What every dialog says of itself: one line under its title, and its keys at its foot."""

from typing import TypeVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.screen.commands.places import PLACES, place_id

_R = TypeVar("_R")


def foot_of(dialog: Screen[_R]) -> Content:
    """Return the keys of a dialog's place, as many as its screen has room for at its foot."""
    return Content(PLACES[place_id(dialog)].words_in(dialog.app.size.width))


def said_under_title(dialog: Screen[_R], words: str = "") -> Static:
    """Return the one line under a dialog's title: words of its own, else what its place says of itself."""
    return Static(Content(words or PLACES[place_id(dialog)].says), classes="says")
