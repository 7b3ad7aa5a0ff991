"""Text from outside made safe to keep and to show: no control characters, no marks that turn the writing round.

Every entry cleans with this (a notice, a paste, a field, the command line); the screen filters once more as a net.
"""

import re

_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ESCAPE_SEQUENCES = re.compile("\x1b\\[[0-?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|\x1b[@-_]")


def clean(text: str) -> str:
    """Text without escape sequences and control characters; line ends as \\n, tabs as a blank."""
    return _DROPPED.sub("", _LINE_ENDS.sub("\n", _ESCAPE_SEQUENCES.sub("", text))).replace("\t", " ")


def clean_line(text: str) -> str:
    """Clean text on one line."""
    return clean(text).replace("\n", " ")
