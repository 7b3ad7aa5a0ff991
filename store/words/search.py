"""Finding names by characters, full pinyin or initials: cgc, 成果 and 转化处 all find 成果转化处.

The pinyin tables are loaded when a Latin letter is first searched for.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from store.words.names import name_key

_READINGS_TRIED = 16


def rank(query: str, names: Iterable[str]) -> int | None:
    """How well a query fits the best of a thing's names: 0 is the very name; None is not at all."""
    wanted = name_key(query).lower()
    if not wanted:
        return 0
    fits = [fit for name in names if (fit := _rank(wanted, name)) is not None]
    return min(fits, default=None)


def ranked(query: str, named: Sequence[tuple[str, ...]]) -> list[int]:
    """Indexes of the things that a query fits, the best first, else in their order."""
    fits = [(fit, index) for index, names in enumerate(named) if (fit := rank(query, names)) is not None]
    return [index for _, index in sorted(fits)]


@lru_cache(maxsize=65536)
def _rank(wanted: str, name: str) -> int | None:
    key = name_key(name).lower()
    if wanted in key:
        return 0 if wanted == key else 1 if key.startswith(wanted) else 2
    if wanted.isascii():
        spellings = _spellings(key)
        if wanted in spellings:
            return 3
        if any(spelling.startswith(wanted) for spelling in spellings):
            return 4
        if any(wanted in spelling for spelling in spellings):
            return 5
        initials = (spelling for spelling in spellings[::2])
        return 7 if len(wanted) > 2 and any(_in_order(wanted, spelling) for spelling in initials) else None
    return 6 if len(wanted) > 1 and _in_order(wanted, key) else None


def load_tables() -> None:
    """Load the pinyin tables ahead of the first search (0.1 s and more)."""
    _spellings("要点")


def _in_order(wanted: str, text: str) -> bool:
    rest = iter(text)
    return all(character in rest for character in wanted)


@lru_cache(maxsize=65536)
def _spellings(key: str) -> tuple[str, ...]:
    """Initials and full pinyin, in turn, of each reading; characters with several readings are tried in all."""
    from pypinyin import lazy_pinyin, pinyin
    from pypinyin.constants import Style

    readings = pinyin(key, style=Style.NORMAL, heteronym=True)
    usual = lazy_pinyin(key)
    spelled = [
        usual,
        *(list(reading) for reading, _ in zip(product(*readings), range(_READINGS_TRIED), strict=False)),
    ]
    pairs = [("".join(part[:1] for part in reading), "".join(reading)) for reading in spelled]
    return tuple(spelling.lower() for pair in dict.fromkeys(pairs) for spelling in pair)
