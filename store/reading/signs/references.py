"""What a notice refers to: the document that it stands on, and its annexes."""

import re
from collections.abc import Sequence

from store.reading.signs.lines import Line, folded
from store.reading.signs.marks import mark_of

_BRACKETED_YEAR = r"[〔\[【(] ?(?:19|20)\d{2} ?[〕\]】)]"
NUMBER = rf"[\u3400-\u9fff]{{1,15}} ?{_BRACKETED_YEAR} ?第? ?\d{{1,5}} ?号"
"""A document number (武营商办〔2021〕1号), as a pattern."""
_ANNEX_LIST = re.compile(r"附 ?件 ?: ?(?P<number>1 ?[.、] ?)?(?P<name>\S.*)")
_BASIS = re.compile(
    rf"(?P<issuer>[\u3400-\u9fff]{{0,30}})(?P<title>《[^《》]{{2,120}}》)(?P<number>[(]{NUMBER}[)])?"
)
_BASIS_VERB = re.compile(r".*(?:按照|根据|依据|依照|遵照|落实|贯彻|按|据)")


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


def annex_list(lines: Sequence[Line]) -> tuple[tuple[str, ...], set[int]]:
    """The annexes' names from the list under the text (附件:1.… 2.…), and its places."""
    names: list[str] = []
    places: set[int] = set()
    for place, line in enumerate(lines):
        if not names:
            found = _ANNEX_LIST.fullmatch(line.folded)
            if found:
                names.append(line.text[found.start("name") :])
                places.add(place)
        elif (
            (mark := mark_of(line.text))
            and mark.rank == 3
            and mark.value == len(names) + 1
            and place - 1 in places
        ):
            names.append(mark.rest)
            places.add(place)
    return tuple(names), places
