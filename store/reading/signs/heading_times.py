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
    return None


def _says_when(words: str) -> bool:
    clauses = re.split("[,;]", words)
    return all(map(is_time, clauses))
