"""The people on a line of a roster whose words only blanks part, or nothing: names and posts in turn."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from store.reading.names.people import (
    is_padded,
    is_unusual_name,
    looks_like_name,
    names_in,
    words_of_compound,
)
from store.reading.names.units import UnitOfPost, looks_like_unit, unit_of_post
from store.reading.signs.lines import cut, folded, unpadded

_RANK = (
    r"(?:长|主任|书记|主席|委员|成员|[调巡][研视]员|科员|专员|研究员|总监|经理|工程师|会计师|经济师|教授|院士|干事|助理"
    r"|参谋|政委|顾问|总理|秘书|负责人)"
)
# 市财政局局长, 副书记(主持工作): a post ends so.
POST_END = re.compile(rf"{_RANK}(?:\([^()]*\))?$")
# 局长张三丰, 科技处处长王五一, 副处长赵六(主持工作), 财务部部长:赵敏: the post before the name.
_GLUED = re.compile(
    rf"(.*{_RANK}(?:\([^()]*\))?)(?:\s*:\s*)?"
    r"([\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,8}[·•‧・][\u3400-\u9fff·•‧・]+)(\([^()]*\))?"
)
# 越(兼防汛办主任): the end of a name and what is said of the post.
_BEHIND_NAME = re.compile(r"([\u3400-\u9fff·•‧・]+)(\((?:兼|主持|挂职|正|副)[^()]*\))")
_PARTS = re.compile(r"[、,;]")
_MOST_WORDS = 60
"""Words of a line that are looked at one by one."""


class NameAndPost(NamedTuple):
    """Name without padding, and post as printed."""

    name: str
    post: str


def in_turn(words: Sequence[str]) -> list[NameAndPost]:
    """Return several people of a line in turn with their posts: 张三丰 局长 李 四 副局长, or the posts first.

    A post has to end as posts do before the next name begins: 胡军 高新 技术处处长 is one person.
    """
    if not 4 <= len(words) <= _MOST_WORDS:
        return []
    return _turns(words, names_first=True) or _turns(words, names_first=False)


def _turns(words: Sequence[str], names_first: bool) -> list[NameAndPost]:
    people: list[NameAndPost] = []
    start = 0
    while start < len(words):
        used = _name_length(words, start) if names_first else 0
        begin = start + used
        end = begin
        while end < len(words) and not POST_END.search(folded(words[end])):
            end += 1
        end += 1
        own = words[begin:end]
        if names_first:
            name, following = words[start:begin], end
        else:
            following = end + _name_length(words, end)
            name = words[end:following]
        if not name or not own or end > len(words) or _names_within(own):
            return []
        people.append(NameAndPost("".join(name), " ".join(own)))
        start = following
    return people if len(people) > 1 else []


def _names_within(words: Sequence[str]) -> bool:
    """Tell whether a name stands among the words of a post, which then are those of several people."""
    return any(looks_like_name(word) for word in words[1:-1])


def _name_length(words: Sequence[str], start: int) -> int:
    """Return how many words from an index on are one name; none where no name stands there."""
    for used in _name_lengths(words, start):
        name = words[start : start + used]
        if is_padded(name) and looks_like_name("".join(name)):
            return used
    return 0


def _name_lengths(words: Sequence[str], start: int = 0) -> range:
    """Return how many words a name at an index can take: 欧阳 锋 two at least, 高 山 and 高山 up to three.

    赵 明 亮 takes all its single signs.
    """
    first = words[start : start + 3]
    signs = list(takewhile(lambda word: len(word) == 1, first))
    return range(words_of_compound(first) or len(signs) or 1, len(first) + 1)


def by_words(text: str) -> list[NameAndPost]:
    """Return the people of a line by its blanks: several names, or one with the post behind or before it."""
    words = text.split()
    names = [NameAndPost(name, "") for name in names_in(text)] if _all_names(words) else []
    if names and len(words) > 2:
        return names
    return name_first(text, words) or names or post_first(words)


def name_first(text: str, words: Sequence[str]) -> list[NameAndPost]:
    """Return the person of 高 山 市水务局局长; a name may be padded, which takes two or three words."""
    for used in _name_lengths(words):
        name = "".join(words[:used])
        if is_padded(words[:used]) and looks_like_name(name) and not _all_names(words[used:]):
            post = text.split(maxsplit=used)[used:]
            return [NameAndPost(name, "".join(post).strip())]
    return []


def post_first(words: Sequence[str]) -> list[NameAndPost]:
    """Return the person of 市水务局局长 高 山 or 副市长 高山(兼), where the words before are a post."""
    bracket = _BEHIND_NAME.fullmatch(folded(words[-1])) if words else None
    note = words[-1][bracket.end(1) :] if bracket else ""
    own = [*words[:-1], words[-1][: bracket.end(1)]] if bracket else words
    for used in range(1, min(4, len(own))):
        post, name = own[:-used], own[-used:]
        if not is_padded(name) or not looks_like_name("".join(name)):
            continue
        is_post = len(post[-1]) > 1 and POST_END.search(folded(post[-1]))
        if (is_post or unit_of_post(post[-1]) != UnitOfPost()) and _are_offices(" ".join(post)):
            return [NameAndPost("".join(name), " ".join(post) + note)]
    return []


def alone(text: str) -> list[NameAndPost]:
    """Return the one person of a line with the post right before the name, or of an unusual name."""
    return glued(text) or _unusual(text.split())


def glued(text: str) -> list[NameAndPost]:
    """Return the person of 科技处处长王五一."""
    found = _GLUED.fullmatch(folded(text))
    if found is None or not looks_like_name(cut(text, found, 2)):
        return []
    post = cut(text, found, 1).strip()
    return [NameAndPost(cut(text, found, 2), post + cut(text, found, 3))] if _are_offices(post) else []


def _are_offices(post: str) -> bool:
    """Tell whether each part of a post but its last ends as posts do, so that nobody's name stands in it."""
    parts = _PARTS.split(folded(post))[:-1]
    return all(POST_END.search(part) or looks_like_unit(unpadded(part)) for part in parts)


def _unusual(words: Sequence[str]) -> list[NameAndPost]:
    """Return the person whose name begins with no surname that is known, by the post beside it.

    阿卜杜拉 热合曼 副县长, 次仁多吉 县水利局局长, 青 平 副局长; 副县长 次仁多吉.
    """
    for used in range(min(2, len(words) - 1), 0, -1):
        name, post = words[:used], words[used:]
        if is_unusual_name(" ".join(name)) and POST_END.search(folded(post[-1])):
            return [NameAndPost("".join(name), " ".join(post))]
    if len(words) > 1 and is_unusual_name(words[-1]) and POST_END.search(folded(words[-2])):
        return [NameAndPost(words[-1], " ".join(words[:-1]))]
    is_spread = len(words) == 2 and is_unusual_name(" ".join(words)) and len(words[0]) == len(words[1]) == 1
    return [NameAndPost("".join(words), "")] if is_spread else []


def _all_names(words: Sequence[str]) -> bool:
    """Tell whether some words are names of people and nothing else, none of them left over."""
    names = names_in(" ".join(words)) if words else ()
    if not names or sum(map(len, names)) != sum(map(len, words)):
        return False
    return all(map(looks_like_name, names))
