"""The signature under a notice: who issued it, and the date."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.reading.signs.headings import is_heading
from store.reading.signs.lines import SourceLine, folded, unpadded
from store.reading.signs.marks import chinese_number

_ZERO = "〇零OoO○0"
_DIGIT = f"[一二三四五六七八九{_ZERO}]"
# 2021年3月31日 and 2021 年 3 月 31 日, 二〇二一年三月三十一日 with any sign that is typed for 〇.
_LONG = (
    rf"(?P<year>(?:19|20)\d{{2}}|(?:{_DIGIT} ?){{4}}) ?年 ?"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3}) ?日"
)
# 2021-3-31, 2021.03.31, 2021/3/31.
_SHORT = r"(?P<year>(?:19|20)\d{2}) ?(?P<sign>[-./]) ?(?P<month>\d{1,2}) ?(?P=sign) ?(?P<day>\d{1,2})"
# The issuer may stand before the date, the seal be told of: 市水务局(盖章) 2021年3月31日.
_DATES = tuple(re.compile(rf"(?P<before>.*?)\s*{date}") for date in (_LONG, _SHORT))
_AT_END = tuple(re.compile(rf"{date}$") for date in (_LONG, _SHORT))
_SEAL = re.compile("[(\uff08](?:印章|盖章|公章|章|印)[)\uff09]")
# How names of bodies end that issue notices: 市科技局, 国务院办公厅, 县委, 领导小组, 市农商银行, 服务中心.
_BODY_END = re.compile(
    r"(?:[局厅委部办院府室会处组署关团司校学所站馆社队联]|银行|[支分]行|中心|专班|集团|科协|侨协)$"
)
# 国务院办公厅转发国家地震局 is the beginning of a title.
_ACT = re.compile("关于|转发|批转|印发|做好|开展|召开|成立|调整")
# 市长 高山 over the date of an order.
_SIGNER = re.compile(
    r"[省市区县州局部厅]长 +[\u4e00-\u9fff]{1,3} ?[\u4e00-\u9fff]{0,2}|主[席任] +[\u4e00-\u9fff ]{2,4}"
)
_LONGEST = 60
_LONGEST_ISSUER = 30
_MOST_ISSUERS = 6
"""Lines over the date that can name issuers, one a line."""
_ENDS_TEXT = ("。", ")", "!", "”")


class Signature(NamedTuple):
    """Who issued a notice, the date (ISO), and the indices of their lines."""

    issuer: str = ""
    date: str | None = None
    lines: Sequence[int] = ()


def signature_of(lines: Sequence[SourceLine], used: set[int]) -> Signature:
    """Return the signature under a text."""
    for index, line in enumerate(lines):
        found = _date_in(line)
        if index in used or not found:
            continue
        before = bodies(line.text[: len(found["before"])].rstrip("( \uff08"))
        if before:
            return Signature("、".join(before), _iso(found), [index])
        first = index if found["before"] else _first_issuer(lines, used, index)
        if first < index:
            issuers = [name for issuer in lines[first:index] for name in bodies(issuer.text)]
            used_here = list(range(first, index + 1))
            return Signature("、".join(issuers), _iso(found), used_here)
    return _date_alone(lines, used)


def _date_alone(lines: Sequence[SourceLine], used: set[int]) -> Signature:
    """Return the date that stands alone behind the text, under the title or last, where nobody signed."""
    for index, line in enumerate(lines):
        found = _AT_END[0].fullmatch(line.folded.strip("() "))
        if index in used or not found:
            continue
        follows_title = index - 1 in used
        before = lines[index - 1] if index else line
        follows_text = before.folded.endswith(_ENDS_TEXT) or is_signer(before)
        if follows_title or follows_text or index == len(lines) - 1:
            return Signature("", _iso(found), [index])
    return Signature()


def is_date(text: str) -> bool:
    """Tell whether a folded line is a date and nothing else."""
    return any(date.fullmatch(text.strip("() ")) for date in _AT_END)


def iso_date(text: str) -> str | None:
    """Return the date that a text is, as 2021-03-31; none where it is none."""
    for date in _AT_END:
        found = date.fullmatch(folded(text).strip("() "))
        if found:
            return _iso(found)
    return None


def without_date(text: str) -> str:
    """Return a folded line without date and seal at its end: 市水务局(盖章)2021年3月31日 is 市水务局."""
    text = text.rstrip("() ")
    for date in _AT_END:
        text = date.sub("", text)
    return _SEAL.sub("", text)


def bodies(text: str) -> list[str]:
    """Return the names of the bodies that a line prints, one or several parted by blanks."""
    text = _SEAL.sub("", text.strip())
    names = text.split()
    if len(names) > 1 and all(map(is_body, names)):
        return names
    return [unpadded(text)] if is_body(text) else []


def is_body(text: str) -> bool:
    """Tell whether a text is the name of one body, as issuers print it."""
    if not is_heading(text) or not 1 < len(text) <= _LONGEST_ISSUER:
        return False
    name = unpadded(folded(text))
    return bool(_BODY_END.search(name)) and not _ACT.search(name)


def is_signer(line: SourceLine) -> bool:
    """Tell whether a line names the head of a body who gave an order: 市长 高山."""
    return _SIGNER.fullmatch(line.folded) is not None


def _date_in(line: SourceLine) -> "re.Match[str] | None":
    """Return the date that a short line ends with; one in digits and signs stands alone."""
    if len(line.text) > _LONGEST:
        return None
    text = line.folded.strip("() ")
    return _DATES[0].fullmatch(text) or _DATES[1].fullmatch(text)


def _first_issuer(lines: Sequence[SourceLine], used: set[int], date_at: int) -> int:
    """Return the index of the first issuer over a date; the date's own where none stands there."""
    first = date_at
    while first > 0 and first - 1 not in used and date_at - first < _MOST_ISSUERS:
        if not bodies(lines[first - 1].text):
            break
        first -= 1
    return first


def _iso(found: "re.Match[str]") -> str | None:
    year = _number(re.sub(f"[{_ZERO}]", "〇", unpadded(found["year"])))
    month = _number(found["month"])
    day = _number(found["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _number(printed: str) -> int:
    digits = printed.replace("〇", "0")
    return int(digits) if digits.isascii() else chinese_number(printed)
