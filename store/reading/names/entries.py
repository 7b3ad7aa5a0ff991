"""The people on one line of a roster, each with the post: before the name, behind it, in brackets, or none."""

import re
from collections.abc import Sequence

from store.reading.names.people import is_office, looks_like_name, names_in
from store.reading.names.units import unit_of_post
from store.reading.signs.lines import folded, unpadded
from store.reading.signs.marks import mark_of

_SENTENCE_END = re.compile(r"[。;!?:]$")
_BRACKETED = re.compile(r"(.{2,12}?)\s*[(]([^()]*(?:[(][^()]*[)][^()]*)*)[)]?")
_COMMA = re.compile(r"[^,]{2,8}(,)")
_LONGEST = 120
_MOST_NAMES = 400

Person = tuple[str, str]
"""Name without padding, and post as printed."""


def people_of(text: str) -> list[Person]:
    """The people that a line names, each with the post; none where it is no line of a roster."""
    one_form = folded(text)
    if not text or "。" in text or _SENTENCE_END.search(one_form.rstrip("、,;") or text) or mark_of(text):
        return []
    text = text[: len(one_form.rstrip("、,; "))]
    if people := _apart(text):
        return people
    listed = _listed(text)
    if listed or len(text) > _LONGEST:
        return listed
    parted = _COMMA.match(one_form)
    if (
        parted
        and looks_like_name(text[: parted.start(1)])
        and is_office(text[parted.end(1) :].split("、")[0])
    ):
        return [(unpadded(text[: parted.start(1)]), text[parted.end(1) :].strip())]
    tokens = text.split()
    if len(tokens) > 2 and _all_names(tokens):
        return [(name, "") for name in names_in(text)]
    return (
        _name_first(text, tokens)
        or [(name, "") for name in (names_in(text) if _all_names(tokens) else ())]
        or _post_first(tokens)
    )


def _apart(text: str) -> list[Person]:
    """Several people parted by wide gaps, each with the post."""
    pieces = re.split(r"\s{4,}", text) if len(text) <= _LONGEST * 4 else [text]
    found = [people_of(piece) for piece in pieces] if len(pieces) > 1 else []
    return [person for people in found for person in people] if found and all(found) else []


def _listed(text: str) -> list[Person]:
    """Several people parted by signs, each a name alone or with the post in brackets; or one with the post in brackets."""
    people: list[Person] = []
    for part in _parts(text):
        bracketed = _BRACKETED.fullmatch(folded(part))
        if bracketed and looks_like_name(part[: bracketed.end(1)]):
            people.append(
                (unpadded(part[: bracketed.end(1)]), part[bracketed.start(2) : bracketed.end(2)].strip())
            )
        elif looks_like_name(part):
            people.append((unpadded(part), ""))
        else:
            return []
    return people if len(people) > 1 or (people and people[0][1]) else []


def _parts(text: str) -> list[str]:
    """The line cut at signs and behind brackets, not within them."""
    parts, depth, start = [], 0, 0
    one_form = folded(text)
    for place, sign in enumerate(one_form):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth == 0 and (sign in "、,;" or (sign == ")" and one_form[place + 1 : place + 2] == " ")):
            parts.append(text[start : place + (sign == ")")])
            start = place + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()][:_MOST_NAMES]


def _name_first(text: str, tokens: Sequence[str]) -> list[Person]:
    for used in (1, 2, 3):
        name = "".join(tokens[:used])
        if looks_like_name(name) and (used == 1 or len(tokens[0]) == 1) and not _all_names(tokens[used:]):
            post = text.split(maxsplit=used)[used] if len(tokens) > used else ""
            return [(name, post.strip())]
    return []


def _post_first(tokens: Sequence[str]) -> list[Person]:
    for used in range(1, min(4, len(tokens))):
        post, name = tokens[:-used], tokens[-used:]
        padded = used == 1 or len(name[0]) == 1
        if (
            post
            and padded
            and looks_like_name("".join(name))
            and unit_of_post(post[-1]) != (None, False, False)
        ):
            return [("".join(name), " ".join(post))]
    return []


def _all_names(tokens: Sequence[str]) -> bool:
    names = names_in(" ".join(tokens)) if tokens else ()
    return bool(names) and sum(map(len, names)) == sum(map(len, tokens)) and all(map(looks_like_name, names))
