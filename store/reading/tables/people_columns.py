"""Columns of a roster's table: which one holds the names, the roles, the posts, the units."""

import re
from collections.abc import Sequence

from store.reading.prose.roles import is_role
from store.reading.signs.columns import NAMES
from store.reading.signs.lines import folded, unpadded

NAME, ROLE, POST, UNIT, SUBGROUP, NUMBER, CONTACT, FURTHER = (
    "name",
    "role",
    "post",
    "unit",
    "subgroup",
    "number",
    "contact",
    "further",
)
"""The fields of a roster's columns."""
_WORDS: tuple[tuple[str, "re.Pattern[str]"], ...] = (
    (NUMBER, re.compile(r"序号|编号|序")),
    (NAME, NAMES),
    # 组内职务, 领导小组职务, 拟任职务, 角色.
    (
        ROLE,
        re.compile(
            r".*(?:组|指挥部|专班|委员会|机构)内?(?:担任)?职务|.*(?:组织|担任|拟任|兼任)职务|组内.*|角色|身份|任职"
        ),
    ),
    # 电话, 手机号码, 联系方式, 邮箱.
    (CONTACT, re.compile(r".*(?:电话|手机|号码|联系方式|联系办法|邮箱|微信|QQ).*")),
    # 职务, 单位及职务, 职务(职称), 现任职务.
    (POST, re.compile(r".*(?:职务|职称|职级|岗位).*")),
    (SUBGROUP, re.compile(r"组别|小组|工作组|所在组|分组|机构|(?:工作)?专班|(?:专班|小组|工作组|组别?)名称")),
    # 工作单位, 所在部门, 单位名称.
    (UNIT, re.compile(r".*(?:单位|部门|科室|处室).*")),
)
_LONGEST_LABEL = 14


def people_fields(labels: Sequence[str]) -> list[str]:
    """Return the fields of a roster's columns by their words; none where names stand in none, or alone."""
    fields = [field_of_people(label) for label in labels]
    has_more = any(field in (ROLE, POST, UNIT, CONTACT, SUBGROUP) for field in fields)
    return fields if NAME in fields and has_more else []


def field_of_people(label: str) -> str:
    """Return the field that a word over a column of a roster names."""
    word = unpadded(folded(label))
    if len(word) <= _LONGEST_LABEL:
        for field, words in _WORDS:
            if words.fullmatch(word):
                return field
    return FURTHER


def settled(fields: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the fields, the column of roles told by what its cells say where no word over it tells.

    职务 | 姓名 | 单位及职务 over 组长 | 盛继亮 | 市水务局局长. A remark (备注) has them where it has one in
    every row.
    """
    if ROLE in fields:
        return list(fields)
    whole = [row for row in rows if len(row) == len(fields)]
    for index, field in enumerate(fields):
        cells = [role_and_more(row[index])[0] for row in whole if row[index]]
        if field not in (POST, FURTHER, SUBGROUP) or (field == FURTHER and len(cells) < len(whole)):
            continue
        if cells and _MEMBERS.search(" ".join(cells)) and all(map(is_role, cells)):
            return [ROLE if at == index else other for at, other in enumerate(fields)]
    return list(fields)


def role_and_more(cell: str) -> tuple[str, str]:
    """Return the role in a cell, and what stands behind it: 成员兼办公室主任 is 成员, 兼办公室主任."""
    found = _ALSO.search(folded(cell))
    if found is None or not is_role(cell[: found.start()]):
        return cell, ""
    return cell[: found.start()].rstrip("、，, "), cell[found.start() :]


# 成员兼办公室主任, 副组长(兼办公室主任).
_ALSO = re.compile(r"(?<=.)[(]?兼.+$")
# 组长, 副 组 长, 成员: what tells a column of roles from one of posts, which has its 主任 too.
_MEMBERS = re.compile(r"组\s*[长员]|成\s*员|委\s*员|召\s*集\s*人|指\s*挥|联\s*络\s*员|顾\s*问")
