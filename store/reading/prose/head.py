"""The head of a notice: title, document number, addressees, issuer and date, basis, the list of annexes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from store.reading.result import Head
from store.reading.signs.headings import ends_as_title, heading_run, is_heading, plain
from store.reading.signs.lines import SourceLine, folded, folded_at, indices_of, joined, span, unpadded
from store.reading.signs.marks import mark_of
from store.reading.signs.references import NUMBER, annex_list
from store.reading.signs.signature import is_date, signature_of

# 武营商办〔2021〕1号, alone on its line or glued to the title.
_DOCUMENT_NUMBER = re.compile(NUMBER)
# 各省、自治区、直辖市人民政府,国务院各部委:
_ADDRESSEES = re.compile(r"[^。;:]{2,400}:")
# What somebody is addressed by: 各科室:, 国家经贸委、冶金部:; 现将方案印发给你们,请抓好以下工作: addresses
# nobody.
_ADDRESSED = re.compile(r"各|委|办|局|厅|单位|部门|政府|处")
# The labels of a page's head table: 索 引 号:, 成文日期:.
_METADATA = re.compile(
    r"(?:索引号|主题分类|发文机关|发布机构|成文日期|标题|发文字号|文号|发布日期|主题词|有效性|信息来源|来源|信息分类|体裁分类|生成日期|公开方式|名称|关键词):"
)
# Labels under which the title stands; under the others (发布日期:) a line that looks like it is the title
# itself.
_NAMES_TITLE = re.compile("标题|名称")
# 标 题: 国务院办公厅关于…的通知. No text here has its title there alone; kept for pages that print it once.
_TITLE_LABEL = re.compile(r"(?:标 ?题|名 ?称|文件名称) ?: ?(?=.{8,})")
_MOST_TITLE_LINES = 4
_LONGEST_TITLE_LINE = 100
_SHORTEST_REPEAT = 6
"""Signs of a line that can be the title printed again."""
_SAME_END = 12
"""Signs at the end of the issued document's heading that the title has to hold; the issuer may differ."""


@dataclass(frozen=True, slots=True)
class HeadRead:
    """The head, the lines it took, where the issued document begins, and where the signature stands."""

    head: Head
    used: frozenset[int]
    """Indices among the lines given."""
    document_at: int | None = None
    """Index of the first line after the issued document's own heading."""
    signed_at: int | None = None
    """Index of the date under the signature."""


class _Printed(NamedTuple):
    """A title or heading as printed, without its number, and the indices of its lines."""

    text: str = ""
    lines: range = range(0)


def read_head(lines: Sequence[SourceLine], opening: int) -> HeadRead:
    """Return the head of a notice; opening counts the lines before its first point, roster or table."""
    first = lines[:opening]
    used = metadata_lines(first)
    printed = _title(first, used)
    title = (printed.text or _labelled_title(first)).strip("| ")
    used.update(printed.lines)
    used |= _repeating(first, used, title)
    number = _document_number(first, used)
    issuer, issued_on, signature = signature_of(lines, used)
    annexes, annex_lines = annex_list(lines)
    used |= {*signature, *annex_lines}
    addressees = _addressees(first, used)
    used |= _addressing(first, addressees)
    heading = _document_heading(first, used, title, signature)
    used.update(heading.lines)
    head = Head(title, number, issuer, issued_on, addressees, annexes=annexes, document_title=heading.text)
    if printed.lines:
        head = replace(head, source=span([lines[index] for index in printed.lines]))
    document_at = heading.lines.stop if heading.text else None
    signed_at = signature[-1] if signature else None
    return HeadRead(head, frozenset(used), document_at, signed_at)


def metadata_lines(lines: Sequence[SourceLine]) -> set[int]:
    """Return the indices of the labels of a page's head table (索 引 号:) and of the values below them."""
    used: set[int] = set()
    for index, line in enumerate(lines):
        words = unpadded(line.folded)
        label = _METADATA.match(words)
        if label:
            used.add(index)
            is_alone = label.end() == len(words)
            if is_alone and _is_value(lines[index + 1 : index + 2], label.group()):
                used.add(index + 1)
    return used


def _is_value(below: Sequence[SourceLine], label: str) -> bool:
    """Tell whether the line below a label is its value; a title is that of a label for titles only."""
    if not below or _METADATA.match(unpadded(below[0].folded)):
        return False
    return bool(_NAMES_TITLE.match(label)) or not _is_title(below[0])


def _is_title(line: SourceLine) -> bool:
    return "关于" in line.folded and ends_as_title(line.folded)


