"""The head of a notice: title, document number, addressees, issuer and date, basis, the list of annexes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.names import name_key
from store.reading.lines import Line, folded, joined, unpadded
from store.reading.marks import chinese_number, mark_of
from store.reading.result import Head

_KINDS = "通知|意见|方案|要点|清单|办法|通报|决定|公告|通告|规定|细则|报告|批复|名单|计划|规划|措施|分解表|分工表|任务表|一览表|台账|函|表"
_TITLE_END = re.compile(rf"(?:{_KINDS})(?:\([^()]*\))?$")
_BRACKETED_YEAR = r"[〔\[【(] ?(?:19|20)\d{2} ?[〕\]】)]"
_NUMBER = rf"[\u3400-\u9fff]{{1,15}} ?{_BRACKETED_YEAR} ?第? ?\d{{1,5}} ?号"
_DOCUMENT_NUMBER = re.compile(_NUMBER)
_ADDRESSEES = re.compile(r"[^。;:]{2,400}:")
_ADDRESSED = re.compile(r"各|委|办|局|厅|单位|部门|政府|处")
_DATE = re.compile(
    r"(?P<before>.*?)\s*(?P<year>(?:19|20)\d{2}|[一二〇零OoO○]{4})年(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
_PUNCTUATION = re.compile(r"[,。;:、!?|\t]")
_ANNEX_LIST = re.compile(r"附 ?件 ?: ?(?P<number>1 ?[.、] ?)?(?P<name>\S.*)")
_BASIS = re.compile(rf"(?P<issuer>[\u3400-\u9fff]{{0,30}})(?P<title>《[^《》]{{2,120}}》)(?P<number>[(]{_NUMBER}[)])?")
_BASIS_VERB = re.compile(r".*(?:按照|根据|依据|依照|遵照|落实|贯彻|按|据)")
_METADATA = re.compile(
    r"(?:索引号|主题分类|发文机关|发布机构|成文日期|标题|发文字号|文号|发布日期|主题词|有效性|信息来源|来源|信息分类|体裁分类|生成日期|公开方式|名称|关键词):"
)


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


def read_head(lines: Sequence[Line], opening: int) -> HeadRead:
    """The head of a notice; opening is how many of the lines stand before its first numbered point, roster or table."""
    used = set(_metadata(lines[:opening]))
    title, places = _title(lines[:opening], used)
    used |= places
    used |= {place for place in range(opening) if place not in used and _repeats(lines[place].text, title)}
    number = _document_number(lines[:opening], used)
    issuer, issued_on, signature = _signature(lines, used)
    used |= set(signature)
    annexes, annex_places = _annex_list(lines)
    used |= annex_places
    addressees = _addressees(lines[:opening], used) if title else ""
    used |= {place for place in range(opening) if addressees and unpadded(folded(lines[place].text)) == unpadded(folded(addressees)) + ":"}
    document_title, document_at = _document_heading(lines[:opening], used, title, signature)
    source = tuple(lines[place].number for place in sorted(places))
    head = Head(title, number, issuer, issued_on, addressees, "", annexes, document_title, "", source[:1] + source[-1:])
    return HeadRead(head, frozenset(used), document_at, signature[-1] if signature else None)


def basis_of(paragraphs: str) -> str:
    """The document that the notice stands on: issuer, title and number as printed; empty where none is named."""
    text = folded(paragraphs)
    found = [match for match in _BASIS.finditer(text) if match["number"]] or [
        match for match in _BASIS.finditer(text) if _BASIS_VERB.fullmatch(match["issuer"])
    ]
    if not found:
        return ""
    verb = _BASIS_VERB.match(found[0]["issuer"])
    return paragraphs[found[0].start() + (verb.end() if verb else 0) : found[0].end()]


def is_heading(text: str) -> bool:
    """Whether a line can be (part of) a heading: short, no sentence, no numbered point."""
    return len(text) <= 60 and not _PUNCTUATION.search(folded(text)) and mark_of(text) is None


def heading_run(lines: Sequence[Line], start: int, stop: int, names: Sequence[str] = ()) -> int:
    """Where a heading of up to four lines that begins at start ends: it equals one of the names, or ends as titles do."""
    for end in range(start + 1, min(start + 4, stop) + 1):
        text = joined(lines[start:end])
        if any(plain(text) == plain(name) for name in names):
            return end
        if not is_heading(lines[end - 1].text.replace("、", "")):
            break
        if not names and _TITLE_END.search(folded(text)):
            return end
    return start


def plain(text: str) -> str:
    """A title without blanks, title marks and quotes: what two printings of it share."""
    return re.sub(r"[《》〈〉“”\"'‘’「」()]", "", name_key(folded(text)))


def _metadata(lines: Sequence[Line]) -> set[int]:
    """Places of the labels of a page's head table (索 引 号:) and of their values on the line below."""
    used: set[int] = set()
    for place, line in enumerate(lines):
        label = _METADATA.match(unpadded(line.folded))
        if label:
            used.add(place)
            alone = label.end() == len(unpadded(line.text))
            if alone and place + 1 < len(lines) and not _METADATA.match(unpadded(lines[place + 1].folded)):
                used.add(place + 1)
    return used


