"""Text from outside without what would steer a terminal.

All entries pass here, be it a key, a paste, a file or a file's name.
"""

import re

DROPPED = frozenset(
    chr(code)
    for code in (
        *range(0x20),
        *range(0x7F, 0xA0),
        0x200B,
        0x200E,
        0x200F,
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
        0xFEFF,
    )
)
"""Characters that move the cursor, turn the writing round or hide: controls and direction marks."""

_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a sign, which no encoding writes."""
_NEWLINES = "\r\v\f\x85\u2028\u2029"
_CLEAN = str.maketrans(
    dict.fromkeys(DROPPED, "") | dict.fromkeys(_NEWLINES, "\n") | {"\n": "\n", "\t": "    "}
)
_CLEAN_SOURCE = str.maketrans(dict.fromkeys(DROPPED - {"\n", "\t"}, ""))
_CLEAN_LINE = _CLEAN | {ord(character): " " for character in "\n" + _NEWLINES}


def clean(text: str) -> str:
    """Return a text with tabs as blanks, line ends as newlines, no controls, nothing UTF-8 cannot hold."""
    return _HALVES.sub("\ufffd", text).replace("\r\n", "\n").translate(_CLEAN)


def clean_source(text: str) -> str:
    """Return the text of a notice without controls and halves of signs.

    Tabs stay, since they part the cells of a table, and only \\r\\n, \\n and \\r end a line, so that a line
    keeps the number that an editor shows for it.
    """
    return _HALVES.sub("", text).replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN_SOURCE)


def clean_line(text: str) -> str:
    """Return a clean text for what has one line only: its newlines are blanks."""
    return _HALVES.sub("\ufffd", text).replace("\r\n", "\n").translate(_CLEAN_LINE)
