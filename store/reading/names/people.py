"""Names of people in a cell or a roster line: padded (胡 军), glued (方 毅袁 洁), parted by blanks or signs."""

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from store.reading.names.units import looks_like_unit
from store.reading.signs.lines import folded, unpadded
from store.words.names import is_collective

_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛"
    "雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强"
    "贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠"
    "甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂"
    "索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈"
    "廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公亓"
    "肖闫邸佟付揭代帅岳兰苟信亢况缑楚佘佴伯赏墨哈谯笪年爱阳商牟但由仉覃岩么代刑尧卿原占仝战凡苑鹿邝麦招谌楼晋闾冼"
)
_COMPOUND = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "司徒",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "东方",
    "夏侯",
    "宇文",
    "长孙",
    "端木",
    "独孤",
    "南宫",
    "闻人",
)
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_NAME = re.compile(rf"[{_HAN}]{{2,4}}|[{_HAN}]{{1,8}}[·•‧][{_HAN}·•‧]{{1,12}}")
_OFFICE = re.compile(
    r"领导|负责|人员|主要|^各|相关|有关|委员会|书记|干部|同志|主任|主席|经理|总监|总理|[委成组队党议人]员$|研究员|调研员|巡视员|工程师|[处局办委部科室厅院所]$"
    r"|[局处科部厅院所市县区镇乡州省会校站队行署组秘馆园社场司事副]长$|.{2}[区县乡]$"
)
_POST = re.compile(
    r"(?:[局处科部厅院所市县区镇乡州省会校站队行署组秘馆园社场司]长|主任|书记|主席|总监|经理|[调巡][研视]员)$"
)
_NAMED_POST = re.compile(r"(.{2,3})(副?(?:[局处科部厅院所市县区镇乡州省校站]长|主任|书记|主席))")
_PARTS = re.compile(r"[、,;/]")


@lru_cache(maxsize=8192)
def looks_like_name(text: str) -> bool:
    """Whether a text, blanks apart, has the form of one person's name."""
    name = folded(unpadded(text))
    if not _NAME.fullmatch(name) or _OFFICE.search(name):
        return False
    return bool(set("·•‧") & set(name)) or name[0] in _SURNAMES or name[:2] in _COMPOUND


def is_office(text: str) -> bool:
    """Whether a text names an office (分管副市长, 主要负责同志) and not a person."""
    return bool(_OFFICE.search(folded(unpadded(text))))


def names_in(cell: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """The people that a cell names, without padding; what names no person (相关分管领导) stands as it is worded."""
    found: list[str] = []
    of = ""
    for start, end in _parts(cell):
        part = cell[start:end].strip()
        if folded(cell[end : end + 1]) == "、" and part not in known and looks_like_unit(unpadded(part)):
            of += unpadded(part) + "、"  # 甲局、乙局主要负责人 are not a body and a person
        else:
            found += (
                [of + name for name in _names_in_part(part, known)] if of else _names_in_part(part, known)
            )
            of = ""
    return tuple(dict.fromkeys(found))


def are_names(cell: str, known: Collection[str] = ()) -> bool:
    """Whether a cell holds names of people and nothing else."""
    names = names_in(cell, known)
    return bool(names) and all(name in known or looks_like_name(name) for name in names)


@lru_cache(maxsize=8192)
def _parts(cell: str) -> tuple[tuple[int, int], ...]:
    """Where the parts of a cell begin and end, cut at signs."""
    cuts = [-1, *(sign.start() for sign in _PARTS.finditer(folded(cell))), len(cell)]
    return tuple((before + 1, after) for before, after in pairwise(cuts) if cell[before + 1 : after].strip())


def _without_post(part: str) -> str:
    """The name alone where a post stands with it: 副县长 李 明, 李明副县长, 李明(副县长)."""
    one_form = folded(part)
    bracket = one_form.find("(")
    if bracket > 0 and one_form.endswith(")") and looks_like_name(part[:bracket]):
        return part[:bracket].strip()
    tokens = part.split()
    for used in range(1, min(4, len(tokens))):
        for name, post in ((tokens[:used], tokens[used:]), (tokens[-used:], tokens[:-used])):
            if (
                _POST.search(folded("".join(post)))
                and looks_like_name("".join(name))
                and (used == 1 or len(name[0]) == 1)
            ):
                return "".join(name)
    glued = _NAMED_POST.fullmatch(one_form)
    return part[: glued.end(1)] if glued and looks_like_name(part[: glued.end(1)]) else part


def _names_in_part(part: str, known: Collection[str]) -> list[str]:
    part = _without_post(part)
    name = unpadded(part)
    if (
        name in known
        or len(name) < 4
        or is_collective(name)
        or _OFFICE.search(folded(name))
        or len(name) > 200
    ):
        return [name]
    blanks, place = set(), 0
    for token in part.split():
        place += len(token)
        blanks.add(place)
    cut = _cheapest_cut(name, blanks, known)
    if len(blanks) == 1 and not all(one in known or looks_like_name(one) for one in cut):
        return [name]  # glued signs that are no names are no people
    return cut or ([name] if len(part.split()) == 1 else part.split())


def _cheapest_cut(text: str, blanks: set[int], known: Collection[str]) -> list[str]:
    """The cut of glued and padded names that breaks the fewest habits: a surname first, a blank behind each name."""
    best: list[tuple[int, int]] = [(0, 0)] + [(10**6, 0)] * len(text)
    for end in range(2, len(text) + 1):
        for length in (2, 3, 4):
            start = end - length
            if start < 0 or best[start][0] >= 10**6:
                continue
            cost = best[start][0] + _cost(text[start:end], start, blanks, known)
            if cost < best[end][0]:
                best[end] = (cost, start)
    if best[len(text)][0] >= 100:
        return []
    names: list[str] = []
    end = len(text)
    while end:
        start = best[end][1]
        names.append(text[start:end])
        end = start
    return names[::-1]


def _cost(name: str, start: int, blanks: set[int], known: Collection[str]) -> int:
    if name in known:
        return 0
    torn = (start + 2 in blanks and len(name) > 2) or (start + 3 in blanks and len(name) > 3)
    padded = not torn
    inner = torn or start + 1 in blanks
    one_script = folded(name)
    surname = one_script[:2] in _COMPOUND if len(name) == 4 else one_script[0] in _SURNAMES
    cut = 0 if start + len(name) in blanks else 4
    return (
        1
        + cut
        + (0 if padded else 20)
        + (0 if surname else 100 if len(name) == 4 else 8)
        + (3 if inner and len(name) > 2 else 0)
    )
