"""Lists of bodies cut into names: at signs and at words that join, not within one name."""

import re
from functools import lru_cache

from store.reading.signs.lines import folded, unpadded
from store.reading.signs.owner_words import ANSWERS, HOW
from store.words.names import is_collective

# What parts units in a cell; brackets are counted, since nothing is parted within them.
_CUTS = re.compile(r"[、,;。/\s]+|[()〔〕]")
_DEEPER = {"(": 1, ")": -1, "〔": 1, "〕": -1}
_BRACKET = r"(?:[(][^()]{1,12}[)])?"
_LEVEL = (
    r"(?:自治区|直辖市|计划单列市|副省级城市|地级市|设区的?市|县级市|省|市|州|盟|地区|县|区|旗|乡镇|镇街|街镇|乡|镇|街道|"
    r"(?:经济|高新|工业|产业)?(?:开发区|园区|功能区))"
)
# After a lower place no higher one goes on: 各街道、镇、市水务局, 各县(市、区)、市财政局, 各县区、市科技局.
_HIGHER = r"(?:(?<=[镇乡道街].)[省市州县区旗]|(?<=[)].)[省市州]|(?<=区.)市(?=[^、,;。()\s]{1,10}(?:[局办]|中心|公司|卫健委)))"
_ALL = r"(?:全[国省市州区县]|所辖|所属|有关|相关|各)+(?:级|地方|有关)?"
_MANY = r"(?:政府|人民政府|单位|部门|处室|科室|机构|企业|团体|人民团体|学校|社会组织|乡镇|街道)"
# Signs within one name:
_ONE_NAME = re.compile(
    # 各省、自治区、直辖市人民政府; 省、市、县三级工会; 各市、县(市、区)人民政府.
    rf"(?:(?<=^)|(?<=[、,;。/\s和及与]))(?:{_ALL})?{_LEVEL}{_BRACKET}(?:(?:、|和|及|与)(?!{_HIGHER}){_LEVEL}{_BRACKET})+"
    # 各级党委、政府; 各县(市、区)党委、政府; 各有关部门、单位.
    rf"|{_ALL}(?:[^、,;。/\s()]|[(][^()]{{1,12}}[)]){{0,14}}(?:、{_MANY})+(?=$|[、,;。/\s()]|和|及|按|分|共)"
)
# 市总工会等和各省级人民政府, 市商务局等部门及各区政府: what stands for further units is dropped, not that
# of 高等学校.
_OTHERS_WITHIN = re.compile(
    r"(?<![高中初同特平])等(?:[^、,;和及与]{0,8}?(?:部门|单位|处室|地区|机构|企业))?(?:以及|会同|[和及与])"
)
# 市商务局等部门, 市财政局等, 市水务局等8个部门 at the end.
_OTHERS = re.compile(r"等(?:[^、,;]{0,8}?(?:部门|单位|处室|地区|机构|企业))?$")
# 市水务局和市财政局; 州委编办及州直相关单位; 市水务局会同市财政局.
_AND = re.compile(r"以及|会同|[及和与]")
# A half of 甲局和乙委 ends so; 文化和旅游部 is one since 文化 does not.
_SEAL = re.compile(
    r"(?:[局部厅署院]|委|处|办|办公室|政府|中心|公司|集团|银行|支行|分行|支队|大队|总队|工会|妇联|团委|残联|科协|法院|检察院|工商联|所|站)$"
)
# 水利所和各村(社区), 林业站及各行政村.
_EVERY_PLACE = re.compile(r"各(?:行政|自然)?(?:村|社区|学校|校|居)(?:委会)?(?:\([^()]{1,6}\))?")
# 县人社局县经信局, the sign between lost. No text here has it; kept for cells whose lines were run together.
_GLUED = re.compile(r"(?<=.[局厅])(?=[省市州区县][^省市州区县局厅]{1,12}[局厅]$)")
# 市水务局分别负责, 各区按职责分工: how they do it is no part of a name; nor is 由 before it.
_HOW_BEHIND = re.compile(rf"(?<=..)(?:{HOW}(?:{ANSWERS})*|(?:{ANSWERS})+)$")
# 市水务局(按职责分工负责), or behind a comma: 市水务局,按职责分工负责.
_HOW_APART = re.compile(rf"(?:^|\()(?=[^()]*(?:职责|职能|职权|分工)){HOW}(?:{ANSWERS}|配合)*\)?$")
_BY = re.compile(r"^由(?=..)")
_LONGEST_PAIR = 60
"""Signs of X及Y that is looked at as two."""


@lru_cache(maxsize=8192)
def pieces_of(cell: str) -> tuple[tuple[str, bool], ...]:
    """Return the names in a cell, each with whether only a blank stands before it.

    It is cut at signs and blanks, not within brackets, and between two units that a word joins or
    nothing parts. What stands for further units (等部门), and how they work, is dropped.
    """
    pieces: list[tuple[str, bool]] = []
    for piece, behind_blank in _cut_at_signs(cell):
        for joined in _conjoined(piece):
            for part in _GLUED.split(joined):
                name = _bare(part)
                if name:
                    pieces.append((name, behind_blank))
    return tuple(pieces)


def _bare(part: str) -> str:
    """Return a name without padding, 由 before it and 等部门, 按职责分工负责 behind it."""
    name = unpadded(part)
    name = name[_end_of(_BY, name) :]
    how = _HOW_APART.search(folded(name)) or _HOW_BEHIND.search(folded(name))
    if how:
        name = name[: how.start()]
    return _OTHERS.sub("", name)


def _end_of(pattern: re.Pattern[str], name: str) -> int:
    found = pattern.match(folded(name))
    return found.end() if found else 0


def _cut_at_signs(cell: str) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    one_form = folded(cell)
    whole = _within_names(one_form)
    depth = start = 0
    behind_blank = False
    for cut in _CUTS.finditer(one_form):
        sign = cut.group()
        depth += _DEEPER.get(sign, 0)
        if depth <= 0 and sign not in _DEEPER and cut.start() not in whole:
            pieces.append((cell[start : cut.start()], behind_blank))
            start, behind_blank = cut.end(), sign.isspace()
    pieces.append((cell[start:], behind_blank))
    return pieces


def _within_names(one_form: str) -> set[int]:
    """Return where signs stand that are part of a name (各省、自治区、直辖市人民政府)."""
    within: set[int] = set()
    for name in _ONE_NAME.finditer(one_form):
        within.update(range(*name.span()))
    return within


def _conjoined(piece: str) -> tuple[str, ...]:
    """Return the two halves of X及Y where each is whole by itself, and those of X等和Y.

    A name that holds such a word (文化和旅游部, 各省、自治区和直辖市人民政府) stays one.
    """
    if len(piece) > _LONGEST_PAIR:
        return (piece,)
    one_form = folded(piece)
    others = _OTHERS_WITHIN.search(one_form)
    if others:
        first = piece[: others.start()]
        second = piece[others.end() :]
        return (*_conjoined(first), *_conjoined(second))
    whole = _within_names(one_form)
    for word in _AND.finditer(one_form):
        first = piece[: word.start()].strip()
        second = piece[word.end() :].strip()
        if word.start() not in whole and _is_whole(folded(first)) and _is_whole(folded(second)):
            return (*_conjoined(first), *_conjoined(second))
    return (piece,)


def _is_whole(half: str) -> bool:
    half = _HOW_BEHIND.sub("", half)
    if is_collective(half) or _EVERY_PLACE.fullmatch(half):
        return True
    return len(half) > 2 and _SEAL.search(half) is not None
