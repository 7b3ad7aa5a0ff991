"""The people on one line of a roster, each with the post: before or behind the name, in brackets, or none."""

import re

from store.reading.names.entry_words import (
    POST_END,
    NameAndPost,
    alone,
    by_words,
    glued,
    in_turn,
    name_first,
    post_first,
)
from store.reading.names.people import (
    is_office,
    is_unusual_name,
    looks_like_name,
)
from store.reading.names.units import UnitOfPost, unit_of_post
from store.reading.signs.lines import cut, folded, unpadded
from store.reading.signs.marks import mark_of

# A sentence is no line of a roster: 办公室设在市水务局。
_SENTENCE_END = re.compile(r"[。;!?:]$")
# 高山(市水务局局长), 林 海(局长(兼)); the last bracket may be cut off.
_BRACKETED = re.compile(r"(.{2,12}?)\s*[(]([^()]*(?:[(][^()]*[)][^()]*)*)[)]?")
# 高山,市水务局局长. No text here has one; kept for rosters that are typed so.
_COMMA = re.compile(r"[^,]{2,8}(,)")
_WIDE_GAP = re.compile(r"\s{4,}")
"""What parts two people on a line: 高山 局长      林海 副局长."""
# 张三丰同志 局长; 主要负责同志 names nobody.
_COMRADE = re.compile(r"(?<=[\u3400-\u9fff])(?<!负责)(?<!分管)(?<!主要)(?<!有关)同志(?=[\s、,;(]|$)")
_SAID = r"(?:[女男]|[\u3400-\u9fff]{1,5}族|党外)"
# 李四光(女) 副局长, 热合曼(男,维吾尔族), 李四光(副局长,女), 孙立(兼)(所长): what is said of the person and
# is no post.
_TRAIT = re.compile(rf"\({_SAID}(?:[,、]{_SAID})*\)|(?<=[^(])[,、]{_SAID}(?=\))|\(兼\)(?=\s*\()")
_LONGEST = 120
_LONGEST_ROW = 4 * _LONGEST
"""Signs of a line with one person, and with several parted by wide gaps."""
# 韩冰(13800001111), 韩冰(联系电话:6630012): the number beside a person.
_NUMBER = re.compile(r"\((?:[\u3400-\u9fff]{2,4}:?\s*)?\d[\d-]{6,}\)$")
# 张三丰 电话:…: how somebody is reached, and no post.
_REACHED = re.compile(r"电话|手机|传真|邮箱|\d{7}")
_MOST_NAMES = 400


def people_of(text: str) -> list[NameAndPost]:
    """Return the people that a line names, each with the post; none where it is no line of a roster."""
    text = _without(_NUMBER, text)
    one_form = folded(text)
    if not text or "。" in text or mark_of(text) or _REACHED.search(one_form):
        return []
    if _SENTENCE_END.search(one_form.rstrip("、,;") or text):
        return []
    text = _without(_TRAIT, _without(_COMRADE, text))
    text = text[: len(folded(text).rstrip("、,; "))]
    several = _apart(text) or _listed(text)
    if several or len(text) > _LONGEST:
        return several
    return _behind_comma(text) or in_turn(text.split()) or by_words(text) or alone(text)


def traits_in(text: str) -> list[str]:
    """Return what a line says of its people in brackets beside their posts: (女), and their numbers."""
    found = [cut(text, trait).lstrip("，,、") for trait in _TRAIT.finditer(folded(text))]
    return found + [cut(text, number) for number in _NUMBER.finditer(folded(text))]


def _without(pattern: "re.Pattern[str]", text: str) -> str:
    """Return a text without what a pattern finds in its folded form."""
    kept: list[str] = []
    start = 0
    for found in pattern.finditer(folded(text)):
        kept.append(text[start : found.start()])
        start = found.end()
    return "".join(kept) + text[start:]


def _apart(text: str) -> list[NameAndPost]:
    """Return several people parted by wide gaps, each with the post; none where a piece names nobody."""
    pieces = _WIDE_GAP.split(text) if len(text) <= _LONGEST_ROW else []
    if len(pieces) < 2:
        return []
    found: list[NameAndPost] = []
    for piece in pieces:
        people = people_of(piece)
        if not people:
            return []
        found += people
    return found


def _listed(text: str) -> list[NameAndPost]:
    """Return people parted by signs, each with or without a post; one alone only with a post in brackets.

    A post may hold such a sign itself: 县委副书记、县长 韩磊 is one person.
    """
    people: list[NameAndPost] = []
    offices = ""
    parts = _parts(text)
    for part in parts:
        person = _name_with_bracket(part) or (_with_post(part) if len(parts) > 1 else None)
        if person is None and _is_post(part):
            offices += f"{part}、"
            continue
        if person is None and people and not people[-1].post and is_unusual_name(part):
            person = NameAndPost(unpadded(part), "")
        if person is None or (offices and not person.post):
            return []
        people.append(NameAndPost(person.name, offices + person.post))
        offices = ""
    has_post = any(post for _, post in people)
    return people if not offices and (len(people) > 1 or has_post) else []


def _is_post(part: str) -> bool:
    """Tell whether a part of a list is a post alone, whose person stands behind a later one."""
    return bool(POST_END.search(folded(part))) and not looks_like_name(part)


def _with_post(part: str) -> NameAndPost | None:
    """Return the person of a part that names one with the post: 王五一 科技处处长, 局长张三丰."""
    words = part.split()
    people = name_first(part, words) or post_first(words) or glued(part)
    return people[0] if len(people) == 1 and _is_post(people[0].post) else None


def _name_with_bracket(part: str) -> NameAndPost | None:
    """Return the person of 高山 or 高山(局长)."""
    bracketed = _BRACKETED.fullmatch(folded(part))
    if bracketed:
        name, post = cut(part, bracketed, 1), cut(part, bracketed, 2).strip()
        is_other = is_unusual_name(name) and unit_of_post(post) != UnitOfPost()
        if looks_like_name(name) or is_other:
            return NameAndPost(unpadded(name), post)
    return NameAndPost(unpadded(part), "") if looks_like_name(part) else None


def _parts(text: str) -> list[str]:
    """Return the line cut at signs and behind brackets, not within them."""
    parts: list[str] = []
    depth = start = 0
    one_form = folded(text)
    for at, sign in enumerate(one_form):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        closes = one_form.startswith(") ", at)
        if depth == 0 and (closes or sign in "、,;"):
            parts.append(text[start : at + (sign == ")")])
            start = at + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()][:_MOST_NAMES]


def _behind_comma(text: str) -> list[NameAndPost]:
    """Return the person of 高山,市水务局局长."""
    comma = _COMMA.match(folded(text))
    if comma is None:
        return []
    name = text[: comma.start(1)]
    post = text[comma.end(1) :]
    if not looks_like_name(name) or not is_office(post.split("、")[0]):
        return []
    return [NameAndPost(unpadded(name), post.strip())]
