"""The signature under a notice: who issued it, and the date."""

import re
from collections.abc import Sequence

from store.reading.signs.headings import is_heading
from store.reading.signs.lines import SourceLine, folded, unpadded
from store.reading.signs.marks import chinese_number

# 2021年3月31日, 二〇二一年三月三十一日 with any sign that is typed for 〇; the issuer may stand before it.
_DATE = re.compile(
    r"(?P<before>.*?)\s*(?P<year>(?:19|20)\d{2}|[一二〇零OoO○]{4})年"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
# How names of bodies end that issue notices: 市科技局, 国务院办公厅, 县委, 领导小组, 市政府.
_BODY_END = re.compile(r"[局厅委部办院府室会处组署关团司校学]$")
_LONGEST = 60
_LONGEST_ISSUER = 30
_MOST_ISSUERS = 3
"""Lines over the date that can name issuers, one a line."""


def signature_of(lines: Sequence[SourceLine], used: set[int]) -> tuple[str, str | None, list[int]]:
    """Return the issuer and the date under the text, and the indices of their lines."""
    for index, line in enumerate(lines):
        found = _date_in(line)
        if index in used or not found:
            continue
        before = line.text[: len(found["before"])].rstrip("( ")
        if before and is_body(before):
            return unpadded(before), _iso(found), [index]
        first = index if before else _first_issuer(lines, used, index)
        if first < index:
            issuers = [unpadded(issuer.text) for issuer in lines[first:index]]
            used_here = list(range(first, index + 1))
            return "、".join(issuers), _iso(found), used_here
    return "", None, []


def is_date(text: str) -> bool:
    """Tell whether a folded line is a date and nothing else."""
    found = _DATE.fullmatch(text.strip("() "))
    return found is not None and not found["before"]


def _date_in(line: SourceLine) -> "re.Match[str] | None":
    if len(line.text) > _LONGEST:
        return None
    return _DATE.fullmatch(line.folded.strip("() "))


def _first_issuer(lines: Sequence[SourceLine], used: set[int], date_at: int) -> int:
    """Return the index of the first issuer over a date; the date's own where none stands there."""
    first = date_at
    while first > 0 and first - 1 not in used and date_at - first < _MOST_ISSUERS:
        if not is_body(lines[first - 1].text):
            break
        first -= 1
    return first


def is_body(text: str) -> bool:
    """Tell whether a text is the name of one body, as issuers print it."""
    return (
        is_heading(text) and len(text) <= _LONGEST_ISSUER and bool(_BODY_END.search(unpadded(folded(text))))
    )


def _iso(found: "re.Match[str]") -> str | None:
    year = _number(re.sub("[OoO○]", "〇", found["year"]))
    month = _number(found["month"])
    day = _number(found["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else chinese_number(printed)
