"""Things to choose from, and how they are found by what is typed: what a dialog that lists them is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from store.words.search import ranked

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Choice(Generic[_T]):
    """A thing to choose: its value, what is shown, and the names it is found by, else what is shown."""

    value: _T
    label: str
    names: tuple[str, ...] = ()


def by_names(choices: Sequence[Choice[_T]]) -> Callable[[str], Sequence[Choice[_T]]]:
    """Return a search over fixed choices: all for no text, else those that it fits, the best first."""
    names = [choice.names or (choice.label,) for choice in choices]

    def search(typed: str) -> Sequence[Choice[_T]]:
        if not typed.strip():
            return choices
        return [choices[index] for index in ranked(typed, names)]

    return search
