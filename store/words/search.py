"""Finding names by characters, full pinyin or initials: cgc, 成果 and 转化处 all find 成果转化处."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from store.words.names import name_key
from store.words.readings import readings

_Parts = Sequence[Sequence[str]]
"""By sign of a name: what may be typed for it."""


class Fit(IntEnum):
    """How what was typed fits one name: the less, the better."""

    SAME = 0
    WHOLE = 1
    """All of it, by pinyin or initials."""
    START = 2
    INSIDE = 3
    READ_OTHERWISE = 4
    """A part, by a reading that a sign has elsewhere: zhongqing of 重庆."""
    IN_ORDER = 5


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
"""The less, the better: how close it is; the kind of name; its start or inside."""


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
    """Tell the very name, and what is there by another reading or only in order, from what fits a part."""
    return {Fit.SAME: 0, Fit.READ_OTHERWISE: 2, Fit.IN_ORDER: 3}.get(fit, 1)


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
        return _fit_of_pinyin(wanted, key)
    return Fit.IN_ORDER if len(wanted) > 1 and _in_order(wanted, key) else None


def _fit_of_pinyin(wanted: str, key: str) -> Fit | None:
    """Say how pinyin fits 成果转化处: cgzhc is all of it, cgz its start, zhc inside, cgc in order."""
    spelled = _spelled(key)
    fit = _fit_of_parts(wanted, spelled.initials, spelled.initials)
    here = _fit_of_parts(wanted, spelled.here, spelled.initials)
    if fit is not None or here is not None:
        return min(found for found in (fit, here) if found is not None)
    if spelled.is_ambiguous:
        for parts in (spelled.all_initials, spelled.anyhow):
            if _fit_of_parts(wanted, parts, spelled.all_initials) is not None:
                return Fit.READ_OTHERWISE
    if len(wanted) > 2 and _in_order(wanted, spelled.all_initials):
        return Fit.IN_ORDER
    return None


@dataclass(frozen=True, slots=True)
class _Spelled:
    """A name as it may be typed, by its signs: as they are read there, and anyhow."""

    here: _Parts
    anyhow: _Parts
    initials: Sequence[str]
    all_initials: Sequence[str]

    @property
    def is_ambiguous(self) -> bool:
        """Whether a sign has readings that it has not here."""
        return self.here != self.anyhow


@lru_cache(maxsize=65536)
def _spelled(key: str) -> _Spelled:
    signs = readings(key)
    here = [sign.here for sign in signs]
    anyhow = [sign.anyhow for sign in signs]
    return _Spelled(here, anyhow, _initials(here), _initials(anyhow))


def _initials(parts: _Parts) -> list[str]:
    """Return by sign the letters that its readings begin with."""
    found = []
    for sign in parts:
        found.append("".join({reading[:1] for reading in sign}))
    return found


def _fit_of_parts(wanted: str, parts: _Parts, initials: Sequence[str]) -> Fit | None:
    """Say how what was typed fits the parts of a name; the beginning of the last one is enough."""
    for begin, letters in enumerate(initials):
        if wanted[0] not in letters:
            continue
        is_there, is_whole = _typed_from(wanted, parts[begin:])
        if is_there and not begin:
            return Fit.WHOLE if is_whole else Fit.START
        if is_there:
            return Fit.INSIDE
    return None


def _typed_from(wanted: str, parts: _Parts) -> tuple[bool, bool]:
    """Tell whether some parts begin with what was typed, and whether that is all of them."""
    rests = [wanted]
    for number, sign in enumerate(parts, 1):
        pairs = [(rest, part) for rest in rests for part in sign]
        if any(part.startswith(rest) for rest, part in pairs):
            is_last = number == len(parts)
            return True, is_last and any(rest == part for rest, part in pairs)
        rests = [rest[len(part) :] for rest, part in pairs if rest.startswith(part)]
        if not rests:
            break
    return False, False


def _in_order(wanted: str, parts: Sequence[str]) -> bool:
    """Say whether all characters of a text are in some signs in their order, whatever stands between."""
    at = 0
    for part in parts:
        if at < len(wanted) and wanted[at] in part:
            at += 1
    return at == len(wanted)
