"""Deadlines and targets as a text words them."""

import re
from functools import lru_cache

from store.reading.signs.lines import folded

# What is counted in targets; of words that begin alike the longer one stands first (人次 before 人).
_UNITS = (
    "%|‰|个百分点|个|家|项|件|人次|人|名|户|亿元|万元|元|亿|万|亩|公顷|平方米|平方公里|公里|千米|米|吨|套|台|辆|条|处|座|所|场|次|"
    "期|批|篇|部|门|种|小时|分钟|个工作日|工作日|天|倍|片|支|株|间|床|张|册|户次|兆瓦|千瓦|立方米"
)
# 新增孵化机构40家, 下降5.5%, 3-5个; no number within a longer one, of a document (〔2021〕12号) or of a point
# (第3项).
TARGET = re.compile(
    rf"(?<![\d第〔\[.])(?P<value>\d+(?:\.\d+)?(?:[-~—至]\d+(?:\.\d+)?)?)\s*余?(?P<unit>[万亿]?(?:{_UNITS}))"
)
"""A number with its unit. For folded text."""
_LONGEST_CLAUSE = 100
# Where the clause of a figure ends: 新增公办学位600个以上,公办在园幼儿占比达65%。 has two.
_CLAUSE_END = re.compile(r"[,。;!?:、\n]")
_MONTH = r"(?:1[0-2]|[1-9])月"
_DAY = r"(?:3[01]|[12]\d|[1-9])日"
_YEAR = r"(?:20\d{2}年|今年|本年度?|明年)"
_DONE = "完成|投入|实现|建成|启用|出台|报送|竣工"
"""Words that make a deadline of a bare month in front of them."""
_DEADLINE = re.compile(
    # 2019年6月底前, 11月底, 2023年6月30日前.
    rf"{_YEAR}?{_MONTH}(?:{_DAY})?(?:底以?前|底之前|底|末|初|中旬|上旬|下旬|以?前|之前)(?:前)?"
    # 新校区9月投入使用: a bare month is a deadline where something is done by it.
    rf"|{_YEAR}{_MONTH}(?:{_DAY})?(?={_DONE})|{_MONTH}(?:{_DAY})?(?={_DONE})"
    # 2023年年底前, 2020年底前.
    r"|20\d{2}年(?:年?底|末|内)(?:以?前|之前)?"
    # 年底前建成; 年内 by itself.
    r"|(?:今年|本年|年)(?:年?底|末)(?:以?前|之前)|年内"
    # 上半年建成, 第三季度末前: no text here has one; kept for plans by quarter.
    rf"|{_YEAR}?(?:上半年|下半年)(?=完成|实现|建成|启用|出台)|{_YEAR}?第?[一二三四1-4]季度(?:末|底)?(?:以?前|之前)"
)


_RHYTHM = re.compile(
    # 长期坚持, 常态化推进, 持续推进,长期坚持.
    r"(?:长期|持续|常态化|全年|经常性?|不断|始终)"
    r"(?:坚持|推进|推动|实施|开展|落实|抓好|进行|深化|完善|巩固|性工作)?(?:,(?:长期|持续)(?:坚持|推进))*"
    # 立行立改, 立即整改.
    r"|立行立改|即知即改|立即(?:整改|完成|落实|办理)?|即时(?:办理|完成)?"
    # 每季度, 每月25日前, 每年底前报送.
    r"|每(?:年|季度?|半年|月|周|个?季度)(?:\d{1,2}[日号])?(?:底|末)?(?:以?前|之前)?(?:一次|报送)?"
)
"""Wordings of time that name no day: recurring, continuing, at once."""
# A whole clause that only says when: 力争6月底前完成, 年底前建成, 2021年全年, 长期坚持.
_TIME = re.compile(
    rf"(?:于|在|力争|确保|计划|并)*"
    rf"(?:{_DEADLINE.pattern}|{_YEAR}?{_MONTH}(?:{_DAY})?|20\d{{2}}年(?:全年)?|年底|{_RHYTHM.pattern})"
    r"(?:以?前|之前)?(?:全面|基本)?"
    r"(?:完成|办结|整改到位|落实|落实到位|见效|实现|投入使用|建成|取得实效)?"
)


@lru_cache(maxsize=8192)
def is_time(text: str) -> bool:
    """Tell whether a clause says when and nothing else (6月底完成, 长期坚持, 每月25日前)."""
    parts = re.split("并|、", folded(text).strip())
    return all(_TIME.fullmatch(part) for part in parts)


def targets_in(text: str) -> tuple[str, ...]:
    """Return the clauses of a text that state a number with its unit (新增孵化机构40家)."""
    one_form = folded(text)
    found: dict[str, None] = {}
    for figure in TARGET.finditer(one_form):
        start = _clause_start(one_form, figure.start())
        furthest = figure.end() + _LONGEST_CLAUSE
        behind = _CLAUSE_END.search(one_form, figure.end(), furthest)
        end = behind.start() if behind else furthest
        found[text[start:end].strip()] = None
    return tuple(found)


def _clause_start(one_form: str, within: int) -> int:
    """Return where the clause begins that a place in a text stands in."""
    start = max(0, within - _LONGEST_CLAUSE)
    for sign in _CLAUSE_END.finditer(one_form, start, within):
        start = sign.end()
    return start


def deadlines_in(text: str) -> str | None:
    """Return the deadlines that a text words, put together; none where it words none."""
    found = [match.group() for match in _DEADLINE.finditer(folded(text))]
    return "、".join(dict.fromkeys(found)) or None
