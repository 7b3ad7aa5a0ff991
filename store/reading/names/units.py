"""Names of units: in a cell, in a post, and which full name each wording means."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from store.reading.names.cutting import pieces_of
from store.reading.result import Member, TaskFound, UnitFound
from store.reading.signs.declarations import MARKS
from store.reading.signs.lines import folded
from store.reading.signs.owner_words import NAMED
from store.records.unit import UnitKind
from store.words.bodies import AGENCY_END, AUTHORITY_END, DIVISION_END
from store.words.names import acts_as_head, fitting, is_collective, name_key

_BODY_END = rf"{DIVISION_END}|{AGENCY_END}|{AUTHORITY_END}"
# 成果处, 创业中心, 市水务局.
_UNIT = re.compile(rf".*(?:{_BODY_END})")
_RANK = (
    r"(?:党组|党委|党支部|党总支|党工委|分党组)?(?:常务|专职|兼职|第一|执行)?副?"
    r"(?:处长|科长|股长|局长|部长|厅长|院长|所长|站长|馆长|队长|校长|区长|县长|市长|省长|州长|镇长|乡长|会长|行长|署长|秘书长|司长|社长|场长|园长|"
    r"主任|书记|主席|理事长|董事长|总经理|经理|总理|总工程师|总监|调研员|巡视员|主任科员|成员|委员|负责人|干部|科员|办事员|工作人员|联络员|专员|研究员|工程师)"
)
# 成果处处长, 办公室副主任(主持工作), 规划处二级调研员; the unit may be left out: 局党组书记.
_POST = re.compile(rf"(?P<unit>.*?(?:{_BODY_END}))?(?P<rank>(?:[一二三四]级)?{_RANK})(?P<note>\([^()]*\))?")
# Ranks that head a unit where no 副 stands in them: 处长, 秘书长, 主任, 党委书记.
_HEAD = re.compile(r"(?:党组|党委|党支部|党总支|党工委)?(?:.长|.{2}长|主任|书记|主席|总经理|经理|总理)$")
# 新建3处, 清理2所 end as units do and are figures. No text here has one; kept for target columns.
_COUNT = re.compile(r".*\d+ ?[处所座场队站馆园社个家项]?")
_NOTE = re.compile(r"(?<=.)[(\[〔【][^()\[\]〔〕【】]{1,8}[)\]〕】]$")
"""A note behind a unit's name: (牵头), (功能区)."""
_LONGEST_UNIT = 20
"""Signs of a post that can be a unit alone (市水务局)."""
# 财政部门, 公安机关: bodies by what they are for; 牵头部门 is a label.
_BY_TASK = re.compile(r".{2,8}(?:部门|机关)")
# 经市政府(批准), 报省财政厅, 市水务局指导, 各单位进行评估: words in a sentence; 经信局, 市对外办 are names.
_IN_SENTENCE = re.compile(
    r"^(?:经|报|送|向|对|将|把|按照?|根据|依据)(?=国务院|中央|上级|本级|所在|[省市州区县本][^场]{2})"
    r"|进行|开展|做好|加强|负责(?!人|同志)|.要(?!闻|素|塞)|.应(?!急|用|对)|.对(?!外|口|台)"
    r"|.(?:报|送|经|由|向)(?=国务院|中央|上级|[省市州区县](?:委|政府|人民政府))"
    r"|.(?:指导|(?<!市场)监督|同意|批准|审核|研究|备案|审定|办理|抓好)$"
)
_MOST_COMPARISONS = 2_000_000


class UnitOfPost(NamedTuple):
    """The unit that a post is in, whether the post heads it, and whether as acting head (主持工作)."""

    unit: str | None = None
    heads: bool = False
    acting: bool = False


