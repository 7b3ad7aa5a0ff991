"""Things to choose from, and how they are found by what is typed: what a dialog that lists them is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from store.words.search import Names, ranked

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Choice(Generic[_T]):
    """A thing to choose: its value, what is shown, and the names it is found by, else what is shown."""

    value: _T
    label: str
    names: Names | tuple[str, ...] = ()
    about: str = ""
    """What is said of it beside its label, such as a post."""
    right: str = ""
    """What stands at the right edge, such as a count or a key."""
    group: str = ""
    """What it is one of: it stands under that heading."""
    is_dim: bool = False
    """It cannot be taken here, and can be looked at."""


def by_names(choices: Sequence[Choice[_T]]) -> Callable[[str], Sequence[Choice[_T]]]:
    """Return a search over fixed choices: all for no text, else those that it fits, the best first."""
    names = [_names(choice) for choice in choices]

    def search(typed: str) -> Sequence[Choice[_T]]:
        return [choices[index] for index in ranked(typed, names)]

    return search


def _names(choice: Choice[_T]) -> Names:
    """Return what a choice is found by, the first of plain names being the one shown."""
    if isinstance(choice.names, Names):
        return choice.names
    shown, *others = choice.names or (choice.label,)
    return Names(shown, tuple(others))
