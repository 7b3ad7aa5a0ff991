"""Who answers for what by the words of a sentence: 请X…, 由X牵头,会同Y…, X要…在6月底前完成."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from store.reading.names.owners import Owners
from store.reading.names.units import looks_like_unit, units_in
from store.reading.prose.outline import Node, walk
from store.reading.result import TaskFound
from store.reading.signs.lines import folded, unpadded
from store.reading.signs.measures import deadlines_in, targets_in
from store.words.names import is_collective

_SENTENCE = re.compile(r"[^。;\n]+[。;]?[”’」』)]*")
_NAMES = r"[^,。;:()“”《》\n]"
_OTHERS = r"(?:等(?:有关|相关|各有关)?(?:部门|单位|地区)?)?"
_NEXT = (
    r"(?:牵头|会同|商|在|于|按|根据|依据|依托|结合|落实|负责|要|应|须|需|抓紧|尽快|切实|认真|制定|研究|提出|组织|将|对|与|加快|积极|加强|做好|"
    r"开展|指导|督促|配合|完善|进一步|从|就|每|及时|明确|具体|统筹)"
)
_ASKED = re.compile(rf"(?<![申邀报提恳敬呈])请(?=(?P<names>{_NAMES}{{2,120}}))")
_LED = re.compile(r"牵头(?!工作|单位|部门|处室|抓总作用|作用|人|职责)")
_JOINED = re.compile(rf"(?:负责)?[,]?(?:会同|商)(?P<names>{_NAMES}{{2,120}}?){_OTHERS}(?=[,。;]|{_NEXT}|$)")
_SHARED = re.compile(
    rf"(?:负责)?[,](?P<names>{_NAMES}{{2,120}}?){_OTHERS}(?:积极|协同|共同)?(?:配合|参与|参加|协助|按职责分工负责)"
)
_JOINTLY = re.compile(
    rf"(?:^由?|[,:]由?|由)(?P<lead>(?!由){_NAMES}{{2,60}}?)会同(?P<names>{_NAMES}{{2,120}}?){_OTHERS}"
    r"(?=[,。;]|(?:负责|推进|推动|建立|健全|实施|制定|落实|加强|优化|深化|编制|出台|组织|开展|研究|提出|做好|完善)|$)"
)
_GIVEN = re.compile(rf"由(?P<names>{_NAMES}{{2,120}}?){_OTHERS}(?:按职责分工|分别|共同|具体)?负责")
_BOUND = re.compile(rf"(?:^|[,:])(?P<names>[各有相]{_NAMES}{{2,80}}?)(?:都|均)?(?:要|应当?|须|需)")
_ABOVE = re.compile(r"(?:以上|上述)(?:各项)?(?:工作|任务|事项|要求)")

_LONGEST = 600
"""Signs of a sentence that are looked at."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    owners: Owners
    place: int
    """Lines of the point before it."""


def rows_of_sentences(nodes: Sequence[Node]) -> tuple[TaskFound, ...]:
    """The tasks that single sentences of the points give to somebody; nothing where no sentence names a body."""
    rows: list[TaskFound] = []
    for node in walk(nodes):
        for sentence in _tasks(node.body):
            owners = sentence.owners
            rows.append(
                TaskFound(
                    item=f"{node.mark.printed}{node.heading}",
                    number="",
                    text=sentence.text,
                    source=(node.lines[sentence.place].number, node.lines[sentence.place].number),
                    lead_units=owners.lead_units,
                    participant_units=owners.participant_units,
                    deadline=owners.deadline or deadlines_in(sentence.text),
                    targets=targets_in(sentence.text),
                )
            )
    return tuple(rows)


def owners_of_text(text: str) -> Owners | None:
    """Who a point names in its running text; none where its sentences name several, or nobody."""
    found = [
        owners
        for sentence in _SENTENCE.finditer(text[: 10 * _LONGEST])
        if (owners := owners_of_sentence(sentence.group().strip()))
    ]
    return found[0] if len(found) == 1 else None


