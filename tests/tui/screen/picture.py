"""A picture of a screen as SVG, an element for each run of signs of one look, so that a difference reads as
one.

Rich draws such pictures too, but gives a Chinese sign the width of a Latin one, and takes five times the
bytes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual._context import visible_screen_stack
from textual.app import App

_CELL, _LINE, _BASE = 9, 18, 14
"""Pixels of a cell, of a line, and from its top to the foot of its letters."""
_WIDE_SIGNS = (
    "font-size:17px;font-family:Noto Sans Mono CJK SC,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif"
)
"""The letters of signs two cells wide where each is held to its cells."""
_LINE_UNDER = "text-decoration:underline"


class Look(NamedTuple):
    """What is seen of a style."""

    ground: str
    letters: str


@dataclass(frozen=True, slots=True)
class Run:
    """Signs of one look, and the pixels where they begin and end."""

    look: Look
    words: str
    left: int
    right: int


class Picture:
    """The lines of a screen, and the looks that they share."""

    def __init__(self, *, exact: bool = False) -> None:
        """`exact` holds each sign to its cells, whatever the letters of whoever looks."""
        self._exact = exact
        self._classes: dict[str, str] = {}
        self._drawn: list[str] = []

    def draw(self, y: int, segments: Iterable[Segment]) -> None:
        """Add a line: its grounds, then its words."""
        runs = _runs(segments)
        for ground, group in groupby(runs, lambda run: run.look.ground):
            one = list(group)
            place = f'x="{one[0].left}" y="{y * _LINE}" width="{one[-1].right - one[0].left}"'
            self._drawn.append(f'<rect class="{self._class_of(ground)}" {place} height="{_LINE}"/>')
        for run in runs:
            look = self._class_of(run.look.letters)
            for words, left in _pieces(run) if self._exact else [(run.words, run.left)]:
                self._write(words, left, y, look)

    def _write(self, words: str, left: int, y: int, look: str) -> None:
        """Write words that begin at a pixel, without the blanks at their ends."""
        shown = words.strip(" ")
        if not shown:
            return
        blanks = len(words) - len(words.lstrip(" "))
        place = f'x="{left + blanks * _CELL}" y="{y * _LINE + _BASE}"'
        if self._exact:
            place += f' textLength="{cell_len(shown) * _CELL}"'
            look += " w" if cell_len(shown[0]) > 1 else ""
        self._drawn.append(f'<text class="{look}" {place}>{escape(shown)}</text>')

    def _class_of(self, look: str) -> str:
        return self._classes.setdefault(look, f"l{len(self._classes)}")

    def svg(self, columns: int, lines: int) -> str:
        """The whole as a file."""
        size = f"0 0 {columns * _CELL} {lines * _LINE}"
        rules = [f".{name}{{{look}}}" for look, name in self._classes.items()]
        begin = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}">'
        if self._exact:
            rules.append(f".w{{{_WIDE_SIGNS}}}")
        style = f"<style>text{{font:15px monospace;white-space:pre}}{''.join(rules)}</style>"
        return "\n".join([begin, style, *self._drawn, "</svg>", ""])


def picture_of(app: App[None], constants: dict[str, str], *, exact: bool = False) -> str:
    """The picture of what stands on the screen; words that are other each time are drawn as their
    constants.
    """
    visible_screen_stack.set(app._background_screens)
    picture = Picture(exact=exact)
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        picture.draw(y, strip)
    svg = picture.svg(*app.size)
    for found, constant in constants.items():
        svg = svg.replace(found, constant)
    return svg


def _pieces(run: Run) -> Iterator[tuple[str, int]]:
    """The words of a run in pieces of signs of one width, and the pixel where each begins."""
    left = run.left
    for _, group in groupby(run.words, cell_len):
        words = "".join(group)
        yield words, left
        left += cell_len(words) * _CELL


def _runs(segments: Iterable[Segment]) -> list[Run]:
    """The signs of a line that have one look, put together; a blank has that of its neighbour."""
    runs: list[Run] = []
    left = 0
    for segment in segments:
        look, words = _look(segment.style or Style.null()), segment.text
        right = left + cell_len(words) * _CELL
        if runs and _go_on(runs[-1], look, words):
            before = runs.pop()
            look = before.look if before.words.strip(" ") else look
            words, left = before.words + words, before.left
        runs.append(Run(look, words, left, right))
        left = right
    return runs


def _go_on(before: Run, look: Look, words: str) -> bool:
    """Whether words look as those before them do: of a blank only the ground is seen, or a line under it."""
    if look == before.look:
        return True
    blank = look if not words.strip(" ") else before.look if not before.words.strip(" ") else None
    return blank is not None and look.ground == before.look.ground and _LINE_UNDER not in blank.letters


def _look(style: Style) -> Look:
    letters = [f"fill:{_hex(style.color)}"]
    letters += ["font-weight:bold"] if style.bold else []
    letters += ["font-style:italic"] if style.italic else []
    letters += [_LINE_UNDER] if style.underline else []
    letters += ["opacity:.6"] if style.dim else []
    ground = f"fill:{_hex(style.bgcolor)}"
    return Look(ground, ";".join(letters)) if not style.reverse else Look(letters[0], ground)


def _hex(color: Color | None) -> str:
    return color.get_truecolor().hex if color else "#000000"
