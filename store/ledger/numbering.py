"""Numbers of reminders, counted per list, kind and year: 催办〔2026〕3号."""

import re
import unicodedata
from typing import NamedTuple

from store.ledger.follow_ups import follow_ups_of
from store.records.follow_up import FOLLOW_UP_KINDS, FollowUp, FollowUpKind
from store.records.tasklist import TaskList

_KINDS: dict[str, FollowUpKind] = {word: kind for kind, word in FOLLOW_UP_KINDS.items()}
# 催办〔2026〕3号, 催办[2026]3, 催办(2026)3号, 催办2026-3.
_NUMBER = re.compile(
    rf"(?P<kind>{'|'.join(_KINDS)})[〔\[【(]?(?P<year>\d{{4}})[〕\]】)-](?P<serial>\d{{1,6}})号?"
)


class SlipNumber(NamedTuple):
    """The number of a reminder, part by part."""

    kind: FollowUpKind
    year: int
    serial: int

    @property
    def words(self) -> str:
        """The number as it is printed."""
        return f"{FOLLOW_UP_KINDS[self.kind]}〔{self.year}〕{self.serial}号"


def number_in(words: str) -> SlipNumber | None:
    """Return the number that words are, in signs of either width; none where they are none."""
    plain = "".join(unicodedata.normalize("NFKC", words).split())
    found = _NUMBER.fullmatch(plain)
    if found is None:
        return None
    return SlipNumber(_KINDS[found["kind"]], int(found["year"]), int(found["serial"]))


def next_number(tasks: TaskList, kind: FollowUpKind, year: int) -> SlipNumber:
    """Return the first number behind all that the list gave for a kind in a year."""
    highest = 0
    for follow_up in follow_ups_of(tasks):
        for words in (follow_up.number, follow_up.number_before):
            given = number_in(words)
            if given and (given.kind, given.year) == (kind, year):
                highest = max(highest, given.serial)
    return SlipNumber(kind, year, highest + 1)


def numbered_twice(tasks: TaskList) -> dict[str, list[FollowUp]]:
    """Return by number the reminders that share it, the one that keeps it first: it went out before the
    others.
    """
    by_number: dict[str, list[FollowUp]] = {}
    for follow_up in follow_ups_of(tasks):
        given = number_in(follow_up.number)
        number = given.words if given else follow_up.number
        if number:
            by_number.setdefault(number, []).append(follow_up)
    return {number: alike for number, alike in by_number.items() if len(alike) > 1}
