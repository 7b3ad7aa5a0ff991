"""Fewer bytes to the terminal: of each style only what is otherwise than in the text before it.

Rich writes each piece of text with its whole style and then takes all of it back.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from rich.console import Console
from textual._compositor import CompositorUpdate

_STYLE = re.compile("\x1b\\[([0-9;]*)m")
_MOVES = re.compile("(?:(?:\x1b\\[[0-9;]*H|\n)*\x1b\\[[0-9;]*H)?")
"""Moves of the cursor that end with one to a place, or nothing."""
_BOLD, _DIM, _NOT_BOLD = "1", "2", "22"
_UNSEEN_ON_BLANKS = {_BOLD, _DIM, "3"}
_RESET = "0"


class _Look(NamedTuple):
    """How text looks, in the words of the sequences that say so; empty where it is the terminal's own."""

    colour: str = ""
    ground: str = ""
    ways: frozenset[str] = frozenset()
    """Bold, underlined and the like."""


_PLAIN = _Look()


class LeanUpdate(CompositorUpdate):
    """An update of the screen that is written with fewer bytes."""

    def __init__(self, update: CompositorUpdate) -> None:
        """Take the update as Textual made it."""
        self._update = update

    def render_segments(self, console: Console) -> str:
        """Return what is written to the terminal."""
        return lean(self._update.render_segments(console))


def lean(drawn: str) -> str:
    """Return what draws the same as some text with styles, from plain to plain."""
    first, *rest = _STYLE.split(drawn)
    said = [first]
    shown = wanted = _PLAIN
    for style, text in zip(rest[::2], rest[1::2], strict=True):
        wanted = _after(wanted, style)
        if _MOVES.fullmatch(text):
            said.append(text[text.rfind("\x1b") :])  # Of several moves the last one counts.
            continue
        look = _seen(shown, wanted, text)
        said += (_change(shown, look), text)
        shown = look
    said.append(_change(shown, _PLAIN))
    return "".join(said)


def _seen(shown: _Look, wanted: _Look, text: str) -> _Look:
    """Return the look that some text must have: of blanks only the ground is seen."""
    if text.isspace() and not (shown.ways | wanted.ways) - _UNSEEN_ON_BLANKS:
        return shown._replace(ground=wanted.ground)
    return wanted


@lru_cache(maxsize=4096)
def _after(look: _Look, style: str) -> _Look:
    """Return how text looks after a sequence."""
    colour, ground, ways = look
    codes = iter(style.split(";"))
    for code in codes:
        if code in ("", _RESET):
            colour, ground, ways = _PLAIN
            continue
        if code in ("38", "48"):
            kind = next(codes)
            numbers = [next(codes) for _ in range(3 if kind == "2" else 1)]
            code = ";".join((code, kind, *numbers))
        if code.partition(";")[0] in _COLOURS:
            colour = code
        elif code.partition(";")[0] in _GROUNDS:
            ground = code
        else:
            ways |= {code}
    return _Look(colour, ground, ways)


_COLOURS = {"38", "39", *map(str, range(30, 38)), *map(str, range(90, 98))}
_GROUNDS = {"48", "49", *map(str, range(40, 48)), *map(str, range(100, 108))}


@lru_cache(maxsize=4096)
def _change(shown: _Look, wanted: _Look) -> str:
    """Return the sequence between text of two looks."""
    if wanted == _PLAIN:
        return "" if shown == _PLAIN else f"\x1b[{_RESET}m"
    codes: list[str] = []
    gone = shown.ways - wanted.ways
    loses_colour = (shown.colour and not wanted.colour) or (shown.ground and not wanted.ground)
    if loses_colour or gone - {_BOLD}:
        codes.append(_RESET)
        shown = _PLAIN
    elif gone:
        codes.append(_NOT_BOLD)
        shown = shown._replace(ways=shown.ways - {_BOLD, _DIM})
    codes += sorted(wanted.ways - shown.ways)
    if wanted.colour != shown.colour:
        codes.append(wanted.colour)
    if wanted.ground != shown.ground:
        codes.append(wanted.ground)
    return f"\x1b[{';'.join(codes)}m" if codes else ""
