"""Deadlines and targets as a text words them."""

import re
from functools import lru_cache

from store.reading.signs.lines import folded, unpadded
from store.reading.signs.plain_times import plain_times
from store.reading.signs.time_words import DONE
from store.reading.signs.times import Time, times_in

# What is counted in targets; of words that begin alike the longer one stands first (人次 before 人).
_UNITS = (
    "%|‰|个百分点|个工作日|个|家|项|件|人次|人|名|户次|户|亿元|万元|元|亿|万|亩|公顷|平方米|平方公里|公里|千米|米|吨|套|台|辆|条|处|座|所|场|次|"
    "期|批|篇|部|门|种|小时|分钟|工作日|天|倍|片|支|株|间|床|张|册|兆瓦|千瓦|立方米"
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
# 2026年汛期前, 春节前, 入冬前: no day that a calendar of ours knows, yet a deadline.
_EVENT = re.compile(
    r"(?:20\d{2}年|今年|明年)?(?:主?汛期?|入汛|春节|国庆节?|元旦|中秋节?|“?[五七十]一”?|端午节?|清明节?|供暖季?|采暖[季期]?|"
    r"入冬|入夏|春耕|秋收|暑[期假]|寒假|开学|学期末|学年末)(?:到来|来临|结束)?(?:以?前|之前)"
)
_OFTEN = re.compile(
    r"(?:至少|定期|向|[^,。;]{0,12}?)(?:报送|上报|报告|通报|调度|开展|召开|检查|督[查导]|评估|总结)"
)
"""What is done at each beat of a rhythm: 每季度通报进展, 每半年开展一次评估."""
# 4月至6月开展自查, 7—9月集中整治; 3月至5月开展的调查 and 组织了培训 are told of.
_DOING = re.compile(
    r"(?:集中|组织|全面|统一|逐步)*(?:开展|进行|组织|实施|集中|自查|整改)(?![^,。;]{0,12}[了的])"
)
"""What is done within a span of time."""
_IS_PAST = re.compile(
    r"[,，]?已|(?:登记|注册|设立|成立|签订|批准|颁布|印发|出生|取得|购[买置]|开工|竣工|建成|投产|投入|使用|生产|参保|发生)+的"
)
"""Behind a time that something was done by: 2025年底前已建成, 2026年6月30日前登记的企业."""
_AROUND_TIME = re.compile(r"(?:于|在|力争|确保|计划|预计|拟|到|自|从|即日|起|至|并|[-—~～]|\s)*")
_BEHIND_TIME = re.compile(
    r"(?:以?前|之前)?(?:推进|坚持|全面|基本)*(?:全部)?"
    r"(?:完成|办结|整改到位|落实|落实到位|见效|实现|投入使用|建成|取得实效|开展|报送|一次)?"
)
_LONGEST_TIME = 60
_FIGURE = re.compile(r"\s*\d{1,2}[-./]\d{1,2}\s*")
"""6.30 may be a day and may be a figure."""
_DONE = re.compile(DONE)
_RHYTHM = re.compile(
    # 长期坚持, 2026年全年推进, 持续推进,长期坚持.
    r"(?:20\d{2}年)?(?:长期|持续|常态化|全年|经常性?|不断|始终)"
    r"(?:坚持|推进|推动|实施|开展|落实|抓好|进行|深化|完善|巩固|性工作)?(?:,(?:长期|持续)(?:坚持|推进))*"
    # 立行立改, 立即整改.
    r"|立[行查整]立改|即知即改|立即(?:整改|完成|落实|办理)?|即时(?:办理|完成)?"
)
"""Wordings of time that name no day: continuing, at once."""


@lru_cache(maxsize=8192)
def is_time(text: str) -> bool:
    """Tell whether a clause says when and nothing else (6月底完成, 长期坚持, 每月25日前)."""
    if len(text) > _LONGEST_TIME:
        return False
    parts = re.split("并|、", plain_times(text).text.strip())
    return all(map(_is_one_time, parts))


def _is_one_time(part: str) -> bool:
    """Tell whether a part of a clause is a time, with words around it at most: 力争2026年6月底前基本完成."""
    if _RHYTHM.fullmatch(part):
        return True
    event = _EVENT.match(part)
    if event:
        return _BEHIND_TIME.fullmatch(part, event.end()) is not None
    if _FIGURE.fullmatch(part):
        return False
    end = 0
    for time in times_in(part):
        if time.ends.told_by in {"continuing", "immediate"}:
            break
        if not _AROUND_TIME.fullmatch(part, end, time.start):
            return False
        end = time.end
    return end > 0 and _BEHIND_TIME.fullmatch(part, end) is not None


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
    plain = plain_times(text)
    found: dict[str, None] = {}
    places = [(event.start(), event.end()) for event in _EVENT.finditer(plain.text)]
    places += [(time.start, time.end) for time in times_in(plain.text) if _is_deadline(time, plain.text)]
    for start, end in sorted(places):
        found[unpadded(plain.printed(start, end))] = None
    return "、".join(found) or None


def _is_deadline(time: Time, text: str) -> bool:
    """Tell whether a time in a text is one by which something is to be done.

    A day by itself is none (6月30日召开会议); before it, at its end, or where something is done by it, it is.
    """
    if _IS_PAST.match(text, time.end):
        return False
    ends = time.ends
    wording = ends.match.group()
    is_before = wording.endswith(("前", "内"))
    match ends.told_by:
        case "recurring":
            is_often = ends.says("period") in {"周", "月", "季", "半年"} and bool(
                _OFTEN.match(text, time.end)
            )
            return is_before or wording.endswith(("底", "末")) or is_often
        case "dated":
            is_due = bool(_DONE.match(text, time.end))
            is_span_of_deed = time.begins is not None and bool(_DOING.match(text, time.end))
            return is_before or bool(ends.says("part")) or is_due or is_span_of_deed
        case "year":
            return is_before or (bool(ends.says("year")) and wording.endswith(("底", "末")))
        case "half" | "quarter" | "plan":
            at_end = wording.endswith(("底", "末"))
            return is_before or at_end or bool(_DONE.match(text, time.end))
    return is_before
