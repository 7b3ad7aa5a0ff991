"""What a place is: a pane, a field or a dialog that has keys of its own, and what they do there."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol, runtime_checkable

from tui.screen.commands.command import key_name

TEXT, DIGIT = "text", "digit"
"""Stand in the place of a key for whatever is typed as text, and for the digits."""

_IN_PAIRS = frozenset({"up", "down", "left", "right", "pageup", "pagedown"})


class PlaceKey(NamedTuple):
    """Keys that do one thing in a place: the first of them is shown at the foot, and carries it out."""

    keys: tuple[str, ...]
    label: str
    help: str = ""
    in_foot: bool = True
    moves: bool = False
    """They move the cursor: the hands know them."""

    @property
    def is_chosen(self) -> bool:
        """It can stand in a list of things to do."""
        return not self.moves and self.keys[0] not in (TEXT, DIGIT)

    @property
    def name(self) -> str:
        """What the foot shows, as people write it: the first key, or a pair of arrows or pages."""
        return self.names if _IN_PAIRS.issuperset(self.keys) else key_name(self.keys[0])

    @property
    def names(self) -> str:
        """All its keys as people write them."""
        return " ".join(map(key_name, self.keys))


class Place(NamedTuple):
    """A place by its name, with its own keys, those used most first, and the commands that its foot shows."""

    name: str
    keys: tuple[PlaceKey, ...]
    foot: tuple[str, ...] = ()
    """Ids of commands that can be used there too, those used most first."""
    says: str = ""
    """The one line that a dialog says under its title."""

    def key_words(self, now: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
        """Its keys with what they do, for its foot, the one that leaves last.

        `now` says what some of them do otherwise at this moment; a key that does "" is left out.
        """
        shown = [key for key in self.keys if key.in_foot]
        words = [(key.name, (now or {}).get(key.keys[0], key.label)) for key in shown]
        return [(name, label) for name, label in words if label]


@runtime_checkable
class InPlace(Protocol):
    """A screen that says in which place the clerk is on it."""

    place: str
    """The id of the place."""


@runtime_checkable
class HoldsText(Protocol):
    """A dialog in which a text may stand that is not saved."""

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""

    def action_cancel(self) -> None:
        """Leave; what would be lost is asked about."""


@runtime_checkable
class OffersActs(Protocol):
    """A screen whose menu offers more than its keys do."""

    def acts_offered(self) -> Iterable[tuple[str, str, str]]:
        """Return what is offered: an id, its label, what it does."""

    def begin(self, chosen: str | None) -> None:
        """Do what was chosen by its id."""


def key(keys: str, label: str, help: str = "", *, in_foot: bool = True) -> PlaceKey:
    """Return keys, given in one string, that do one thing."""
    return PlaceKey(tuple(keys.split()), label, help, in_foot)


def move(keys: str, help: str) -> PlaceKey:
    """Return keys that move the cursor: the foot leaves them out."""
    return PlaceKey(tuple(keys.split()), "移动", help, in_foot=False, moves=True)


LINES = move("up down", "到上一行、下一行")
PAGES = move("pageup pagedown", "翻页")
BACK = key("escape", "返回", "返回，不改动")
FILTER = key(TEXT, "筛选", "输入汉字、全拼或首字母，只看符合的", in_foot=False)
"""The keys that mean the same in most dialogs."""
