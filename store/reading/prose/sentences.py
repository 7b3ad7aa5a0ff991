"""Who answers for what by the words of a sentence: 请X…, 由X牵头,会同Y…, X要…在6月底前完成."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from store.reading.names.owners import Owners
from store.reading.names.units import looks_like_unit, units_in
from store.reading.prose.outline import Node, walk
from store.reading.result import Proposed, TaskFound
from store.reading.signs.lines import cut, folded, span, unpadded
from store.reading.signs.measures import deadlines_in, targets_in
from store.words.names import is_collective

# A sentence with the marks that close a quotation or a bracket behind its stop: …“三权”改革。”
_SENTENCE = re.compile(r"[^。;\n]+[。;]?[”’」』)]*")
_NAMES = r"[^,。;:()“”《》\n]"
_OTHERS = r"(?:等(?:有关|相关|各有关)?(?:部门|单位|地区)?)?"
# What a body is asked to do begins with one of these: 请市水务局 | 会同…, 请财政部 | 落实….
_NEXT = (
    r"(?:牵头|会同|商|在|于|按|根据|依据|依托|结合|落实|负责|要|应|须|需|抓紧|尽快|切实|认真|制定|研究|提出|组织|将|对|与|加快|积极|加强|做好|"
    r"开展|指导|督促|配合|完善|进一步|从|就|每|及时|明确|具体|统筹)"
)
# 请市水务局会同有关部门制定方案; 申请, 邀请, 报请 ask nobody for a task.
_ASKED = re.compile(rf"(?<![申邀报提恳敬呈])请(?=(?P<names>{_NAMES}{{2,120}}))")
# 由市档案馆牵头,…; 牵头单位 and 牵头作用 are nouns.
_LED = re.compile(r"牵头(?!工作|单位|部门|处室|抓总作用|作用|人|职责)")
# Behind who leads: …会同有关部门制定方案, …商财政部提出意见.
_JOINED = re.compile(rf"(?:负责)?[,]?(?:会同|商)(?P<names>{_NAMES}{{2,120}}?){_OTHERS}(?=[,。;]|{_NEXT}|$)")
# Behind who leads: …牵头,市水务局、各区政府配合.
_SHARED = re.compile(
    rf"(?:负责)?[,](?P<names>{_NAMES}{{2,120}}?){_OTHERS}(?:积极|协同|共同)?(?:配合|参与|参加|协助|按职责分工负责)"
)
# 市工信局会同市发改委负责推进, where nobody is asked and none leads by name.
_JOINTLY = re.compile(
    rf"(?:^由?|[,:]由?|由)(?P<lead>(?!由){_NAMES}{{2,60}}?)会同(?P<names>{_NAMES}{{2,120}}?){_OTHERS}"
    r"(?=[,。;]|(?:负责|推进|推动|建立|健全|实施|制定|落实|加强|优化|深化|编制|出台|组织|开展|研究|提出|做好|完善)|$)"
)
# 由市水务局、各区分别负责. No text here says so; kept beside the brackets that do.
_GIVEN = re.compile(rf"由(?P<names>{_NAMES}{{2,120}}?){_OTHERS}(?:按职责分工|分别|共同|具体)?负责")
# 各区、各街道要修订巡查制度: collectives bind whoever they stand for.
_BOUND = re.compile(rf"(?:^|[,:])(?P<names>[各有相]{_NAMES}{{2,80}}?)(?:都|均)?(?:要|应当?|须|需)")
# 以上工作要在2022年5月底前完成.
_ABOVE = re.compile(r"(?:以上|上述)(?:各项)?(?:工作|任务|事项|要求)")
# 各河道所、智库和其他承担巡查任务的单位.
_COLLECTIVE_LIST = re.compile(r"(?:单位|部门|地区|机构|企业|学校)$")
_VAGUE = frozenset({"有关部门", "相关部门"})

_LONGEST = 600
"""Signs of a sentence that are looked at."""
_LONGEST_NAMES = 120


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    owners: Owners
    lines_before: int
    """Lines of the point before it."""


def proposals(nodes: Sequence[Node], firm: Sequence[TaskFound]) -> tuple[Proposed, ...]:
    """Return the tasks that single sentences give to somebody, outside the lines of firm tasks."""
    taken: set[int] = set()
    for task in firm:
        taken.update(range(task.source[0], task.source[1] + 1))
    found: list[Proposed] = []
    for node in walk(nodes):
        for sentence in _binding(node.body):
            task = _task(node, sentence)
            if task.source[0] not in taken:
                found.append(Proposed(task, sentence.text, task.source[0]))
    return tuple(found)


def _task(node: Node, sentence: _Sentence) -> TaskFound:
    text = sentence.text
    source = span([node.lines[sentence.lines_before]])
    task = sentence.owners.put_on(TaskFound(node.title, "", text, source))
    return replace(task, deadline=task.deadline or deadlines_in(text), targets=targets_in(text))


def owners_of_text(text: str) -> Owners | None:
    """Return who a point names in its running text; none where its sentences name several, or nobody."""
    found: list[Owners] = []
    for sentence in _SENTENCE.finditer(text[: 10 * _LONGEST]):
        owners = owners_of_sentence(sentence.group().strip())
        if owners:
            found.append(owners)
    return found[0] if len(found) == 1 else None


def owners_of_sentence(sentence: str) -> Owners | None:
    """Return who a sentence asks or names to lead; none where it is not said beyond doubt."""
    sentence = sentence[:_LONGEST]
    return _led(sentence) or _asked(sentence) or _jointly(sentence) or _given(sentence)


def _led(sentence: str) -> Owners | None:
    """Return the units before 牵头, and those that take part behind it."""
    one_form = folded(sentence)
    for verb in _LED.finditer(one_form):
        window = max(0, verb.start() - _LONGEST_NAMES)
        before = [one_form.rfind(sign, window, verb.start()) for sign in ",;。:(由请\n"]
        lead = _units(sentence[max(before) + 1 : verb.start()])
        if lead:
            return Owners(lead_units=lead, participant_units=_partners(sentence, verb.end()))
    return None


def _asked(sentence: str) -> Owners | None:
    """Return the units between 请 and what they are asked to do."""
    for asked in _ASKED.finditer(folded(sentence)):
        owners = _asked_by(sentence, *asked.span("names"))
        if owners:
            return owners
    return None


def _asked_by(sentence: str, start: int, end: int) -> Owners | None:
    """Return the units of one request; a single one leads.

    请各单位认真执行 closes a notice and is no task.
    """
    one_form = folded(sentence)
    for verb in re.finditer(rf"{_OTHERS}(?={_NEXT})", one_form[start:end]):
        units = _units(sentence[start : start + verb.start()])
        if not units:
            continue
        partners = _partners(sentence, start + verb.end())
        collective = all(is_collective(folded(unit)) for unit in units)
        if partners or (len(units) == 1 and not collective):
            return Owners(lead_units=units, participant_units=partners)
        if collective and not deadlines_in(sentence):
            return None
        return Owners(participant_units=units)
    return None


def _jointly(sentence: str) -> Owners | None:
    """Return the units of X会同Y: X leads, Y takes part."""
    for joint in _JOINTLY.finditer(folded(sentence)):
        lead = _units(cut(sentence, joint, "lead"))
        partners = _units(cut(sentence, joint, "names"))
        if lead and partners:
            return Owners(lead_units=lead, participant_units=partners)
    return None


def _given(sentence: str) -> Owners | None:
    """Return the units of 由X负责, who take part: to answer is not to lead."""
    given = _GIVEN.search(folded(sentence))
    units = _units(cut(sentence, given, "names")) if given else ()
    return Owners(participant_units=units) if units else None


def _partners(sentence: str, behind: int) -> tuple[str, ...]:
    """Return the units that take part by the words behind a verb."""
    one_form = folded(sentence)
    found = _JOINED.match(one_form, behind) or _SHARED.match(one_form, behind)
    return _units(cut(sentence, found, "names")) if found else ()


def _units(names: str) -> tuple[str, ...]:
    """Return the units that some words name; none where any of them is no unit."""
    units = units_in(names) if len(names) <= _LONGEST_NAMES else ()
    return units if all(map(_is_body, units)) else ()


def _is_body(name: str) -> bool:
    return len(name) > 1 and (looks_like_unit(name) or name in _VAGUE)


def _binding(body: str) -> Iterator[_Sentence]:
    """Give the sentences of a point that bind somebody; a deadline set for 以上工作 holds for those before
    it.
    """
    waiting: list[_Sentence] = []
    counted = lines_before = 0
    for found in _SENTENCE.finditer(body):
        text = found.group().strip()
        lines_before += body.count("\n", counted, found.start())
        counted = found.start()
        owners = owners_of_sentence(text)
        deadline = deadlines_in(text)
        if owners:
            yield from _with_deadline(waiting)
            waiting = []
            yield _Sentence(text, owners, lines_before)
        elif deadline and _ABOVE.match(folded(text)):
            yield from (_due(sentence, deadline) for sentence in waiting)
            waiting = []
        else:
            bound = _bound(text)
            if bound:
                waiting.append(_Sentence(text, Owners(participant_units=bound), lines_before))
    yield from _with_deadline(waiting)


def _with_deadline(sentences: Iterable[_Sentence]) -> Iterator[_Sentence]:
    """Give the sentences that set a deadline themselves: the others only say how things should be."""
    return (sentence for sentence in sentences if deadlines_in(sentence.text))


def _due(sentence: _Sentence, deadline: str) -> _Sentence:
    """Return a sentence with a deadline that another sets for it."""
    owners = sentence.owners
    return replace(sentence, owners=replace(owners, deadline=owners.deadline or deadline))


def _bound(sentence: str) -> tuple[str, ...]:
    """Return who has to do something by a sentence.

    They are collectives one by one, or as worded where a list ends in one (…和其他承担任务的单位).
    """
    found = _BOUND.search(folded(sentence))
    if not found:
        return ()
    names = cut(sentence, found, "names")
    is_list = _COLLECTIVE_LIST.search(folded(names))
    return _units(names) or ((unpadded(names),) if is_list else ())
