"""What every dialog says of itself: one line under its title, and its keys at its foot."""

from collections.abc import Mapping
from typing import TypeVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.screen.commands.places import PLACES, place_id
from tui.screen.widgets.key_words import KeyWords

_R = TypeVar("_R")


def foot_of(dialog: Screen[_R], now: Mapping[str, str] | None = None) -> list[KeyWords]:
    """Return the keys of a dialog's place for its foot; `now` says what some do otherwise at this moment."""
    return PLACES[place_id(dialog)].key_words(now)


def said_under_title(dialog: Screen[_R], words: str = "") -> Static:
    """Return the one line under a dialog's title: words of its own, else what its place says of itself."""
    said = words or PLACES[place_id(dialog)].says
    return Static(Content(said), classes="says" if said else "says -nothing")
