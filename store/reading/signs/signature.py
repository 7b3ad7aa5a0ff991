"""The signature under a notice: who issued it, and the date."""

import re
from collections.abc import Sequence

from store.reading.signs.headings import is_heading
from store.reading.signs.lines import Line, folded, unpadded
from store.reading.signs.marks import chinese_number

_DATE = re.compile(
    r"(?P<before>.*?)\s*(?P<year>(?:19|20)\d{2}|[一二〇零OoO○]{4})年(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日"
)


def signature_of(lines: Sequence[Line], used: set[int]) -> tuple[str, str | None, list[int]]:
    """The issuer and the date under the text, and their places."""
    for place, line in enumerate(lines):
        found = _DATE.fullmatch(line.folded.strip("() ")) if len(line.text) <= 60 else None
        if place in used or not found:
            continue
        before = line.text[: len(found["before"])].rstrip("( ")
        if before:
            if not _is_issuer(before):
                continue
            return unpadded(before), _iso(found), [place]
        first = place
        while first > 0 and first - 1 not in used and place - first < 3 and _is_issuer(lines[first - 1].text):
            first -= 1
        if first < place:
            return (
                "、".join(unpadded(signer.text) for signer in lines[first:place]),
                _iso(found),
                list(range(first, place + 1)),
            )
    return "", None, []


def is_date(text: str) -> bool:
    """Whether a folded line is a date and nothing else."""
    found = _DATE.fullmatch(text.strip("() "))
    return bool(found) and not found["before"] if found else False


def _is_issuer(text: str) -> bool:
    return (
        is_heading(text)
        and len(text) <= 30
        and bool(re.search(r"[局厅委部办院府室会处组署关团司校学]$", unpadded(folded(text))))
    )


def _iso(found: "re.Match[str]") -> str | None:
    year = (
        int(found["year"])
        if found["year"].isdigit()
        else chinese_number(re.sub("[OoO○]", "〇", found["year"]))
    )
    month, day = (
        int(part) if part.isdigit() else chinese_number(part) for part in (found["month"], found["day"])
    )
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None
