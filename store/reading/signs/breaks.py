"""Where one line ends and the next begins: whether a sentence goes on there, looked at alone."""

import re
from typing import Literal

from store.reading.signs.headings import ends_as_title
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import folded
from store.reading.signs.marks import mark_of
from store.reading.signs.references import NUMBER
from store.reading.signs.signature import is_date

Break = Literal["open", "goes on", "may", "ends", "new"]
"""A sentence surely goes on, seems to, may go on or not; it ends; or the next line begins something new."""

# (科技局、财 with the bracket closed on a line further down.
_OPEN = re.compile(r"\([^()]*$|《[^《》]*$|〈[^〈〉]*$|【[^【】]*$|〔[^〔〕]*$|“[^“”]*$")
# No line begins with these: 、教育局负责) goes on with the line before.
_NEVER_FIRST = re.compile(r"[,。、;:!?)》〉】〕”’…%]")
# No line ends with these: 科技局、 and 2026 before 年, 第 before 3.
_NEVER_LAST = re.compile(r"[、,(《〈【〔“]$")
_NUMBER_CUT = re.compile(r"\d[.,]?\n *[\d年月日号%个项家条章款届次]|第 ?\n *[\d一二三四五六七八九十]")
# 请认真贯彻执行。 and 最后一公里”。 and …以下简称《方案》)。
_SENTENCE_END = re.compile(r"[。:!?][”’)》】]*$")
_CLAUSE_END = re.compile(r";[”’)》】]*$")
_SENTENCE_SIGN = re.compile(r"[,。;:]")
# What stands on a line of its own: 组长:, 成 员:, 附件2:, 抄送:, 联系人:.
_OWN_LINE = re.compile(
    r"(?:第一|常务|执行|名誉|副)*(?:组 *长|成 *员|组 *员|主 *任|委 *员|召集人|总指挥|指挥长|顾 *问|联络员) *:"
    r"|附 ?件 ?(?:\d{1,2}|[一二三四五六七八九十])? ?(?::|$)"
    r"|(?:抄送|抄报|主送|联系人|联系电话|签发人|主题词) ?:"
)
# 1.2.3 编制依据 and 7.1 各省、自治区; 3.5亿元 is a figure.
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3} ")
_DOCUMENT_NUMBER = re.compile(NUMBER)
# What no page breaks: 2026, 3.5%, WPS; a sign with the comma behind it; a bracket with the sign behind it.
_TOKEN = re.compile(
    r"[A-Za-z0-9.%]+[,。、;:!?)》〉】〕”’]*"
    r"|[(《〈【〔“‘]*[^(《〈【〔“‘][,。、;:!?)》〉】〕”’…]*"
)
_LONGEST_TOKEN = 16
_LEAST_INDENT = 4
"""Cells of blanks that draw a line in."""


def break_between(line: str, following: str) -> Break:
    """Return what the end of a folded line and the start of the next say of the break between them."""
    if _NEVER_FIRST.match(following):
        return "open"
    begins = _begins(following)
    if _OPEN.search(line):
        return "goes on" if begins and not LABEL.match(following) else "open"
    if begins:
        return "new"
    if _is_cut(line, following):
        return "open"
    return _by_end(line, following)


def ends_with_label(line: str) -> bool:
    """Tell whether a folded line ends with a label whose value stands on the next: 落实到位。责任单位:."""
    return any(label.end() == len(line) for label in LABEL.finditer(line))


def _is_cut(line: str, following: str) -> bool:
    """Tell whether a list, a number or a title's last word is cut: 关于做好巡查工作的通 before 知."""
    if _NEVER_LAST.search(line) or _NUMBER_CUT.search(f"{line[-2:]}\n{following[:2]}"):
        return True
    if "关于" not in line or ends_as_title(line) or ends_as_title(following):
        return False
    return ends_as_title(line + following)


def _by_end(line: str, following: str) -> Break:
    """Return what a line's last sign says; a bracket behind a sentence may belong to it."""
    if ends_sentence(line):
        if following.startswith(("(", "【", "[")):
            return "may"
        return "goes on" if ends_with_label(line) else "ends"
    if _CLAUSE_END.search(line) or not _SENTENCE_SIGN.search(line):
        return "may"
    return "goes on"


def ends_sentence(line: str) -> bool:
    """Tell whether a folded line ends with a sentence, or with the colon over a list."""
    return _SENTENCE_END.search(line) is not None


def _begins(line: str) -> bool:
    """Tell whether a folded line begins something of its own: a numbered point, a role, a label, a date."""
    if _OWN_LINE.match(line) or _DOTTED.match(line) or LABEL.match(line) or is_date(line):
        return True
    return mark_of(line) is not None or _DOCUMENT_NUMBER.fullmatch(line) is not None


def first_token(text: str) -> str:
    """Return what of a text had to stand on one line: its first sign, or its first number or word."""
    found = _TOKEN.match(folded(text[:_LONGEST_TOKEN]))
    return text[: found.end()] if found else text[:1]


def is_indented(raw: str) -> bool:
    """Tell whether blanks draw a line in, as they do the first of a paragraph."""
    blanks = raw[: len(raw) - len(raw.lstrip())]
    return len(blanks) + blanks.count("\u3000") >= _LEAST_INDENT


def seam(text: str, following: str, *, keeps_blanks: bool) -> str:
    """Return a text and what stands behind it before the next line: nothing in Chinese, a blank in words.

    Blanks in the source are kept between numbers and words, and everywhere where they are known to be the
    text's own.
    """
    bare, behind = text.rstrip(), following.lstrip()
    has_blank = len(bare) < len(text) or len(behind) < len(following)
    ends = bare[-1:] + behind[:1]
    between_words = ends.isascii() and ends.isalnum()
    if has_blank and (keeps_blanks or between_words):
        return f"{bare} "
    if between_words and not keeps_blanks and not ends.isdecimal():
        return f"{bare} "
    return bare
