"""Columns of a task table: which field each header word names, and which side a leaders' column is on."""

import re
from collections.abc import Sequence

from store.reading.signs.lines import folded, unpadded
from store.records.cells import cell_of, leaders_field, units_field
from store.records.values import SIDES, Column, SideName

OTHER = "other"
"""The field of a column that the list has and the program does not: kept under its own label."""

_LEADERS = "leaders"
"""The field of a leaders' column while its side is not known."""
_UNITS = frozenset(map(units_field, SIDES))
_OWNERS = frozenset({*_UNITS, _LEADERS, leaders_field("lead")})
_WORDINGS = frozenset({"text", "item", "targets"})
# The first field whose words a header has: 牵头领导 is no unit, 工作目标 no text, 牵头责任单位 leads.
_WORDS: tuple[tuple[str, str], ...] = (
    ("number", r"序号|编号|序"),
    ("remark", r"备注"),
    # 完成时限, 时间节点, 进度安排.
    ("deadline", r".*(?:时限|时间|期限|节点|进度安排|完成日期).*"),
    # 牵头领导, 牵头责任人.
    (leaders_field("lead"), r".*牵头.*(?:领导|责任人|负责人).*"),
    # 分管领导, 责任领导, 责任人: of the side of the units before it.
    (_LEADERS, r".*(?:领导|责任人|负责人).*"),
    # 牵头单位, 主办部门, 牵头责任单位.
    (units_field("lead"), r".*(?:牵头|主办|主责|主要责任).*"),
    # 责任单位, 配合部门, 落实单位; 单位 or 处室 alone.
    (
        units_field("participant"),
        r".*(?:责任|负责|配合|协办|协同|协助|参与|参加|承办|落实).*|(?:单位|部门|处室|科室|股室)",
    ),
    # 工作目标, 预期成效; 目标任务 is the task itself.
    ("targets", r"(?!.*(?:任务|内容|措施|举措)).*(?:目标|指标|成果|成效).*"),
    # 重点任务, 工作内容, 工作要求.
    ("text", r".*(?:任务|内容|措施|举措|要求).*"),
    # 事项, 重点工作, 存在问题.
    ("item", r".*(?:事项|项目|类别|领域|板块|工作|重点|问题).*"),
)
_PATTERNS = tuple((field, re.compile(words)) for field, words in _WORDS)
# 目标值, 年度目标, 完成值 beside the name of what they measure.
_VALUE = re.compile(r"值 ?$|目标")
NAMES = re.compile(r"(?:成员|组员|人员|同志|干部)?姓名(?:[及(、].*)?|名字")
"""The words over a column of people, which makes a table a roster. For folded text without blanks."""
# 2026年目标, 2026年度工作任务: the words of the column without its year.
_YEAR = re.compile(r"^20\d\d年度?")
_NO_LABEL = re.compile(r"[。,;:\d]")
"""Signs of a sentence or a figure, which no header word holds."""
_LONGEST_LABEL = 14


def field_of(label: str) -> str | None:
    """Return the field that a header word names; none for a word that is no header.

    It is `leaders` while the side is not known.
    """
    word = _YEAR.sub("", unpadded(folded(label)))
    if not 0 < len(word) <= _LONGEST_LABEL or _NO_LABEL.search(word):
        return None
    for field, words in _PATTERNS:
        if words.fullmatch(word):
            return field
    return None


def columns_of(labels: Sequence[str]) -> tuple[Column, ...] | None:
    """Return the columns under these labels; none where they are not the header of a task table.

    Two thirds of the labels have to be known, one of them of owners and one of what is to be done.
    """
    if any(NAMES.fullmatch(unpadded(folded(label))) for label in labels):
        return None
    fields = [field_of(label) or OTHER for label in labels]
    if not _head_a_table(fields):
        return None
    _settle_measure(fields, labels)
    _settle_text(fields, labels)
    _settle_leaders(fields)
    _settle_doubles(fields)
    pairs = zip(fields, labels, strict=True)
    return tuple(Column(field, unpadded(label)) for field, label in pairs)


def _head_a_table(fields: Sequence[str]) -> bool:
    """Tell whether columns of these fields can be those of a task table."""
    known = [field for field in fields if field != OTHER]
    if len(fields) < 2 or len(known) * 3 < len(fields) * 2:
        return False
    has_owners = not _OWNERS.isdisjoint(known)
    return has_owners and not _WORDINGS.isdisjoint(known)


def _settle_measure(fields: list[str], labels: Sequence[str]) -> None:
    """Keep 单位 as a further column where another holds the owners: it is what figures are counted in.

    序号 | 指标名称 | 单位 | 目标值 | 责任单位.
    """
    for index in _indices(fields, units_field("participant")):
        others = [field for field in (*fields[:index], *fields[index + 1 :]) if field in _OWNERS]
        if others and unpadded(folded(labels[index])) == "单位":
            fields[index] = OTHER


def _settle_text(fields: list[str], labels: Sequence[str]) -> None:
    """Give the list a column of text, and an item where it has two of text.

    Without a text the last column of items is it, else that of targets, of several the one that names
    them (指标名称 beside 目标值); the first of two texts is the item.
    """
    if "text" not in fields:
        wording = "item" if "item" in fields else "targets"
        found = _indices(fields, wording)
        names = [
            index for index in found if wording == "targets" and not _VALUE.search(folded(labels[index]))
        ]
        fields[names[0] if names else found[-1]] = "text"
    texts = _indices(fields, "text")
    if len(texts) > 1 and "item" not in fields:
        fields[texts[0]] = "item"


def _settle_leaders(fields: list[str]) -> None:
    """Put leaders on the side of the units before them; those before all units on the side of the first."""
    side = first_side(fields)
    for index, field in enumerate(fields):
        cell = cell_of(field)
        if cell and cell.kind == "units":
            side = cell.side
        elif field == _LEADERS:
            fields[index] = leaders_field(side)


def first_side(fields: Sequence[str]) -> SideName:
    """Return the side of the first field that holds units; the lead where none does."""
    for field in fields:
        cell = cell_of(field)
        if cell and cell.kind == "units":
            return cell.side
    return "lead"


def _settle_doubles(fields: list[str]) -> None:
    """Keep a field's first column alone; units may stand in several."""
    for field in set(fields) - {OTHER, *_UNITS}:
        for index in _indices(fields, field)[1:]:
            fields[index] = OTHER


def _indices(fields: Sequence[str], wanted: str) -> list[int]:
    return [index for index, field in enumerate(fields) if field == wanted]
