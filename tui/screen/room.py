"""What a desk is given by the screen that it stands in, and what it asks of it."""

from pathlib import Path
from typing import NamedTuple, Protocol

from store.history.earlier import Earlier


class Past(NamedTuple):
    """A list as it was, and when that was, in words: to be looked at and not changed."""

    earlier: Earlier
    moment: str

    @property
    def in_words(self) -> str:
        """What the status line says of the file."""
        return f"查看 {self.moment} 的清单（只读） · Esc 返回"

    @property
    def refusal(self) -> str:
        """Why nothing is changed here."""
        return f"这是 {self.moment} 的清单，只能查看；请按 Esc 返回后再改。"


class Room(Protocol):
    """What the desk asks of the screen that it stands in."""

    @property
    def place(self) -> str:
        """The id of the place where the keys go."""

    def look_at(self, past: Past) -> None:
        """Show the list as it was, on a screen of its own."""

    async def run_command(self, command_id: str) -> None:
        """Carry out a command, or say why it cannot be used here."""

    def why_not(self, command_id: str) -> str:
        """Return the sentence that says why a command cannot be used here; empty where it can."""

    def open_another(self, path: Path | None = None) -> None:
        """Open the list or notice of a path in the place of this one, else one that is chosen."""

    async def leave(self) -> None:
        """Leave the program."""
