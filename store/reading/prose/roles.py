"""Roles in a group (组长, 青年委员, 现场总指挥): told by the form of a line, in any padding."""

import re
from typing import NamedTuple

from store.reading.names.entries import people_of
from store.reading.names.people import looks_like_name
from store.reading.names.units import is_post, looks_like_unit
from store.reading.names.unnamed import unnamed_of
from store.reading.prose.members import member_units, members_in
from store.reading.signs.lines import cut, folded, unpadded
from store.reading.signs.marks import mark_of

_HEADS = "组长 成员 组员 召集人 顾问 主任 主任委员 委员 委员长 指挥长 指挥 会长 理事长 理事 主席 队长 队员 政委 政治委员"
"""Roles that a roster may begin with."""
_OTHERS = (
    "秘书长 秘书 干事长 干事 监事长 监事 负责人 牵头人 联络人 联络员 协调人 协调员 督导员 观察员 信息员 专员 "
    "专家 总监 书记 参谋长 领队 评委 工作人员 组成人员"
)
_BEFORE = "第一 第二 常务 执行 名誉 荣誉 青年 专职 兼职 特邀 首席 轮值 联席 现场 前方 技术 主要 副 总"
"""What stands before them: 第一召集人, 常务副主任委员."""


def _spaced(words: str) -> str:
    """Return a pattern for words as the layout may have padded them, longer ones first."""
    longest_first = sorted(words.split(), key=len, reverse=True)
    return "|".join(r"\s*".join(word) for word in longest_first)


ROLE = rf"(?:(?:{_spaced(_BEFORE)})\s*)*(?:{_spaced(f'{_HEADS} {_OTHERS}')})"
"""A role that is known, in any padding. For folded text."""
# 组长:盛继亮; 成员(按单位排序):…; 副组长 徐涛; 组长张三丰 局长; 成　员 alone on its line.
_AT_START = re.compile(
    rf"(?P<role>{ROLE})(?:\s*(?P<note>\([^()]{{2,30}}\))(?=\s*(?::|$)))?"
    r"\s*(?P<sign>:|$|\s(?=\s*\S)|(?=\S))\s*"
)
_MAY_BEGIN = re.compile(rf"(?:{'|'.join(_HEADS.split())})$")
# 组长 张三丰 局长: these heads begin a roster without a colon; 主任 李明 stands under orders as well.
_MAY_BEGIN_WEAKLY = re.compile(r"(?:组长|组员|召集人|指挥长|总指挥)$")
_NEVER_POST = re.compile(r"(?:[委成组队]员|[联观]\w员|顾问|专家|代表)$")
# 青年工作委员:高山; 主要联系人(兼): a role that no list holds, before a colon.
_LABELLED = re.compile(r"(?P<role>[\u3400-\u9fff\s]{2,24}?)\s*(?:(?P<note>\([^()]{2,30}\))\s*)?:\s*")
_LONGEST_ROLE = 14
# 联系电话:…, 附件:…, 名单如下: are no roles.
_NO_ROLE = re.compile(
    r"电话|手机|传真|邮箱|邮编|地址|方式|附件|抄送|主送|日期|时间|备注|说明|如下|包括|职责|任务|制度|注$|为$|是$|由$"
)
# 办公室:, 综合协调组, (一)专项工作组成员名单: groups within the group.
_GROUP_NAME = re.compile(
    r"(?:.*(?:组|小组|办公室|专班|指挥部|分队|工作队|委员会|专委会|联席会议|领导机构))(?:(?:组成)?(?:人员|成员))?(?:名单|分工)?:?"
)
# 第一工作组(城关镇); 办公室(设在市发改委) tells of the office.
_PLACE = re.compile(r"\((?!.*(?:设在|主任|兼|姓氏|排序|排名))[^()]{2,20}\)(?=:?$)")
_LONGEST_GROUP = 30
_NO_GROUP = frozenset("。,;、")


# 委  员:(按单位排序).
_NOTE = re.compile(r"\([^()]{2,30}\)")
# 组长:盛继亮 副组长:徐涛 on one line. No text here has it; kept for copies from PDF.
_INNER = re.compile(rf"{ROLE}\s*:")
# 副组长:副书记李四: what stands right behind a role is a post.
_BEHIND_ROLE = re.compile(rf"{ROLE}\s*:\s*$")
_WORD_BEFORE = re.compile(r"[\u3400-\u9fff]*$")
# 组长张三丰,副组长李四、王五;成员:赵六.
_INNER_GLUED = re.compile(rf"(?:^|(?<=[,;:、\s])){ROLE}(?:\s*:|(?=[\u3400-\u9fff]{{2,4}}(?:[,;、\s(]|$)))")


class RoleFound(NamedTuple):
    """The role that a line begins with, and the text behind it."""

    role: str
    behind: str
    is_sure: bool
    """Whether a colon or nothing stands behind the role."""
    note: str = ""
    """The remark in brackets behind it, which names nobody: (按单位排序)."""

    @property
    def may_begin_roster(self) -> bool:
        """Whether it is surely the role of a head or a member of the group, or one with its person."""
        role = folded(self.role)
        if self.is_sure:
            return bool(_MAY_BEGIN.search(role))
        return bool(_MAY_BEGIN_WEAKLY.search(role)) and bool(people_of(self.behind))

    def of_no_role(self) -> "RoleFound":
        """Return what stands behind the words before the colon, which are the name of a group and no role."""
        return RoleFound("", self.behind, is_sure=True)


