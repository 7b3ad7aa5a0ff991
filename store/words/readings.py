"""How the signs of a name are read in pinyin: 重 is chong in 重庆, zhong in 重点; 单 is shan as a surname.

A table of all signs says how each is read mostly; the words and surnames that matter here and are read
otherwise are below. A sign is found by these readings alone: fu, an old reading of 市, finds no 市教育局.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

_IN_WORDS = (
    ("行", "hang", "银行 央行 农行 工行 建行 商行 支行 分行 总行 行业 行情 行长"),
    ("调", "tiao", "协调 调整 调解 调处 调剂 调节 调控 调理 空调 统调"),
    (
        "长",
        "chang",
        "长沙 长春 长江 长安 长治 长兴 长乐 长寿 长葛 长丰 长清 长垣 长汀 长阳 长泰 长宁 长庆 长岛 长岭 "
        "长海 长武 长顺 长白 长城 长三角 长株潭 长效 长期 长远 长征 长虹 长廊 特长 专长 延长 天长",
    ),
    ("重", "chong", "重庆 重阳 重组 重建 重整 重复 重新 重启 重塑 重构 重修 多重 双重"),
    ("会", "kuai", "会计 财会 会稽"),
    ("给", "ji", "供给 给水 给排水 自给 补给 配给 给予"),
    ("乐", "yue", "音乐 乐清 乐器 乐团 乐队 声乐 民乐"),
    ("乐", "lao", "乐亭"),
    ("厦", "xia", "厦门"),
    ("藏", "zang", "西藏 藏族 藏区 藏医 藏语 宝藏 援藏 涉藏 青藏 川藏"),
    ("都", "du", "都"),
    ("曾", "zeng", "曾"),
    ("翟", "zhai", "翟"),
    ("薄", "bo", "薄"),
    ("还", "huan", "还"),
    ("率", "shuai", "率先 表率 统率"),
    ("参", "shen", "人参 党参 海参"),
    ("差", "chai", "差旅 出差"),
    ("传", "zhuan", "传记 自传"),
    ("堡", "pu", "十里堡"),
    ("埔", "bu", "大埔"),
    ("巷", "hang", "巷道"),
    ("弄", "long", "里弄 弄堂"),
    ("卡", "qia", "关卡"),
    ("校", "jiao", "校对 校准 校正 校验 校核"),
    ("囤", "tun", "囤积"),
    ("番", "pan", "番禺"),
    ("洞", "tong", "洪洞"),
    ("莘", "xin", "莘庄"),
    ("六", "lu", "六安 六合区"),
    ("蚌", "beng", "蚌埠"),
    ("阿", "e", "东阿"),
    ("涡", "guo", "涡阳"),
    ("单", "shan", "单县"),
    ("尉", "yu", "尉犁 尉迟"),
    ("浚", "xun", "浚县"),
    ("铅", "yan", "铅山"),
    ("牟", "mu", "牟平 中牟"),
    ("什", "shi", "什"),
    ("佛", "fo", "佛"),
    ("畜", "xu", "畜牧 畜禽 畜产 牧畜"),
    ("轧", "zha", "轧钢"),
    ("泊", "bo", "泊位 停泊 泊头"),
    ("模", "mu", "模具"),
    ("塞", "se", "堵塞 堰塞湖"),
    ("着", "zhuo", "着力 着重"),
    ("柞", "zuo", "柞水"),
    ("省", "xing", "反省 自省"),
    ("角", "jue", "主角 角色"),
    ("便", "pian", "便宜"),
    ("朝", "zhao", "朝气 朝霞"),
    ("度", "duo", "测度"),
    ("宿", "xiu", "星宿"),
    ("降", "xiang", "投降"),
    ("峙", "shi", "繁峙"),
    ("枞", "zong", "枞阳"),
    ("珲", "hun", "珲春"),
    ("万", "mo", "万俟"),
)
"""A sign, how it is read, and the words in which it is: of two in one place the longer counts."""

_AS_SURNAMES = {
    "乐": "yue",
    "仇": "qiu",
    "区": "ou",
    "单": "shan",
    "员": "yun",
    "召": "shao",
    "卜": "bu",
    "查": "zha",
    "朴": "piao",
    "洗": "xian",
    "盖": "ge",
    "祭": "zhai",
    "秘": "bi",
    "种": "chong",
    "缪": "miao",
    "覃": "qin",
    "解": "xie",
    "郇": "xun",
    "隗": "wei",
}
"""How a sign is read where a person's name begins with it."""

_LONGEST_PERSON = 4
"""Signs that a person's name has at most."""


class Read(NamedTuple):
    """How a sign is read: as it is here, and in every way that a clerk may take it for."""

    here: tuple[str, ...]
    anyhow: tuple[str, ...]


@lru_cache(maxsize=65536)
def readings(text: str) -> tuple[Read, ...]:
    """Return how each sign of a text is read.

    A short text that begins with a surname may be a person's name or not, and is read both ways: 区委办.
    """
    signs = list(map(_of_sign, text))
    for place, reading in _of_words(text):
        signs[place] = _read(signs[place], (reading,))
    surname = _AS_SURNAMES.get(text[:1])
    if surname and len(text) <= _LONGEST_PERSON:
        signs[0] = _read(signs[0], (*signs[0].here, surname))
    return tuple(signs)


def _read(sign: Read, here: tuple[str, ...]) -> Read:
    """Return a sign that is read otherwise here than it mostly is."""
    return Read(here, tuple(dict.fromkeys((*here, *sign.anyhow))))


def _of_words(text: str) -> list[tuple[int, str]]:
    """Return places in a text and how their signs are read in the words there, longer words after shorter."""
    found = []
    for sign in set(text):
        for reading, word in _words_with().get(sign, ()):
            at = text.find(word)
            if at >= 0:
                found.append((len(word), at + word.index(sign), reading))
    return [(place, reading) for _, place, reading in sorted(found)]


@cache
def _words_with() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return by sign its words, each with how the sign is read in it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for sign, reading, words in _IN_WORDS:
        found.setdefault(sign, []).extend((reading, word) for word in words.split())
    return found


@lru_cache(maxsize=8192)
def _of_sign(sign: str) -> Read:
    """Return how a sign by itself is read; a sign that is not Chinese stands for itself."""
    table = _table()
    at = table.find(sign) if sign > "z" else -1
    if at < 0:
        return Read((sign,), (sign,))
    begin = table.rfind("\n", 0, at) + 1
    usual = _spellings(table[begin : table.index(" ", begin)])
    others = [reading for reading, _ in _words_with().get(sign, ())]
    if surname := _AS_SURNAMES.get(sign):
        others.append(surname)
    return Read(usual, tuple(dict.fromkeys((*usual, *others))))


@cache
def _table() -> str:
    from data import pinyin

    return pinyin()


def _spellings(reading: str) -> tuple[str, ...]:
    """Return how a reading is typed: 略 is lve or lue."""
    return (reading.replace("ve", "ue"), reading) if reading.endswith("ve") else (reading,)
