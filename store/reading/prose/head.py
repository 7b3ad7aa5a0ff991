"""The head of a notice: title, document number, addressees, issuer and date, basis, the list of annexes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.reading.result import Head
from store.reading.signs.headings import TITLE_END, heading_run, is_heading, plain
from store.reading.signs.lines import SourceLine, folded, joined, unpadded
from store.reading.signs.marks import mark_of
from store.reading.signs.references import NUMBER, annex_list
from store.reading.signs.signature import is_date, signature_of

_DOCUMENT_NUMBER = re.compile(NUMBER)
_ADDRESSEES = re.compile(r"[^。;:]{2,400}:")
_ADDRESSED = re.compile(r"各|委|办|局|厅|单位|部门|政府|处")
_METADATA = re.compile(
    r"(?:索引号|主题分类|发文机关|发布机构|成文日期|标题|发文字号|文号|发布日期|主题词|有效性|信息来源|来源|信息分类|体裁分类|生成日期|公开方式|名称|关键词):"
)
_NAMES_TITLE = re.compile("标题|名称")
_TITLE_LABEL = re.compile(r"(?:标 ?题|名 ?称|文件名称) ?: ?(?=.{8,})")


@dataclass(frozen=True, slots=True)
class HeadRead:
    """The head, the places of its lines, where the issued document begins, and where the signature stands."""

    head: Head
    used: frozenset[int]
    """Places among the lines given."""
    document_at: int | None = None
    """Place of the first line after the issued document's own heading."""
    signed_at: int | None = None
    """Place of the date under the signature."""


def read_head(lines: Sequence[SourceLine], opening: int) -> HeadRead:
    """The head of a notice; opening is how many of the lines stand before its first numbered point, roster or table."""
    used = set(metadata_places(lines[:opening]))
    title, places = _title(lines[:opening], used)
    title = title or _labelled_title(lines[:opening])
    title = title.strip("| ")
    used |= places
    used |= {place for place in range(opening) if place not in used and _repeats(lines[place].text, title)}
    number = _document_number(lines[:opening], used)
    issuer, issued_on, signature = signature_of(lines, used)
    used |= set(signature)
    annexes, annex_places = annex_list(lines)
    used |= annex_places
    addressees = _addressees(lines[:opening], used)
    used |= {
        place
        for place in range(opening)
        if addressees and unpadded(folded(lines[place].text)) == unpadded(folded(addressees)) + ":"
    }
    document_title, document_at = _document_heading(lines[:opening], used, title, signature)
    source = tuple(lines[place].number for place in sorted(places))
    head = Head(
        title,
        number,
        issuer,
        issued_on,
        addressees,
        "",
        annexes,
        document_title,
        "",
        source[:1] + source[-1:],
    )
    return HeadRead(head, frozenset(used), document_at, signature[-1] if signature else None)


def metadata_places(lines: Sequence[SourceLine]) -> set[int]:
    """Places of the labels of a page's head table (索 引 号:) and of their values on the line below."""
    used: set[int] = set()
    for place, line in enumerate(lines):
        label = _METADATA.match(unpadded(line.folded))
        if label:
            used.add(place)
            alone = label.end() == len(unpadded(line.text))
            below = lines[place + 1] if alone and place + 1 < len(lines) else None
            if (
                below
                and not _METADATA.match(unpadded(below.folded))
                and (_NAMES_TITLE.match(label.group()) or not _is_title(below))
            ):
                used.add(place + 1)
    return used


def _is_title(line: SourceLine) -> bool:
    return "关于" in line.folded and TITLE_END.search(line.folded) is not None


def _title(lines: Sequence[SourceLine], used: set[int]) -> tuple[str, set[int]]:
    """The title over one to four lines: first one that says 关于 or 印发, else the first that ends as titles do."""
    for wanted in ("关于", ""):
        for start, line in enumerate(lines):
            if start in used or _is_number(line) or line.folded.endswith("文件"):
                continue
            if wanted not in line.folded and not (
                start + 1 < len(lines) and lines[start + 1].folded.startswith("关于")
            ):
                continue
            end = _title_end(lines, start)
            if end > start and wanted in folded(joined(lines[start:end])):
                return _without_number(joined(lines[start:end])), set(range(start, end))
    return "", set()


def _labelled_title(lines: Sequence[SourceLine]) -> str:
    """The title that a page's head table gives (标题:…), where it is printed nowhere else."""
    found = (_TITLE_LABEL.match(line.folded) for line in lines)
    return next(
        (line.text[match.end() :].strip() for line, match in zip(lines, found, strict=True) if match), ""
    )


def _title_end(lines: Sequence[SourceLine], start: int) -> int:
    for end in range(start + 1, min(start + 4, len(lines)) + 1):
        text = lines[end - 1].folded
        if (
            text.endswith((":", "。", ";", "|"))
            or len(text) > 100
            or (end - 1 > start and _is_number(lines[end - 1]))
            or is_date(text)
        ):
            break
        if TITLE_END.search(text) and unpadded(text)[:2] != "附件":
            return end
    return start


def _is_number(line: SourceLine) -> bool:
    return bool(_DOCUMENT_NUMBER.fullmatch(line.folded))


def _without_number(title: str) -> str:
    found = _DOCUMENT_NUMBER.match(folded(title))
    return title[found.end() :].strip() if found else title


def _repeats(text: str, title: str) -> bool:
    """Whether a line prints the title again, or a part of it that is as good as all."""
    short, whole = plain(_without_number(text)), plain(title)
    return (
        bool(short)
        and len(short) >= 6
        and (short == whole or (short in whole and TITLE_END.search(short) is not None and "关于" in short))
    )


def _document_number(lines: Sequence[SourceLine], used: set[int]) -> str | None:
    """The document's own number: alone on its line, or in front of a title printed again."""
    for place, line in enumerate(lines):
        if _is_number(line):
            used.add(place)
    number = next((line.text for line in lines if _is_number(line)), None)
    if number is None:
        glued = (_DOCUMENT_NUMBER.match(line.folded) for place, line in enumerate(lines) if place in used)
        number = next((match.group() for match in glued if match), None)
    return unpadded(number) if number else None


def _addressees(lines: Sequence[SourceLine], used: set[int]) -> str:
    for place, line in enumerate(lines):
        if (
            place not in used
            and _ADDRESSEES.fullmatch(line.folded)
            and _ADDRESSED.search(line.folded)
            and mark_of(line.text) is None
        ):
            return line.text[:-1].strip()
    return ""


def _document_heading(
    lines: Sequence[SourceLine], used: set[int], title: str, signature: Sequence[int]
) -> tuple[str, int | None]:
    """Claim the issued document's own heading, which repeats what the title names; the place after it."""
    for start in range((signature[-1] + 1) if signature else 0, len(lines)):
        if start in used or not is_heading(lines[start].text):
            continue
        end = heading_run(lines, start, len(lines))
        text = plain(joined(lines[start:end]))
        if end > start and (signature or (title and text[-12:] in plain(title))):
            used |= set(range(start, end))
            return joined(lines[start:end]), end
    return "", None
