"""What became of each sign of a notice: in a record, layout, or shown as unread; what is none of these was lost."""

import re
from collections.abc import Iterator

from store.reading.names.clauses import VERB
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import folded

_VERBS = re.sub(r"\?P<\w+>", "?:", VERB.pattern)
_OTHERS = r"等(?:[^、,;。()]{0,8}?(?:部门|单位|处室|地区|机构))?"
_JOINERS = r"以及|[及和与由]|会同|其中|无"
LAYOUT = re.compile(
    rf"{LABEL.pattern}|{_VERBS}|{_OTHERS}|{_JOINERS}|(?:牵头|配合|主办|协办|参与|责任)(?:单位|部门)?"
)
"""Words that say where something stands and are kept as the side or the field it was put in. For folded text."""
_NUMERALS = frozenset("0123456789一二三四五六七八九十")
_RUN = re.compile(r"[^\W_]+")


def words_of(text: str) -> str:
    """The signs of a text that carry words, in one width and script, without blanks and punctuation."""
    return "".join(_RUN.findall(folded(text)))


def runs_of(text: str) -> Iterator[str]:
    """The runs of word signs in a text, layout words left out."""
    yield from filter(None, map(words_of, LAYOUT.sub("\n", folded(text)).split("\n")))


def left_over(cell: str, kept: str) -> str:
    """What a cell says beyond the names kept of it and the words that put them on a side."""
    known = words_of(kept)
    return "".join(run for run in runs_of("".join(cell.split())) if not covered(run, known))


def covered(run: str, known: str) -> bool:
    """Whether a run of signs is made of pieces of what is known: every sign stands there in a pair.

    A sign alone will do where it is a number's or stands at an end of the run, cut off by layout; a number at an end is layout.
    """
    if len(run) == 1:
        return run in known
    pairs = [run[place : place + 2] in known for place in range(len(run) - 1)]
    edges = (0, len(run) - 1)
    alone = [
        (sign in _NUMERALS and place in edges) or ((sign in _NUMERALS or place in edges) and sign in known)
        for place, sign in enumerate(run)
    ]
    return all(map(any, zip([False, *pairs], [*pairs, False], alone, strict=True)))
