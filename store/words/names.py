"""Keys for the names of people and units: padding, widths, aliases, collectives.

A printed name is layout and wording; two names are the same when their keys are equal.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from store.words.bodies import COLLECTIVE_END

_COLLECTIVE = (
    # 相关分管领导, 其他成员单位, 各处室; 机关各处室, 局属各单位; 市级有关部门.
    rf"(?:^(?:相关|有关|其他|其它|全体|所有|各级|各).*"
    rf"|(?:机关|直属|局属|委属|厅属|所属|市直|区直|县直).{{0,4}}各|相关|有关)(?:{COLLECTIVE_END})"
    # 市级各有关部门.
    rf"|各.{{0,6}}(?:{COLLECTIVE_END})$"
)

_GIST = 16
"""Signs of a text by which a sentence names it."""


@lru_cache(maxsize=8192)
def name_key(text: str) -> str:
    """Return what two printings of one name have in common: no blanks (赵 峰 is 赵峰), one width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=8192)
def is_collective(wording: str) -> bool:
    """Say whether a wording stands for whoever is concerned (相关处室单位, 各处室) and names no one body."""
    return bool(re.search(_COLLECTIVE, name_key(wording)))


def is_alias_of(alias: str, full_name: str) -> bool:
    """Say whether a name is another with characters left out (成果处 of 成果转化处)."""
    rest = iter(name_key(full_name))
    if alias == full_name:
        return False
    return all(character in rest for character in name_key(alias))


def spread(name: str) -> str:
    """Return a name of two characters as wide as one of three (胡　军); others as they are."""
    return f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name


def fitting(name: str, full_names: Iterable[str]) -> list[str]:
    """Return the full names that a name can mean: the equal one alone, else all that it is an alias of.

    More than one answer has to be asked about, never chosen from.
    """
    wanted = name_key(name)
    candidates = list(full_names)
    equal = [full for full in candidates if name_key(full) == wanted]
    if equal or not wanted:
        return equal
    return [full for full in candidates if is_alias_of(wanted, full)]


def acts_as_head(post: str) -> bool:
    """Return whether a post, or a note to it, says that its holder is acting head: 副处长(主持工作)."""
    return "主持" in post


def shortened(text: str, most: int = _GIST) -> str:
    """Return the beginning of a text by which a sentence names it: 深化科技成果…."""
    first = text.strip().partition("\n")[0]
    return text.strip() if text.strip() == first and len(first) <= most else f"{first[:most]}…"
