"""Names of people in a cell or a roster line: padded (胡 军), glued (方 毅袁 洁), parted by blanks or
signs.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

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
# The blocks of Chinese signs, rare ones of names beyond the first plane as well.
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_DOTS = frozenset("·•‧・")
# 胡军, 欧阳修平; and names with a dot, as of other peoples of the country: 阿不都·热合曼.
_NAME = re.compile(rf"[{_HAN}]{{2,4}}|[{_HAN}]{{1,8}}[·•‧・][{_HAN}·•‧・]{{1,12}}")
# 分管副市长, 主要负责同志, 各乡镇, 规划处, 城关区, 单位: words a name's length lets pass and no person is
# called by.
_OFFICE = re.compile(
    r"^(?:单位|党组|常务|安全|项目|方式|时间)|领导|负责|人员|主要|^各|相关|有关|委员会|书记|干部|同志|主任|主席|经理|总监|总理|[委成组队党议人]员$"
    r"|研究员|调研员|巡视员|工程师|[处局办委部科室厅院所组]$"
    r"|[局处科部厅院所市县区镇乡州省会校站队行署组秘馆园社场司事副]长$|.{2}[区县乡]$"
)
# Names of other peoples, written without a dot.
_UNUSUAL = re.compile(rf"[{_HAN}]{{2,10}}")
# What stands where a name is due and is none: 督查组, 名 单, 主持工作.
_NO_NAME = re.compile(
    r"[组队班会厅心站]$|工作|主持|分管|协助|职责|办公|会议|名单|单位|部门|机构|企业|代表|及|第|电话|备注|姓名|职务|附件|联系|方式"
    r"|事项|任务|时间|如下|情况|制度|责任|牵头|配合|^[名单备附电姓职部时方]$"
)
_LONGEST_GIVEN = 6
"""Signs of a name of one word without a surname: 阿卜杜热合曼."""
# 全体教师, 志愿者, 妇联: who stands under a role and is nobody by name.
_TOGETHER = re.compile(
    r"^[各全]|教师|职工|家长|学生|志愿者|群众|农户|骨干|人士|党员|门卫|保安|妇联|机关|公安|财政|民政"
)
_LONG = 4
"""Signs from which on a name has a surname of two."""
# A post beside a name, parted by a blank: 高远 副区长, 副县长 李 明.
_POST = re.compile(
    r"(?:[局处科部厅院所市县区镇乡州省会校站队行署组秘馆园社场司]长|主任|书记|主席|总监|经理|[调巡][研视]员)$"
)
# A post glued to a name: 李明县长. No text here has one; kept for lists that are typed so.
_NAMED_POST = re.compile(r"(.{2,3})(副?(?:[局处科部厅院所市县区镇乡州省校站]长|主任|书记|主席))")
# 胡军、徐涛; 胡军/徐涛.
_PARTS = re.compile(r"[、,;/]")

_NO_CUT = 10**6
"""Cost of a text that no names end in."""
_DEAREST = 100
"""A cut that costs as much is no list of names: eight parts without a surname, or one part of four signs."""
# What a name costs in a cut; the cheapest is taken. The examples are cells that another weight cuts wrong.
_NAME_COST = 1
"""Few names rather than many: 吕新平张 华何洪明 is 吕新平, 张华, 何洪明, not 吕新, 平张, 华何, 洪明."""
_NO_BLANK_BEHIND = 4
"""A blank mostly stands behind a name: 宋云顾云 韦时时 is 宋云, 顾云, 韦时时, not 宋云顾, 云韦, 时时."""
_TORN = 20
"""No blank stands behind the second or third sign of a longer name: 钱毅平华 明张 华 is 钱毅平, 华明,
张华.
"""
_NO_SURNAME = 8
"""A name begins with a surname: 郭峰方远洋 is 郭峰, 方远洋; at 4, 张勇金鑫倪虹 would be 张勇金, 鑫倪虹."""
_LONG_WITHOUT_SURNAME = 100
"""A name of four signs has a surname of two: 郝文夏 军王石石 is 郝文, 夏军, 王石石, not 郝文夏, 军王石石."""
_PADDED_LONG = 3
"""Padding stands in names of two signs: 陶 彧何常青 is 陶彧, 何常青, not 陶彧何, 常青."""


@lru_cache(maxsize=8192)
def looks_like_name(text: str) -> bool:
    """Tell whether a text, blanks apart, has the form of one person's name."""
    name = folded(unpadded(text))
    if not _NAME.fullmatch(name) or _OFFICE.search(name):
        return False
    if not _DOTS.isdisjoint(name) or name[:2] in _COMPOUND:
        return True
    return name[0] in _SURNAMES and len(name) < _LONG


