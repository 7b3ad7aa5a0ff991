"""Columns of a task table: which field each header word names, and which side a leaders' column is on."""

import re
from collections.abc import Sequence

from store.reading.signs.labels import holds
from store.reading.signs.lines import folded, unpadded
from store.reading.signs.owner_words import DUTY, NAMED, STANDARD, OwnerWords
from store.records.cells import cell_kind, cell_of, leaders_field, units_field
from store.records.values import SIDES, Column, SideName

OTHER = "other"
"""The field of a column that the list has and the program does not: kept under its own label."""

_LEADERS = "leaders"
"""The field of a leaders' column while its side is not known."""
_UNITS = frozenset(map(units_field, SIDES))
_OWNERS = frozenset({*_UNITS, _LEADERS, leaders_field("lead"), leaders_field("participant")})
_WORDINGS = frozenset({"text", "item", "targets"})
_OTHER_DAY = r"(?:开工|开始|启动|起始|立项|交办|转办|受理|收文|来文|发现|反馈|填报|报送|上报|检查|投诉|入库)(?:时间|日期|节点)"
# The first field whose words a header has: 工作目标 is no text; owners stand between deadline and targets.
_WORDS: tuple[tuple[str, str], ...] = (
    # 序号, 项目编号, 案号 of a proposal.
    ("number", r"序号|.{0,4}编号|序|(?:提案|建议|议案|案)号"),
    ("remark", r"备注"),
    # 完成时限, 时间节点, 进度安排.
    # 开工时间, 交办日期 tell of another day.
    ("deadline", rf"(?!.*(?:{_OTHER_DAY})).*(?:时限|时间|期限|节点|进度安排|完成日期).*"),
    ("owners", r".*"),
    # 工作目标, 预期成效, 完成标准; 2026年计划; 目标任务 is the task itself.
    (
        "targets",
        r"(?!.*(?:任务|内容|措施|举措)).*(?:目标|指标|成果|成效|标准).*|(?:年度|全年)?计划(?:数|值|完成)?|任务目标",
    ),
    # 重点任务, 工作内容, 工作要求.
    # 反馈要求, 考核要求 say nothing of what is done.
    (
        "text",
        r"(?!(?:反馈|报送|上报|填报|考核|验收|督查|督办|保密|公开)要求|.{0,4}任务[数量]$).*(?:任务|内容|措施|举措|要求).*",
    ),
    # 事项, 重点工作, 存在问题, 建议标题.
    ("item", r".*(?:事项|项目|类别|领域|板块|工作|重点|问题|标题|案由).*"),
)
_BODIES = re.compile(r"单位|部门|处室|科室|股室|部室|站所|机构|地区|主体|委办局|[处科股]$")
_OF_BODIES = re.compile(r"(?:单位|部门|处室|科室|股室)$")
_PEOPLE = re.compile(r"领导|责任人|负责人|负责同志")
_LEADING = re.compile(r"牵头|主办")
# 责任分工, 牵头/配合, 单位 alone, 责任(落实)单位.
_ALONE = re.compile(
    rf"(?:市级|县级|区级|主要|其他)?(?:{DUTY})+(?:[、/和及与(]+(?:{DUTY})+[)]?)*(?:分工|者|方)?"
    r"|(?:任务|职责|工作)分工|单位|部门|处室|科室|股室"
)
_PATTERNS = tuple((field, re.compile(words)) for field, words in _WORDS)
# 上年实际, 增速, 总投资(亿元): figures beside the names of what they measure.
_FIGURES = re.compile(r"上年|去年|基数|基期|实际|现状|增速|增幅|同比|权重|分值|计量|投资|金额|资金|规模|数量")
_KEPT = re.compile(rf"{_FIGURES.pattern}|{_OTHER_DAY}")
"""Words of further columns that a list of tasks often has."""
# 完成时限, 办结期限, 竣工时间: till when, beside 进度安排 or 时间安排, which say how.
_LIMIT = re.compile(r"时限|期限|(?:完成|办结|完工|竣工|交付|截止|结束|整改)(?:时间|日期|节点)")
# 目标值, 年度目标, 2026年计划 beside the name of what they measure.
_VALUE = re.compile(r"值 ?$|目标|计划|标准")
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
        named = owner_field(word) if field == "owners" else field
        if named and words.fullmatch(word):
            return None if named == OTHER else named
    return None


def owner_field(label: str, words: OwnerWords = STANDARD) -> str | None:
    """Return the field of owners that a label names: `other` for bodies that have no part (联系单位).

    It is `leaders` while their side is not known; none where the label is not one of owners.
    """
    word = unpadded(folded(label)).strip(":【】[]")
    if holds(word) == "leaders" or (_PEOPLE.search(word) and not _BODIES.search(word)):
        return leaders_field("lead") if _LEADING.search(word) else _LEADERS
    is_known = _ALONE.fullmatch(word) or (_BODIES.search(word) and NAMED.search(word))
    if not is_known and not words.says(word):
        return None
    side = words.side_of(word)
    return OTHER if side == "none" else units_field(side or "participant")


def names_leaders(label: str) -> bool:
    """Tell whether a label is one of leaders, whether their side is known or not: 责任人, 牵头领导."""
    field = owner_field(label) or ""
    return field == _LEADERS or cell_kind(field) == "leaders"


def names_bodies(label: str, words: OwnerWords = STANDARD) -> bool:
    """Tell whether a label is for bodies of which nobody knows whether they have a part (验收单位)."""
    word = unpadded(folded(label))
    return bool(_OF_BODIES.search(word)) and words.side_of(word) != "none"


