"""Punctuation as Chinese print has it: full-width where Chinese stands on a side, one sign for one sign."""

import re

_FULL = dict(zip(",;:?!()", "，；：？！（）", strict=True))
_OPENING = "(（"
_CLOSING = ")）"
_SIGNS = re.compile("[,;:?!()]")
_HAN = re.compile("[〇々㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]")
_CHINESE = re.compile("[〇々㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff、。〈-】〔-〛“”]")
"""Han and the marks that stand with them: 、。《》“”〔〕."""
_NUMERAL = re.compile("[0-9０-９]")
_LETTER = re.compile("[0-9０-９A-Za-zＡ-Ｚａ-ｚ]")
_OF_A_WORD = re.compile("[0-9０-９A-Za-zＡ-Ｚａ-ｚ.%％‰℃+/_-]")
_PLAIN = r"[!-\x27\x2a-~]"
"""A sign of an address but brackets."""
_KEPT = re.compile(
    # 网址:https://a.cn/b?c=1,2 and www.a.cn/b(1), without what ends the sentence.
    r"(?<![A-Za-z0-9+.-])(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.)"
    rf"(?:(?:{_PLAIN}|\({_PLAIN}*\))*(?:[^\s,.;:?!)(\]\"'\u0080-\U0010ffff]|\({_PLAIN}*\)))?"
    # 存到D:/清单, 存到D:\清单.
    r"|(?<![A-Za-z0-9])[A-Za-z]:(?=[/\\])"
    # 运行`a(b, c)`.
    r"|`[^`]*`"
    # 点“f(x, y)”按钮: a quotation of what is not Chinese.
    r"|“[\x20-\x7e]*”"
    # 函数f(x,y)的值; but AI(LLM)技术 is no code.
    r"|(?<![A-Za-z0-9_.])[a-z_][A-Za-z0-9_.]*\([\x20-\x27\x2a-\x7e]*\)"
)
"""Addresses, paths and code, in which nothing changes."""


_HALF = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}


def half_width(text: str) -> str:
    """Return a text with half-width signs, letters and digits, one for one: （Ａ１） is (A1)."""
    return text.translate(_HALF)


def as_printed(text: str) -> str:
    """Return a text with full-width ，；：？！（） where Chinese stands on a side.

    18:00, 1:3, 1,200, ISO9001:2015, addresses and code stay; brackets of a pair get one form.
    """
    if not _SIGNS.search(text) or not _HAN.search(text):
        return text
    return "\n".join(map(_printed_line, text.split("\n")))


def _printed_line(line: str) -> str:
    if not _SIGNS.search(line) or not _HAN.search(line):
        return line
    return _Line(line).printed()


class _Line:
    """A line whose signs become full-width one after another; each sees what the others have become."""

    def __init__(self, line: str) -> None:
        """Find what is kept, which brackets are pairs, and how many Chinese signs precede each place."""
        self._signs = list(line)
        self._kept: set[int] = set()
        for match in _KEPT.finditer(line):
            self._kept.update(range(*match.span()))
        self._partner = _pairs(line, self._kept)
        self._chinese_before = [0]
        for sign in line:
            self._chinese_before.append(self._chinese_before[-1] + bool(_CHINESE.match(sign)))
        self._open = [match.start() for match in _SIGNS.finditer(line) if match.start() not in self._kept]

    def printed(self) -> str:
        """Return the line with its signs as printed: to the right, to the left, till nothing changes."""
        count = len(self._open) + 1
        while len(self._open) < count:
            count = len(self._open)
            for places in (self._open, self._open[::-1]):
                for place in places:
                    self._widen(place)
            self._open = [place for place in self._open if self._signs[place] in _FULL]
        return "".join(self._signs)

    def _widen(self, place: int) -> None:
        sign = self._signs[place]
        if sign not in _FULL:
            return
        partner = self._partner.get(place)
        if partner is not None:
            if self._is_pair_chinese(min(place, partner), max(place, partner)):
                self._signs[place] = _FULL[sign]
                self._signs[partner] = _FULL.get(self._signs[partner], self._signs[partner])
        elif self._stands_in_chinese(place, sign):
            self._signs[place] = _FULL[sign]

    def _is_pair_chinese(self, first: int, last: int) -> bool:
        """Say whether Chinese stands within a pair of brackets or beside it, or one of them is full-width."""
        if self._signs[first] == "（" or self._signs[last] == "）":
            return True
        if self._chinese_before[last] > self._chinese_before[first]:
            return True
        return self._is_chinese(first, -1) or self._is_chinese(last, 1)

    def _stands_in_chinese(self, place: int, sign: str) -> bool:
        left = self._neighbour(place, -1)
        right = self._neighbour(place, 1)
        if sign in ",:" and _NUMERAL.match(left) and _NUMERAL.match(right):
            return False  # 1,200; 18:00; 1:3.
        if sign == ":" and _LETTER.match(left) and _LETTER.match(right):
            return False  # ISO9001:2015; a:b.
        return self._is_chinese(place, -1) or self._is_chinese(place, 1)

    def _neighbour(self, place: int, step: int) -> str:
        """Return what stands beside a place, blanks passed over; nothing at the end of the line."""
        at = self._beyond_blanks(place, step)
        return self._signs[at] if 0 <= at < len(self._signs) else ""

    def _is_chinese(self, place: int, step: int) -> bool:
        """Say whether Chinese stands on one side: at once, or behind a number or word (100%,2026年)."""
        at = self._beyond_blanks(place, step)
        if not 0 <= at < len(self._signs):
            return False
        sign = self._signs[at]
        if _CHINESE.match(sign) or sign in _FULL.values():
            return True
        while 0 <= at < len(self._signs) and _OF_A_WORD.match(self._signs[at]):
            at += step
        return 0 <= at < len(self._signs) and bool(_CHINESE.match(self._signs[at]))

    def _beyond_blanks(self, place: int, step: int) -> int:
        at = place + step
        while 0 <= at < len(self._signs) and self._signs[at].isspace():
            at += step
        return at


def _pairs(line: str, kept: set[int]) -> dict[int, int]:
    """Return the brackets of a line that are pairs, each with its other one."""
    partner: dict[int, int] = {}
    opened: list[int] = []
    for place, sign in enumerate(line):
        if place in kept:
            continue
        if sign in _OPENING:
            opened.append(place)
        elif sign in _CLOSING and opened:
            first = opened.pop()
            partner[first] = place
            partner[place] = first
    return partner
