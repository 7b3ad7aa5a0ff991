"""A page of the manual as lines of a list, made of the few signs of Markdown that the pages use.

They are `# title`, paragraphs, `- item`, `1. item`, **bold** and `key`; a picture is for docs alone.
"""

import re
from collections.abc import Iterator, Sequence

from data import manual_page
from tui.screen.widgets.line import BLANK, Line, Part, only_read

_WEIGHTED = re.compile(r"\*\*(?P<bold>.+?)\*\*|`(?P<key>.+?)`")
_ITEM = re.compile(r"(- |\d+\. )(.*)")


def title_of(name: str) -> str:
    """Return the title of a page."""
    return manual_page(name).splitlines()[0].removeprefix("# ")


def lines_of(name: str) -> Sequence[Line]:
    """Return a page without its title, to be read."""
    shown: list[Line] = []
    for written in manual_page(name).splitlines()[1:]:
        if written.startswith("!["):
            continue
        if written:
            shown.append(_line(written))
        elif shown and shown[-1] is not BLANK:
            shown.append(BLANK)
    return shown


def _line(written: str) -> Line:
    item = _ITEM.fullmatch(written)
    lead, text = item.groups() if item else ("", written)
    return only_read(Line(tuple(_parts(text)), (Part(lead, "dim"),) if lead else ()))


def _parts(text: str) -> Iterator[Part]:
    """Yield a text in its weights: names bold, keys in the accent."""
    at = 0
    for found in _WEIGHTED.finditer(text):
        if found.start() > at:
            yield Part(text[at : found.start()])
        bold, key = found["bold"], found["key"]
        yield Part(bold, "bold") if bold else Part(key, "accent")
        at = found.end()
    if at < len(text):
        yield Part(text[at:])
