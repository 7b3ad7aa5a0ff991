"""Names of units: in a cell, in a post, and which full name each wording means."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from store.reading.result import Member, Row, UnitFound
from store.reading.signs.lines import folded, unpadded
from store.records.unit import UnitKind
from store.words.names import fitting, is_collective, name_key

_DIVISION = r"处室|处|办公室|科室|室|科|股|机关党委|党委|党总支|工会|团委"
_AGENCY = r"中心|研究院|医院|学院|大学|学校|院|所|站|馆|队|园|场|社|公司|集团|银行|支行|分行|协会|学会|联合会|商会|工商联"
_BODY = (
    r"政府|(?:委|政协|人大|监委)机关"
    r"|党工委|管委会|委员会|委|局|部|厅|署|办|会|街道|镇|乡|县|区|市|州|省|国务院|法院|检察院|科协|妇联|残联|文联"
)
_UNIT = re.compile(rf".*(?:{_DIVISION}|{_AGENCY}|{_BODY})")
_RANK = (
    r"(?:党组|党委|党支部|党总支|党工委|分党组)?(?:常务|专职|兼职|第一|执行)?副?"
    r"(?:处长|科长|股长|局长|部长|厅长|院长|所长|站长|馆长|队长|校长|区长|县长|市长|省长|州长|镇长|乡长|会长|行长|署长|秘书长|司长|社长|场长|园长|"
    r"主任|书记|主席|理事长|董事长|总经理|经理|总理|总工程师|总监|调研员|巡视员|主任科员|成员|委员|负责人|干部|科员|办事员|工作人员|联络员|专员|研究员|工程师)"
)
_POST = re.compile(
    rf"(?P<unit>.*?(?:{_DIVISION}|{_AGENCY}|{_BODY}))?(?P<rank>(?:[一二三四]级)?{_RANK})(?P<note>\([^()]*\))?"
)
_HEAD = re.compile(r"(?:党组|党委|党支部|党总支|党工委)?(?:.长|.{2}长|主任|书记|主席|总经理|经理|总理)$")
_CUTS = re.compile(r"[、,;。/\s]+|[()]")
_AND = re.compile(r"以及|[及和与]")
_SEAL = re.compile(
    r"(?:[局部厅署院]|委|处|办|办公室|中心|公司|集团|银行|支行|分行|支队|大队|总队|工会|妇联|团委|残联|科协|法院|检察院|工商联)$"
)
_OTHERS = re.compile(r"等(?:[^、,;]{0,6}?(?:有关|相关|各有关|各相关)?(?:部门|单位|处室|地区|成员单位))?$")
_GLUED = re.compile(r"(?<=.[局厅])(?=[省市州区县][^省市州区县局厅]{1,12}[局厅]$)")
_COUNT = re.compile(r".*\d+ ?[处所座场队站馆园社个家项]?")
_NOTE = re.compile(r"(?<=.)\([^()]{1,8}\)$")
"""A note behind a unit's name: (牵头), (功能区)."""
_MOST_COMPARISONS = 2_000_000


