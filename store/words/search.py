"""Finding names by characters, full pinyin or initials: cgc, 成果 and 转化处 all find 成果转化处.

The pinyin tables are loaded when a Latin letter is first searched for.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, islice, product

from store.words.names import name_key

_READINGS_TRIED = 16


def rank(query: str, names: Iterable[str]) -> int | None:
    """Return how well a query fits the best of a thing's names: 0 is the very name; None is not at all."""
    wanted = name_key(query).lower()
    if not wanted:
        return 0
    fits = [_rank(wanted, name) for name in names]
    return min((fit for fit in fits if fit is not None), default=None)


def ranked(query: str, named: Sequence[tuple[str, ...]]) -> list[int]:
    """Return the indexes of the things that a query fits, the best first, else in their order."""
    found: list[tuple[int, int]] = []
    for index, names in enumerate(named):
        fit = rank(query, names)
        if fit is not None:
            found.append((fit, index))
    return [index for _, index in sorted(found)]


@lru_cache(maxsize=65536)
def _rank(wanted: str, name: str) -> int | None:
    """Rank a name: by its characters from 0 to 2, by pinyin from 3 to 5, by what it has in order 6 and 7."""
    key = name_key(name).lower()
    if wanted == key:
        return 0
    if wanted in key:
        return 1 if key.startswith(wanted) else 2
    if wanted.isascii():
        return _rank_of_pinyin(wanted, _spellings(key))
    return 6 if len(wanted) > 1 and _in_order(wanted, key) else None


def _rank_of_pinyin(wanted: str, spellings: Sequence[str]) -> int | None:
    """Rank pinyin: cgzhc and chengguozhuanhuachu are 3, cgz 4, zhc 5, cgc (in order among the initials) 7."""
    if wanted in spellings:
        return 3
    if any(spelling.startswith(wanted) for spelling in spellings):
        return 4
    if any(wanted in spelling for spelling in spellings):
        return 5
    initials = spellings[::2]
    if len(wanted) > 2 and any(_in_order(wanted, spelling) for spelling in initials):
        return 7
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
