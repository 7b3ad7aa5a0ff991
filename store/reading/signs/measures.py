"""Deadlines and targets as a text words them."""

import re
from functools import lru_cache

from store.reading.signs.lines import folded

_UNITS = (
    "%|‰|个百分点|个|個|家|项|項|件|人次|人|名|户|戶|亿元|万元|億元|萬元|元|亿|万|億|萬|亩|公顷|平方米|平方公里|公里|千米|米|吨|套|台|辆|条|處|处|座|所|场|次|期|批|篇|部|门|種|种|"
    "小时|分钟|个工作日|工作日|天|倍|片|支|株|间|床|张|册|户次|兆瓦|千瓦|立方米"
)
TARGET = re.compile(
    rf"(?<![\d第〔\[.])(?P<value>\d+(?:\.\d+)?(?:[-~—至]\d+(?:\.\d+)?)?)\s*余?(?P<unit>[万亿]?(?:{_UNITS}))"
)
"""A number with its unit."""
_LONGEST_CLAUSE = 100
_CLAUSE_END = re.compile(r"[,。;!?:、\n]")
_MONTH = r"(?:1[0-2]|[1-9])月"
_DAY = r"(?:3[01]|[12]\d|[1-9])日"
_YEAR = r"(?:20\d{2}年|今年|本年度?|明年)"
_DEADLINE = re.compile(
    rf"{_YEAR}?{_MONTH}(?:{_DAY})?(?:底以?前|底之前|底|末|初|中旬|上旬|下旬|以?前|之前)(?:前)?"
    rf"|{_YEAR}{_MONTH}(?:{_DAY})?(?=完成|投入|实现|建成|启用|出台|报送|竣工)|{_MONTH}(?:{_DAY})?(?=完成|投入|实现|建成|启用|出台|报送|竣工)"
    rf"|20\d{{2}}年(?:年?底|末|内)(?:以?前|之前)?|(?:今年|本年|年)(?:年?底|末)(?:以?前|之前)|年内|"
    rf"{_YEAR}?(?:上半年|下半年)(?=完成|实现|建成|启用|出台)|{_YEAR}?第?[一二三四1-4]季度(?:末|底)?(?:以?前|之前)"
)


_RHYTHM = re.compile(
    r"(?:长期|持续|常态化|全年|经常性?|不断|始终)(?:坚持|推进|推动|实施|开展|落实|抓好|进行|深化|完善|巩固|性工作)?(?:,(?:长期|持续)(?:坚持|推进))*"
    r"|立行立改|即知即改|立即(?:整改|完成|落实|办理)?|即时(?:办理|完成)?|每(?:年|季度?|半年|月|周|个?季度)(?:\d{1,2}[日号])?(?:底|末)?(?:以?前|之前)?(?:一次|报送)?"
)
"""Wordings of time that name no day: recurring, continuing, at once."""
_TIME = re.compile(
    rf"(?:于|在|力争|确保|计划|并)*(?:{_DEADLINE.pattern}|{_YEAR}?{_MONTH}(?:{_DAY})?|20\d{{2}}年(?:全年)?|年底|{_RHYTHM.pattern})(?:以?前|之前)?(?:全面|基本)?(?:完成|办结|整改到位|落实|落实到位|见效|实现|投入使用|建成|取得实效)?"
)


@lru_cache(maxsize=8192)
def is_time(text: str) -> bool:
    """Whether a clause says when and nothing else (6月底完成, 长期坚持, 每月25日前)."""
    parts = re.split("并|、", folded(text).strip())
    return all(_TIME.fullmatch(part) for part in parts)


def targets_in(text: str) -> tuple[str, ...]:
    """The clauses of a text that state a number with its unit."""
    one_width = folded(text)
    found: dict[str, None] = {}
    for match in TARGET.finditer(one_width):
        window = max(0, match.start() - _LONGEST_CLAUSE)
        start = max(
            (sign.end() for sign in _CLAUSE_END.finditer(one_width, window, match.start())), default=window
        )
        behind = _CLAUSE_END.search(one_width, match.end(), match.end() + _LONGEST_CLAUSE)
        end = behind.start() if behind else match.end() + _LONGEST_CLAUSE
        found[text[start:end].strip()] = None
    return tuple(found)


def deadlines_in(text: str) -> str | None:
    """The deadlines that a text words, put together; none where it words none."""
    found = dict.fromkeys(match.group() for match in _DEADLINE.finditer(folded(text)))
    return "、".join(found) or None
