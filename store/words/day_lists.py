"""Lists of days as notices of holidays write them: 1月1日、10月1日至7日; and as they are shown."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from store.refused import Refused
from store.words.days import day_in

_ROUND_TO = re.compile(r"\s*(?:至|到|~|—+|–)\s*")
_BETWEEN = re.compile(r"[、,;。\s]+")
# The 7日 of 10月1日至7日.
_DAY_ALONE = re.compile(r"(\d{1,2})[日号]?")
_LONGEST_SPAN = 60
"""Days: no holiday is longer."""
_ONE = timedelta(days=1)


def days_listed(words: str, today: date) -> tuple[str, ...]:
    """Return the days that words list, ISO and in order, those without a year in the year of today.

    Refused where a part of them is no day.
    """
    plain = _ROUND_TO.sub("至", unicodedata.normalize("NFKC", words))
    found: set[str] = set()
    for part in filter(None, _BETWEEN.split(plain)):
        found.update(_days_of(part, today))
    return tuple(sorted(found))


def _days_of(part: str, today: date) -> Iterator[str]:
    first_said, _, last_said = part.partition("至")
    first = day_in(first_said, today)
    last = _last(first, last_said) if last_said else first
    if not first <= last <= first + _LONGEST_SPAN * _ONE:
        raise Refused(f"“{part}”的起止不对，请核对。")
    while first <= last:
        yield first.isoformat()
        first += _ONE


def _last(first: date, said: str) -> date:
    alone = _DAY_ALONE.fullmatch(said)
    return day_in(f"{first.year}-{first.month}-{alone[1]}" if alone else said, first)


def days_in_words(days: Sequence[str]) -> str:
    """Return ISO days in order as they may be written: 2026-01-01、2026-10-01至2026-10-07."""
    spans: list[list[str]] = []
    for day in days:
        before = (date.fromisoformat(day) - _ONE).isoformat()
        if spans and spans[-1][-1] == before:
            spans[-1].append(day)
        else:
            spans.append([day])
    return "、".join(f"{span[0]}至{span[-1]}" if len(span) > 1 else span[0] for span in spans)
