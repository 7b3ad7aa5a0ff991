"""What a desk is given by the screen that it stands in, and what it asks of it."""

from dataclasses import dataclass
from typing import Protocol

from store.history.earlier import Earlier


@dataclass(frozen=True, slots=True)
class Past:
    """A list as it was, and when that was, in words: to be looked at and not changed."""

    earlier: Earlier
    moment: str


class Room(Protocol):
    """What the desk asks of the screen that it stands in."""

    def look_at(self, past: Past) -> None:
        """Show the list as it was, on a screen of its own."""

    async def run_command(self, command_id: str) -> None:
        """Carry out a command, or say why it cannot be used here."""

    def close_list(self) -> None:
        """Close the list for another."""

    async def leave(self) -> None:
        """Leave the program."""
