"""The lines of a title: each a whole thought, together a 梯形 or 菱形 (GB/T 9704-2012, 7.3.1).

No dictionary parts the title into words. What is surely one stays whole: a name of the list, 《…》, a number
with what it counts, a word that titles are made of. Of the rest, words of two characters are the likeliest.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from store.words.line_breaking import NOT_FIRST, NOT_LAST, Measure, parted

_WORDS = (
    "关于 印发 调整 成立 开展 做好 推进 推动 促进 加快 加强 深化 优化 落实 贯彻 实施 建设 发展 创新 提升 完善 强化 规范 "
    "重点 工作 任务 要点 清单 台账 名单 方案 意见 通知 办法 计划 安排 制度 措施 目标 责任 分工 分解 汇总 对照 报告 情况 结果 "
    "领导 小组 成员 单位 部门 办公室 联络员 通讯录 政府 人民政府 委员会 全省 全市 全区 全县 改革 服务 管理 监督 治理 整治 "
    "全国 行动 专项 项目 政策 科技 经济 社会 企业 产业 农业 农村 城市 文化 教育 卫生 生态 环境 营商环境 安全 生产 乡村振兴 "
    "高质量 现代化 数字化 信息化 一体化 年度 季度 上半年 下半年 矩阵 分配 核对 变更 记录 移交 对照表 汇总表 分工表 分解单"
)
"""What the titles of notices and lists are made of."""
_WHOLE = (
    # 《关于优化营商环境的意见》, “放管服”, （征求意见稿）.
    r"《[^《》]*》|“[^“”]*”|（[^（）]*）|\([^()]*\)",
    # 武科〔2021〕12号.
    r"〔\d{4}〕\d+号",
    # 2021年6月30日, 2021—2023年, 40家, 第3批, 90%.
    r"第?[\d.]+(?:[—–~至-][\d.]+)*(?:年(?:\d+月(?:\d+日)?)?|月(?:\d+日)?|[^\d\s《》“”（）()、，]?)",
    # 二〇二一年, 第十四个五年.
    r"第?[〇零一二三四五六七八九十]{2,}[年月日次批届个]?",
    # WPS, 5G.
    r"[A-Za-z0-9+.-]+",
    # 清河市科技局关于…, 县委办公室2021年….
    r"^[^《》“”\d、，]{1,12}?(?:人民政府|委员会|办公室|管委会|[局厅委办])(?=关于|\d|《|“|[一二三四五六七八九]〇?)",
)
_OPENING = "《“（("
_ABOUT = "关于"
"""Goes with what follows it."""
_NEVER = 1000
_IN_WORD, _IN_TWO, _BETWEEN_TWO, _WITHIN = 40, 16, 8, 20
"""What a break costs: in a word, in unknown characters, between two pairs of them, in a long quotation."""
_AFTER_JOINING, _AFTER_QUOTATION, _BESIDE_UNKNOWN, _BEFORE_ABOUT = 14, 6, 3, -6
"""What it costs between words: 和 stands with what follows; “放管服” too; 关于 begins a line well."""
_HOURGLASS, _OBLONG, _SHORT, _UNEVEN = 60, 6, 40, 30
"""What a shape costs: short in the middle, all alike, a line under 2/5 of the widest, any difference."""
_MOST_LINES = 4


class _Piece(NamedTuple):
    """A part of a title: what surely stays whole, or a run of characters of which nothing is known."""

    text: str
    is_known: bool
    is_within: bool = False
    """Whether it stands within a quotation or a name too long for a line."""


def title_lines(title: str, measure: Measure, width: int, names: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the lines of a title in a width: as few as it needs, one more where else a word would part.

    `names` are those of the list. A title that fills its line to the last character takes two.
    """
    full = width - 2 * measure("国")
    if measure(title) <= max(full, width // 2):
        return (title,)
    fewest = max(2, len(parted(title, width, measure)))
    if fewest > _MOST_LINES:
        return _plain(title, measure, width)

    def is_long(text: str) -> bool:
        return measure(text) > (width * 4 // 5 if text[0] in _OPENING else width)

    costs = _costs(title, list(_pieces(title, names, is_long)))
    found: list[tuple[int, tuple[str, ...]]] = []
    for count in (fewest, fewest + 1):
        found += _ways(title, count, costs, measure, width)
        if found and min(found)[0] < _IN_WORD:
            break
    return min(found)[1] if found else _plain(title, measure, width)


def _plain(title: str, measure: Measure, width: int) -> tuple[str, ...]:
    return tuple(line.rstrip() for line in parted(title, width, measure))


def _ways(
    title: str, count: int, costs: Sequence[int], measure: Measure, width: int
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the ways to part a title into a count of lines, each with what it costs."""
    places = [at for at in range(1, len(title)) if costs[at] < _NEVER]
    size = lru_cache(None)(measure)
    for chosen in combinations(places, count - 1):
        ends = (0, *chosen, len(title))
        lines = tuple(title[start:end].strip() for start, end in pairwise(ends))
        sizes = [size(line) for line in lines]
        if max(sizes) <= width:
            words = sum(costs[at] for at in chosen)
            yield words + _shape(sizes, measure("国")), lines


def _shape(sizes: Sequence[int], sign: int) -> int:
    """Return what the shape of some lines costs: a 梯形 or 菱形 of lines not too unlike costs least."""
    widest = max(sizes)
    least = min(sizes)
    cost = _UNEVEN * (widest - least) // widest
    if widest - least < sign:
        cost += _OBLONG
    if least * 5 < widest * 2:
        cost += _SHORT
    for before, here, after in zip(sizes, sizes[1:], sizes[2:], strict=False):
        if here < before and here < after:
            cost += _HOURGLASS
    return cost


def _costs(title: str, pieces: Sequence[_Piece]) -> list[int]:
    """Return what a break before each character of a title costs."""
    costs = [0] * len(title)
    at = 0
    for before, piece in pairwise((_Piece("", True), *pieces)):
        costs[at] = _between(before, piece)
        costs[at + 1 : at + len(piece.text)] = _inside(piece)
        at += len(piece.text)
    for place in range(1, len(title)):
        if title[place] in NOT_FIRST or title[place - 1] in NOT_LAST or title[place] == "的":
            costs[place] = _NEVER
    return costs


def _between(before: _Piece, after: _Piece) -> int:
    if before.is_within and after.is_within:
        return _WITHIN
    if before.text == _ABOUT:
        return _IN_WORD
    if after.text == _ABOUT:
        return _BEFORE_ABOUT
    if before.text in ("和", "与", "及", "暨"):
        return _AFTER_JOINING
    if before.text.endswith("”"):
        return _AFTER_QUOTATION
    return 0 if before.is_known and after.is_known else _BESIDE_UNKNOWN


def _inside(piece: _Piece) -> list[int]:
    """Return what a break within a piece costs, place by place."""
    count = len(piece.text)
    if piece.is_known:
        return [_NEVER] * (count - 1)
    is_even = count % 2 == 0
    pairs = _BETWEEN_TWO if is_even else _IN_TWO
    least = _WITHIN if piece.is_within else 0
    return [least + (_IN_WORD if is_even and place % 2 else pairs) for place in range(1, count)]


def _pieces(title: str, names: Sequence[str], is_long: Callable[[str], bool]) -> Iterator[_Piece]:
    """Yield the parts of a title in their order; what is too long for a line in its own parts."""
    end = 0
    for match in _known(tuple(names)).finditer(title):
        if match.start() > end:
            yield _Piece(title[end : match.start()], False)
        end = match.end()
        if is_long(match.group()):
            yield from _parts_of(match.group())
        else:
            yield _Piece(match.group(), True)
    if end < len(title):
        yield _Piece(title[end:], False)


def _parts_of(long: str) -> Iterator[_Piece]:
    """Yield the parts of a quotation or a name: its first sign, words, its last sign."""
    yield _Piece(long[0], True, True)
    for piece in _pieces(long[1:-1], (), lambda text: False):
        yield piece._replace(is_within=True)
    yield _Piece(long[-1], True, True)


@lru_cache(maxsize=8)
def _known(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for what is surely whole, the longer before the shorter."""
    longest = sorted({*names, *_WORDS.split()} - {""}, key=len, reverse=True)
    words = map(re.escape, longest)
    return re.compile("|".join((*_WHOLE, *words, "[和与及暨、的]")))
