"""What each page of a printed notice puts round its text: the page's number, its head and its foot."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from store.reading.signs.breaks import break_between
from store.reading.signs.columns import field_of
from store.reading.signs.headings import ends_as_title
from store.reading.signs.lines import SourceLine
from store.reading.signs.signature import is_body

PAGE_NUMBER = "页码"
RUNNING_HEAD = "页眉"
"""What a line of a page is taken for, in the clerk's words."""

_NUMBER = re.compile(
    # Between dashes or dots: -1-, — 12 —, · 3 ·.
    r"[-—–―·•.~ ]{1,3}\d{1,4}[-—–―·•.~ ]{1,3}"
    # In words: 第 3 页, 第3页 共10页, 第3页/共10页, 共10页 第3页, (第 3 页).
    r"|[(]? ?(?:第 ?\d{1,4} ?页(?: ?[,/(]? ?共 ?\d{1,4} ?页)?|共 ?\d{1,4} ?页[,/ ]*第 ?\d{1,4} ?页) ?[)]{0,2}"
    # In English: Page 3 of 10.
    r"|Page ?\d{1,4}(?: ?of ?\d{1,4})?",
    re.IGNORECASE,
)
# 3/10, 3 / 10 under a page; alone it may be a date or a share.
_OF_ALL = re.compile(r"(\d{1,4}) ?/ ?(\d{1,4})")
_BARE = re.compile(r"\d{1,4}")
_FEWEST_BARE = 2
"""Pages from which on digits alone on their lines can be their numbers."""
_SHORTEST_PAGE = 12
"""Lines from one page's number to the next; the rows of a table are shorter."""
_HEAD_LENGTHS = range(6, 61)
_NEAR = 2
"""Lines from a page's number within which the head and foot of its page stand."""
_FEWEST_HEADS = 3
"""Pages that have to say the same beside their number; two will do for what ends as a title does."""


def page_parts(lines: Sequence[SourceLine]) -> Mapping[int, str]:
    """Return what the lines of the page itself are taken for, by the number of the line."""
    numbers = [index for index, line in enumerate(lines) if _NUMBER.fullmatch(line.folded)]
    numbers += _shares(lines)
    numbers += _bare(lines)
    found = {lines[index].number: PAGE_NUMBER for index in numbers}
    return found | {lines[index].number: RUNNING_HEAD for index in _heads(lines, sorted(numbers))}


def _shares(lines: Sequence[SourceLine]) -> list[int]:
    """Return where 1/10, 2/10 stand that count on, all of one number of pages."""
    found: dict[str, list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        share = _OF_ALL.fullmatch(line.folded)
        if share and int(share[1]) <= int(share[2]):
            found.setdefault(share[2], []).append((int(share[1]), index))
    numbers: list[int] = []
    for shares in found.values():
        if len(shares) >= _FEWEST_BARE and _count_on([value for value, _ in shares]):
            numbers += [index for _, index in shares]
    return numbers


def _bare(lines: Sequence[SourceLine]) -> list[int]:
    """Return where digits alone on their lines count on page after page, some of them in mid sentence."""
    found = [index for index, line in enumerate(lines) if _BARE.fullmatch(line.folded)]
    if len(found) < _FEWEST_BARE or not _count_on([int(lines[index].folded) for index in found]):
        return []
    if any(behind - index < _SHORTEST_PAGE for index, behind in pairwise(found)):
        return []
    within = [index for index in found if _is_in_mid_sentence(lines, index)]
    return found if 2 * len(within) >= len(found) else []


def _count_on(values: Sequence[int]) -> bool:
    return all(one + 1 == following for one, following in pairwise(values))


def _is_in_mid_sentence(lines: Sequence[SourceLine], index: int) -> bool:
    """Tell whether the sentence of the line before goes on behind this one."""
    if not 0 < index < len(lines) - 1:
        return False
    return break_between(lines[index - 1].folded, lines[index + 1].folded) in {"open", "goes on"}


def _heads(lines: Sequence[SourceLine], numbers: Sequence[int]) -> list[int]:
    """Return where lines stand that are printed again beside the numbers of several pages."""
    near: dict[tuple[int, str], list[int]] = {}
    taken = set(numbers)
    for number in numbers:
        for index in range(max(number - _NEAR, 0), min(number + _NEAR + 1, len(lines))):
            words = lines[index].folded
            if index not in taken and _may_be_head(words):
                near.setdefault((index - number, words), []).append(index)
    heads: list[int] = []
    for (_, words), indices in near.items():
        if _is_repeated(words, len(indices), len(numbers)):
            heads += indices
            # The head of the first page stands beside no number.
            heads += (index for index in range(_NEAR) if lines[index].folded == words)
    return heads


def _is_repeated(words: str, times: int, pages: int) -> bool:
    """Tell whether a line stands at the same place beside the numbers of at least half of all pages."""
    is_enough = times >= _FEWEST_HEADS or (times > 1 and ends_as_title(words))
    return is_enough and 2 * times >= pages


def _may_be_head(words: str) -> bool:
    """Tell whether a line can be a page's head: no sentence, no row and no label of a table."""
    if len(words) not in _HEAD_LENGTHS or re.search(r"[|\t,。;:]", words) or is_body(words):
        return False
    return ends_as_title(words) or not all(map(field_of, words.split()))
