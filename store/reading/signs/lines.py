"""The numbered lines of a source text, cleaned of what no reader should see."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from store.reading.signs.scripts import TO_SIMPLIFIED

Span = tuple[int, int]
"""First and last line in the source text, counted from 1."""

_DROPPED = dict.fromkeys(
    [
        *(code for code in range(0x20) if code not in (0x09, 0x0A)),
        *range(0x7F, 0xA0),
        0x200B,
        *range(0x200E, 0x2010),
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
        0xFEFF,
        *range(0xD800, 0xE000),
    ]
)
_ONE_FORM = {
    0x3000: " ",
    0xA0: " ",
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    ord("［"): "[",
    ord("］"): "]",
}
_ONE_FORM |= TO_SIMPLIFIED
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ"
_GLOSS = re.compile(rf"(?<=[\u3400-\u9fff])[(\uff08][a-z{_TONES}]{{1,6}}[)\uff09]")
_FEWEST_GLOSSES = 3
_FURNITURE = re.compile(
    r"[-—–―·•. ]{1,3}\d{1,4}[-—–―·•. ]{1,3}"
    r"|第 ?\d+ ?页(?: ?[,/]? ?共 ?\d+ ?页)?"
    r"|\( ?此件[^()]{0,12}公开[^()]{0,8}\)"
    r"|[上下]一[篇条页] ?:.*"
    r"|(?:您?(?:的)?(?:当前|现在)?(?:的)?所?在?位置 ?:? ?)?(?:网站)?首页 ?[>»›/|→-].*|.{1,12} ?[>»›] ?.{1,12}(?: ?[>»›] ?.{1,12})*"
    r"|(?:责任编辑|编辑|浏览次数|阅读次数|点击数?|字体|字号|分享到?|相关链接|附件下载|信息来源) ?:.{0,40}"
    r"|(?:【?(?:大|中|小|打印|关闭|收藏)】?){1,6}"
    r"|扫一扫.{0,20}|\[?打印(?:本页)?\]?|\[?关闭(?:窗口)?\]?|[=_*~─━—-]{3,}"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, or a piece of one: its number there, and its text without blanks at the ends."""

    number: int
    text: str
    folded: str = field(init=False, compare=False, repr=False)
    """The text in one width and script, sign for sign: what patterns look at."""

    def __post_init__(self) -> None:
        """Fold once: every reader looks at it."""
        object.__setattr__(self, "folded", folded(self.text))


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """The text with full-width signs and blanks in ASCII and common traditional characters simplified.

    Every sign keeps its place, so that what a pattern finds here is cut out of the text itself.
    """
    return text if text.isascii() else text.translate(_ONE_FORM)


def unpadded(text: str) -> str:
    """A name, label or number without the blanks that the layout put in it."""
    return "".join(text.split())


def clean(text: str) -> str:
    """The text without control, direction and zero-width characters; line ends are \\n, tabs stay."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_DROPPED)


def lines_of(text: str) -> list[Line]:
    """The lines of a cleaned text that hold anything, each with its number."""
    return [Line(number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def without_glosses(text: str) -> str:
    """The text without the pronunciations that a conversion of scripts left behind signs (發(fā)); line ends stay."""
    toned = sum(bool(set(gloss.group()) & set(_TONES)) for gloss in _GLOSS.finditer(text))
    return _GLOSS.sub("", text) if toned >= _FEWEST_GLOSSES else text


def is_furniture(line: Line) -> bool:
    """Whether a line belongs to the page and not to the text: a page number, a rule, a disclosure note."""
    return len(line.text) <= 80 and bool(_FURNITURE.fullmatch(line.folded))


def joined(lines: Iterable[Line]) -> str:
    """Lines that print one text, put together without a space."""
    return "".join(line.text for line in lines)


def span(lines: Sequence[Line]) -> Span:
    """The source lines from the first to the last."""
    return (lines[0].number, lines[-1].number)