def role_of(text: str) -> RoleFound | None:
    """Return the role that a line begins with, or none; without a sign behind it, people have to follow."""
    one_form = folded(text)
    found = _AT_START.match(one_form)
    if found is None:
        return None
    behind = text[found.end() :].strip()
    is_sure = found["sign"] == ":" or not behind
    if not found["sign"] and behind and not _begins_with_name(behind):
        return None
    return _found(text, found, behind, is_sure)


def _found(text: str, found: "re.Match[str]", behind: str, is_sure: bool) -> RoleFound:
    """Return the role that was found in a text, a remark before or behind its colon apart."""
    role, note = unpadded(cut(text, found, "role")), cut(text, found, "note")
    if not note and _NOTE.fullmatch(folded(behind)):
        return RoleFound(role, "", is_sure, behind)
    return RoleFound(role, behind, is_sure, note)


def labelled_role_of(text: str) -> RoleFound | None:
    """Return the words before a line's colon as a role, where nobody is called so and they name no unit.

    Within a roster only: 常务理事单位代表:高山. What is no known role still parts the people below it from
    the role before.
    """
    found = _LABELLED.match(folded(text))
    if found is None:
        return None
    read = _found(text, found, text[found.end() :].strip(), is_sure=True)
    if len(read.role) > _LONGEST_ROLE or _NO_ROLE.search(folded(read.role)) or looks_like_name(read.role):
        return None
    if is_post(read.role) and not ends_as_role(read.role):
        return None
    names_others = not read.behind or unnamed_of(read.behind) or names_units(read.role)
    return read if names_others or people_of(read.behind) else None


def numbered_role_of(text: str, below: str = "") -> RoleFound | None:
    """Return the role behind the number of a line, where somebody is named there or below: (一)组长:高山.

    (一)组长:全面负责 tells what the head of a group does.
    """
    mark = mark_of(text)
    found = role_of(mark.rest) or _units_labelled(mark.rest) if mark else None
    if found is None or not found.is_sure:
        return None
    named = found.behind or below
    return found if members_in(named) or member_units(named) else None


def names_units(role: str) -> bool:
    """Tell whether a role is that of bodies without anybody's name: 成员单位."""
    return bool(_OF_UNITS.search(folded(role)))


def _units_labelled(text: str) -> RoleFound | None:
    found = labelled_role_of(text)
    return found if found and names_units(found.role) else None


# 成员单位:县发改局、县财政局; 领导小组成员单位(共12家):….
_OF_UNITS = re.compile(r"(?:成员|组成)单位$")


def is_role(text: str) -> bool:
    """Tell whether a text is a role and nothing else (副 组 长, 青年工作委员)."""
    found = role_of(text)
    return (found is not None and not found.behind) or ends_as_role(text)


def role_titled(title: str) -> str:
    """Return the role of all whom a list names, by its title: 专家名单 are 专家; empty where it says none."""
    found = _ROLE_LIST.search(unpadded(folded(title)))
    return found[1] if found else ""


# …领导小组成员名单, 联络员信息表, 专家组成人员名单.
_ROLE_LIST = re.compile(
    r"(成员|组员|委员|联络员|联系人|专家|顾问|队员|观察员|信息员)(?:基本|推荐)?(?:信息|情况|登记)?(?:名单|一览表|汇总表|统计表|表)"
)


def ends_as_role(text: str) -> bool:
    """Tell whether a text ends as roles do and posts do not: 青年工作委员, 特约代表; not 副主任."""
    return bool(_NEVER_POST.search(unpadded(folded(text))))


def is_group_name(text: str) -> bool:
    """Tell whether a text without its number can head a group within the roster (综合协调组:)."""
    name = _PLACE.sub("", unpadded(folded(text)))
    if not 0 < len(name) <= _LONGEST_GROUP or not _NO_GROUP.isdisjoint(name):
        return False
    return bool(_GROUP_NAME.fullmatch(name)) and not people_of(text)


def group_named(text: str) -> str:
    """Return the name of a group within the roster by its heading: (一)综合协调组成员名单: is 综合协调组."""
    name = unpadded(text).rstrip(":\uff1a")
    return _LIST_WORDS.sub("", name) or name


# 综合协调组成员名单, 办公室组成人员.
_LIST_WORDS = re.compile(r"(?:(?:组成)?(?:人员|成员))?(?:名单|分工)$|(?:组成)?(?:人员|成员)$")


def _begins_with_name(behind: str) -> bool:
    """Tell whether a text glued to a role begins with a person: 组长张三丰 局长, 副组长李四、王五."""
    people = people_of(behind)
    if not people or looks_like_unit(unpadded(behind)):
        return False
    return all(looks_like_name(person.name) for person in people)


def role_starts(one_form: str) -> list[int]:
    """Return where the roles begin that a folded line holds, each with its people behind it."""
    with_colon = [found.start() for found in _INNER.finditer(one_form) if not _ends_post(one_form, found)]
    if len(with_colon) > 1:
        return with_colon
    starts: list[int] = []
    for found in _INNER_GLUED.finditer(one_form):
        if _BEHIND_ROLE.search(one_form, 0, found.start()):
            continue
        rest = one_form[found.end() :]
        if one_form[found.end() - 1] == ":" or _begins_with_name(_FIRST_PART.split(rest, maxsplit=1)[0]):
            starts.append(found.start())
    return starts


_FIRST_PART = re.compile(r"[,;、\s]")


def _ends_post(one_form: str, role: "re.Match[str]") -> bool:
    """Tell whether a role within a line is the end of a post: 成员:医务部主任:高山."""
    word = _WORD_BEFORE.findall(one_form, 0, role.start())[0]
    return bool(word) and is_post(word + role.group().rstrip(" :"))
