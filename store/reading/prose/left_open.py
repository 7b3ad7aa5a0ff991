"""Who or when a text says in a way that was not understood: a finding on the line."""

import re
from collections.abc import Iterator, Sequence

from store.reading.names.units import units_in
from store.reading.prose.bodies import bodies_in, ends_as_body, is_named_body
from store.reading.prose.clauses_of_sentence import ASKS, outside_brackets
from store.reading.prose.deeds import ABOVE, ALREADY, COMPETENT, DONE, DUTY, EXPLAINS, LEADS, MADE_UP, SINCE
from store.reading.prose.places import Place, Said
from store.reading.prose.sentences import lines_of_tasks
from store.reading.result import Proposed, SourceFinding, TaskFound
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import cut, folded
from store.reading.signs.measures import deadlines_in
from store.reading.signs.owner_words import DUTY as DUTY_WORD
from store.reading.signs.owner_words import STANDARD
from store.words.names import shortened

# (市科技局、市财政局) at the end of a clause, where owners stand.
_BRACKET = re.compile(r"[(〔\[【](?P<names>[^()〔〕\[\]【】]{2,200})[)〕\]】](?=[。;,\n]|$)")
# (以下简称市局), (不含市水务局): brackets that explain a word and name nobody for a task.
_REMARK = re.compile(r"以下|简称|不?含|包括|即|如|例|除|附|见|原|下同|试行|暂行|联系")
# What stands around the names in a bracket: 负责部门:…, 由…落实, …分别主抓.
_AROUND_NAMES = re.compile(
    rf"^(?:[^:]{{1,10}}:|由|具体由|(?:{DUTY_WORD})+(?:单位|部门|处室|科室|人)?)|(?:分别|共同|按职责|具体|等)*(?:{DUTY_WORD})+$"
)
# …底前, …之前: a day that something is due by; 年内 and 末 may only say when something is.
_DUE_BY = re.compile("前")
# 各地区, 你省有关部门: words for many bodies or for whoever is addressed.
_OF_MANY = re.compile("各|有关|相关|^[你我本贵]")
_CLAUSE_END = re.compile("[,;。\n\uff0c\uff1b]")
_CLAUSE_START = re.compile("[,;:。(由请\n\uff0c\uff1b\uff1a\uff08]")
_LONGEST_NAMES = 40
"""Signs before a word for a duty in which its bodies stand."""
_SHORTEST = 3
"""Signs of a name without which it is a word for any body (办公室)."""
_LONGEST_QUOTED = 30


def left_open(
    found: Sequence[Place], firm: Sequence[TaskFound], proposed: Sequence[Proposed]
) -> Iterator[SourceFinding]:
    """Give a finding for each sentence outside tasks and proposals that seems to say who or when."""
    taken = lines_of_tasks(firm)
    offered = {(one.line, one.sentence) for one in proposed}
    dated = {one.line for one in proposed if one.task.deadline}
    for place in found:
        for said in place.sentences():
            number = said.line.number
            if number not in taken and (number, said.text) not in offered:
                yield from _owners(said)
                if number not in dated:
                    yield from _deadline(place, said)


def _owners(said: Said) -> Iterator[SourceFinding]:
    names = _names(said.text)
    if names:
        quoted = shortened(names, _LONGEST_QUOTED)
        words = f"未读出责任单位：“{quoted}”，请对照原文确认"
        yield SourceFinding("R10", said.line.number, words)


def _deadline(place: Place, said: Said) -> Iterator[SourceFinding]:
    is_heading = said.opens and place.node.heading
    if is_heading or ABOVE.search(folded(said.text)) or _reports(said.text):
        return
    deadline = deadlines_in(said.text)
    if deadline and _DUE_BY.search(deadline):
        words = f"未读出时限：“{deadline}”，请对照原文确认"
        yield SourceFinding("R11", said.line.number, words)


def _reports(sentence: str) -> bool:
    one_form = folded(sentence)
    return any(sign.search(one_form) for sign in (ALREADY, DONE, SINCE))


def _names(sentence: str) -> str:
    """Return the words that seem to name who has to do something; empty where there are none."""
    if COMPETENT.search(folded(sentence)):
        return ""
    return (
        _in_bracket(sentence)
        or _behind_label(sentence)
        or _before_duty(sentence)
        or _behind_request(sentence)
    )


def _in_bracket(sentence: str) -> str:
    """Return the bodies in a bracket at the end of a clause, where most of what it lists are bodies."""
    for bracket in _BRACKET.finditer(folded(sentence)):
        words = cut(sentence, bracket, "names")
        names = units_in(_without_words_around(words))
        bodies = [name for name in names if is_named_body(name)]
        if not _REMARK.match(folded(words)) and 2 * len(bodies) > len(names):
            return words
    return ""


def _without_words_around(words: str) -> str:
    start, end = 0, len(words)
    for around in _AROUND_NAMES.finditer(folded(words)):
        if around.start():
            end = around.start()
        else:
            start = around.end()
    return words[start:end]


def _behind_label(sentence: str) -> str:
    """Return the bodies behind a label for owners (责任单位:…)."""
    for label in LABEL.finditer(folded(sentence)):
        side = STANDARD.side_of(label.group())
        names = _CLAUSE_END.split(sentence[label.end() :])[0]
        if side != "none" and bodies_in(names):
            return names.strip()
    return ""


def _before_duty(sentence: str) -> str:
    """Return the bodies that stand right before 牵头 or 负责, reports and the like apart."""
    one_form = outside_brackets(folded(sentence))
    if _reports(sentence) or any(sign.search(one_form) for sign in (EXPLAINS, MADE_UP)):
        return ""
    for duty in (LEADS, DUTY):
        for word in duty.finditer(one_form):
            start = max(0, word.start() - _LONGEST_NAMES)
            words = sentence[start : word.start()]
            names = _CLAUSE_START.split(words)[-1]
            if any(map(_is_long_name, units_in(names))):
                return names.strip()
    return ""


def _is_long_name(name: str) -> bool:
    return len(name) > _SHORTEST and ends_as_body(name)


def _behind_request(sentence: str) -> str:
    """Return the first body that stands right behind 请."""
    one_form = outside_brackets(folded(sentence))
    for asks in ASKS.finditer(one_form):
        behind = sentence[asks.end() :][:_LONGEST_NAMES]
        words = _CLAUSE_END.split(behind)[0]
        for end in range(_SHORTEST, len(words)):
            name = words[: end + 1]
            if is_named_body(name) and not _OF_MANY.search(name):
                return name
    return ""
