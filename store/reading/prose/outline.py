"""The outline of a text: numbered sections and points, nested by the style of their numbers, as printed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from store.reading.prose.blocks import BLOCK, marks_in
from store.reading.prose.closing import closing_at
from store.reading.result import Section
from store.reading.signs.headings import is_heading
from store.reading.signs.lines import SourceLine, folded, span
from store.reading.signs.marks import STAGE, Mark, mark_of

LONGEST_HEADING = 50
"""Signs of the first sentence behind a number that can be a heading."""
_JUST_BELOW = 0.5
# 问题:河道淤积。 | 【问题】河道淤积。
_LABEL = re.compile("[【\\[]?[\u4e00-\u9fff]{2,8}[】\\]:\uff1a]")
_LONGEST_OPENING = 20
"""Signs of a heading without a number."""


@dataclass(slots=True)
class Node:
    """A section while it is being read: its mark, its lines, and the nodes below it."""

    mark: Mark
    lines: list[SourceLine]
    children: list["Node"] = field(default_factory=list)
    heading: str = ""
    paragraphs: list[str] = field(default_factory=list)
    opens: bool = False
    """Whether it is the first of a part, whose numbers begin anew."""
    goes_on: bool = False
    """Whether such a number goes on from that of a roster's group or a table's category."""
    below: float = 0
    """How far below the place of its style it stands: a stage stands under what is above it."""
    above: list[SourceLine] = field(default_factory=list)
    """The lines of owners over it that speak of it."""
    lent: int = 0
    """How many of its last lines speak of what follows."""
    ends_list: bool = False
    """Whether the only owners of all points beside it stand behind it."""
    settled: frozenset[int] = frozenset()
    """The numbers of its lines whose owners are given to the points below it."""
    asked: str = ""
    """The line of owners of which it is open whether it speaks of this point."""

    @property
    def is_block(self) -> bool:
        """Whether it is a block of labelled lines, whose number, if any, is no heading's."""
        return self.mark.depth >= BLOCK

    @property
    def depth(self) -> float:
        """Where it stands in the outline, 0 being outermost."""
        return self.mark.depth + self.below

    def section(self) -> Section:
        """Return the finished section; its source goes as far as that of the last one below it."""
        children = tuple(child.section() for child in self.children)
        text = "\n".join(self.paragraphs)
        first, last = span(self.lines)
        for child in children:
            last = max(last, child.source[1])
        return Section(self.mark.printed, self.heading, text, (first, last), children)

    def cut_closing(self, *, owners_above: bool = False) -> list[SourceLine]:
        """Cut the closing paragraphs off the last point of a text, and return them."""
        at = closing_at(self.lines, owners_above=owners_above)
        closing = self.lines[at:]
        if closing:
            del self.lines[at:]
            del self.paragraphs[-len(closing) :]
        return closing

    @property
    def body(self) -> str:
        """All its own text, line under line, without the number."""
        below = [line.text for line in self.lines[1:]]
        return "\n".join([self.mark.rest, *below])

    @property
    def own_lines(self) -> list[SourceLine]:
        """Its lines without those that speak of what follows."""
        return self.lines[: len(self.lines) - self.lent]

    @property
    def owned_body(self) -> str:
        """Its text with the lines of owners that speak of it, those over it at the end."""
        below = [line.text for line in (*self.own_lines[1:], *self.above)]
        return "\n".join([self.mark.rest, *below])

    @property
    def title(self) -> str:
        """Its number and heading as printed."""
        return f"{self.mark.printed}{self.heading}"


def read_outline(
    parts: Iterable[Sequence[SourceLine]], titled_from: int | None
) -> tuple[list[Node], list[SourceLine]]:
    """Return the sections of the parts of a text, and the lines before any section.

    A part begins where the text starts anew (behind the signature). From the line titled_from on, a
    heading without a number can open the text.
    """
    roots: list[Node] = []
    rest: list[SourceLine] = []
    for part in parts:
        path: list[Node] = []
        before = len(roots)
        for index, (line, mark) in enumerate(zip(part, marks_in(part), strict=True)):
            if mark is None and not path and _is_opening(part, index, titled_from):
                mark = Mark(1, 1, "", 0, line.text)
            if mark:
                path = _hung(roots, path, _node(mark, line))
            elif path:
                path[-1].lines.append(line)
                path[-1].paragraphs.append(line.text)
            else:
                rest.append(line)
        if path:
            rest += path[-1].cut_closing()
        if len(roots) > before:
            roots[before].opens = True
    return roots, rest


def walk(nodes: Iterable[Node]) -> Iterable[Node]:
    """Give all nodes in the order of the text."""
    stack = list(nodes)[::-1]
    while stack:
        node = stack.pop()
        yield node
        stack += node.children[::-1]


def _hung(roots: list[Node], path: list[Node], node: Node) -> list[Node]:
    """Hang a node under the last one of an outer style; return the path to it."""
    if node.mark.depth == STAGE:
        _above_stage(path, node)
    elif node.mark.depth >= BLOCK:
        _beside_point(path, node)
    while path and path[-1].depth >= node.depth:
        path.pop()
    siblings = path[-1].children if path else roots
    siblings.append(node)
    return [*path, node]


def _above_stage(path: list[Node], stage: Node) -> None:
    """Leave of a path what stands over a stage: 第一阶段 may stand under 三、, under (二) and under 3.

    That is what the stage before it stands under, else the last heading without a text of its own.
    """
    before = [index for index, node in enumerate(path) if node.mark.depth == STAGE]
    if before:
        del path[before[-1] :]
    while len(path) > 1 and path[-1].paragraphs:
        path.pop()
    if path:
        stage.below = path[-1].depth + _JUST_BELOW - STAGE


def _beside_point(path: list[Node], block: Node) -> None:
    """Leave of a path what stands over a block: 问题:… within 1.问题:… begins the point's neighbour."""
    label = _LABEL.match(block.mark.rest)
    if path and label and path[-1].mark.rest.startswith(label.group()):
        block.below = path[-1].depth - block.mark.depth


def _node(mark: Mark, line: SourceLine) -> Node:
    heading, text = _split(mark.rest)
    return Node(mark, [line], [], heading, [text] if text else [])


def _split(text: str) -> tuple[str, str]:
    """Return a heading and the text run on behind it; a lone sentence too long for a heading is all text."""
    end = folded(text).find("。")
    if end < 0:
        return (text, "") if len(text) <= LONGEST_HEADING else ("", text)
    if end > LONGEST_HEADING:
        return "", text
    return text[:end], text[end + 1 :].strip()


def _is_opening(part: Sequence[SourceLine], index: int, titled_from: int | None) -> bool:
    """Tell whether a line is a heading without a number: a few words, and a paragraph on the next line."""
    line = part[index]
    if titled_from is None or line.number < titled_from or index + 1 == len(part):
        return False
    if len(line.text) > _LONGEST_OPENING or not is_heading(line.text):
        return False
    below = part[index + 1].text
    return below.endswith("。") and mark_of(below) is None
