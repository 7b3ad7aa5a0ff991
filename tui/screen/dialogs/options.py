"""Lines of a list that a dialog shows, and its foot: texts which never meet a markup parser."""

from collections.abc import Iterable
from typing import TypeVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets.option_list import Option

from tui.screen.commands.places import PLACES, place_id

_R = TypeVar("_R")


def foot_of(dialog: Screen[_R]) -> Content:
    """Return the keys of a dialog's place, as many as its screen has room for at its foot."""
    return Content(PLACES[place_id(dialog)].words_in(dialog.app.size.width))


def plain_option(text: str, *, id: str | None = None, is_read_only: bool = False) -> Option:
    """Return a line of a list; one that is only read is passed over by the cursor."""
    return Option(Content(text), id=id, disabled=is_read_only)


def plain_options(texts: Iterable[str], *, are_read_only: bool = False) -> list[Option]:
    """Return a line of a list for each text."""
    return [plain_option(text, is_read_only=are_read_only) for text in texts]
