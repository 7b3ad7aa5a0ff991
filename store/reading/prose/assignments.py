"""What a sentence gives to whom: the clauses of one body together (由X牵头,Y配合; X于6月底前…,…)."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from store.reading.names.owners import Owners
from store.reading.prose.clauses_of_sentence import Clause, clauses_in, spans
from store.reading.prose.deeds import COMPETENT, SINCE
from store.reading.signs.lines import folded
from store.reading.signs.measures import deadlines_in
from store.words.names import is_collective

LONGEST = 600
"""Signs of a sentence that are looked at."""
Strength = Literal["said", "dated", "bound", "does", "named"]
"""How it is said: by a word (牵头, 负责, 请), a deadline, 要 alone, what a body does, or only by its name."""

# A sentence that says none of these gives nothing to anybody.
_HINT = re.compile(
    r"负|牵头|主办|承担|承办|归口|会同|商|请|责成|[:前底末内日月周季]|要|应|须|单位|部门|领导|责任|配合|参与|督|检查|验收|监督"
)
# 请各单位认真贯彻执行。 closes a notice; of a document that it names it is meant.
_CLOSING = re.compile(
    r"(?:认真|切实|抓紧|抓好|遵照|参照|结合实际|高度重视|严格|精心)[^,。]{0,10}(?:执行|落实|实施|办理|贯彻|学习)"
    r"|知照|周知|(?:支持|密切)配合"
)
_SENT = re.compile("印发|转发|下发|批转|发给|送给")


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a part of a sentence gives to somebody: its text, who, how it is said."""

    text: str
    owners: Owners
    strength: Strength
    is_label: bool = False
    """Whether the part only names owners, for what stands before it (责任单位科技局,6月底前完成)."""


@dataclass(slots=True)
class _Part:
    """The clauses about one body, while they are gathered."""

    start: int
    lead: list[str] = field(default_factory=list)
    participants: list[str] = field(default_factory=list)
    lead_leaders: list[str] = field(default_factory=list)
    leaders: list[str] = field(default_factory=list)
    strength: Strength = "named"
    is_label: bool = False
    is_task: bool = True
    is_request: bool = False
    """Whether somebody is asked, so that what others have to do may be what is asked for."""
    is_named_before: bool = False
    """Whether it has so far only its body with a colon behind it (公安局:维护治安秩序)."""

    @property
    def has_owner(self) -> bool:
        return bool(self.lead or self.participants or self.lead_leaders or self.leaders)

    def owners(self, deadline: str | None) -> Owners:
        lead = tuple(dict.fromkeys(self.lead))
        others = tuple(name for name in dict.fromkeys(self.participants) if name not in lead)
        return Owners(lead, tuple(self.lead_leaders), others, tuple(self.leaders), deadline)


def assignments_in(
    sentence: str, subject: tuple[str, ...] = (), people: Collection[str] = (), *, in_duties: bool = False
) -> list[Assignment]:
    """Return what a sentence gives to whom, in its order.

    `subject` is the body under whose name it stands (监督组。负责…), for a sentence that names none at first.
    In a list of duties no word needs to say that something is one.
    """
    sentence = sentence[:LONGEST]
    one_form = folded(sentence)
    may_give = in_duties or subject or _HINT.search(one_form)
    if not may_give or SINCE.match(one_form):
        return []
    pieces = _pieces(sentence, people)
    if len(pieces) > 1:
        found_in = (assignments_in(piece, subject, people, in_duties=in_duties) for piece in pieces)
        return [one for found in found_in for one in found]
    parts = _parts(sentence, subject, people)
    ends = [*(part.start for part in parts[1:]), len(sentence)]
    found: list[Assignment] = []
    for part, end in zip(parts, ends, strict=False):
        text = sentence[part.start : end].strip(" ,、;\uff0c\uff1b")
        if part.is_task and part.has_owner:
            found.append(_assignment(part, text, sentence))
    return [one for one in found if not (_only_closes(one, sentence) or _is_of_law(one))]


def _pieces(sentence: str, people: Collection[str]) -> list[str]:
    """Return the pieces of a sentence that each say what is to be done and by whom; else it is one.

    Of 建平台,由甲局牵头;办展会,由乙局负责 each piece is one, in 由甲局牵头建平台;乙局配合 the second is not.
    """
    pieces: list[str] = []
    start = 0
    for _, end, sign in spans(folded(sentence)):
        if sign and sign != ";":
            continue
        piece = sentence[start:end]
        if pieces and not (_is_whole(piece, people) and _is_whole(pieces[-1], people)):
            pieces[-1] = sentence[start - len(pieces[-1]) - 1 : end]
        else:
            pieces.append(piece)
        start = end + 1
    return pieces


