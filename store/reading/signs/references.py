"""What a notice refers to: the document that it stands on, and its annexes."""

import re
from collections.abc import Sequence

from store.reading.signs.lines import SourceLine, folded
from store.reading.signs.marks import mark_of

_BRACKETED_YEAR = r"[〔\[【(] ?(?:19|20)\d{2} ?[〕\]】)]"
NUMBER = rf"[\u3400-\u9fff]{{1,15}} ?{_BRACKETED_YEAR} ?第? ?\d{{1,5}} ?号"
"""A document number (武营商办〔2021〕1号), as a pattern."""
# 附件:1. 领导小组人员名单, or the one annex without a number: 附件:三级公立医院绩效考核指标.
_ANNEX_LIST = re.compile(r"附 ?件 ?: ?(?P<number>1 ?[.、] ?)?(?P<name>\S.*)")
# 按照省科技厅《关于…的通知》(鄂科技发〔2020〕12号).
_BASIS = re.compile(
    rf"(?P<issuer>[\u3400-\u9fff]{{0,30}})(?P<title>《[^《》]{{2,120}}》)(?P<number>[(]{NUMBER}[)])?"
)
# What stands before a basis without a number, and before the issuer: 要按照《…》, 请财政部落实《…》.
_BASIS_VERB = re.compile(r".*(?:按照|根据|依据|依照|遵照|落实|贯彻|按|据)")


def basis_of(paragraphs: str) -> str:
    """Return the document that the notice stands on: issuer, title and number as printed.

    The first with a number goes before the first behind 根据 or a word like it; empty where there is none.
    """
    named = list(_BASIS.finditer(folded(paragraphs)))
    wanted = [match for match in named if match["number"]]
    wanted += (match for match in named if _BASIS_VERB.fullmatch(match["issuer"]))
    if not wanted:
        return ""
    found = wanted[0]
    verb = _BASIS_VERB.match(found["issuer"])
    start = found.start() + (verb.end() if verb else 0)
    return paragraphs[start : found.end()]


def annex_list(lines: Sequence[SourceLine]) -> tuple[tuple[str, ...], set[int]]:
    """Return the annexes' names from the list under the text (附件:1.… 2.…), and the indices of its lines."""
    names: list[str] = []
    used: set[int] = set()
    for index, line in enumerate(lines):
        if not names:
            found = _ANNEX_LIST.fullmatch(line.folded)
            if found:
                names.append(line.text[found.start("name") :])
                used.add(index)
        elif index - 1 in used:
            mark = mark_of(line.text)
            if mark and mark.rank == 3 and mark.value == len(names) + 1:
                names.append(mark.rest)
                used.add(index)
    return tuple(names), used
