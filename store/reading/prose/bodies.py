"""Bodies in running text: whether some words are names of bodies, and which body a clause is about."""

import re
from functools import lru_cache
from typing import NamedTuple

from store.reading.names.units import units_in
from store.reading.prose.deeds import FOLLOWS, VERBS
from store.reading.signs.lines import folded, unpadded
from store.words.bodies import AGENCY_END, AUTHORITY_END, COLLECTIVE_END, DIVISION_END
from store.words.names import is_collective

_LONGEST_NAMES = 120
"""Signs of a list of bodies in a sentence."""
_LONGEST_WORDING = 60
# 各地, 各省份, 各市(州), 各县区, 各级各部门.
_EVERYWHERE = re.compile(
    r"(?:全[省市县区]|省内|市内)?各(?:地|级|省份?|市|州|盟|县|旗|区|乡镇?|街道?|镇|(?:行政|自然)?村|社区|居|校|家|方|\([^()]{1,6}\)|[、和及或])+(?:地区?)?"
    "|各?(?:有关|相关)(?:方面?|各方|地区|地方)"
)
# 公安部门, 试点工作小组, 防汛指挥部, 项目单位: bodies that are called by what they are.
_KIND_OF_BODY = re.compile(
    r".+(?:部门|单位|机构|小组|专班|指挥部|联席会议|党委|党组织|社会组织|团体|机关|学校|高校|小学|中学|中心校|组)(?:\([^()]{1,6}\))?"
)
# 试点县, 示范园区, 各试点城市: places that are called by their part in the notice.
_PLACE_WITH_PART = re.compile(
    r"(?:各|有关|相关)?(?:试点|示范|先行|改革|创建|受援|支援)"
    r"(?:省份?|市|县|区|州|旗|地区|城市|乡镇|乡|镇|街道|村|社区|园区|学校|高校|医院|企业)+(?:\([^()]{1,6}\))?"
)
# 班主任, 各村党支部书记, 任课教师: people called by their post.
_ROLE = re.compile(
    r"(?:[各全][^、,;。()]{0,8}?)?(?:班主任|辅导员|(?:任课|科任)教师|校长|园长|(?:党支部|党总支|村支部?)书记|网格员|[河湖林]长|主要负责人)"
)
# 市水务局, 县经信局(县中小企业局): how the names of bodies end.
_NAMED_BODY = re.compile(rf".+(?:{DIVISION_END}|{AGENCY_END}|{AUTHORITY_END})(?:\([^()]{{1,10}}\))?")
# 各县(市、区), 省级有关部门(单位): how words for many bodies end.
_MANY_BODIES = re.compile(rf".*(?:{COLLECTIVE_END}|{AUTHORITY_END})(?:\([^()]{{1,6}}\))?")
# A body of two signs: 科委, 团委, 教育厅 has three; 全市, 大会, 社区 are no bodies.
_SHORT_BODY = re.compile(r".[委部局]|工会|妇联|科协|国办|外办")
_NO_BODY = re.compile(
    r".*(?:社会|大会|全会|市场|现场|机会|都市|城市|全[市省县区州国校院]|[本我该此][市省县区州校院局]|辖区|城区|园区|景区|山区|农村|牧区|场所|"
    r"到位|岗位|地位|单位数|学科|课堂|方面|建议|会议|项目组成)"
)
# 对各县区, 经市政府, 由市水务局: words before a name that do not belong to it, as 经 does to 经信局.
_BEFORE_NAME = re.compile(
    r"(?:对(?!外)|经(?![信济贸发开])|有(?!关|色)|从(?!化|江)|和(?![平田县顺林])|无(?![锡为])|报(?!社|业)|如(?![皋东])|当(?![涂阳])|"
    r"作为|比照|参照|厚植|扶持|[在按照将把向与及为以至到使让给凡请由并或是未不了的])"
)
# 各高校、科研院所和其他承担任务的单位; 财政、教育、卫生健康等部门.
_LIST_END = re.compile(r"(?:单位|部门|地区|机构|企业|学校|高校|医院|政府)$")
_LIST_START = re.compile(r"(?:其他)?[各有相]|[^、]{2,12}[、和]")
# 省发展改革委等省级主管部门(单位): what stands for further bodies is dropped with its bracket.
_FURTHER = re.compile(r"等[^、,;()]{0,8}部门\(单位\)$")

# A list goes on behind 、 and 和, and no name holds 由, 已 or 会同 (自由贸易区 does).
_NO_LIST = re.compile(r"[。;:《》“”\"\n]|[、和及与]$|(?<!自)由|已|会同|牵头(?!单位|部门)|前[、和及]")


class Subject(NamedTuple):
    """Who a clause is about, and where the clause goes on behind the names."""

    names: tuple[str, ...]
    end: int


@lru_cache(maxsize=16_384)
def bodies_in(words: str) -> tuple[str, ...]:
    """Return the bodies that some words name; none where any of them is no body.

    A list that ends in what its parts have in common (财政、教育等部门) is one wording.
    """
    words = words.strip()
    one_form = folded(words)
    if not words or len(words) > _LONGEST_NAMES or _NO_LIST.search(one_form):
        return ()
    further = _FURTHER.search(one_form)
    if further:
        words = words[: further.start()]
    units = units_in(words)
    if units and all(map(_is_body, units)):
        return units
    return (unpadded(words),) if _is_common_list(one_form) else ()


def _is_common_list(one_form: str) -> bool:
    """Tell whether a list ends in what its parts have in common, and begins with no other word."""
    if len(one_form) > _LONGEST_WORDING or "," in one_form:
        return False
    if VERBS.match(one_form) or _BEFORE_NAME.match(one_form):
        return False
    return bool(_LIST_END.search(one_form) and _LIST_START.match(one_form))


def is_named_body(name: str) -> bool:
    """Tell whether a wording is the name of one body (市水务局), and no word for many (各县区)."""
    return _is_body(name) and not is_collective(folded(name)) and not _EVERYWHERE.fullmatch(folded(name))


def ends_as_body(words: str) -> bool:
    """Tell whether some words end in the name of a body, whatever stands before it (对巡查工作市水务局)."""
    one_form = folded(words)
    return bool(_NAMED_BODY.fullmatch(one_form)) and not _NO_BODY.fullmatch(one_form)


def _is_body(name: str) -> bool:
    one_form = folded(name)
    if any(words.fullmatch(one_form) for words in (_EVERYWHERE, _PLACE_WITH_PART, _ROLE)):
        return True
    if _NO_BODY.fullmatch(one_form) or _BEFORE_NAME.match(one_form):
        return False
    if len(one_form) < 3 and not is_collective(one_form):
        return bool(_SHORT_BODY.fullmatch(one_form))
    if "的" in one_form or VERBS.match(one_form) or re.search(r"\d", one_form):
        return False
    if is_collective(one_form):
        return bool(_MANY_BODIES.fullmatch(one_form))
    return bool(_NAMED_BODY.fullmatch(one_form) or _KIND_OF_BODY.fullmatch(one_form))


def is_role(name: str) -> bool:
    """Tell whether a wording calls people by their post (班主任)."""
    return _ROLE.fullmatch(folded(name)) is not None


def subject_of(clause: str) -> Subject | None:
    """Return the bodies with which a clause begins, where it goes on with what they do."""
    for follows in FOLLOWS.finditer(folded(clause), 1, _LONGEST_NAMES + 8):
        names = bodies_in(clause[: follows.start()])
        if names:
            return Subject(names, follows.start())
    return None
