"""The clauses of a sentence, and what each says of who has to do something: the grammar of assignments."""

import re
from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from store.reading.names.people import are_names, names_in
from store.reading.prose.bodies import Subject, bodies_in, is_role, subject_of
from store.reading.prose.deeds import (
    ALREADY,
    CHECKER,
    CHECKS,
    DONE,
    DUTY,
    EXPLAINS,
    FOLLOWS,
    IS_ANSWERABLE,
    IS_LEADER,
    LEADS,
    MADE_UP,
    MAKE_UP,
    MAY,
    REPORTS,
    SHARES,
    WITH,
)
from store.reading.signs.lines import folded
from store.reading.signs.measures import deadlines_in
from store.reading.signs.owner_words import DUTY as OWNER_WORD
from store.reading.signs.owner_words import STANDARD
from store.words.names import is_collective

ClauseKind = Literal["leads", "answers", "asked", "shares", "label", "colon", "plain", "name", "no_task"]
"""What a clause says of its body: it leads, answers for something, is asked, takes part, is named by a label
or before a colon, does or has to do something, is only named, or did something and has no task.
"""

# What parts clauses; a sign within brackets or quotations parts nothing.
_SIGNS = re.compile(r"[,;!]|:(?!\d)|[(“《〈]|[)”》〉]")
# 同时,各区… | 其中,市水务局… | 一是市水务局…: what a clause can begin with before its subject.
_BRACKET = re.compile(r"\([^()]*\)")
_LEAD_IN = re.compile(
    r"(?:同时|另外|此外|其中|并且|原则上|必要时|今后|首先|其次|最后|[一二三四五六七八九十]是|\([^()]{1,3}\)|\d{1,2}[.、](?!\d)|[ ,、])+"
)
# 2019年3月底前市水务局… | 每年2月底前各省份…: a time before the subject.
_TIME_BEFORE = re.compile(
    r"[^,;。]{0,20}?(?:(?:底|末|日|月|年|季度|半年)?(?:之前|以前|前)|底|末|内)(?![前之以])(?=[^,;。])"
)
# 申请, 邀请 ask nobody for a task; 提请 and 报请 ask those above.
ASKS = re.compile(r"(?<![申邀报提恳敬呈])请(?!示|求)|责成")
"""What asks somebody for something. For folded text."""
# 由市水务局…; 理由, 由于 and 自由 name nobody.
_BY = re.compile(r"(?<![理自缘事来])由(?![于此衷来])")
# 牵头领导王明 | 责任单位为科技局: a label without its colon.
_LABEL = re.compile(
    rf"(?P<word>(?:{OWNER_WORD})+(?:单位|部门|处室|科室|领导|责任人|负责人|人))(?:为|是|由)?(?=.)"
)
_OWNER_LABEL = re.compile(rf"(?:{OWNER_WORD})")
# 2019年3月底前 | 在6月30日之前 | 自6月起.
_TIME_END = re.compile(r"(?:前|底|末|内|起|日|期间)$")
_LONGEST_TIME = 20
_FURTHEST = 60
"""Signs of a clause within which 由 or 请 stands before a body."""


class Clause(NamedTuple):
    """What a clause says, with the names of both sides, and where it begins in its sentence."""

    start: int
    kind: ClauseKind | None = None
    lead: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    """People behind a label, on the side of the names; of the lead where `lead_leads`."""
    leader_leads: bool = False
    is_bound: bool = False
    """Whether the body has to (要, 应, 须) do what follows."""
    says_more: bool = True
    """Whether anything stands behind the word for its part (…负责。 says no more)."""
    is_deed: bool = False
    """Whether it names no body and begins with what is done (维护治安秩序)."""
    is_time: bool = False
    """Whether it only says when."""

    @property
    def names_body(self) -> bool:
        """Whether it names anybody."""
        return bool(self.lead or self.participants or self.leaders)


def clauses_in(sentence: str, people: Collection[str] = ()) -> Iterator[Clause]:
    """Give the clauses of a sentence in order."""
    for start, end, sign in spans(folded(sentence)):
        yield _clause(sentence, start, end, sign, people)


def spans(one_form: str) -> Iterator[tuple[int, int, str]]:
    """Give where each clause begins and ends, and the sign behind it."""
    depth = start = 0
    for sign in _SIGNS.finditer(one_form):
        if sign.group() in "(“《〈":
            depth += 1
        elif sign.group() in ")”》〉":
            depth = max(0, depth - 1)
        elif not depth:
            yield start, sign.start(), sign.group()
            start = sign.end()
    yield start, len(one_form), ""


def _clause(sentence: str, start: int, end: int, sign: str, people: Collection[str]) -> Clause:
    text = sentence[start:end].rstrip("。 ")
    one_form = folded(text)
    make_up = MAKE_UP.fullmatch(one_form)
    members = bodies_in(text[: make_up.end("names")]) if make_up else ()
    if members:
        return Clause(start, "shares", participants=members)
    if MADE_UP.search(one_form) or EXPLAINS.search(one_form):
        return Clause(start, "no_task")
    lead_in = _LEAD_IN.match(one_form)
    text = text[lead_in.end() :] if lead_in else text
    if sign == ":":
        names = bodies_in(text)
        is_label = _OWNER_LABEL.match(folded(text))
        return Clause(start, "colon" if names and not is_label else None, participants=names)
    found = _labelled(start, text, people) or _asked(start, text) or _given(start, text)
    return found or _by_subject(start, text) or _without_subject(start, text)


