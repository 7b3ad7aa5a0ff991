"""Headings: which lines are one, where it ends, and what two printings of it share."""

import re
from collections.abc import Sequence

from store.reading.signs.lines import SourceLine, folded, joined
from store.reading.signs.marks import mark_of
from store.words.names import name_key

_KINDS = (
    "通知|意见|方案|要点|清单|办法|通报|决定|公告|通告|规定|细则|报告|批复|名单|计划|答复|预案|条例|规则|规程|章程|"
    "规划|纲要|措施|分解表|分工表|任务表|一览表|台账|函|表|分解|分工|重点工作|工作安排|工作任务|安排"
)
# A kind of document, with a remark in brackets at most: 关于印发…的通知, 工作方案(试行).
_TITLE_END = re.compile(rf"(?:{_KINDS})(?:\([^()]*\))?$")
# Signs that no heading holds: a sentence's, or the bar and the tab of a table.
_PUNCTUATION = re.compile(r"[,。;:、!?|\t]")
_LONGEST = 60
_MOST_LINES = 4
"""Lines over which a heading can run."""


def is_heading(text: str) -> bool:
    """Tell whether a line can be (part of) a heading: short, no sentence, no numbered point."""
    if len(text) > _LONGEST or _PUNCTUATION.search(folded(text)):
        return False
    return mark_of(text) is None


def ends_as_title(text: str) -> bool:
    """Tell whether a folded text ends as titles of notices and lists do (…的通知, …工作方案(试行))."""
    return _TITLE_END.search(text) is not None


def heading_run(lines: Sequence[SourceLine], start: int, stop: int, names: Sequence[str] = ()) -> int:
    """Return where a heading that begins at start ends: it equals one of the names, or ends as titles do.

    It runs over up to four lines; where none begins, its end is its start.
    """
    wanted = {plain(name) for name in names}
    for end in range(start + 1, min(start + _MOST_LINES, stop) + 1):
        text = joined(lines[start:end])
        if wanted and plain(text) in wanted:
            return end
        # A heading may list things (农业、水利、林业工作要点), as no other heading line may.
        if not is_heading(lines[end - 1].text.replace("、", "")):
            break
        if not names and ends_as_title(folded(text)):
            return end
    return start


def plain(text: str) -> str:
    """Return a title without blanks, title marks and quotes: what two printings of it share."""
    return re.sub(r"[《》〈〉“”\"'‘’「」()]", "", name_key(folded(text)))
