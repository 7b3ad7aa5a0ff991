"""The clock: what day and what time it is, as one value that is given to those who ask."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock of this place; a test gives one that stands where it wants."""

    now: Callable[[], datetime] = datetime.now
    """The local time, without a zone."""

    def day(self) -> date:
        """Return today."""
        return self.now().date()

    def today(self) -> str:
        """Return today, ISO."""
        return self.day().isoformat()

    def stamp(self) -> str:
        """Return the local time with its zone, ISO, to the second."""
        return self.now().astimezone().isoformat(timespec="seconds")


SYSTEM_CLOCK = Clock()
"""The machine's own."""
