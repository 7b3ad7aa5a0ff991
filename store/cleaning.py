"""Stand-in until the branch `terminal` is merged."""

import re

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Text without control characters; line ends stay."""
    return _CONTROL.sub(" ", text)


def clean_line(text: str) -> str:
    """Text of one line without control characters."""
    return " ".join(clean(text).split())
