"""Lines of a list that a dialog shows, and its foot: texts which never meet a markup parser."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets.option_list import Option

from tui.screen.commands.places import PLACES, place_id
from tui.screen.widgets.key_words import KeyWords

_R = TypeVar("_R")


def foot_of(dialog: Screen[_R], now: Mapping[str, str] | None = None) -> list[KeyWords]:
    """Return the keys of a dialog's place for its foot; `now` says what some do otherwise at this moment."""
    return PLACES[place_id(dialog)].key_words(now)


def plain_option(text: str, *, id: str | None = None, is_read_only: bool = False) -> Option:
    """Return a line of a list; one that is only read is passed over by the cursor."""
    return Option(Content(text), id=id, disabled=is_read_only)


def plain_options(texts: Iterable[str], *, are_read_only: bool = False) -> list[Option]:
    """Return a line of a list for each text."""
    return [plain_option(text, is_read_only=are_read_only) for text in texts]
