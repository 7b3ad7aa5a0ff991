"""The people on one line of a roster, each with the post: before or behind the name, in brackets, or none."""

import re
from collections.abc import Sequence

from store.reading.names.people import is_office, is_padded, looks_like_name, names_in
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
_LONGEST = 120
_LONGEST_ROW = 4 * _LONGEST
"""Signs of a line with one person, and with several parted by wide gaps."""
_MOST_NAMES = 400

NameAndPost = tuple[str, str]
"""Name without padding, and post as printed."""


def people_of(text: str) -> list[NameAndPost]:
    """Return the people that a line names, each with the post; none where it is no line of a roster."""
    one_form = folded(text)
    if not text or "。" in text or mark_of(text) or _SENTENCE_END.search(one_form.rstrip("、,;") or text):
        return []
    text = text[: len(one_form.rstrip("、,; "))]
    several = _apart(text) or _listed(text)
    if several or len(text) > _LONGEST:
        return several
    return _behind_comma(text) or _by_words(text)


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
    """Return people parted by signs, each with or without a post in brackets; one alone only with a post."""
    people: list[NameAndPost] = []
    for part in _parts(text):
        person = _name_with_bracket(part)
        if person is None:
            return []
        people.append(person)
    has_post = any(post for _, post in people)
    return people if len(people) > 1 or has_post else []


def _name_with_bracket(part: str) -> NameAndPost | None:
    """Return the person of 高山 or 高山(局长)."""
    bracketed = _BRACKETED.fullmatch(folded(part))
    if bracketed and looks_like_name(cut(part, bracketed, 1)):
        return unpadded(cut(part, bracketed, 1)), cut(part, bracketed, 2).strip()
    return (unpadded(part), "") if looks_like_name(part) else None


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
    return [(unpadded(name), post.strip())]


def _by_words(text: str) -> list[NameAndPost]:
    """Return the people of a line by its blanks: several names, or one with the post behind or before it."""
    words = text.split()
    names = [(name, "") for name in names_in(text)] if _all_names(words) else []
    if names and len(words) > 2:
        return names
    return _name_first(text, words) or names or _post_first(words)


def _name_first(text: str, words: Sequence[str]) -> list[NameAndPost]:
    """Return the person of 高 山 市水务局局长; a name may be padded, which takes two or three words."""
    for used in range(1, min(3, len(words)) + 1):
        name = "".join(words[:used])
        if is_padded(words[:used]) and looks_like_name(name) and not _all_names(words[used:]):
            post = text.split(maxsplit=used)[used:]
            return [(name, "".join(post).strip())]
    return []


def _post_first(words: Sequence[str]) -> list[NameAndPost]:
    """Return the person of 市水务局局长 高 山, where the words before the name are a post."""
    for used in range(1, min(4, len(words))):
        post, name = words[:-used], words[-used:]
        if is_padded(name) and looks_like_name("".join(name)) and unit_of_post(post[-1]) != UnitOfPost():
            return [("".join(name), " ".join(post))]
    return []


def _all_names(words: Sequence[str]) -> bool:
    """Tell whether some words are names of people and nothing else, none of them left over."""
    names = names_in(" ".join(words)) if words else ()
    if not names or sum(map(len, names)) != sum(map(len, words)):
        return False
    return all(map(looks_like_name, names))
