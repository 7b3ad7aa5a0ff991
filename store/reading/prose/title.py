"""The title of a notice as printed, over one to four lines, and the names of bodies over it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.reading.signs.headings import ends_as_title, plain
from store.reading.signs.letterhead import numbered, order_issuer, red_head_issuer
from store.reading.signs.lines import SourceLine, folded, folded_at, unpadded
from store.reading.signs.references import NUMBER
from store.reading.signs.signature import bodies, is_body, is_date

# 武营商办〔2021〕1号 in front of the title.
_NUMBER_BEFORE = re.compile(NUMBER)
# The words with which a title goes on behind the names over it: 关于…, 转发…, 对….
_GOES_ON = ("关于", "转发", "批转", "印发", "对")
# 国 家 粮 食 应 急 预 案 的 函: padded sign by sign.
_SPREAD = re.compile(r"(?:\S[ \u3000]+)+\S")
_MOST_LINES = 4
_LONGEST_LINE = 100
_SHORTEST_REPEAT = 6
"""Signs of a line that can be the title printed again."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed, without its number; the indices of its lines, and who issues by it."""

    text: str = ""
    lines: range = range(0)
    over: tuple[int, ...] = ()
    """The indices of the lines over it that name bodies and are no part of it."""
    issuer: str = ""
    """Who issues by the names over it, or gives an order."""
    number: str = ""
    """The number in front of it, or of an order."""

    @property
    def issuer_within(self) -> str:
        """The body that it begins with: 市教育局关于…; empty where it begins otherwise."""
        for word in _GOES_ON:
            before, found, _ = self.text.partition(word)
            if found and is_body(before.strip()):
                return unpadded(before)
        return ""


def find_title(lines: Sequence[SourceLine], used: set[int]) -> Title:
    """Return the title: an order's, else the first that says 关于, else the first with a title's end."""
    for index, line in enumerate(lines):
        issuer = order_issuer(line)
        if issuer and index not in used:
            return _order(lines, index, issuer)
    for wanted in ("关于", ""):
        for start in range(len(lines)):
            if start in used or not _may_begin(lines, start, wanted):
                continue
            end = _end(lines, start)
            if end > start and wanted in "".join(line.folded for line in lines[start:end]):
                return _title(lines, used, range(start, end))
    return Title()


def _order(lines: Sequence[SourceLine], at: int, issuer: str) -> Title:
    """Return the title of an order: 某某市人民政府令, 第12号 on the same line or the next."""
    text = unpadded(lines[at].text)
    number = text[len(issuer) + 1 :].strip("()\uff08\uff09")
    return Title(text, range(at, at + 1), (), issuer, number)


def _title(lines: Sequence[SourceLine], used: set[int], found: range) -> Title:
    """Return the title on some lines; where it begins with 关于, the names over it are part of it."""
    start = found.start
    over = _bodies_over(lines, used, start)
    names = [name for index in over for name in bodies(lines[index].text)]
    number = _NUMBER_BEFORE.match(lines[start].folded)
    text = _without_number("".join(_words(line) for line in lines[start : found.stop]))
    first = start
    if over and start - over[0] == len(over) and folded(text).startswith(_GOES_ON):
        text = " ".join(names) + text
        first, over = over[0], ()
    printed = unpadded(number.group()) if number else ""
    return Title(text, range(first, found.stop), over, "、".join(names), printed)


def _bodies_over(lines: Sequence[SourceLine], used: set[int], start: int) -> tuple[int, ...]:
    """Return the indices of the lines over a title that name bodies; numbers may stand between."""
    over: list[int] = []
    for index in range(start - 1, -1, -1):
        if index not in used and bodies(lines[index].text):
            over.insert(0, index)
        elif not numbered(lines[index]):
            break
    return tuple(over)


def _words(line: SourceLine) -> str:
    """Return the words of a line, those that are padded sign by sign without the blanks."""
    return unpadded(line.text) if _SPREAD.fullmatch(line.text) else line.text


def _may_begin(lines: Sequence[SourceLine], start: int, wanted: str) -> bool:
    """Tell whether a title can begin with a line: it says the wanted word, or 关于 begins the next line.

    A body's name over a line that is a title without it does not begin one.
    """
    line = lines[start]
    if numbered(line) or red_head_issuer(line):
        return False
    following = folded_at(lines, start + 1)
    if bodies(line.text):
        return False
    return wanted in line.folded or following.startswith("关于")


def _end(lines: Sequence[SourceLine], start: int) -> int:
    """Return the index behind a title that begins with a line; the same index where none does."""
    for end in range(start + 1, min(start + _MOST_LINES, len(lines)) + 1):
        line = lines[end - 1]
        if _is_outside(line) or (end - 1 > start and numbered(line)):
            break
        words = unpadded(line.folded)
        if ends_as_title(words) and not words.startswith("附件"):
            return end
    return start


def _is_outside(line: SourceLine) -> bool:
    """Tell whether a line is a sentence, a table's row, or a date."""
    text = line.folded
    if text.endswith((":", "。", ";", "|")):
        return True
    return len(text) > _LONGEST_LINE or is_date(text)


def _without_number(title: str) -> str:
    found = _NUMBER_BEFORE.match(folded(title))
    return title[found.end() :].strip() if found else title


def repeating(lines: Sequence[SourceLine], used: set[int], title: str) -> set[int]:
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
