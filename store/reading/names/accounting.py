"""What became of each sign of a notice: it is in a record, layout, or shown as unread; else it was lost."""

import re
from collections.abc import Iterator
from itertools import pairwise

from store.reading.names.clauses import VERB
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import folded

_VERBS = re.sub(r"\?P<\w+>", "?:", VERB.pattern)
# 等部门, 等有关单位 stand for further units and are dropped behind a list.
_OTHERS = r"等(?:[^、,;。()]{0,8}?(?:部门|单位|处室|地区|机构))?"
_JOINERS = r"以?下同|以及|[及和与由]|会同|其中|无"
# 责任单位:县水务局;县财政局等部门配合: all but the two names is layout.
LAYOUT = re.compile(
    rf"{LABEL.pattern}|{_VERBS}|{_OTHERS}|{_JOINERS}|(?:牵头|配合|主办|协办|参与|责任)(?:单位|部门)?"
)
"""Words that say where something stands and are kept as its side or its field. For folded text."""
_NUMERALS = frozenset("0123456789一二三四五六七八九十")
# Signs that carry words: letters, Chinese signs and digits, no punctuation and no underscore.
_RUN = re.compile(r"[^\W_]+")


def words_of(text: str) -> str:
    """Return the signs of a text that carry words, in one width and script, without blanks or punctuation."""
    return "".join(_RUN.findall(folded(text)))


def runs_of(text: str) -> Iterator[str]:
    """Give the runs of word signs in a text, layout words left out."""
    for piece in LAYOUT.sub("\n", folded(text)).split("\n"):
        words = words_of(piece)
        if words:
            yield words


def left_over(cell: str, kept: str) -> str:
    """Return what a cell says beyond the names kept of it and the words that put them on a side."""
    known = words_of(kept)
    left = ""
    for run in runs_of("".join(cell.split())):
        if not covered(run, known):
            left += run
    return left


def covered(run: str, known: str) -> bool:
    """Tell whether a run of signs is made of pieces of what is known: every sign stands there in a pair.

    A sign alone will do where it is a number's or stands at an end of the run, cut off by layout; a
    number at an end is layout.
    """
    if len(run) == 1:
        return run in known
    in_pair = [False] * len(run)
    for index, (sign, following) in enumerate(pairwise(run)):
        if sign + following in known:
            in_pair[index] = in_pair[index + 1] = True
    ends = (0, len(run) - 1)
    alone = [index for index, paired in enumerate(in_pair) if not paired]
    return all(_stands_alone(run[index], index in ends, known) for index in alone)


def _stands_alone(sign: str, at_end: bool, known: str) -> bool:
    """Tell whether a sign of a run needs no neighbour to be known."""
    is_number = sign in _NUMERALS
    if is_number and at_end:
        return True
    return (is_number or at_end) and sign in known
