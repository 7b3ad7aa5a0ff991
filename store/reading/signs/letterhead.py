"""What a printed notice has over its title and under its text: its letterhead and its imprint."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.reading.signs.lines import SourceLine, cut, indices_of, unpadded
from store.reading.signs.references import NUMBER
from store.reading.signs.signature import is_body

# 某某市人民政府文件, 某某市教育局便函; the issuer stands before the word.
_RED_HEAD = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{3,40}?)(?:文件|便函|函件|明传电报|传真电报|内部明电)")
# 某某市人民政府令, 某某市人民政府令第12号.
_ORDER = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{3,40})令(?:\(?第?[\d一二三四五六七八九十百零〇]{1,5}号\)?)?")
_NUMBERED = r"(?:(?:19|20)\d{2} ?年 ?)?第 ?[\d一二三四五六七八九十百零〇]{1,5} ?号"
# 某水发〔2026〕3号, in brackets too; 某水发〔2026〕3号 签发人:高山; 第12号 of an order.
_NUMBER = re.compile(rf"\(?(?P<number>{NUMBER}|{_NUMBERED})\)?(?P<signer>\s*签发人 ?:.*)?")
_HEAD = re.compile(
    # 机密★1年, 秘密.
    r"(?:绝密|机密|秘密)(?:[★☆].{0,6})?"
    # 特急, 加急; 特急·明电.
    r"|(?:特急|加急|特提|平急|急件|紧急)(?:[·.]?明电)?"
    # 密级:内部, 紧急程度:特急, 签发人:高山, 公开方式:主动公开, 份号:000012.
    r"|(?:密级|保密期限|紧急程度|缓急|签发人|会签人|份号|编号|公开方式|公开属性|公开选项|信息公开选项|是否公开) ?:.{0,30}"
    r"|(?:主动公开|依申请公开|不予公开)"
    # 发至:县团级, 000012.
    r"|发至 ?:.{0,20}|\d{6}"
)
_LAST_PAGE = re.compile(
    # 抄送:市委办公室,市人大常委会办公室。
    r"(?:抄 ?送|抄 ?报|分 ?送|主题词|印发份数|校 ?对|打 ?印) ?:.{0,300}"
    # 某某市人民政府办公室 2026年3月2日印发; the date may be in another form.
    r"|[\u4e00-\u9fff ]{3,30}\d{4}[年.-] ?\d{1,2}[月.-] ?\d{1,2}日? ?印发?"
    # 共印50份, (共印50份).
    r"|\(?共 ?印 ?\d+ ?份\)?"
)
# (联系人:方正,联系电话:12345678), 联系单位及电话:…, 传真:….
_CONTACT = re.compile(
    r"\(?(?:联系人|联系单位|联系部门|联系电话|联系方式|咨询电话|电话|传真|电子邮箱|邮箱|地址|邮编)"
    r"(?:[及和、](?:联系)?(?:电话|方式))? ?:.{0,120}"
)
_FURTHEST = 12
"""Lines from a text's start or end within which its letterhead and imprint stand."""


class Numbered(NamedTuple):
    """A document's number alone on its line, without blanks, and who signed it behind it."""

    number: str
    signer: str


def red_head_issuer(line: SourceLine) -> str:
    """Return who issues under a red head (某某市人民政府文件); empty for other lines."""
    return _issuer(_RED_HEAD, line)


def order_issuer(line: SourceLine) -> str:
    """Return who gives an order (某某市人民政府令); empty for other lines."""
    return _issuer(_ORDER, line)


def _issuer(pattern: "re.Pattern[str]", line: SourceLine) -> str:
    found = pattern.fullmatch(unpadded(line.folded))
    name = cut(unpadded(line.text), found, "issuer") if found else ""
    return name if is_body(name) else ""


def numbered(line: SourceLine) -> Numbered | None:
    """Return the document's number that a line holds and nothing else but who signed it."""
    found = _NUMBER.fullmatch(line.folded)
    if found is None:
        return None
    signer = cut(line.text, found, "signer") if found["signer"] else ""
    number = cut(line.text, found, "number")
    return Numbered(unpadded(number), signer.strip())


def letterhead(lines: Sequence[SourceLine]) -> list[int]:
    """Return the indices of the lines over a title that are of the letterhead: 特急, 签发人:高山."""
    return indices_of(lines[:_FURTHEST], lambda line: _HEAD.fullmatch(line.folded))


def imprint_of(lines: Sequence[SourceLine], signed_at: int | None) -> list[int]:
    """Return the indices of the imprint's lines: those round the signature, and the last of all."""
    ends = {len(lines)} if signed_at is None else {len(lines), signed_at}
    found: list[int] = []
    for end in ends:
        index = end - 1
        while index >= 0 and _is_imprint(lines[index]):
            found.append(index)
            index -= 1
    behind = signed_at + 1 if signed_at is not None else len(lines)
    while behind < len(lines) and _is_imprint(lines[behind]):
        found.append(behind)
        behind += 1
    return found


def last_page(lines: Sequence[SourceLine]) -> int:
    """Return the index from which on all lines are of the imprint at the end of the last page."""
    start = len(lines)
    while start and _LAST_PAGE.fullmatch(lines[start - 1].folded.rstrip("。.")):
        start -= 1
    return start


def _is_imprint(line: SourceLine) -> bool:
    text = line.folded.rstrip("。.")
    return bool(_LAST_PAGE.fullmatch(text) or _CONTACT.fullmatch(text))