def units_in(cell: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the units that a cell names, as worded without padding.

    A word broken by a blank (市生态 环境局) is one where only the whole is a unit.
    """
    full_names = list(known)
    found: list[str] = []
    for piece, behind_blank in pieces_of(cell):
        if behind_blank and found and _is_rest_of(found[-1], piece, full_names):
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(dict.fromkeys(found))


def _is_rest_of(first: str, piece: str, known: Sequence[str]) -> bool:
    return not _is_unit(first, known) and _is_unit(first + piece, known)


@lru_cache(maxsize=8192)
def looks_like_unit(name: str) -> bool:
    """Tell whether a wording ends as names of units do, or stands for several."""
    one_form = _NOTE.sub("", folded(name).strip(MARKS))
    if is_in_sentence(one_form):
        return False
    if is_collective(one_form):
        return True
    if _BY_TASK.fullmatch(one_form):
        return not NAMED.match(one_form)
    return bool(_UNIT.fullmatch(one_form)) and not _COUNT.fullmatch(one_form)


def is_in_sentence(name: str) -> bool:
    """Tell whether a wording is cut out of a sentence (经市政府批准, 各单位进行评估) and names no body."""
    return bool(_IN_SENTENCE.search(folded(name)))


def _is_unit(name: str, known: Sequence[str]) -> bool:
    return looks_like_unit(name) or bool(fitting(name, known))


def post_in_unit(post: str, unit: str) -> str:
    """Return a post with the unit before it that it is in: 副主任 in 市发改委 is 市发改委副主任, once."""
    return post if post.startswith(unit) else unit + post


def unit_of_post(post: str) -> UnitOfPost:
    """Return the unit that a post is in and how it stands to it: 成果处处长 heads 成果处.

    A lone character (局党组书记) is the issuer itself and no unit of its own. Of several posts those in
    the first unit count.
    """
    unit: str | None = None
    heads = acting = False
    for clause in re.split(r"[、,;\s]", folded(post)):
        found = _POST.fullmatch(clause)
        named = _named_unit(found)
        if unit and named:
            break
        unit = unit or named
        if found and unit:
            acting |= acts_as_head(found["note"] or "")
            heads |= acting or _heads(found["rank"])
    return UnitOfPost(unit or _unit_alone(post), heads, acting)


def is_post(text: str) -> bool:
    """Tell whether a text is a post and nothing else: 财务部部长, 副总经理."""
    return bool(_POST.fullmatch(folded(text)))


def _unit_alone(post: str) -> str | None:
    """Return a post that is the name of a unit (市水务局), as rosters of several bodies print."""
    is_unit = len(post) <= _LONGEST_UNIT and _UNIT.fullmatch(folded(post))
    return post if is_unit else None


def _named_unit(found: "re.Match[str] | None") -> str | None:
    unit = found["unit"] if found else None
    return unit if unit and len(unit) > 1 else None


def _heads(rank: str) -> bool:
    return bool(_HEAD.match(rank)) and "副" not in rank


def kind_of(full_name: str) -> UnitKind:
    """Return the kind of a unit by how its name ends; bodies with a seal of their own are outside bodies."""
    if re.search(rf"(?:{DIVISION_END})$", full_name):
        return "division"
    if re.search(rf"(?:{AGENCY_END})$", full_name):
        return "affiliated_agency"
    return "outside_body"


def meanings(wordings: Iterable[str], full_names: Collection[str]) -> dict[str, list[str]]:
    """Return the full names that each wording can mean, collectives apart.

    Where there are far too many to compare, it can mean equal ones only.
    """
    single = [wording for wording in dict.fromkeys(wordings) if not is_collective(wording)]
    if len(single) * len(full_names) <= _MOST_COMPARISONS:
        return {wording: fitting(wording, full_names) for wording in single}
    by_key = {name_key(name): [name] for name in full_names}
    return {wording: by_key.get(name_key(wording), []) for wording in single}


def units_found(roster: Sequence[Member], tasks: Sequence[TaskFound]) -> tuple[UnitFound, ...]:
    """Return the units that a notice names.

    Those of the roster stand first, with the shorter wordings of the tasks as aliases; then those
    that only the tasks name.
    """
    members: dict[str, list[Member]] = {}
    for member in roster:
        if member.unit:
            members.setdefault(member.unit, []).append(member)
    wordings = [wording for task in tasks for wording in task.units]
    aliases, others = _sorted_out(wordings, members)
    found: list[UnitFound] = []
    for unit, of_unit in members.items():
        found.append(_unit_with_head(unit, tuple(aliases[unit]), of_unit))
    for wording in others:
        found.append(UnitFound(wording, kind_of(wording)))
    return tuple(found)


def _sorted_out(
    wordings: Iterable[str], full_names: Mapping[str, object]
) -> tuple[dict[str, list[str]], list[str]]:
    """Return the wordings that are aliases, by the full name they mean, and those that mean none of them."""
    aliases: dict[str, list[str]] = {full_name: [] for full_name in full_names}
    others: dict[str, str] = {}
    for wording, means in meanings(wordings, full_names.keys()).items():
        if not means:
            others.setdefault(name_key(wording), wording)
        elif len(means) == 1 and name_key(means[0]) != name_key(wording):
            aliases[means[0]].append(wording)
    return aliases, list(others.values())


def _unit_with_head(unit: str, aliases: tuple[str, ...], members: Sequence[Member]) -> UnitFound:
    for member in members:
        post = unit_of_post(member.post)
        if post.heads:
            return UnitFound(unit, kind_of(unit), aliases, member.name, post.acting)
    return UnitFound(unit, kind_of(unit), aliases)
