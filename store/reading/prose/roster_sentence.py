"""Rosters in a sentence: 成立由镇党委书记王建国任组长、镇长李文华任副组长的领导小组."""

import re
from collections.abc import Iterator, Sequence

from store.reading.names.entries import people_of
from store.reading.names.entry_words import NameAndPost
from store.reading.names.units import unit_of_post
from store.reading.prose.roles import ROLE
from store.reading.result import Member
from store.reading.signs.lines import SourceLine, folded, span, unpadded

_LONGEST = 2_000
_SENTENCES = re.compile("[^。]+")
_CLAUSES = re.compile("[^,;:。]+")
# 镇长李文华、赵敏任副组长; 以县长王建国为组长、副县长李文华为副组长的工作组.
_THEN_ROLE = re.compile(rf"(?:同志)?(?:共同|分别)?(?:担任|兼任|任|为)({ROLE})(?=$|[的、])")
# 组长由局长王建国同志担任, 领导小组组长为王建国; no 办公室主任由赵敏兼任, which is the group's office.
_ROLE_FIRST = re.compile(
    rf"(?:.{{0,30}}(?:小组|专班|指挥部|委员会))?({ROLE})[由为](.{{2,300}}?)(?:担任|兼任|任)?"
)
# 赵敏同志任主任 in an order on posts makes no group.
_OF_GROUP = re.compile(r"组长|小组|工作组|委员会|指挥|专班|联席会议|成立")
_OFFICE = re.compile(r"办公室")
# 成立由王建国任组长: what stands before the people; no part of a name.
_BEGINS_BEHIND = re.compile(r"[由以]")
_JOINED = re.compile(r"(?<=[\u3400-\u9fff)\uff09]{2})(?:和|及|以及|与)(?=[\u3400-\u9fff]{2})")
"""李文华同志和赵敏同志; 李和平 is one name."""


def members_in_sentences(lines: Sequence[SourceLine]) -> list[Member]:
    """Return those whom sentences name as members of a group, with role, name and post.

    Offices without a name are none (组长由分管副县长担任), nor is who belongs to no group.
    """
    found: list[Member] = []
    for line in lines:
        if line.cells or len(line.text) > _LONGEST:
            continue
        for sentence in _SENTENCES.finditer(line.folded):
            if _OF_GROUP.search(sentence.group()):
                found += _members(line, sentence.start(), sentence.end())
    return found


def _members(line: SourceLine, start: int, end: int) -> Iterator[Member]:
    for clause in _CLAUSES.finditer(line.folded, start, end):
        if _OFFICE.search(clause.group()):
            continue
        for role, people in _roles(line.text[clause.start() : clause.end()]):
            for name, post in _people(people):
                yield Member(role, name, post, unit_of_post(post).unit, span([line]))


def _roles(clause: str) -> Iterator[tuple[str, str]]:
    """Yield the roles of a clause, each with the words that name its people."""
    one_form = folded(clause)
    first = _ROLE_FIRST.fullmatch(one_form)
    if first:
        yield unpadded(first[1]), clause[first.start(2) : first.end(2)]
        return
    start = 0
    for found in _THEN_ROLE.finditer(one_form):
        for begin in _BEGINS_BEHIND.finditer(one_form, start, found.start()):
            start = begin.end()
        yield unpadded(found[1]), clause[start : found.start()].strip("、 ")
        start = found.end()


def _people(words: str) -> list[NameAndPost]:
    """Return the people among some words; beside names there may be offices (各科室负责人)."""
    people = people_of(words)
    if people:
        return people
    for part in re.split("、", _JOINED.sub("、", words)):
        people += people_of(part)
    return people
