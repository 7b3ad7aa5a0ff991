"""The times that a text with plain times names, from left to right: a day or a rhythm, or a span of days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.reading.signs.time_words import PATTERNS

# 3月至6月底, 6月1日起至6月30日, 6—8月.
_RANGE = re.compile(r"\s*起?(?:至|到|[-–—―~～]+)\s*")
"""What stands between the two ends of a span of time."""
_NO_ENDS = frozenset({"recurring", "continuing", "immediate", "none", "after_issue"})
"""What begins or ends no span."""
_SIGN_OF_TIME = re.compile(r"[年月季周日天旬号期时\d常续即立全始贯断需滚Q五内]")
"""Each wording of time holds one of these."""


@dataclass(frozen=True, slots=True)
class Told:
    """One wording of time and what it tells by."""

    told_by: str
    match: "re.Match[str]"

    def says(self, group: str) -> str:
        """Return a part of it (its year, its month); empty where it has none such."""
        return self.match.groupdict().get(group) or ""

    @property
    def names_year(self) -> bool:
        """Whether it names its year itself."""
        return bool(self.says("year") or self.says("short_year"))


@dataclass(frozen=True, slots=True)
class Time:
    """A time: when it ends and, of a span, when it begins."""

    ends: Told
    begins: Told | None = None

    @property
    def start(self) -> int:
        """Where it stands in the text."""
        return (self.begins or self.ends).match.start()

    @property
    def end(self) -> int:
        """Where the text goes on behind it."""
        return self.ends.match.end()


def times_in(text: str) -> Iterator[Time]:
    """Give the times that a text names, but those that end nothing (2020年以来)."""
    if not _SIGN_OF_TIME.search(text):
        return
    told = list(_told(text))
    begins: Told | None = None
    for index, one in enumerate(told):
        if begins is None and _begins_span(text, told, index):
            begins = one
        elif one.told_by != "none":
            yield Time(one, begins)
            begins = None


def _begins_span(text: str, told: Sequence[Told], index: int) -> bool:
    """Tell whether a wording and the next one are the ends of a span."""
    if index + 1 == len(told):
        return False
    first, second = told[index], told[index + 1]
    if first.told_by in _NO_ENDS or second.told_by in _NO_ENDS:
        return False
    return _RANGE.fullmatch(text, first.match.end(), second.match.start()) is not None


def _told(text: str) -> Iterator[Told]:
    """Give the wordings of time from left to right, none within another."""
    found: list[tuple[int, int, int, Told]] = []
    for order, (told_by, pattern) in enumerate(PATTERNS):
        for match in pattern.finditer(text):
            found.append((match.start(), -match.end(), order, Told(told_by, match)))
    end = 0
    for start, negative_end, _, one in sorted(found, key=lambda each: each[:3]):
        if start >= end and one.match.group():
            yield one
            end = -negative_end
