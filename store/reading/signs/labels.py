"""Labels before values in running text (牵头单位:, 完成时限:), and the sentence on who leads by standing
first.
"""

import re
from typing import Literal

from store.reading.signs.lines import cut, folded
from store.reading.signs.owner_words import DUTY, words_of_kind


def _padded(words: str) -> str:
    """Return a pattern for words that the layout may have padded (牵 头 单 位)."""
    return "|".join(" ?".join(word) for word in words.split("|"))


_LEVEL = _padded(
    "主要|其他|其它|具体|直接|第一|省级|市级|县级|区级|州级|镇级|乡级|局级|本级|市直|县直|区直|行业|属地|任务|工作|项目"
)
_DUTY = _padded(DUTY)
_SURE = _padded(words_of_kind("lead", "participant"))
_BODY = _padded("单位|部门|处室|科室|股室|部室|站所|机构|地区|主体|科所|委办局|企业|学校|院系|处|科|股")
_LEADER = _padded(
    "牵头|责任|分管|主管|包抓|包保|包联|包干|挂包|联系|挂点|挂钩|挂牌|挂帅|带队|帮扶|督办|承办|落实|配合|协管|参与|主抓"
)
_PERSON = _padded("领导|责任人|负责人|负责同志|责任人员|牵头人|经办人|承办人")
_LEADERS = (
    # 分管领导, 牵头市领导, 分 管 县领导, 责任局领导, 包保县级领导.
    rf"(?:(?:{_LEADER}) ?){{1,2}}(?:[省市州区县局院校厅部镇乡委] ?级?)? ?(?:{_padded('领导')})"
    rf"|{_padded('主要责任人|直接责任人|第一责任人|具体责任人|责任人员|责任人|负责人|牵头人|经办人|承办人')}"
    # 市级领导:王明.
    rf"|(?:{_padded('省级|市级|县级|区级|州级')})(?:{_padded('领导')})"
    # 主要负责同志:王明.
    rf"|{_padded('主要负责同志|负责同志')}"
)


def _owner(duty: str) -> str:
    """Return a pattern for a label of units with a word of duty in it."""
    duties = rf"(?:(?:{_LEVEL}) ?){{0,2}}(?:(?:{duty}) ?)(?:(?:{_DUTY}) ?){{0,2}}"
    # 牵头(责任)单位, 牵头和配合部门, 责任、落实单位.
    also = rf"(?:[(](?:{_DUTY})[)]|[、/和及与] ?(?:(?:{_DUTY}) ?){{1,2}})?"
    # 责任单位(部门), 牵头科室及责任人, 责任单位/责任领导, 牵头单位和配合单位.
    more = rf"(?:[(](?:{_BODY}|{_PERSON})[)]|[、/和及与] ?(?:(?:{_DUTY}) ?)?(?:{_BODY}|{_PERSON}))?"
    return rf"{duties}{also}(?:{_BODY}){more}"


# 牵头单位, 市级责任单位; a word that is asked about only where one begins: 应急管理部门 is no 管理部门.
_OWNER = rf"{_owner(_SURE)}|(?<![\u4e00-\u9fff]){_owner(_DUTY)}|{_LEADERS}"
# 责任分工:市水务局牵头,市财政局配合.
_SHARED_OUT = _padded("责任分工|任务分工|职责分工|工作分工|责任落实")
# 验收单位:市水务局, 应急管理部门:…: no word that is known; 各有关单位: speaks to them.
_UNKNOWN = (
    r"(?:^|(?<=[\n(;,。 、]))(?![^:\n]{0,8}(?:各|有关|相关|下列|以下|上述))[\u4e00-\u9fff]{2,8}?"
    r"(?:单位|部门|处室|科室|股室) ?:"
)
_TIME = _padded("完成|整改|办理|办结|推进|实施|落实|时间|进度")
_WHEN = (
    # 完成时限, 整改期限要求.
    rf"(?:{_TIME})? ?(?:{_padded('时限|期限')})(?:{_padded('要求')})?"
    # 完成时间, 时间节点.
    rf"|(?:{_TIME})?(?:{_padded('时间')})(?:{_padded('节点|要求|安排')})?|{_padded('进度安排|进度要求')}"
)
_OTHER = (
    # 整改目标, 整改措施, 工作举措.
    rf"(?:{_padded('整改|工作|年度|主要|具体|预期|任务')})?(?:{_padded('目标|措施|举措')})"
    rf"|{_padded('成果形式|预期成效|预期成果|备注')}"
)
_SHORT = _padded("牵头|主办|主责|协办|配合|参与|参加|协助|支持|协作|责任|负责|承办|落实|完成")
_ASKED_SHORT = _padded("指导|监督|督导|督办|统筹")
LABEL = re.compile(
    # In its own brackets, the colon left out: 【牵头单位】市水务局. No text here has one; kept for lists from
    # pages.
    rf"(?<![\u4e00-\u9fff])[【\[](?:{_OWNER}|{_WHEN})[】\]] ?:?"
    # With a colon: 牵头单位:区统计局.
    rf"|(?:{_OWNER}|{_SHARED_OUT}|{_WHEN}|{_OTHER}) ?:"
    # A short word with a colon, where a clause begins: (牵头:城建股 配合:市政所 时限:11月底).
    rf"|(?:^|(?<=[\n(;,。 ]))(?:{_SHORT})(?:{_DUTY})? ?:"
    # (市水务局负责;指导:省水利厅), where no bracket stands: 监督:依法…, a heading.
    rf"|(?<=[(;,])(?:{_ASKED_SHORT}) ?:"
    rf"|{_UNKNOWN}"
    # A blank in the colon's place, where a line begins: 责任单位 市水务局.
    rf"|(?:^|(?<=\n))(?:{_OWNER}|{_padded('完成时限')}) +(?=\S)"
)
"""A label behind a point: whose task it is, till when, to what end. For folded text."""
GLUED = re.compile(rf"(?:^|(?<=[\n;,。 ]))(?:{_OWNER}|{_LEADERS}) ?[为是]?(?=[\u4e00-\u9fff])")
"""A label without its colon, where a clause of a bracket begins: (牵头单位市水务局,责任单位市财政局)."""
_NAMES_LEADERS = re.compile(rf"(?:{_PERSON})$")
_HOLDS_LEADERS = re.compile(rf"(?:{_BODY})[(、/和及与].*(?:{_PERSON})[)]?$")