def _title(lines: Sequence[Line], used: set[int]) -> tuple[str, set[int]]:
    """The title over one to four lines: first one that says 关于 or 印发, else the first that ends as titles do."""
    for wanted in ("关于", ""):
        for start, line in enumerate(lines):
            if start in used or _is_number(line) or line.folded.endswith("文件"):
                continue
            if wanted not in line.folded and not (start + 1 < len(lines) and lines[start + 1].folded.startswith("关于")):
                continue
            end = _title_end(lines, start)
            if end > start and wanted in folded(joined(lines[start:end])):
                return _without_number(joined(lines[start:end])), set(range(start, end))
    return "", set()


def _title_end(lines: Sequence[Line], start: int) -> int:
    for end in range(start + 1, min(start + 4, len(lines)) + 1):
        text = lines[end - 1].folded
        if text.endswith((":", "。", ";", "|")) or len(text) > 100 or (end - 1 > start and _is_number(lines[end - 1])):
            break
        if _TITLE_END.search(text) and unpadded(text)[:2] != "附件":
            return end
    return start


def _is_number(line: Line) -> bool:
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
        and (short == whole or (short in whole and _TITLE_END.search(short) is not None and "关于" in short))
    )


def _document_number(lines: Sequence[Line], used: set[int]) -> str | None:
    """The document's own number: alone on its line, or in front of a title printed again."""
    for place, line in enumerate(lines):
        if _is_number(line):
            used.add(place)
    number = next((line.text for line in lines if _is_number(line)), None)
    if number is None:
        glued = (_DOCUMENT_NUMBER.match(line.folded) for place, line in enumerate(lines) if place in used)
        number = next((match.group() for match in glued if match), None)
    return unpadded(number) if number else None


def _signature(lines: Sequence[Line], used: set[int]) -> tuple[str, str | None, list[int]]:
    """The issuer and the date under the text, and their places."""
    for place, line in enumerate(lines):
        found = _DATE.fullmatch(line.folded.strip("() ")) if len(line.text) <= 60 else None
        if place in used or not found:
            continue
        before = line.text[: len(found["before"])].rstrip("( ")
        if before:
            if not _is_issuer(before):
                continue
            return unpadded(before), _iso(found), [place]
        first = place
        while first > 0 and first - 1 not in used and place - first < 3 and _is_issuer(lines[first - 1].text):
            first -= 1
        if first < place:
            return "、".join(unpadded(signer.text) for signer in lines[first:place]), _iso(found), list(range(first, place + 1))
    return "", None, []


def _is_issuer(text: str) -> bool:
    return is_heading(text) and len(text) <= 30 and bool(re.search(r"[局厅委部办院府室会处组署关团司校]$", unpadded(folded(text))))


def _iso(found: "re.Match[str]") -> str | None:
    year = int(found["year"]) if found["year"].isdigit() else chinese_number(re.sub("[OoO○]", "〇", found["year"]))
    month, day = (int(part) if part.isdigit() else chinese_number(part) for part in (found["month"], found["day"]))
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _addressees(lines: Sequence[Line], used: set[int]) -> str:
    for place, line in enumerate(lines):
        if place not in used and _ADDRESSEES.fullmatch(line.folded) and _ADDRESSED.search(line.folded) and mark_of(line.text) is None:
            return line.text[:-1].strip()
    return ""


def _annex_list(lines: Sequence[Line]) -> tuple[tuple[str, ...], set[int]]:
    """The annexes' names from the list under the text (附件:1.… 2.…), and its places."""
    names: list[str] = []
    places: set[int] = set()
    for place, line in enumerate(lines):
        if not names:
            found = _ANNEX_LIST.fullmatch(line.folded)
            if found:
                names.append(line.text[found.start("name") :])
                places.add(place)
        elif (mark := mark_of(line.text)) and mark.rank == 3 and mark.value == len(names) + 1 and place - 1 in places:
            names.append(mark.rest)
            places.add(place)
    return tuple(names), places


def _document_heading(lines: Sequence[Line], used: set[int], title: str, signature: Sequence[int]) -> tuple[str, int | None]:
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