def is_unusual_name(text: str) -> bool:
    """Tell whether a text can be a name without a surname that is known, where a name is due.

    次仁多吉, 阿卜杜拉 热合曼, 青 平: one word, or two that are both single signs or both longer.
    """
    words = folded(text).split()
    if not 1 <= len(words) <= 2 or not _UNUSUAL.fullmatch("".join(words)):
        return False
    is_spread = len(words) == 2 and len(words[0]) == len(words[1]) == 1
    if len(words) == 2 and not is_spread and min(map(len, words)) == 1:
        return False
    if any(_OFFICE.search(word) or _NO_NAME.search(word) or looks_like_unit(word) for word in words):
        return False
    return is_spread or len(words) == 2 or len(words[0]) > 2


def can_be_name(text: str) -> bool:
    """Tell whether a word can be a name where a role says that names follow: 扎西, 是珍; no 全体教师."""
    if looks_like_name(text):
        return True
    name = folded(unpadded(text))
    if not _UNUSUAL.fullmatch(name) or len(name) > _LONGEST_GIVEN or looks_like_unit(name):
        return False
    return not any(words.search(name) for words in (_OFFICE, _NO_NAME, _TOGETHER))


def words_of_compound(words: Sequence[str]) -> int:
    """Return how many words a name takes that begins with a surname of two signs alone: 欧阳 锋 two.

    It is 0 where the first word is none.
    """
    if len(words) < 2 or words[0] not in _COMPOUND or len(words[1]) > 2 or _OFFICE.search(words[1]):
        return 0
    return 3 if len(words[1]) == 1 == len("".join(words[2:3])) else 2


def is_padded(words: Sequence[str]) -> bool:
    """Tell whether words can be one padded name: one word, or a surname alone before the rest."""
    return len(words) == 1 or len(words[0]) == 1 or words[0] in _COMPOUND


def is_office(text: str) -> bool:
    """Tell whether a text names an office (分管副市长, 主要负责同志) and not a person."""
    return bool(_OFFICE.search(folded(unpadded(text))))


