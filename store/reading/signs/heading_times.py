"""The time in a heading: (二)全面清查(2026年7月底前完成), 第一阶段:动员部署(3月1日—3月15日)."""

import re

from store.reading.signs.labels import LABEL
from store.reading.signs.lines import cut, folded
from store.reading.signs.measures import is_time

_LONGEST = 60
"""Signs of a heading with its time."""
_LABEL = r"(?:(?:完成|办结|实施|起止)?(?:时间|时限|期限)(?:安排|节点)?:?)?"
_FORMS = (
    # 全面清查(2026年7月底前完成), 动员部署【3月】阶段:, (时间:3月1日—15日).
    re.compile(
        rf"(?P<title>[^。;]*?)\s*[(\[【〔]\s*{_LABEL}\s*(?P<time>[^()]{{2,40}})\s*[)\]】〕]"
        r"(?P<rest>[^,。;]*)[:。]?"
    ),
    # 动员部署阶段:2026年7月底前; 动员部署阶段 2026年3月1日至15日.
    re.compile(
        rf"(?P<title>[^。;:]*?[^。;:\s]+)(?:\s*[:—,]\s*|\s+){_LABEL}"
        r"(?P<time>[^。;()]{2,40})(?P<rest>)[:。]?"
    ),
    # 3月1日—3月15日:动员部署.
    re.compile(r"(?P<title>)(?P<time>[^。;:()]{2,40}):\s*(?P<rest>[^。;]+)[:。]?"),
)

# 第一季度, 2026年上半年工作任务, 3—4月: nothing but a time.
_BARE = re.compile(
    r"(?P<time>(?:20\d\d ?年)?(?:第?[一二三四1-4](?:[、和至—-]第?[一二三四1-4])*季度|[上下]半年"
    r"|\d{1,2}(?:[、至—–-]\d{1,2})?月份?))(?:重点|主要)?(?:工作)?(?:任务|安排|计划)?:?"
)
# 时间:3月1日—15日 | 时间安排:3月16日至6月30日。
_LABELLED = re.compile(r"(?:起止|实施|整治|工作|活动)?时间(?:安排)?:(?P<time>[^。;]{2,40})[。;]?")
# (2026年10月)
_BRACKETED = re.compile(r"[(\[【〔](?P<time>[^()]{2,40})[)\]】〕][。;]?")
# 4—6月,由市教育局制定实施方案。
_FIRST_CLAUSE = re.compile(r"(?P<time>[^,。;:]{2,40})[,。;:]")
_STAGE = re.compile(r"阶段|步骤?|环节")
"""Words of a heading under which the first clause can be its time. For folded text."""


def time_of_heading(heading: str) -> tuple[str, str] | None:
    """Return a heading without its time, and the time as printed; none where it names none."""
    if len(heading) > _LONGEST:
        return None
    for form in _FORMS:
        found = form.fullmatch(folded(heading))
        if found and _says_when(found["time"]):
            title = cut(heading, found, "title") + cut(heading, found, "rest")
            title = title.strip(" \u3000:：")
            is_heading = title and not LABEL.fullmatch(f"{folded(title)}:")
            return (title, cut(heading, found, "time").strip()) if is_heading else None
    bare = _BARE.fullmatch(folded(heading))
    return (heading, cut(heading, bare, "time")) if bare else None


def _says_when(words: str) -> bool:
    clauses = re.split("[,;]", words)
    return all(map(is_time, clauses))


def time_below(heading: str, text: str) -> str | None:
    """Return the time that the first line under a heading gives it (时间:3月1日—15日), or none.

    Under the heading of a stage its first clause can be one: 准备阶段。4—6月,由….
    """
    one_form = folded(text)
    found = _LABELLED.fullmatch(one_form) or _BRACKETED.fullmatch(one_form)
    if found is None and len(heading) <= _LONGEST and _STAGE.search(folded(heading)):
        found = _FIRST_CLAUSE.match(one_form)
    return cut(text, found, "time").strip() if found and _says_when(found["time"]) else None


def stage_in(text: str) -> tuple[str, str] | None:
    """Return title and time of a stage with which a paragraph begins: 启动阶段(2026年3月底前)。市发改委…."""
    end = folded(text).find("。")
    found = time_of_heading(text[:end]) if end > 0 else None
    return found if found and _STAGE.search(folded(found[0])) else None
