"""The bytes of keys, as a terminal sends them."""

import re

ENTER, TAB, SHIFT_TAB, BACKSPACE, DELETE, ESC = "\r", "\t", "\x1b[Z", "\x7f", "\x1b[3~", "\x1b"
ESC_ALONE = "\x1b[27u"  # Esc of the kitty protocol: in one write, a letter after ESC would be Alt+letter.
UP, DOWN, RIGHT, LEFT, HOME, END = (f"\x1b[{final}" for final in "ABCDHF")
CTRL_END = "\x1b[1;5F"
SHIFT_UP, SHIFT_DOWN = "\x1b[1;2A", "\x1b[1;2B"
CTRL_UP, CTRL_DOWN = (f"\x1b[1;5{final}" for final in "AB")
INSERT, PAGE_UP, PAGE_DOWN = "\x1b[2~", "\x1b[5~", "\x1b[6~"
F1, F2, F3, F4 = (f"\x1bO{final}" for final in "PQRS")
F5, F6, F7, F8, F9, F10 = (f"\x1b[{number}~" for number in (15, 17, 18, 19, 20, 21))

_KEY = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]|\x1bO[A-Z]|.", re.DOTALL)


def CTRL(letter: str) -> str:
    """The byte of Ctrl and a letter."""
    return chr(ord(letter.upper()) & 0x1F)


def paste(text: str) -> str:
    """The bytes of a bracketed paste."""
    return f"\x1b[200~{text}\x1b[201~"


def each_key(text: str) -> list[str]:
    """The keys of a text one by one: `each_key(DOWN + "成")` is two."""
    return _KEY.findall(text)
