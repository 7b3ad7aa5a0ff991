"""Finding names by characters, full pinyin or initials: cgc, 成果 and 转化处 all find 成果转化处.

The pinyin tables are loaded when a Latin letter is first searched for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import chain, islice, product

from store.words.names import name_key

_READINGS_TRIED = 16


class Fit(IntEnum):
    """How what was typed fits one name: the less, the better."""

    SAME = 0
    WHOLE = 1
    """All of it, by pinyin or initials."""
    START = 2
    INSIDE = 3
    IN_ORDER = 4


@dataclass(frozen=True, slots=True)
class Names:
    """What a thing is found by: what is shown of it, its aliases and other names; and whether it is used."""

    shown: str
    aliases: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    used: bool = True

    @property
    def kinds(self) -> tuple[tuple[str, ...], ...]:
        """Its names by kind, those that count most first."""
        return (self.shown,), self.aliases, self.others


Rank = tuple[int, int, int]
"""The less, the better: the very name, any part, signs in order; the kind of name; its start or inside."""


def rank(query: str, names: Names) -> Rank | None:
    """Return how well a query fits the best of a thing's names; None is not at all.

    `fz` is 法制处, which the list prints, before 规划处, whose full name is 发展规划处.
    """
    wanted = name_key(query).lower()
    found: list[Rank] = []
    for kind, of_kind in enumerate(names.kinds):
        for name in of_kind:
            fit = _fit(wanted, name)
            if fit is not None:
                found.append((_closeness(fit), kind, fit))
    return min(found, default=None)


def _closeness(fit: Fit) -> int:
    """Tell the very name, and what is there only in order, from all that fits a part."""
    if fit is Fit.SAME:
        return 0
    return 2 if fit is Fit.IN_ORDER else 1


def ranked(query: str, things: Sequence[Names]) -> list[int]:
    """Return the indexes of the things that a query fits: the best first, those in use before others, else
    in their order. Nothing typed fits all, in their order.
    """
    if not name_key(query):
        return list(range(len(things)))
    found: list[tuple[Rank, bool, int]] = []
    for index, thing in enumerate(things):
        fit = rank(query, thing)
        if fit is not None:
            found.append((fit, not thing.used, index))
    return [index for _, _, index in sorted(found)]


@lru_cache(maxsize=65536)
def _fit(wanted: str, name: str) -> Fit | None:
    """Say how a name fits, by its characters, or by its pinyin where Latin letters were typed."""
    key = name_key(name).lower()
    if wanted == key:
        return Fit.SAME
    if wanted in key:
        return Fit.START if key.startswith(wanted) else Fit.INSIDE
    if wanted.isascii():
        return _fit_of_pinyin(wanted, _spellings(key))
    return Fit.IN_ORDER if len(wanted) > 1 and _in_order(wanted, key) else None


def _fit_of_pinyin(wanted: str, spellings: Sequence[str]) -> Fit | None:
    """Say how pinyin fits 成果转化处: cgzhc is all of it, cgz its start, zhc inside, cgc in order."""
    if wanted in spellings:
        return Fit.WHOLE
    if any(spelling.startswith(wanted) for spelling in spellings):
        return Fit.START
    if any(wanted in spelling for spelling in spellings):
        return Fit.INSIDE
    initials = spellings[::2]
    if len(wanted) > 2 and any(_in_order(wanted, spelling) for spelling in initials):
        return Fit.IN_ORDER
    return None


def load_tables() -> None:
    """Load the pinyin tables ahead of the first search (0.1 s and more)."""
    _spellings("要点")


def _in_order(wanted: str, text: str) -> bool:
    """Say whether a text has all characters of another in their order, whatever stands between."""
    rest = iter(text)
    return all(character in rest for character in wanted)


@lru_cache(maxsize=65536)
def _spellings(key: str) -> tuple[str, ...]:
    """Return initials and full pinyin, in turn, of each reading; signs with several are tried in all."""
    from pypinyin import lazy_pinyin, pinyin
    from pypinyin.constants import Style

    of_signs = pinyin(key, style=Style.NORMAL, heteronym=True)
    usual = lazy_pinyin(key)
    readings = [usual, *islice(product(*of_signs), _READINGS_TRIED)]
    found: dict[tuple[str, str], None] = {}
    for reading in readings:
        initials = "".join(part[:1] for part in reading)
        whole = "".join(reading)
        found[initials.lower(), whole.lower()] = None
    return tuple(chain.from_iterable(found))