def _title(lines: Sequence[SourceLine], used: set[int]) -> _Printed:
    """Return the title over one to four lines: the first that says 关于, else the first with a title's
    end.
    """
    for wanted in ("关于", ""):
        for start in range(len(lines)):
            if start in used or not _may_begin_title(lines, start, wanted):
                continue
            end = _title_end(lines, start)
            text = joined(lines[start:end])
            if text and wanted in folded(text):
                return _Printed(_without_number(text), range(start, end))
    return _Printed()


def _may_begin_title(lines: Sequence[SourceLine], start: int, wanted: str) -> bool:
    """Tell whether a title can begin with a line: it says the wanted word, or 关于 begins the next line."""
    line = lines[start]
    if _is_number(line) or line.folded.endswith("文件"):
        return False
    return wanted in line.folded or folded_at(lines, start + 1).startswith("关于")


def _labelled_title(lines: Sequence[SourceLine]) -> str:
    """Return the title that a page's head table gives (标题:…), where it is printed nowhere else."""
    for line in lines:
        label = _TITLE_LABEL.match(line.folded)
        if label:
            return line.text[label.end() :].strip()
    return ""


def _title_end(lines: Sequence[SourceLine], start: int) -> int:
    """Return the index behind a title that begins with a line; the same index where none does."""
    for end in range(start + 1, min(start + _MOST_TITLE_LINES, len(lines)) + 1):
        line = lines[end - 1]
        if _is_outside_title(line) or (end - 1 > start and _is_number(line)):
            break
        if ends_as_title(line.folded) and not unpadded(line.folded).startswith("附件"):
            return end
    return start


def _is_outside_title(line: SourceLine) -> bool:
    """Tell whether a line is a sentence, a table's row, or a date."""
    text = line.folded
    if text.endswith((":", "。", ";", "|")):
        return True
    return len(text) > _LONGEST_TITLE_LINE or is_date(text)


def _is_number(line: SourceLine) -> bool:
    return bool(_DOCUMENT_NUMBER.fullmatch(line.folded))


def _without_number(title: str) -> str:
    found = _DOCUMENT_NUMBER.match(folded(title))
    return title[found.end() :].strip() if found else title


def _repeating(lines: Sequence[SourceLine], used: set[int], title: str) -> set[int]:
    """Return the indices of the unused lines that print the title again."""
    whole = plain(title)
    found: set[int] = set()
    for index, line in enumerate(lines):
        if index not in used and _repeats(plain(_without_number(line.text)), whole):
            found.add(index)
    return found


def _repeats(short: str, whole: str) -> bool:
    """Tell whether a line is the title, or as good as all of it (关于…的通知 without the issuer)."""
    if len(short) < _SHORTEST_REPEAT:
        return False
    is_part = "关于" in short and short in whole and ends_as_title(short)
    return is_part or short == whole


def _document_number(lines: Sequence[SourceLine], used: set[int]) -> str | None:
    """Return the document's own number: alone on its line, or in front of a title printed again.

    All lines that are such a number are used from then on.
    """
    alone = indices_of(lines, _is_number)
    if alone:
        used.update(alone)
        return unpadded(lines[alone[0]].text)
    for index, line in enumerate(lines):
        glued = _DOCUMENT_NUMBER.match(line.folded) if index in used else None
        if glued:
            return unpadded(glued.group())
    return None


def _addressees(lines: Sequence[SourceLine], used: set[int]) -> str:
    """Return whom the notice is for (各处室), without the colon."""
    for index, line in enumerate(lines):
        if index not in used and _addresses(line):
            return line.text[:-1].strip()
    return ""


def _addresses(line: SourceLine) -> bool:
    if not _ADDRESSEES.fullmatch(line.folded) or not _ADDRESSED.search(line.folded):
        return False
    return mark_of(line.text) is None


def _addressing(lines: Sequence[SourceLine], addressees: str) -> set[int]:
    """Return the indices of the lines that print the addressees, which a page may do twice."""
    if not addressees:
        return set()
    words = unpadded(folded(addressees)) + ":"
    return set(indices_of(lines, lambda line: unpadded(line.folded) == words))


def _document_heading(
    lines: Sequence[SourceLine], used: set[int], title: str, signature: Sequence[int]
) -> _Printed:
    """Return the issued document's own heading: it repeats what the title names or follows the signature."""
    behind_signature = signature[-1] + 1 if signature else 0
    for start in range(behind_signature, len(lines)):
        if start in used or not is_heading(lines[start].text):
            continue
        end = heading_run(lines, start, len(lines))
        text = joined(lines[start:end])
        text_end = plain(text)[-_SAME_END:]
        repeats = bool(title) and text_end in plain(title)
        if text and (signature or repeats):
            return _Printed(text, range(start, end))
    return _Printed()
