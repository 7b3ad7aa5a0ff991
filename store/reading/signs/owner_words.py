"""The words for owners (牵头, 责任, 配合), and which side each stands for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

import tomli

from data import owner_words
from store.reading.signs.lines import folded, unpadded

WordSide = Literal["lead", "participant", "none"]
"""What a word for owners stands for: a side, or nobody who has a part in the task (联系单位)."""

_DATA: Mapping[str, list[str]] = tomli.loads(owner_words())
_KINDS: Mapping[str, str] = MappingProxyType({word: kind for kind in _DATA for word in _DATA[kind]})
"""Each word and what the data says of it: a side, `none`, or `asked`."""


def longest_first(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longer before the one it begins with."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def words_of_kind(*kinds: str) -> str:
    """Return a pattern for the words that the data lists under some kinds."""
    return longest_first(word for word, kind in _KINDS.items() if kind in kinds)


_BODIES = frozenset({"单位", "部门", "处室", "科室", "股室"})
"""Words over a column that take part where no word of duty stands beside them."""
DUTY = words_of_kind("lead", "participant", "asked")
"""Any word that says what a body has to do with a task, as a pattern."""
HOW = (
    # 按职责分工, 依各自职能, 根据职责在各自范围内.
    r"(?:(?:按照?|根据|依据|依|在)?(?:各自|有关|相关|其|各|工作|部门)*(?:职责|职能|职权)(?:范围|分工|要求)*内?"
    # 按分工, 分工, 分别, 共同.
    r"|(?:按照?)?(?:各自|任务|责任)?分工|分别|分头|共同|具体|主要|积极|协同|统筹|组织|密切|联合|各自)+"
)
"""How bodies do what they do, before a verb or behind a list (按职责分工负责), as a pattern."""
ANSWERS = r"负责|落实|实施|办理|推进|承办|承担|主管|组织"
"""Verbs of a body that answers for a task, as a pattern."""
NAMED = re.compile(longest_first(_KINDS))
"""A word that the data knows."""
# 牵头和配合单位, 牵头/责任单位: both sides in one label, which does not say which body is on which.
_BOTH = re.compile(
    rf"(?:{words_of_kind('lead')})[^、/和及与或()]{{0,4}}[、/和及与或].{{0,2}}(?:{words_of_kind('participant')})(?!人|领导)"
)


@dataclass(frozen=True, slots=True)
class OwnerWords:
    """Which side each word for owners stands for: by the data, but for what the clerk said of it.

    `OwnerWords((("指导部门", "lead"),))` reads a notice in which 指导部门 leads. A word is a label as printed
    without padding and colon (指导部门), or the words before which names stand (X指导: 指导).
    """

    said: tuple[tuple[str, WordSide], ...] = ()
    """What the clerk said: word and side. It goes before the data."""

    def side_of(self, word: str) -> WordSide | None:
        """Return the side of a word; none where it has to be asked about (指导部门, 牵头和配合单位)."""
        word = _bare(word)
        said = {_bare(label): side for label, side in self.said}
        return said[word] if word in said else _side_in_data(word)

    def says(self, word: str) -> bool:
        """Tell whether the clerk said what a word stands for."""
        return _bare(word) in {_bare(label) for label, _ in self.said}


STANDARD = OwnerWords()
"""The words as the data has them."""


def _bare(word: str) -> str:
    """Return a label without padding and the signs around it: 【牵 头 单 位】: is 牵头单位."""
    return unpadded(folded(word)).strip(":【】[]")


@lru_cache(maxsize=4096)
def _side_in_data(word: str) -> WordSide | None:
    """Return the side of a word by the words in it: 牵头 before all, else one that is asked about."""
    kinds = {_KINDS[found.group()] for found in NAMED.finditer(word)}
    if _BOTH.search(word):
        return None
    if "lead" in kinds:
        return "lead"
    if "asked" in kinds:
        return None
    if "participant" in kinds:
        return "participant"
    if "none" in kinds:
        return "none"
    return "participant" if word in _BODIES else None
