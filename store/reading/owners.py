"""Who answers for a point of running text: (牵头单位:…;责任单位:…), (X牵头,Y、Z配合), labelled lines."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from store.model import leaders_field, units_field
from store.reading.columns import field_of
from store.reading.lines import folded
from store.reading.measures import is_time
from store.reading.people import names_in
from store.reading.units import looks_like_unit, units_in

LABEL = re.compile(
    r"(?:(?:牵头|责任|主责|主办|协办|配合|协同|协助|参与|参加|承办|落实|实施|整改|督导|主要责任|其他责任)(?:责任)?"
    r"(?:单位|部门|处室|科室|股室|站所|领导|地区|主体)|责任人|分管领导|负责人"
    r"|(?:完成|整改|办理|办结|推进)?(?:时限|期限)|(?:完成|整改)时间|时间节点"
    r"|(?:整改|工作|年度)?目标|(?:整改|工作|主要|具体)?措施|成果形式|备注) ?:"
)
"""A label behind a point: whose task it is, till when, to what end."""
_LEADS = r"牵头(?:负责|组织|落实|抓总|实施)?"
_SHARES = r"(?:积极|协同|共同|协助)?(?:配合|参与|参加|协助|协同)(?:落实|实施|负责)?"
_ANSWERS = r"(?:(?:按照?|根据|依据|依)?(?:各自)?职责(?:分工)?)?(?:分别|共同|具体)?(?:负责|落实|组织实施|办理)(?:落实|实施)?"
_VERB = re.compile(rf"(?P<leads>{_LEADS})|(?P<shares>{_SHARES})|(?P<answers>{_ANSWERS})")
_WITH = re.compile(r"会同")
_FIRST_LEADS = re.compile(
    r"[,;。]?[^,;。()]{0,10}(?:第一位|首位|排名第一|排第一|第一个)[^,;。()]{0,8}?(?:为|是)?牵头(?:部门|单位|处室)?(?:[,;]?下同)?"
)
_BRACKETS = {"(": ")", "〔": "〕", "[": "]", "【": "】"}
_BETWEEN = " \n,;。" + "\uff0c\uff1b\u3000"
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Owners:
    """Both sides as worded, with a deadline and targets where they are labelled."""

    lead_units: tuple[str, ...] = ()
    lead_leaders: tuple[str, ...] = ()
    participant_units: tuple[str, ...] = ()
    participant_leaders: tuple[str, ...] = ()
    deadline: str | None = None
    targets: tuple[str, ...] = ()
    remark: str = ""
    """What other labels say (整改措施:…), under their own words."""


def first_unit_leads(text: str) -> bool:
    """Whether a text declares that the first unit of each list leads (排在第一位的部门为牵头部门)."""
    return "牵头" in folded(text) and bool(_FIRST_LEADS.search(folded(text)))


def owners_in(body: str, people: Collection[str], units: Sequence[str], first_leads: bool) -> tuple[str, Owners | None]:
    """The text without what names its owners, and the owners; none where it names none."""
    body = _without_declaration(body)
    for start, end in _bracketed(body):
        inner = body[start + 1 : end - 1]
        values = _labelled(inner) or free_clauses(inner)
        if values:
            text = body[:start] + body[end:]
            return _put_right(text), _owners(values, people, units, first_leads)
    first = LABEL.search(folded(body))
    if first and (values := _labelled(body[first.start() :])):
        return body[: first.start()].strip(), _owners(values, people, units, first_leads)
    return body, None


def _put_right(text: str) -> str:
    """A full stop that stood behind the bracket is dropped where one stands before it."""
    return re.sub(r"(?<=[。!])[。;]$", "", text.strip())


def _bracketed(body: str) -> Iterator[tuple[int, int]]:
    """Where the outermost brackets of a text begin and end, the last first."""
    spans: list[tuple[int, int]] = []
    closing: list[str] = []
    start = 0
    for place, sign in enumerate(folded(body)):
        if sign in _BRACKETS:
            start = start if closing else place
            closing.append(_BRACKETS[sign])
        elif closing and sign == closing[-1]:
            closing.pop()
            if not closing and place - start <= _LONGEST:
                spans.append((start, place + 1))
        elif sign == "\n":
            closing.clear()
    return reversed(spans)


def _labelled(text: str) -> list[tuple[str, str]]:
    """Field and value of each label; none without a label for owners."""
    labels = list(LABEL.finditer(folded(text)))
    values: list[tuple[str, str]] = []
    named = [field_of(label.group().rstrip(": ")) or "" for label in labels]
    side = next((field.partition("_")[0] for field in named if field.endswith("_units")), "lead")
    for label, following in zip(labels, [*labels[1:], None], strict=False):
        field = field_of(label.group().rstrip(": ")) or ""
        value = text[label.end() : following.start() if following else len(text)].strip(_BETWEEN)
        if field.endswith("_units"):
            side = field.partition("_")[0]
        if field in {"text", "remark"}:
            value = f"{text[label.start() : label.end()].strip()}{value}"
            field = "remark"
        values.append((f"{side}_leaders" if field == "leaders" else field, value))
    return values if any(field.endswith(("_units", "_leaders", "deadline")) for field, _ in values) else []


def free_clauses(text: str) -> list[tuple[str, str]]:
    """Field and value of each clause of X牵头,Y、Z配合, with the times that it names; none where a clause names anything but units."""
    text, times = _without_times(text)
    one_width = folded(text)
    values: list[tuple[str, str]] = []
    end = 0
    for verb in _VERB.finditer(one_width):
        names = text[end : verb.start()].strip(_BETWEEN + "、由")
        partner = _WITH.search(folded(names))
        if partner:
            values += [(units_field("lead"), names[: partner.start()]), (units_field("participant"), names[partner.end() :])]
        elif names:
            values.append((units_field("lead" if verb["leads"] else "participant"), names))
        end = verb.end()
    if not values or one_width[end:].strip(" 。;,") or not all(map(_all_units, (value for _, value in values))):
        return []
    return [*values, *(("deadline", time) for time in times)]


def _without_times(text: str) -> tuple[str, list[str]]:
    """The text without the clauses that only say when, and those."""
    clauses = re.split("([,;。\uff0c\uff1b])", text)
    times = [clause.strip() for clause in clauses if is_time(clause)]
    return "".join(clause for clause in clauses if not is_time(clause)) if times else text, times


def _without_declaration(text: str) -> str:
    """The text without the words that say who leads by standing first, and without the bracket that holds them alone."""
    found = _FIRST_LEADS.search(folded(text))
    if not found:
        return text
    before, behind = text[: found.start()], text[found.end() :]
    if folded(before).endswith("(") and folded(behind).startswith(")"):
        return before[:-1] + behind[1:]
    return before + behind


def bare_owners(body: str, units: Sequence[str], first_leads: bool) -> tuple[str, Owners | None]:
    """The text without a bracket at its end that names units and nothing else, and those; they take part unless the first leads."""
    for start, end in _bracketed(body):
        if folded(body)[end:].strip(" 。;,\n"):
            break
        inner, times = _without_times(body[start + 1 : end - 1])
        names = units_in(inner, units)
        if names and all(len(name) > 2 and looks_like_unit(name) for name in names) and not re.search("[。:《]", folded(inner)):
            values = [(units_field("participant"), inner), *(("deadline", time) for time in times)]
            return _put_right(body[:start] + body[end:]), _owners(values, (), units, first_leads)
        break
    return body, None


def _all_units(value: str) -> bool:
    units = units_in(value)
    return bool(units) and all(looks_like_unit(unit) for unit in units)


def _owners(values: Sequence[tuple[str, str]], people: Collection[str], units: Sequence[str], first_leads: bool) -> Owners:
    found: dict[str, list[str]] = {}
    for field, value in values:
        if field.endswith("_units"):
            value, times = _without_times(value)
            found.setdefault("deadline", []).extend(times)
        names = names_in(value, people) if field.endswith("_leaders") else units_in(value, units) if field.endswith("_units") else (value,)
        found.setdefault(field, []).extend(names)
    lead, participants = (tuple(dict.fromkeys(found.get(units_field(side), ()))) for side in ("lead", "participant"))
    if first_leads and not lead:
        lead, participants = participants[:1], participants[1:]
    return Owners(
        lead,
        tuple(found.get(leaders_field("lead"), ())),
        participants,
        tuple(found.get(leaders_field("participant"), ())),
        ";".join(found.get("deadline", ())) or None,
        tuple(filter(None, found.get("targets", ()))),
        ";".join(found.get("remark", ())),
    )
