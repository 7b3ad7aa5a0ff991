"""The table of all keys and places, in words, made from what the commands and the places declare."""

from collections.abc import Iterator, Sequence

from tui.screen.commands.command import PANES_OF_LIST, key_name
from tui.screen.commands.panes import PANES
from tui.screen.commands.place import Place
from tui.screen.commands.places import PLACES
from tui.screen.commands.rekeying import keys_of_pane

HEAD = """# Keys

Every key in every place, made from `tui/screen/commands/`; `tests/tui/screen/test_keys.py` holds this page
equal to it (`YAODIAN_NEW_KEYS=1` writes it anew). F1 or Ctrl+G (帮助) and F10 or
Ctrl+T (菜单) work everywhere.
"""

_FIRST = [
    "f1",
    "f2",
    "f3",
    "f4",
    "f5",
    "f6",
    "f7",
    "f8",
    "f9",
    "f10",
    "text",
    "enter",
    "escape",
    "space",
    "tab",
    "shift+tab",
    "delete",
    "insert",
]
"""The keys at the head of the table; the others follow by their names."""


def keys_of_place(place: Place) -> Iterator[tuple[str, str]]:
    """Each key of a place that has no commands."""
    for own in place.keys:
        for key in own.keys:
            yield key, own.label


def page() -> str:
    """The whole page."""
    others = [PLACES[name] for name in PLACES if name not in PANES_OF_LIST]
    return "\n".join([HEAD, "## The list", "", *_of_panes(), "", "## Over it", "", *_of_others(others), ""])


def _of_panes() -> Iterator[str]:
    columns = [dict(keys_of_pane(pane)) for pane in PANES_OF_LIST]
    yield _line(["", *(PANES[pane].name for pane in PANES_OF_LIST)])
    yield _line(["---"] * (len(columns) + 1))
    for key in sorted(set().union(*columns), key=_order):
        yield _line([key_name(key), *(column.get(key, "") for column in columns)])


def _of_others(places: Sequence[Place]) -> Iterator[str]:
    yield _line(["", "keys"])
    yield _line(["---", "---"])
    for place in places:
        parts = [f"{one.names} {one.label}".strip() for one in place.keys if not one.moves]
        yield _line([place.name, " · ".join(parts)])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _order(key: str) -> tuple[int, str]:
    return (_FIRST.index(key), "") if key in _FIRST else (len(_FIRST), key)
