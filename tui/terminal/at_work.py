"""The acts that are at work: the type-ahead holds the next key back until they rest."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar, runtime_checkable

_T = TypeVar("_T")


class Work:
    """Counts the acts that have begun, have not ended, and do not wait for the clerk."""

    def __init__(self) -> None:
        """Begin at rest."""
        self._count = 0
        self._to_call: list[Callable[[], object]] = []

    @property
    def is_at_rest(self) -> bool:
        """Whether no act is at work."""
        return self._count <= 0  # Acts that waited when their screen went have ended twice.

    def begin(self) -> None:
        """Count an act that begins, or that goes on after the clerk has answered."""
        self._count += 1

    def end(self) -> None:
        """Count an act that ends, or that waits for the clerk from now on."""
        self._count -= 1
        while self._to_call and self.is_at_rest:
            self._to_call.pop()()

    async def waited_for(self, act: Awaitable[_T]) -> _T:
        """Carry out an act whose result somebody waits for, and count it as one at work."""
        self.begin()
        try:
            return await act
        finally:
            self.end()

    def call_at_rest(self, callback: Callable[..., object], *values: object) -> bool:
        """Call back once no act is at work; return False, and do not call, where none is now."""
        if self.is_at_rest:
            return False
        self._to_call.append(lambda: callback(*values))
        return True


@runtime_checkable
class HasWork(Protocol):
    """A screen whose acts are counted."""

    work: Work


@runtime_checkable
class StopsWork(Protocol):
    """A screen that shows work for which keys wait, and that Esc stops."""

    def action_stop(self) -> None:
        """Stop the work."""
