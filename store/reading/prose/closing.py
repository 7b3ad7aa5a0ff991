"""The closing paragraphs behind the last point of a list: they speak to all and are no part of it."""

import re
from collections.abc import Sequence

from store.reading.names.bracketed import brackets_in
from store.reading.names.mentions import names_bodies
from store.reading.signs.columns import OTHER, owner_field
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import SourceLine

_ALL = (
    # 各县(市、区), 市直各部门, 各牵头单位, 有关单位.
    r"(?:[省市区县]?各|[省市区县]直(?:各|有关)|有关)[^,。:;]{0,24}?"
    r"(?:单位|部门|地|区|县|市|镇|乡|街道|处室|科室|股室|办|委|企业|学校)(?:\([^()]{1,8}\))?"
)
_CLOSES = re.compile(
    # 特此通知。
    r"特此(?:通知|函告|函复|批复|报告|通告|公告)"
    # 联系人:王明,电话:12345678 | 联系电话:… | 电子邮箱:…
    r"|(?:业务)?(?:联系人|联系电话|联系方式|咨询电话|监督电话|电子邮箱|传真|电话)[^:。]{0,8}:"
    # 请各单位认真抓好落实。 | 各部门要于每月25日前将进展情况报送市水务局。
    rf"|请?{_ALL}(?:要|请|应|须|务必|需|于|根据|按照?|对照|结合|高度|认真|切实|每)"
    # 以上任务由市政府督查室负责督办。
    r"|(?:以上|上述)(?:各项)?(?:任务|事项|工作|要求|内容)"
    # 本方案自印发之日起施行。
    r"|本(?:通知|方案|办法|意见|清单|要点|规定|细则)(?:自|由|的)"
)
"""How a closing paragraph begins. For folded text."""


def closing_at(lines: Sequence[SourceLine], *, owners_above: bool = False) -> int:
    """Return the index of the first closing paragraph among the lines of a list's last point.

    It is behind the last line where there is none: owners stand before it, maybe above the point, and none
    behind it.
    """
    owners = [index for index, line in enumerate(lines) if names_owners(line)]
    if owners_above:
        owners = owners or [0]
    if not owners:
        return len(lines)
    for index in range(owners[-1] + 1, len(lines)):
        if _CLOSES.match(lines[index].folded):
            return index
    return len(lines)


def names_owners(line: SourceLine) -> bool:
    """Tell whether a line ends in a bracket of owners or holds a label of theirs."""
    brackets = list(brackets_in(line.text))
    if brackets and brackets[-1].is_last and names_bodies(brackets[-1].inner):
        return True
    fields = [owner_field(label.group()) for label in LABEL.finditer(line.folded)]
    return any(field and field != OTHER for field in fields)
