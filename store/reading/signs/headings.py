"""Headings: which lines are one, where it ends, and what two printings of it share."""

import re
from collections.abc import Sequence

from store.reading.signs.lines import Line, folded, joined
from store.reading.signs.marks import mark_of
from store.words.names import name_key

_KINDS = (
    "通知|意见|方案|要点|清单|办法|通报|决定|公告|通告|规定|细则|报告|批复|名单|计划|"
    "规划|纲要|措施|分解表|分工表|任务表|一览表|台账|函|表|分解|分工|重点工作|工作安排|工作任务|安排"
)
TITLE_END = re.compile(rf"(?:{_KINDS})(?:\([^()]*\))?$")
"""How titles of notices and lists end."""
_PUNCTUATION = re.compile(r"[,。;:、!?|\t]")


def is_heading(text: str) -> bool:
    """Whether a line can be (part of) a heading: short, no sentence, no numbered point."""
    return len(text) <= 60 and not _PUNCTUATION.search(folded(text)) and mark_of(text) is None


def heading_run(lines: Sequence[Line], start: int, stop: int, names: Sequence[str] = ()) -> int:
    """Where a heading of up to four lines that begins at start ends: it equals one of the names, or ends as titles do."""
    for end in range(start + 1, min(start + 4, stop) + 1):
        text = joined(lines[start:end])
        if any(plain(text) == plain(name) for name in names):
            return end
        if not is_heading(lines[end - 1].text.replace("、", "")):
            break
        if not names and TITLE_END.search(folded(text)):
            return end
    return start


def plain(text: str) -> str:
    """A title without blanks, title marks and quotes: what two printings of it share."""
    return re.sub(r"[《》〈〉“”\"'‘’「」()]", "", name_key(folded(text)))