def names_in(cell: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """Return the people that a cell names, without padding: 胡 军 徐涛 is 胡军, 徐涛.

    What names no person (相关分管领导) stands as it is worded.
    """
    found: list[str] = []
    bodies = ""
    for start, end in _parts(cell):
        part = cell[start:end].strip()
        if folded(cell[end : end + 1]) == "、" and part not in known and looks_like_unit(unpadded(part)):
            bodies += unpadded(part) + "、"  # 甲局、乙局主要负责人 are not a body and a person
            continue
        found += (bodies + name for name in _names_in_part(part, known))
        bodies = ""
    return tuple(dict.fromkeys(found))


def are_names(cell: str, known: Collection[str] = ()) -> bool:
    """Tell whether a cell holds names of people and nothing else."""
    names = names_in(cell, known)
    others = [name for name in names if name not in known]
    return bool(names) and all(map(looks_like_name, others))


@lru_cache(maxsize=8192)
def _parts(cell: str) -> tuple[tuple[int, int], ...]:
    """Return where the parts of a cell begin and end, cut at signs."""
    parts: list[tuple[int, int]] = []
    start = 0
    for sign in _PARTS.finditer(folded(cell) + "、"):
        if cell[start : sign.start()].strip():
            parts.append((start, sign.start()))
        start = sign.end()
    return tuple(parts)


def _without_post(part: str) -> str:
    """Return the name alone where a post stands with it: 副县长 李 明, 李明县长, 李明(副县长)."""
    one_form = folded(part)
    bracket = one_form.find("(")
    if bracket > 0 and one_form.endswith(")") and looks_like_name(part[:bracket]):
        return part[:bracket].strip()
    beside = _name_beside_post(part.split())
    if beside:
        return beside
    glued = _NAMED_POST.fullmatch(one_form)
    if glued and looks_like_name(part[: glued.end(1)]):
        return part[: glued.end(1)]
    return part


def _name_beside_post(words: list[str]) -> str:
    """Return the name before or behind a post; empty where the words are not a name and a post."""
    for used in range(1, min(4, len(words))):
        for name, post in ((words[:used], words[used:]), (words[-used:], words[:-used])):
            if is_padded(name) and _POST.search(folded("".join(post))) and looks_like_name("".join(name)):
                return "".join(name)
    return ""


def _names_in_part(part: str, known: Collection[str]) -> list[str]:
    part = _without_post(part)
    name = unpadded(part)
    if name in known or _is_one_wording(name):
        return [name]
    words = part.split()
    cut = _cheapest_cut(name, _ends(words), known)
    if len(words) == 1 and not all(one in known or looks_like_name(one) for one in cut):
        return [name]  # glued signs that are no names are no people
    return cut or words


def _is_one_wording(name: str) -> bool:
    """Tell whether a text is too short or too long for several names, or names an office or a collective."""
    if not 4 <= len(name) <= 200:
        return True
    return is_collective(name) or bool(_OFFICE.search(folded(name)))


def _ends(words: list[str]) -> set[int]:
    """Return where words end, counted in signs without the blanks."""
    ends: set[int] = set()
    end = 0
    for word in words:
        end += len(word)
        ends.add(end)
    return ends


def _cheapest_cut(text: str, blanks: set[int], known: Collection[str]) -> list[str]:
    """Return the cut of glued and padded names that breaks the fewest habits.

    For each place of the text it keeps the cheapest cut that ends there, and where its last name begins.
    """
    best = [(_NO_CUT, 0)] * (len(text) + 1)
    best[0] = (0, 0)
    for end in range(2, len(text) + 1):
        for start in range(end - 2, max(end - 5, -1), -1):
            name_cost = _cost(text[start:end], start, blanks, known)
            cost = best[start][0] + name_cost
            if cost < best[end][0]:
                best[end] = (cost, start)
    if best[len(text)][0] >= _DEAREST:
        return []
    names: list[str] = []
    end = len(text)
    while end:
        start = best[end][1]
        names.append(text[start:end])
        end = start
    return names[::-1]


def _cost(name: str, start: int, blanks: set[int], known: Collection[str]) -> int:
    """Return what a name costs in a cut: a name of the roster nothing, another by the habits that it breaks.

    余成潘时军 is 余成潘, 时军 by itself, and 余成, 潘时军 where the roster has 余成.
    """
    if name in known:
        return 0
    blanks_within = blanks & set(range(start + 1, start + len(name)))
    cost = _NAME_COST
    if start + len(name) not in blanks:
        cost += _NO_BLANK_BEHIND
    surname = 2 if name[:2] in _COMPOUND else 1
    if blanks_within - {start + 1, start + surname}:
        cost += _TORN
    if blanks_within and len(name) > 2:
        cost += _PADDED_LONG
    if not _begins_with_surname(name):
        cost += _LONG_WITHOUT_SURNAME if len(name) == 4 else _NO_SURNAME
    return cost


def _begins_with_surname(name: str) -> bool:
    one_form = folded(name)
    if len(name) == 4:
        return one_form[:2] in _COMPOUND
    return one_form[0] in _SURNAMES
