"""The head of a notice: title, document number, addressees, issuer and date, basis, the list of annexes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.reading.prose.page_table import page_table, table_title
from store.reading.prose.title import find_title, repeating
from store.reading.result import Head
from store.reading.signs.headings import heading_run, is_heading, plain
from store.reading.signs.letterhead import imprint_of, letterhead, numbered, red_head_issuer
from store.reading.signs.lines import SourceLine, cut, folded, indices_of, joined, span, unpadded
from store.reading.signs.marks import mark_of
from store.reading.signs.references import annex_list
from store.reading.signs.signature import Signature, is_signer, iso_date, signature_of

# 各省、自治区、直辖市人民政府,国务院各部委:, 主送:各县区教育局.
_ADDRESSEES = re.compile(r"主 ?送 ?: ?(?P<sent>[^。;:]{2,400}):?|(?P<named>[^。;:]{2,400}):")
# What somebody is addressed by: 各科室:, 国家经贸委、冶金部:; 现将方案印发给你们,请抓好以下工作: addresses
# nobody.
_ADDRESSED = re.compile(r"各|委|办|局|厅|单位|部门|政府|处|院|代表|公司|校|中心")
_SAME_END = 12
"""Signs at the end of the issued document's heading that the title has to hold; the issuer may differ."""
_LAST = 6
"""Lines at the end of a text with a table, within which a signature under the table stands."""
_NEXT_NUMBERS = 3
"""Lines from a document's number within which that of another who issues it stands."""


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


@dataclass(frozen=True, slots=True)
class _Heading:
    """The issued document's own heading, and the indices of its lines."""

    text: str = ""
    lines: range = range(0)


def read_head(
    lines: Sequence[SourceLine], opening: int, table_at: int | None = None, behind_rows: int = 0
) -> HeadRead:
    """Return the head of a notice; opening counts the lines before its first point, roster or table.

    Behind the rows of its tables a signature may stand.
    """
    first = lines[:opening]
    used, values = page_table(first)
    around = set(letterhead(first)) - used
    red_heads = [index for index in range(len(first)) if index not in used and red_head_issuer(first[index])]
    used |= around.union(red_heads)
    title = find_title(first, used)
    used.update(title.lines, title.over)
    text = _whole_title(title.text, table_title(values)).strip("| ")
    used |= repeating(first, used, text)
    number, signers = _document_number(
        first, used, title.number or values.get("发文字号", values.get("文号", ""))
    )
    signed = _signature(lines, used, table_at, behind_rows, text)
    signed_at = signed.lines[-1] if signed.lines else None
    around |= _around_signature(lines, signed_at, used)
    annexes, annex_lines = annex_list(lines)
    used |= {*signed.lines, *annex_lines, *around}
    addressees = _addressees(first, used)
    used |= _addressing(first, addressees)
    heading = _document_heading(first, used, text, signed.lines)
    used.update(heading.lines)
    named = values.get("发文机关") or values.get("发文机构", "")
    over = [red_head_issuer(first[index]) for index in red_heads]
    issuer = signed.issuer or title.issuer or "、".join(over) or named or title.issuer_within
    issued_on = signed.date or iso_date(values.get("成文日期", ""))
    printed = signers | {index: lines[index].text for index in around.union(red_heads)}
    head = Head(text, number, issuer, issued_on, addressees, annexes=annexes, document_title=heading.text)
    head = replace(head, imprint=tuple(printed[index] for index in sorted(printed)))
    if title.lines:
        head = replace(head, source=span([lines[index] for index in title.lines]))
    document_at = heading.lines.stop if heading.text else None
    return HeadRead(head, frozenset(used), document_at, signed_at)


def _whole_title(printed: str, given: str) -> str:
    """Return the title as printed; that of a page's table where only a part of it stands over the text."""
    return given if plain(printed) in plain(given) else printed


def _signature(
    lines: Sequence[SourceLine], used: set[int], table_at: int | None, behind_rows: int, title: str
) -> Signature:
    """Return the signature: before a table, behind its rows, or at the end where the title names who signs.

    The last cells of a table, one a line, look like a signature.
    """
    found = signature_of(lines[:table_at], used)
    if found.date or table_at is None:
        return found
    for start in (behind_rows, max(table_at, len(lines) - _LAST)):
        under = signature_of(lines[start:], {index - start for index in used})
        if under.issuer and (start == behind_rows or under.issuer in title):
            return under._replace(lines=[index + start for index in under.lines])
    return Signature()


def _around_signature(lines: Sequence[SourceLine], signed_at: int | None, used: set[int]) -> set[int]:
    """Return the indices of the imprint's lines, and of who signed an order."""
    found = set(imprint_of(lines, signed_at))
    if signed_at and is_signer(lines[signed_at - 1]):
        found.add(signed_at - 1)
    return found - used


def _document_number(
    lines: Sequence[SourceLine], used: set[int], other: str
) -> tuple[str | None, dict[int, str]]:
    """Return the document's own number, alone on its line or else the other one, and who signed behind it.

    Those right under it are of others who issue the document too.
    """
    numbers: list[str] = []
    signers: dict[int, str] = {}
    last = 0
    for index, line in enumerate(lines):
        found = numbered(line)
        if found is None or index in used or (numbers and index - last > _NEXT_NUMBERS):
            continue
        used.add(index)
        last = index
        numbers.append(found.number)
        if found.signer:
            signers[index] = found.signer
    number = "、".join(dict.fromkeys(numbers)) or unpadded(other)
    return number or None, signers


def _addressees(lines: Sequence[SourceLine], used: set[int]) -> str:
    """Return whom the notice is for (各处室), without the colon."""
    for index, line in enumerate(lines):
        if index not in used and _addresses(line):
            found = _ADDRESSEES.fullmatch(line.folded)
            group = "sent" if found and found["sent"] else "named"
            return cut(line.text, found, group).strip() if found else ""
    return ""


def _addresses(line: SourceLine) -> bool:
    if not _ADDRESSEES.fullmatch(line.folded) or not _ADDRESSED.search(line.folded):
        return False
    return mark_of(line.text) is None


def _addressing(lines: Sequence[SourceLine], addressees: str) -> set[int]:
    """Return the indices of the lines that print the addressees, which a page may do twice."""
    if not addressees:
        return set()
    words = unpadded(folded(addressees))
    return set(
        indices_of(lines, lambda line: unpadded(line.folded).strip(":").removeprefix("主送:") == words)
    )


def _document_heading(
    lines: Sequence[SourceLine], used: set[int], title: str, signature: Sequence[int]
) -> _Heading:
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
            return _Heading(text, range(start, end))
    return _Heading()
