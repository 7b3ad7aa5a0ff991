"""How far long work is: told by what does it, heard by who waits for it, who may call it off."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from store.refused import Refused

_T = TypeVar("_T")


class Cancelled(Refused):
    """The clerk has called the work off; raised by who hears of its progress."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("已停止，一切照旧。")


Progress = Callable[[int, int], None]
"""Told how many parts are done, and of how many, 0 where that is not known; may raise Cancelled."""

WRITING = -1
"""Told for the parts that are done where writing begins: from then on it never raises Cancelled."""


def begin_to_write(progress: Progress) -> None:
    """Tell that what was prepared is now written: the last moment at which it may be called off."""
    progress(WRITING, 0)


def silent(done: int, total: int) -> None:
    """Progress that nobody looks at."""


def told(parts: Sequence[_T], progress: Progress) -> Iterator[_T]:
    """Yield some parts, and tell before each how many are done."""
    for done, part in enumerate(parts):
        progress(done, len(parts))
        yield part


def share(progress: Progress, number: int, of: int) -> Progress:
    """Return how one of some equal shares of the work, counted from 0, tells how far the whole is."""
    return lambda done, total: progress(number * total + done, of * total)


def behind(before: int, total: int, progress: Progress) -> Progress:
    """Return how a stretch of the work, behind so many parts of so many, tells how far the whole is."""
    return lambda done, _: progress(before + done, total)