def owners_of_sentence(sentence: str) -> Owners | None:
    """Who a sentence asks or names to lead; none where it is not said beyond doubt."""
    sentence = sentence[:_LONGEST]
    one_width = folded(sentence)
    for verb in _LED.finditer(one_width):
        start = (
            max(one_width.rfind(sign, max(0, verb.start() - 120), verb.start()) for sign in ",;。:(由请\n")
            + 1
        )
        if lead := _units(sentence[start : verb.start()]):
            return Owners(lead_units=lead, participant_units=_partners(sentence, verb.end()))
    for asked in _ASKED.finditer(one_width):
        if owners := _asked(sentence, asked.start("names"), asked.end("names")):
            return owners
    for joint in _JOINTLY.finditer(one_width):
        lead, partners = (_units(sentence[joint.start(side) : joint.end(side)]) for side in ("lead", "names"))
        if lead and partners:
            return Owners(lead_units=lead, participant_units=partners)
    given = _GIVEN.search(one_width)
    if given and (units := _units(sentence[given.start("names") : given.end("names")])):
        return Owners(participant_units=units)
    return None


def _asked(sentence: str, start: int, end: int) -> Owners | None:
    """The units between 请 and what they are asked to do; a single one leads."""
    one_width = folded(sentence)
    for verb in re.finditer(rf"{_OTHERS}(?={_NEXT})", one_width[start:end]):
        units = _units(sentence[start : start + verb.start()])
        if not units:
            continue
        partners = _partners(sentence, start + verb.end())
        collective = all(is_collective(folded(unit)) for unit in units)
        if collective and not partners and not deadlines_in(sentence):
            return None  # 请各单位认真执行 closes a notice and is no task
        alone = len(units) == 1 and not collective
        return (
            Owners(lead_units=units, participant_units=partners)
            if alone or partners
            else Owners(participant_units=units)
        )
    return None


def _partners(sentence: str, place: int) -> tuple[str, ...]:
    one_width = folded(sentence)
    found = _JOINED.match(one_width, place) or _SHARED.match(one_width, place)
    return _units(sentence[found.start("names") : found.end("names")]) if found else ()


def _units(names: str) -> tuple[str, ...]:
    """The units that some words name; nothing where any of them is no unit."""
    units = units_in(names) if len(names) <= 120 else ()
    return (
        units
        if all(
            len(unit) > 1 and (looks_like_unit(unit) or unit in {"有关部门", "相关部门"}) for unit in units
        )
        else ()
    )


def _tasks(body: str) -> Iterator[_Sentence]:
    """The sentences of a point that bind somebody; a deadline set for 以上工作 holds for those before it."""
    waiting: list[_Sentence] = []
    place = counted = 0
    for found in _SENTENCE.finditer(body):
        text = found.group().strip()
        place += body.count("\n", counted, found.start())
        counted = found.start()
        deadline = deadlines_in(text)
        owners = owners_of_sentence(text)
        if owners is None and _ABOVE.match(folded(text)) and deadline:
            yield from (
                replace(task, owners=replace(task.owners, deadline=task.owners.deadline or deadline))
                for task in waiting
            )
            waiting = []
        elif owners is not None:
            yield from (task for task in waiting if deadlines_in(task.text))
            waiting = []
            yield _Sentence(text, owners, place)
        elif bound := _bound(text):
            waiting.append(_Sentence(text, Owners(participant_units=bound), place))
    yield from (task for task in waiting if deadlines_in(task.text))


def _bound(sentence: str) -> tuple[str, ...]:
    """Who has to do something by a sentence: collectives one by one, or as worded where a list ends in one (…以及其他单位)."""
    found = _BOUND.search(folded(sentence))
    if not found:
        return ()
    names = sentence[found.start("names") : found.end("names")]
    if units := _units(names):
        return units
    return (unpadded(names),) if re.search(r"(?:单位|部门|地区|机构|企业|学校)$", folded(names)) else ()
