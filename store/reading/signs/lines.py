"""The numbered lines of a source text, each with the form that patterns look at."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from store.reading.signs.scripts import TO_SIMPLIFIED

Span = tuple[int, int]
"""First and last line in the source text, counted from 1."""

_ONE_FORM = {
    0x3000: " ",
    0xA0: " ",
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    ord("［"): "[",
    ord("］"): "]",
}
_ONE_FORM |= TO_SIMPLIFIED
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ"
# The reading of a sign that a conversion left in brackets behind it: 發(fā)改委.
_GLOSS = re.compile(rf"(?<=[\u3400-\u9fff])[(\uff08][a-z{_TONES}]{{1,6}}[)\uff09]")
_FEWEST_GLOSSES = 3
"""A text with fewer toned readings has them on purpose: 重(zhòng)要 in a note on one word."""
# What surrounds the text on a page or a printed sheet.
_FURNITURE = re.compile(
    # The note on disclosure: (此件公开发布), (此件可公开发布).
    r"\( ?此件[^()]{0,12}公开[^()]{0,8}\)"
    # The neighbours of a page: 上一篇:关于….
    r"|[上下]一[篇条页] ?:.*"
    # Where the page stands on its site: 您当前的位置: 首页 > 政务公开.
    r"|(?:您?(?:的)?(?:当前|现在)?(?:的)?所?在?位置 ?:? ?)?(?:网站)?首页 ?[>»›/|→-].*"
    r"|.{1,12} ?[>»›] ?.{1,12}(?: ?[>»›] ?.{1,12})*"
    # What a page says of itself, with a value: 浏览次数: 120, 字体: 大 中 小.
    r"|(?:责任编辑|编辑|浏览次数|阅读次数|点击数?|字体|字号|分享到?|相关链接|附件下载|信息来源) ?:.{0,40}"
    # The buttons of a page: 【大】【中】【小】【打印】.
    r"|(?:【?(?:大|中|小|打印|关闭|收藏)】?){1,6}"
    # The line under a QR code: 扫一扫在手机打开当前页.
    r"|扫一扫.{0,20}"
    # Buttons that stand alone: [打印本页], [关闭窗口].
    r"|\[?打印(?:本页)?\]?|\[?关闭(?:窗口)?\]?"
    # A rule drawn with signs: ———, =====.
    r"|[=_*~─━—-]{3,}"
)
_LONGEST_FURNITURE = 80
_NOTHING = re.compile(r"[-—–/\\]{0,3}|无")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source, or a piece of one: its number there, and its text without blanks at the ends."""

    number: int
    text: str
    cells: tuple[str, ...] = ()
    """The cells of a row of a document's table, which are never cut out of the text; none of other lines."""
    table: int = 0
    """Which of the document's tables the row is of."""
    starts: tuple[tuple[int, int], ...] = ()
    """Of a line joined of several in the source: where in the text each begins, and its number."""
    folded: str = field(init=False, compare=False, repr=False)
    """The text in one width and script, sign for sign: what patterns look at."""

    def __post_init__(self) -> None:
        """Fold once: every reader looks at it."""
        object.__setattr__(self, "folded", folded(self.text))

    @property
    def last(self) -> int:
        """The number of the last line of the source that it stands for."""
        return self.starts[-1][1] if self.starts else self.number

    @property
    def numbers(self) -> range:
        """The numbers of the lines of the source that it stands for."""
        return range(self.number, self.last + 1)

    def saying(self, text: str) -> "SourceLine":
        """Return a line with another text and the same numbers: a piece, or this one put right."""
        return SourceLine(self.number, text, starts=self.starts)

    def piece(self, start: int, end: int) -> "SourceLine":
        """Return a piece of the line without the blanks at its ends, with the numbers of its own lines."""
        words = self.text[start:end]
        text = words.strip()
        start += len(words) - len(words.lstrip())
        if not self.starts:
            return SourceLine(self.number, text)
        first = bisect_right(self.starts, start, key=itemgetter(0)) - 1
        behind = bisect_left(self.starts, start + len(text), lo=first + 1, key=itemgetter(0))
        own = [(max(begin - start, 0), number) for begin, number in self.starts[first:behind]]
        return SourceLine(own[0][1] if own else self.number, text, starts=tuple(own) if len(own) > 1 else ())

    def as_printed(self) -> "list[SourceLine]":
        """Return the lines of the source that it stands for, each with its own text."""
        if not self.starts:
            return [self]
        begins = [begin for begin, _ in self.starts]
        pieces = [self.piece(start, end) for start, end in pairwise([*begins, len(self.text)])]
        return [piece for piece in pieces if piece.text]


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """Return the text with full-width signs and blanks in ASCII and common traditional characters simplified.

    Every sign keeps its place, so that what a pattern finds here is cut out of the text itself.
    """
    return text if text.isascii() else text.translate(_ONE_FORM)


def unpadded(text: str) -> str:
    """Return a name, label or number without the blanks that the layout put in it (牵 头 单 位 is
    牵头单位).
    """
    return "".join(text.split())


def lines_of(text: str) -> list[SourceLine]:
    """Return the lines of a cleaned text that hold anything, each with its number."""
    lines: list[SourceLine] = []
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if words:
            lines.append(SourceLine(number, words))
    return lines


def says_nothing(cell: str) -> bool:
    """Tell whether a cell or a value is filled in to say that it is empty: 无, —, /."""
    return _NOTHING.fullmatch(cell.strip()) is not None


def without_glosses(text: str) -> str:
    """Return the text without the readings that a conversion of scripts left behind signs: 發(fā) is 發.

    Line ends stay where they are.
    """
    toned = 0
    for gloss in _GLOSS.finditer(text):
        toned += any(sign in _TONES for sign in gloss.group())
    return _GLOSS.sub("", text) if toned >= _FEWEST_GLOSSES else text


def is_furniture(line: SourceLine) -> bool:
    """Tell whether a line belongs to the site or the sheet, not to the text: a rule, a button."""
    return len(line.text) <= _LONGEST_FURNITURE and bool(_FURNITURE.fullmatch(line.folded))


def cut(text: str, found: "re.Match[str]", group: str | int = 0) -> str:
    """Return what a pattern found in the folded text, as the text itself prints it."""
    return text[found.start(group) : found.end(group)]


def indices_of(lines: Sequence[SourceLine], wanted: Callable[[SourceLine], object]) -> list[int]:
    """Return the indices of the lines of a kind."""
    return [index for index, line in enumerate(lines) if wanted(line)]


def folded_at(lines: Sequence[SourceLine], index: int) -> str:
    """Return a line as patterns look at it; empty behind the last."""
    return lines[index].folded if index < len(lines) else ""


def text_at(lines: Sequence[SourceLine], index: int) -> str:
    """Return the text of a line; empty behind the last."""
    return lines[index].text if index < len(lines) else ""


def joined(lines: Iterable[SourceLine]) -> str:
    """Return the one text that several lines print, put together without a space."""
    return "".join(line.text for line in lines)


def span(lines: Sequence[SourceLine]) -> Span:
    """Return the source lines from the first to the last."""
    return (lines[0].number, lines[-1].last)