Holds = Literal["units", "leaders", "both"]
"""What stands behind a label of owners: units, people, or both (牵头科室及责任人)."""


def holds(label: str) -> Holds:
    """Return what a label of owners announces."""
    word = folded(label).strip(" :【】[]")
    if _HOLDS_LEADERS.search(word):
        return "both"
    return "leaders" if _NAMES_LEADERS.search(word) else "units"


Declared = Literal["", "first", "all"]
"""Who leads where no unit is said to: nobody, the first unit of each list, or all that are responsible."""

# 排在第一位的部门为牵头部门,下同; 列首位者为牵头责任单位,其余为配合单位.
_FIRST = (
    r"[,;。]?[^,;。()]{0,14}(?:第一位|首位|排名第一|排第一|第一个|第一责任|第一单位|首个|第一家)"
    r"[^,;。()]{0,12}?(?:为|是|作为)?(?:负总责|(?:负责)?牵头)(?:责任|协调)?(?:单位|部门|处室|科室|者|的)?(?:或汇总单位)?"
    r"(?:[,;](?:其余|其他|其它|后面)[^,;。()]{0,14})?(?:[,;]?(?:以)?下同)?"
)
# In a bracket of its own (注:列第一位者为牵头单位,下同), or in a clause: (税务总局、商务部,排在第一位的…).
_DECLARATION = re.compile(rf"\((?:注:)?{_FIRST}\)|{_FIRST}")
# (市生态环境局。以下均需各县区人民政府落实,不再列出).
_DISCLAIMER = re.compile(r"[。;,]?(?:以下|以上|下面)[^。;()]{0,40}不再(?:一一|逐一|重复)?列出")
"""What an owners' bracket says for all the others."""
# 无牵头单位的,责任单位即为牵头单位: no text here says so; kept for remarks under a list.
_ALL = re.compile(
    r"(?:无|没有|未明确|未列)牵头(?:单位|部门)的,?[^,。;]{0,4}责任(?:单位|部门)[^,。;]{0,4}为牵头(?:单位|部门)"
)


def declared_by(text: str) -> Declared:
    """Return what a text declares on who leads.

    排在第一位的部门为牵头部门 declares the first; 无牵头单位的,责任单位即为牵头单位 declares all.
    """
    one_form = folded(text)
    if "牵头" not in one_form and "负总责" not in one_form:
        return ""
    if _ALL.search(one_form):
        return "all"
    return "first" if _DECLARATION.search(one_form) else ""


def said_for_all(text: str) -> str:
    """Return what a text says of all lists of units (排在第一位的部门为牵头部门), as printed.

    It is empty where the text says nothing of the kind.
    """
    one_form = folded(text)
    found = _ALL.search(one_form) or _said_for_all(one_form)
    if found is None:
        return ""
    return cut(text, found).strip(" ,;。()\uff0c\uff1b\uff08\uff09")


def without_declaration(text: str) -> str:
    """Return the text without the words that hold for all lists, or the bracket that holds only them."""
    found = _said_for_all(folded(text))
    if found is None:
        return text
    return without_declaration(text[: found.start()] + text[found.end() :])


def _said_for_all(one_form: str) -> "re.Match[str] | None":
    """Return the first words of a text that hold for all lists of units."""
    if "牵头" in one_form or "负总责" in one_form:
        declaration = _DECLARATION.search(one_form)
        if declaration:
            return declaration
    return _DISCLAIMER.search(one_form) if "不再" in one_form else None
