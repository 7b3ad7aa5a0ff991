"""The rows of a pane that the clerk marked: an act on rows takes them all."""

from collections.abc import Callable, Iterable

CHOSEN_SIGN = "*"
"""Stands before a row that is marked."""
MARKING_KEYS = {"shift+up": "screen.mark_on(-1)", "shift+down": "screen.mark_on(1)"}
"""Of a pane in which rows are marked."""


class ChosenRows:
    """Kept by key, so that they stay marked wherever they move to.

    After an act they stay for the next one; the first step onto another row lets them go.
    """

    def __init__(self) -> None:
        """Nothing is marked."""
        self.tell: Callable[[], object] = bool
        """Called when other rows are marked than before."""
        self.keys: frozenset[str] = frozenset()
        self._used_at: str | None = None
        """The row that the cursor was on when an act took the marked rows; none before that."""
        self._before: frozenset[str] = frozenset()
        """What was marked before the stretch that grows now."""
        self._anchor: range = range(0)
        self._end = -1

    def turn(self, keys: Iterable[str]) -> None:
        """Mark rows; where all of them are marked, none of them any more."""
        turned = frozenset(keys)
        self._set(self.keys - turned if turned <= self.keys else self.keys | turned)

    def keep(self, keys: Iterable[str]) -> None:
        """Let all marks go but those of some rows."""
        if self.keys:
            self._set(self.keys & frozenset(keys))

    def let_go(self) -> None:
        """Mark nothing."""
        self._set(frozenset())

    def stretch(self, begin: range, end: range, key_of: Callable[[int], str]) -> None:
        """Mark all rows from those that the cursor was on to those that it comes to.

        A step that goes on where the last one ended draws the same stretch longer or shorter.
        """
        if self._end not in begin:
            self._before, self._anchor = self.keys, begin
        first = min(self._anchor.start, end.start)
        last = max(self._anchor.stop, end.stop)
        stretched = frozenset(filter(None, map(key_of, range(first, last))))
        self._set(self._before | stretched)
        self._end = end.start

    def sign_of(self, key: str) -> str:
        """Return what stands before a row that is marked; nothing before others."""
        return CHOSEN_SIGN if key in self.keys else ""

    def in_words(self, what: str) -> str:
        """How many are marked, for the title of the pane: 已选 3 行."""
        return f"  已选 {len(self.keys)} {what}" if self.keys else ""

    def use(self, edited: Iterable[str], cursor: str) -> None:
        """Remember that an act, begun at one row, edited others: the marked ones among them were used."""
        if not self.keys.isdisjoint(edited):
            self._used_at = cursor

    def is_left(self, row: str) -> bool:
        """Say whether the cursor, now on a row, went on to other work after the marked rows were used."""
        return self._used_at not in (None, row) and row not in self.keys

    def _set(self, keys: frozenset[str]) -> None:
        changed = keys != self.keys
        self.keys, self._end, self._used_at = keys, -1, None
        if changed:
            self.tell()
