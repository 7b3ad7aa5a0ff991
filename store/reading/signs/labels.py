"""Labels in front of values in running text (牵头单位:, 完成时限:), and the sentence that says who leads by standing first."""

import re
from typing import Literal

from store.reading.signs.lines import folded


def _padded(words: str) -> str:
    """A pattern for words that the layout may have padded (牵 头 单 位)."""
    return "|".join(" ?".join(word) for word in words.split("|"))


_PART = _padded(
    "牵头|责任|主责|主办|主管|协办|配合|协同|协助|参与|参加|承办|落实|实施|整改|督导|督办|主要|其他|市级|县级|区级|具体"
)
_BODY = _padded("单位|部门|处室|科室|股室|站所|机构|地区|主体")
_LEADER = _padded("牵头|责任|分管|主管|包抓|包保|联系|挂点|挂钩|督办")
_OWNER = (
    rf"(?:(?:{_PART}) ?){{1,3}}(?:[(](?:{_PART})[)]|[、/和及](?:{_PART}))?(?:{_BODY})"
    rf"|(?:(?:{_LEADER}) ?){{1,2}}[省市州区县局院校]?(?:{_padded('领导')})"
    rf"|{_padded('主要责任人|责任人|负责人|牵头人|经办人')}"
)
_TIME = _padded("完成|整改|办理|办结|推进|实施|落实|时间|进度")
_WHEN = (
    rf"(?:{_TIME})? ?(?:{_padded('时限|期限')})(?:{_padded('要求')})?"
    rf"|(?:{_TIME})?(?:{_padded('时间')})(?:{_padded('节点|要求|安排')})?|{_padded('进度安排|进度要求')}"
)
_OTHER = (
    rf"(?:{_padded('整改|工作|年度|主要|具体|预期|任务')})?(?:{_padded('目标|措施|举措')})"
    rf"|{_padded('成果形式|预期成效|预期成果|备注')}"
)
_SHORT = _padded("牵头|主办|协办|配合|参与|协助|责任|落实|完成")
LABEL = re.compile(
    rf"(?<![\u4e00-\u9fff])[【\[](?:{_OWNER}|{_WHEN})[】\]] ?:?"
    rf"|(?:{_OWNER}|{_WHEN}|{_OTHER}) ?:"
    rf"|(?:^|(?<=[\n(;,。 ]))(?:{_SHORT}) ?:"
    rf"|(?:^|(?<=\n))(?:{_OWNER}|{_padded('完成时限')}) +(?=\S)"
)
"""A label behind a point: whose task it is, till when, to what end. For folded text."""

Declared = Literal["", "first", "all"]
"""Who leads where no unit is said to: nobody, the first unit of each list, or all that are responsible."""

_FIRST = (
    r"[,;。]?[^,;。()]{0,14}(?:第一位|首位|排名第一|排第一|第一个|第一责任|首个|第一家)[^,;。()]{0,12}?(?:为|是|作为)?牵头[^,;。()]{0,8}?"
    r"(?:单位|部门|处室|者|的)?(?:[,;]?(?:以)?下同)?"
)
_DECLARATION = re.compile(rf"\((?:注:)?{_FIRST}\)|{_FIRST}")
_DISCLAIMER = re.compile(r"[。;,]?(?:以下|以上|下面)[^。;()]{0,40}不再(?:一一|逐一|重复)?列出")
"""What an owners' bracket says for all the others (以下均需地方落实,不再列出)."""
_ALL = re.compile(
    r"(?:无|没有|未明确|未列)牵头(?:单位|部门)的,?[^,。;]{0,4}责任(?:单位|部门)[^,。;]{0,4}为牵头(?:单位|部门)"
)


def declared_by(text: str) -> Declared:
    """What a text declares on who leads (排在第一位的部门为牵头部门, 无牵头单位的,责任单位即为牵头单位)."""
    one_form = folded(text)
    if "牵头" not in one_form:
        return ""
    return "all" if _ALL.search(one_form) else "first" if _DECLARATION.search(one_form) else ""


def said_for_all(text: str) -> str:
    """What a text says of all lists of units (排在第一位的部门为牵头部门), as printed; empty where it says nothing of the kind."""
    found = _ALL.search(folded(text)) or _said_for_all(folded(text))
    return text[found.start() : found.end()].strip(" ,;。()\uff0c\uff1b\uff08\uff09") if found else ""


def without_declaration(text: str) -> str:
    """The text without the words that say who leads by standing first, and without the bracket that holds them alone."""
    found = _said_for_all(folded(text))
    return without_declaration(text[: found.start()] + text[found.end() :]) if found else text


def _said_for_all(one_form: str) -> "re.Match[str] | None":
    """The first words of a text that hold for all lists of units."""
    found = _DECLARATION.search(one_form) if "牵头" in one_form else None
    return found or (_DISCLAIMER.search(one_form) if "不再" in one_form else None)
