"""The table that a page has over its text: 索引号, 发文机关, 成文日期, 标题, each with its value."""

import re
from collections.abc import Sequence

from store.reading.signs.lines import SourceLine, unpadded

# The labels of a page's head table: 索 引 号:, 成文日期:.
_LABEL = re.compile(
    r"(?P<label>索引号|主题分类|发文机关|发文机构|发布机构|成文日期|发文日期|标题|发文字号|"
    r"文号|发布日期|主题词|有效性|信息来源|来源|"
    r"信息分类|体裁分类|生成日期|公开方式|名称|文件名称|关键词):"
)
# Labels under which the title stands; under the others (发布日期:) a line that looks like it is the title
# itself.
_NAMES_TITLE = re.compile("标题|名称")
_SHORTEST_TITLE = 8
# …的通知, …实施方案: a title that ends so is whole; 关于印发重点工作 may go on.
_WHOLE = re.compile(r"(?:通知|通报|意见|办法|决定|公告|批复|函|报告|方案|清单|名单|细则|规定)$")


def page_table(lines: Sequence[SourceLine]) -> tuple[set[int], dict[str, str]]:
    """Return the indices of the labels of a head table and of the values below them; and the values."""
    used: set[int] = set()
    values: dict[str, str] = {}
    for index, line in enumerate(lines):
        words = unpadded(line.folded)
        found = _LABEL.match(words)
        if not found:
            continue
        used.add(index)
        text = line.text.replace("\uff1a", ":")
        value = text.partition(":")[2].strip()
        if not value and _is_value(lines[index + 1 : index + 2], found["label"]):
            used.add(index + 1)
            value = lines[index + 1].text
        elif value and _goes_on(value, lines[index + 1 : index + 2], found["label"]):
            used.add(index + 1)
            value += lines[index + 1].text
        values.setdefault(found["label"], value)
    return used, values


def table_title(values: dict[str, str]) -> str:
    """Return the title that the table gives; no text here has its title there alone."""
    for label, value in values.items():
        if _NAMES_TITLE.search(label) and len(value) >= _SHORTEST_TITLE:
            return value
    return ""


def _goes_on(value: str, below: Sequence[SourceLine], label: str) -> bool:
    """Tell whether a title goes on in the next line: 标题：关于印发重点工作 over 任务分解方案的通知."""
    if not below or not _NAMES_TITLE.search(label) or _WHOLE.search(unpadded(value)):
        return False
    words = unpadded(below[0].folded)
    return not _LABEL.match(words) and "关于" not in words and bool(_WHOLE.search(words))


def _is_value(below: Sequence[SourceLine], label: str) -> bool:
    """Tell whether the line below a label is its value; a title is that of a label for titles only."""
    if not below or _LABEL.match(unpadded(below[0].folded)):
        return False
    return bool(_NAMES_TITLE.search(label)) or "关于" not in below[0].folded
