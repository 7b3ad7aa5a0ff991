"""Lines of a list that a dialog shows: texts of the clerk's, which never meet a markup parser."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets.option_list import Option


def plain_option(text: str, *, id: str | None = None, is_read_only: bool = False) -> Option:
    """Return a line of a list; one that is only read is passed over by the cursor."""
    return Option(Content(text), id=id, disabled=is_read_only)


def plain_options(texts: Iterable[str], *, are_read_only: bool = False) -> list[Option]:
    """Return a line of a list for each text."""
    return [plain_option(text, is_read_only=are_read_only) for text in texts]