def _labelled(start: int, text: str, people: Collection[str]) -> Clause | None:
    """Read a label without its colon: 责任单位科技局, 牵头领导王明."""
    label = _LABEL.match(folded(text))
    side = STANDARD.side_of(label["word"]) if label else None
    if label is None or side is None or side == "none":
        return None
    names = text[label.end() :].strip()
    leads = side == "lead"
    if label["word"].endswith(("领导", "人")):
        if not are_names(names, people):
            return None
        return Clause(start, "label", leaders=names_in(names, people), leader_leads=leads)
    units = bodies_in(names)
    if not units:
        return None
    return Clause(start, "label", lead=units) if leads else Clause(start, "label", participants=units)


def _asked(start: int, text: str) -> Clause | None:
    """Read 请X…: a single body leads, and one that does it together with others."""
    asks = ASKS.search(outside_brackets(folded(text)), 0, _FURTHEST)
    if asks is None:
        return None
    rest = text[asks.end() :]
    subject = subject_of(rest)
    if subject is None:
        return None
    behind = rest[subject.end :]
    partners = _partners(behind)
    leads = LEADS.match(folded(behind))
    if partners or leads or (len(subject.names) == 1 and not is_collective(folded(subject.names[0]))):
        return Clause(start, "asked", lead=subject.names, participants=partners)
    return Clause(start, "asked", participants=subject.names)


def _given(start: int, text: str) -> Clause | None:
    """Read …由X负责…, where what is given can stand before 由."""
    for by in _BY.finditer(outside_brackets(folded(text)), 0, 2 * _FURTHEST):
        rest = text[by.end() :]
        subject = subject_of(rest)
        if subject:
            clause = _said_of(start, rest, subject)
            if clause.kind != "plain" or deadlines_in(text):
                return clause
    return None


def outside_brackets(one_form: str) -> str:
    """Return a text with blanks for what stands in brackets: 负责实施(校内由教育局负责)."""
    return _BRACKET.sub(lambda found: " " * len(found.group()), one_form)


def _by_subject(start: int, text: str) -> Clause | None:
    """Read a clause that begins with its body, maybe behind a time."""
    subject = subject_of(text)
    if subject:
        return _said_of(start, text, subject)
    time = _TIME_BEFORE.match(folded(text))
    if time and deadlines_in(time.group()):
        rest = text[time.end() :]
        subject = subject_of(rest)
        if subject:
            return _said_of(start, rest, subject)
    names = bodies_in(text)
    return Clause(start, "name", participants=names) if names else None


def _said_of(start: int, text: str, subject: Subject) -> Clause:
    """Return what a clause says of its body."""
    behind = text[subject.end :]
    one_form = folded(behind)
    if REPORTS.match(one_form) or MAY.match(one_form) or DONE.search(one_form) or ALREADY.match(one_form):
        return Clause(start, "no_task")
    at = _behind_time(one_form)
    leads = LEADS.match(one_form, at) or IS_LEADER.match(one_form)
    if leads:
        return Clause(start, "leads", subject.names, _partners(behind[leads.end() :]))
    if WITH.match(one_form):
        return Clause(start, "leads", subject.names, _partners(behind))
    if SHARES.match(one_form, at):
        return Clause(start, "shares", participants=subject.names)
    duty = IS_ANSWERABLE.match(one_form)
    if duty is None and not all(map(is_role, subject.names)):
        duty = DUTY.match(one_form, at) or _check(subject.names, one_form)
    if duty:
        says_more = bool(one_form[duty.end() :].strip(" 。"))
        return Clause(start, "answers", participants=subject.names, says_more=says_more)
    is_bound = re.match("[也都均还]?(?:要|应|须|需|必须)", one_form) is not None
    return Clause(start, "plain", participants=subject.names, is_bound=is_bound)


def _check(names: tuple[str, ...], deed: str) -> "re.Match[str] | None":
    """Return what a body does that is there to look after others (督查室跟踪督办)."""
    return CHECKS.match(deed) if all(map(CHECKER.search, map(folded, names))) else None


def _behind_time(one_form: str) -> int:
    """Return where a text goes on behind a time with which it begins: 于6月底前牵头…."""
    time = _TIME_BEFORE.match(one_form)
    return time.end() if time and deadlines_in(time.group()) else 0


def _partners(behind: str) -> tuple[str, ...]:
    """Return the bodies behind 会同 or 商, up to what they do together."""
    one_form = folded(behind)
    together = WITH.match(one_form)
    if together is None:
        return ()
    rest = behind[together.end() :]
    subject = subject_of(rest)
    return subject.names if subject else bodies_in(rest.rstrip("。"))


def _without_subject(start: int, text: str) -> Clause:
    """Read a clause that goes on about the body before it: 负责…, 牵头…, 会同…."""
    one_form = folded(text)
    partners = _partners(text)
    if partners:
        return Clause(start, "leads", participants=partners)
    if LEADS.match(one_form):
        return Clause(start, "leads")
    if DUTY.match(one_form):
        return Clause(start, "answers")
    is_deed = FOLLOWS.match(one_form) is not None
    return Clause(start, is_deed=is_deed, is_time=_only_says_when(text))


def _only_says_when(text: str) -> bool:
    is_short = len(text) <= _LONGEST_TIME and deadlines_in(text)
    return bool(is_short and _TIME_END.search(folded(text)))