def columns_of(labels: Sequence[str]) -> tuple[Column, ...] | None:
    """Return the columns under these labels; none where they are not the header of a task table.

    Two thirds of the labels have to be known or those of figures, one of them of owners and one of what is
    to be done.
    """
    if any(NAMES.fullmatch(unpadded(folded(label))) for label in labels):
        return None
    fields = [field_of(label) or OTHER for label in labels]
    _settle_wording(fields, labels)
    if not _head_a_table(fields, labels):
        return None
    _settle_leads(fields, labels)
    _settle_measure(fields, labels)
    _settle_text(fields, labels)
    _settle_items(fields)
    _settle_leaders(fields)
    _settle_deadlines(fields, labels)
    _settle_doubles(fields)
    pairs = zip(fields, labels, strict=True)
    return tuple(Column(field, unpadded(label)) for field, label in pairs)


def _head_a_table(fields: Sequence[str], labels: Sequence[str]) -> bool:
    """Tell whether columns of these fields can be those of a task table."""
    known = [field for field in fields if field != OTHER]
    pairs = zip(fields, labels, strict=True)
    told = sum(field != OTHER or bool(_KEPT.search(label)) for field, label in pairs)
    if len(fields) < 2 or told * 3 < len(fields) * 2:
        return False
    has_owners = not _OWNERS.isdisjoint(known)
    return has_owners and not _WORDINGS.isdisjoint(known)


def _settle_wording(fields: list[str], labels: Sequence[str]) -> None:
    """Let the one unknown word beside a number, owners and a time head what is to be done: 建议标题."""
    known = {field for field in fields if field != OTHER}
    unknown = [index for index in _indices(fields, OTHER) if owner_field(labels[index]) != OTHER]
    if len(unknown) == 1 and {"number", "deadline"} <= known and _WORDINGS.isdisjoint(known):
        fields[unknown[0]] = "text"


def _settle_measure(fields: list[str], labels: Sequence[str]) -> None:
    """Keep 单位 as a further column where another holds the owners: it is what figures are counted in.

    序号 | 指标名称 | 单位 | 目标值 | 责任单位.
    """
    has_figures = "targets" in fields or any(_FIGURES.search(folded(label)) for label in labels)
    for index in _indices(fields, units_field("participant")):
        around = (*fields[:index], *fields[index + 1 :])
        others = [field for field in around if field in (_OWNERS if has_figures else _UNITS)]
        if others and unpadded(folded(labels[index])) == "单位":
            fields[index] = OTHER


def _settle_text(fields: list[str], labels: Sequence[str]) -> None:
    """Give the list a column of text, and an item where it has two of text.

    Without a text the last column of items is it, else that of targets, of several the one that names
    them (指标名称 beside 目标值), under an item too: 类别 | 指标 | 单位 | 目标值.
    The first of two texts is the item.
    """
    if "text" not in fields:
        targets = _indices(fields, "targets")
        names = [index for index in targets if not _VALUE.search(folded(labels[index]))]
        has_values = len(names) < len(targets)
        if names and (has_values or "item" not in fields):
            fields[names[0]] = "text"
        else:
            fields[_indices(fields, "item" if "item" in fields else "targets")[-1]] = "text"
    texts = _indices(fields, "text")
    if len(texts) > 1 and "item" not in fields:
        fields[texts[0]] = "item"


def _settle_items(fields: list[str]) -> None:
    """Keep as a further column what stands behind the text and its owners, since an item stands before them:
    任务 | 责任单位 | 工作进展 | 存在问题.
    """
    text = fields.index("text")
    for index in _indices(fields, "item"):
        between = fields[text:index]
        if not _OWNERS.isdisjoint(between):
            fields[index] = OTHER


def _settle_leads(fields: list[str], labels: Sequence[str]) -> None:
    """Let 主要责任单位 lead only where no column beside it says 牵头."""
    lead = units_field("lead")
    leading = [index for index in _indices(fields, lead) if _LEADING.search(unpadded(labels[index]))]
    if leading:
        for index in _indices(fields, lead):
            if index not in leading:
                fields[index] = units_field("participant")


def sided(columns: Sequence[Column], words: OwnerWords) -> tuple[Column, ...]:
    """Return columns with those of owners on the side that the clerk says their words stand for."""
    return tuple(_sided(column, words) for column in columns)


def _sided(column: Column, words: OwnerWords) -> Column:
    if not words.says(column.label):
        return column
    side = words.side_of(column.label)
    if side is None or side == "none":
        return Column(OTHER, column.label)
    cell = cell_of(column.field)
    is_leaders = cell is not None and cell.kind == "leaders"
    return Column(leaders_field(side) if is_leaders else units_field(side), column.label)


def _settle_leaders(fields: list[str]) -> None:
    """Put leaders on the side of the units before them; those before all units on the side of the first.

    Where that side has its leaders, they stand with the units behind them: 牵头领导 | 牵头单位 | 责任领导 |
    责任单位.
    """
    side = first_side(fields)
    for index, field in enumerate(fields):
        cell = cell_of(field)
        if cell and cell.kind == "units":
            side = cell.side
        elif field == _LEADERS:
            own = leaders_field(side)
            behind = leaders_field(first_side(fields[index:]))
            has_units = not _UNITS.isdisjoint(fields[index:])
            fields[index] = behind if own in fields and behind not in fields and has_units else own


def _settle_deadlines(fields: list[str], labels: Sequence[str]) -> None:
    """Let the column of times that names a limit be the deadline: 完成时限 beside 进度安排."""
    times = _indices(fields, "deadline")
    limits = [index for index in times if _LIMIT.search(unpadded(folded(labels[index])))]
    for index in times:
        if limits and index not in limits:
            fields[index] = OTHER


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