def units_in(cell: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The units that a cell names, as worded without padding; a word broken by a blank is one where only the whole is a unit."""
    full_names = list(known)
    found: list[str] = []
    for piece, behind_blank in _pieces(cell):
        if (
            behind_blank
            and found
            and not _is_unit(found[-1], full_names)
            and _is_unit(found[-1] + piece, full_names)
        ):
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def _pieces(cell: str) -> tuple[tuple[str, bool], ...]:
    """The cell cut at signs and blanks, not within brackets, each piece with whether only a blank stands before it.

    What stands for further units (等部门) is dropped.
    """
    pieces: list[tuple[str, bool]] = []
    depth = start = 0
    blank = False
    for sign in _CUTS.finditer(folded(cell)):
        depth += {"(": 1, ")": -1}.get(sign.group(), 0)
        if depth <= 0 and sign.group() not in "()":
            pieces.append((cell[start : sign.start()], blank))
            start, blank = sign.end(), sign.group().isspace()
    pieces.append((cell[start:], blank))
    parts = (
        (part, blank)
        for piece, blank in pieces
        for glued in _conjoined(piece)
        for part in _GLUED.split(glued)
    )
    return tuple((name, blank) for part, blank in parts if (name := _OTHERS.sub("", unpadded(part))))


def _conjoined(piece: str) -> tuple[str, ...]:
    """The two halves of X及Y where each is whole by itself; a name that holds such a word (文化和旅游部) stays one."""
    for word in _AND.finditer(folded(piece)) if len(piece) <= 60 else ():
        halves = piece[: word.start()].strip(), piece[word.end() :].strip()
        if all(is_collective(half) or (len(half) > 2 and _SEAL.search(half)) for half in map(folded, halves)):
            return (*_conjoined(halves[0]), *_conjoined(halves[1]))
    return (piece,)


@lru_cache(maxsize=8192)
def looks_like_unit(name: str) -> bool:
    """Whether a wording ends as names of units do, or stands for several."""
    one_width = _NOTE.sub("", folded(name))
    return (bool(_UNIT.fullmatch(one_width)) and not _COUNT.fullmatch(one_width)) or is_collective(one_width)


def _is_unit(name: str, known: Sequence[str]) -> bool:
    return looks_like_unit(name) or bool(fitting(name, known))


def unit_of_post(post: str) -> tuple[str | None, bool, bool]:
    """The unit that a post is in, whether the post heads it, and whether as acting head (主持工作).

    A lone character (局党组书记) is the issuer itself and no unit of its own.
    """
    unit: str | None = None
    heads = acting = False
    for clause in re.split(r"[、,;\s]", folded(post)):
        found = _POST.fullmatch(clause)
        if not found:
            continue
        if found["unit"] and len(found["unit"]) > 1:
            if unit:
                break
            unit = found["unit"]
        elif not unit:
            continue
        leads = bool(_HEAD.match(found["rank"])) and "副" not in found["rank"]
        acting = acting or "主持" in (found["note"] or "")
        heads = heads or leads or acting
    if unit is None and _UNIT.fullmatch(folded(post)) and len(post) <= 20:
        return post, False, False
    return unit, heads, acting


def kind_of(full_name: str) -> UnitKind:
    """The kind of a unit by how its name ends; bodies with a seal of their own are outside bodies."""
    if re.search(rf"(?:{_DIVISION})$", full_name):
        return "division"
    if re.search(rf"(?:{_AGENCY})$", full_name):
        return "affiliated_agency"
    return "outside_body"


def meanings(wordings: Iterable[str], full_names: Collection[str]) -> dict[str, list[str]]:
    """The full names that each wording can mean, collectives apart; only equal ones where there are far too many to compare."""
    single = [wording for wording in dict.fromkeys(wordings) if not is_collective(wording)]
    if len(single) * len(full_names) <= _MOST_COMPARISONS:
        return {wording: fitting(wording, full_names) for wording in single}
    by_key = {name_key(name): [name] for name in full_names}
    return {wording: by_key.get(name_key(wording), []) for wording in single}


def units_found(roster: Sequence[Member], rows: Sequence[Row]) -> tuple[UnitFound, ...]:
    """The units of the roster with the shorter wordings of the rows as aliases, then those that only the rows name."""
    members: dict[str, list[Member]] = {}
    for member in roster:
        if member.unit:
            members.setdefault(member.unit, []).append(member)
    aliases: dict[str, list[str]] = {unit: [] for unit in members}
    others: dict[str, str] = {}
    for wording, means in meanings(
        (wording for row in rows for wording in (*row.lead_units, *row.participant_units)), members
    ).items():
        if len(means) == 1 and name_key(means[0]) != name_key(wording):
            aliases[means[0]].append(wording)
        elif not means:
            others.setdefault(name_key(wording), wording)
    return (
        *(_unit_with_head(unit, tuple(aliases[unit]), of_unit) for unit, of_unit in members.items()),
        *(UnitFound(wording, kind_of(wording)) for wording in others.values()),
    )


def _unit_with_head(unit: str, aliases: tuple[str, ...], members: Sequence[Member]) -> UnitFound:
    for member in members:
        _, heads, acting = unit_of_post(member.post)
        if heads:
            return UnitFound(unit, kind_of(unit), aliases, member.name, acting)
    return UnitFound(unit, kind_of(unit), aliases)
