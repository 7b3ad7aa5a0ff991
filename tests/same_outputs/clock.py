"""A clock that stands still, and keys that come in the same order each time.

Both are put in before the program is imported. This module stands alone, so that any interpreter can load it.
"""

import datetime as days
import secrets
import time
from collections.abc import Sequence
from random import Random
from typing import Any

_REAL_DAY = days.date
_REAL_MOMENT = days.datetime
_REAL_LOCAL, _REAL_GM = time.localtime, time.gmtime


class Clock:
    """What time the program believes it is."""

    def __init__(self, seconds: float) -> None:
        """Stand at a moment, in seconds since 1970."""
        self.seconds = seconds

    def put_in(self) -> None:
        """Take the place of the machine's clock in this process, but for what measures lengths of time."""
        day, moment = _day(self), _moment(self)
        days.date, days.datetime = day, moment  # type: ignore[misc]
        time.time = lambda: self.seconds
        time.time_ns = lambda: int(self.seconds * 1_000_000_000)
        time.localtime = lambda given=None: _REAL_LOCAL(self.seconds if given is None else given)
        time.gmtime = lambda given=None: _REAL_GM(self.seconds if given is None else given)


class _Kind(type):
    """Takes an object of the machine's own kind for one of the clock's."""

    real: type

    def __instancecheck__(cls, other: object) -> bool:
        return isinstance(other, cls.real)


def _day(clock: Clock) -> Any:
    class Day(days.date, metaclass=_Kind):
        """A day that knows which is today."""

        real = _REAL_DAY

        @classmethod
        def today(cls) -> Any:
            return cls.fromtimestamp(clock.seconds)

    return Day


def _moment(clock: Clock) -> Any:
    class Moment(days.datetime, metaclass=_Kind):
        """A moment that knows which is now."""

        real = _REAL_MOMENT

        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return cls.fromtimestamp(clock.seconds, tz)

        @classmethod
        def today(cls) -> Any:
            return cls.now()

        @classmethod
        def utcnow(cls) -> Any:
            return cls.fromtimestamp(clock.seconds, days.timezone.utc).replace(tzinfo=None)

    return Moment


class Keys:
    """Where the program's random keys come from."""

    def __init__(self) -> None:
        """Begin anew."""
        self._random = Random(0)

    def begin(self, seed: str) -> None:
        """Give the same keys as after any other beginning with this seed."""
        self._random.seed(seed)

    def put_in(self) -> None:
        """Take the place of the machine's chance in this process."""

        def choice(signs: Sequence[Any]) -> Any:
            return self._random.choice(signs)

        def token_hex(count: int | None = None) -> str:
            return self._random.randbytes(count or 32).hex()

        for name, function in (("choice", choice), ("token_hex", token_hex)):
            setattr(secrets, name, function)