def _is_whole(piece: str, people: Collection[str]) -> bool:
    """Tell whether a piece of a sentence says what is to be done in one clause, and by whom in another."""
    clauses = list(clauses_in(piece, people))
    owners = [clause for clause in clauses if clause.kind in {"leads", "answers"} and clause.names_body]
    before = clauses[: clauses.index(owners[0])] if owners else []
    return any(clause.kind is None and not clause.is_time for clause in before)


def _assignment(part: _Part, text: str, sentence: str) -> Assignment:
    deadline = deadlines_in(text)
    strength = part.strength
    if deadline and strength in {"bound", "does", "named"}:
        strength = "dated"
    return Assignment(text, part.owners(deadline), strength, part.is_label)


def _parts(sentence: str, subject: tuple[str, ...], people: Collection[str]) -> list[_Part]:
    """Return the parts of a sentence; what stands before the first body belongs to its part."""
    parts: list[_Part] = []
    time_at: int | None = None
    for clause in clauses_in(sentence, people):
        if not parts and subject and not clause.names_body and clause.kind != "no_task":
            parts.append(_Part(0, participants=list(subject)))
        if _begins_part(clause, parts):
            start = clause.start if time_at is None else time_at
            parts.append(_begun(clause, start if parts else 0))
        elif parts:
            _go_on(parts[-1], clause)
        time_at = clause.start if clause.is_time else None
    return parts


def _begins_part(clause: Clause, parts: list[_Part]) -> bool:
    """Tell whether a clause is about another body than the one before it."""
    last = parts[-1] if parts else None
    match clause.kind:
        case "no_task":
            return True
        case "shares":
            return last is None or not last.has_owner or not last.is_task
        case "answers":
            return clause.names_body and not (last and last.lead and not clause.says_more)
        case "label":
            return last is None or not last.is_label
        case "leads":
            return bool(clause.lead)
    return clause.names_body and not (last and last.is_request and clause.kind == "plain")


def _begun(clause: Clause, start: int) -> _Part:
    part = _Part(start, list(clause.lead), list(clause.participants))
    part.is_task = clause.kind != "no_task"
    part.is_label = clause.kind == "label"
    part.is_named_before = clause.kind == "colon"
    _add_leaders(part, clause)
    match clause.kind:
        case "leads" | "answers" | "label":
            part.strength = "said"
        case "asked":
            part.is_request = True
            part.strength = "said"
        case "plain":
            part.strength = "bound" if clause.is_bound else "does"
    return part


def _go_on(part: _Part, clause: Clause) -> None:
    """Take a clause that goes on about the body of a part, or names who takes part beside it."""
    match clause.kind:
        case "leads":
            if not part.lead:
                part.lead, part.participants = part.participants, []
            part.strength = "said"
        case "answers" if not clause.names_body:
            part.strength = "said"
        case None if clause.is_deed and part.strength == "named":
            part.strength = "said" if part.is_named_before else "does"
    if clause.kind != "plain":
        part.participants += clause.participants
    part.lead += [name for name in clause.lead if clause.kind == "label"]
    _add_leaders(part, clause)
    part.is_named_before = False


def _add_leaders(part: _Part, clause: Clause) -> None:
    if clause.leader_leads:
        part.lead_leaders += clause.leaders
    else:
        part.leaders += clause.leaders


def _is_of_law(one: Assignment) -> bool:
    """Tell whether bodies are named as laws name them, which say who is competent and task nobody."""
    forms = map(folded, _bodies_of(one))
    return one.owners.deadline is None and any(map(COMPETENT.fullmatch, forms))


def _bodies_of(one: Assignment) -> tuple[str, ...]:
    return one.owners.lead_units + one.owners.participant_units


def _only_closes(one: Assignment, sentence: str) -> bool:
    """Tell whether a sentence only asks everybody to follow the notice: 请各单位认真贯彻执行."""
    if one.owners.deadline or "请" not in one.text or not _CLOSING.search(folded(one.text)):
        return False
    asks_many = all(map(is_collective, map(folded, _bodies_of(one))))
    names_document = "《" in folded(sentence) and not _SENT.search(folded(sentence))
    return asks_many and not names_document
