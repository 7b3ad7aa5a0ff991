"""Labels before values in running text (牵头单位:, 完成时限:)."""

import re
from typing import Literal

from store.reading.signs.lines import folded
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
    "牵头|责任|分管|主管|包抓|包保|包联|包干|包案|包片|挂包|挂联|联挂|联系|挂点|挂钩|挂牌|挂帅|带队|帮扶|督办|承办|落实|配合|协管|参与|主抓"
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
