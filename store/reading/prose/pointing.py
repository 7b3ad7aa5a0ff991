"""Which way the lines of owners point: behind their point, as most stand, or over it, or over several.

What stands around the points of a section tells: a line over the first and none behind the last (责任单位:…
1.… 责任单位:… 2.…) open points, none over the first and one behind the last close them. Where neither is so,
the other sections of the text tell, and the blank lines between; else it is asked about.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from store.reading.names.owner_lines import fields_named
from store.reading.names.paragraphs import paragraphs_of
from store.reading.prose.blocks import BLOCK
from store.reading.prose.closing import names_owners
from store.reading.prose.outline import Node, read_outline
from store.reading.signs.labels import LABEL
from store.reading.signs.lines import SourceLine, folded
from store.reading.signs.marks import Mark
from store.reading.signs.owner_words import STANDARD

_Way = Literal["before", "behind"]
_Block = list[SourceLine]
"""The lines of owners that stand together."""

# 五、工作要求, 八、保障措施 behind the points of a list.
_CLOSES = re.compile(r"要求|保障|组织(?:领导|实施)|附则|说明|其他$")
_LONGEST_HEADING = 20


@dataclass(slots=True)
class _Run:
    """Points side by side, the one above them if any, and the lines of owners around them."""

    above: Node | None
    points: Sequence[Node]
    over: _Block
    """Those right over the first point."""
    behind: list[_Block]
    """Those behind each point, below it too; of what stands over the first, where any do."""
    is_closed: bool
    """Whether the last point names its owners, behind it or within its text."""

    @property
    def only_heads(self) -> bool:
        """Whether nothing but a heading stands over the points, beside lines of owners."""
        return self.above is None or not has_own_text(self.above, self.over)

    @property
    def is_said(self) -> bool:
        """Whether the lines around tell which way they point, or there is nothing to be told."""
        between = self.behind[:-1]
        if self.is_closed or not any(between):
            return True
        return bool(self.over) and self.only_heads

    @property
    def way(self) -> _Way | None:
        """Which way the lines around say that they point; none where they may cover a section."""
        if self.is_closed:
            return None if self.over else "behind"
        is_open = self.over and any(self.behind[:-1]) and self.only_heads
        return "before" if is_open else None


def read_pointed(
    parts: Iterable[Sequence[SourceLine]], titled_from: int | None
) -> tuple[list[Node], list[SourceLine]]:
    """Return the outline of a text, lines of owners with the points of which they speak, and the rest."""
    roots, rest = read_outline(parts, titled_from)
    if not roots:
        return _without_numbers(rest)
    starts = [index for index, node in enumerate(roots) if node.opens]
    for start, end in zip(starts, [*starts[1:], len(roots)], strict=False):
        rest = _point(roots[start:end], rest)
    return roots, rest


def _without_numbers(lines: list[SourceLine]) -> tuple[list[Node], list[SourceLine]]:
    """Return the paragraphs of a text without any number as one point, where they name owners in turn."""
    owners = [index for index, line in enumerate(lines) if fields_named(line.text)]
    if not owners:
        return [], lines
    first, last = owners[0], owners[-1]
    are_over = first == 0 or lines[first - 1].folded.endswith((":", "如下。"))
    start, end = (first, last + 2) if are_over else (first - 1, last + 1)
    own = lines[start:end]
    body = "\n".join(line.text for line in own)
    if paragraphs_of(body, STANDARD) is None:
        return [], lines
    mark = Mark(BLOCK, 3, "", 0, own[0].text)
    node = Node(mark, own, paragraphs=[line.text for line in own], opens=True)
    return [node], lines[:start] + lines[end:]


def has_own_text(node: Node, owners: Sequence[SourceLine]) -> bool:
    """Tell whether a point says more than its heading and some lines of owners at its end."""
    count = len(node.lines) - len(owners) - node.lent
    return count > 1 or "。" in folded(node.mark.rest).rstrip("。")


def _point(roots: Sequence[Node], rest: list[SourceLine]) -> list[SourceLine]:
    """Let the lines of owners of a part of a text point; return the lines outside it that are left."""
    over = _trailing([line for line in rest if line.number < roots[0].lines[0].number])
    ways: set[_Way] = set()
    waiting: list[_Run] = []
    taken: _Block = []
    for run in _runs(roots, over):
        if not run.is_said:
            waiting.append(run)
            continue
        if run.way:
            ways.add(run.way)
        if run.way == "before":
            _open(run)
            taken += run.over if run.above is None else ()
        _cover_above(run)
        last = _last_below(run.points[-1])
        if run.over and last is _last_below(roots[-1]):
            rest += last.cut_closing(owners_above=True)
    usual = ways.pop() if len(ways) == 1 else None
    for run in waiting:
        _settle(run, _way_by_blanks(run) or usual)
    return [line for line in rest if line not in taken]


def _runs(roots: Sequence[Node], over: _Block) -> Iterator[_Run]:
    """Give the points side by side, outermost first, as the lines of owners then are."""
    stack: list[tuple[Node | None, Sequence[Node], _Block]] = [(None, roots, over)]
    while stack:
        above, points, over = stack.pop(0)
        if above is not None:
            over = _behind(above)
        behind = [_alike(_behind(_last_below(node)), over) for node in points]
        is_closed = bool(behind[-1]) or (not over and _names_owners(_last_below(points[-1])))
        yield _Run(above, points, over, behind, is_closed)
        stack += [(node, node.children, []) for node in points if node.children]


def _last_below(node: Node) -> Node:
    while node.children:
        node = node.children[-1]
    return node


def _behind(node: Node) -> _Block:
    """Return the lines of owners at the end of a point, but for those that speak of the next."""
    return _trailing(node.own_lines[1:])


def _alike(block: _Block, over: _Block) -> _Block:
    """Return the lines of owners from the first that names what those over the first point name.

    Of 责任单位:甲科 牵头领导:王明 before the next section the second is its own, where 牵头领导 alone stands
    over the first section.
    """
    wanted = _fields(over) - {"deadline"}
    if not wanted:
        return block
    names = [bool(fields_named(line.text) & wanted) for line in block]
    return block[names.index(True) :] if any(names) else []


def _names_owners(node: Node) -> bool:
    return any(map(names_owners, node.own_lines))


def _trailing(lines: Sequence[SourceLine]) -> _Block:
    """Return the lines of owners at the end of some lines, other labels among them (整改时限:…)."""
    found: _Block = []
    for line in reversed(lines):
        if not (fields_named(line.text) or LABEL.match(line.folded)):
            break
        found.insert(0, line)
    while found and not fields_named(found[0].text):
        del found[0]
    return found


def _fields(lines: Iterable[SourceLine]) -> set[str]:
    fields: set[str] = set()
    for line in lines:
        fields |= fields_named(line.text)
    return fields


def _open(run: _Run) -> None:
    """Give the lines over each point of a run to it."""
    blocks = [run.over, *run.behind[:-1]]
    lenders = [run.above, *map(_last_below, run.points[:-1])]
    quoted = ""
    for node, lender, block in zip(run.points, lenders, blocks, strict=True):
        node.above += block
        if lender is not None:
            lender.lent += len(block)
            lender.settled |= {line.number for line in block}
        if block:
            quoted = _text(block)
        else:
            node.asked = quoted


def _cover_above(run: _Run) -> None:
    """Note where the only line of owners of some points stands behind the last of them."""
    are_alone = not any(node.children for node in run.points)
    if are_alone and not run.over and len(run.points) > 1 and not any(run.behind[:-1]):
        run.points[-1].ends_list = bool(run.behind[-1])


def _settle(run: _Run, way: _Way | None) -> None:
    """Let the lines of a run point the way that was found elsewhere; ask where none was."""
    if way == "before" or (way is None and run.over):
        _open(run)
        for node in run.points:
            node.asked = node.asked or ("" if way else _text(node.above))
        return
    last = run.points[-1]
    if way is None and not last.children and not _closes(last):
        between = [index for index, block in enumerate(run.behind) if block]
        for node, index in ((run.points[between[0]], between[0]), (last, between[-1])):
            node.asked = _text(run.behind[index])


def _closes(node: Node) -> bool:
    """Tell whether a point is the closing section of a text (五、工作要求)."""
    return len(node.heading) <= _LONGEST_HEADING and bool(_CLOSES.search(node.heading))


def _way_by_blanks(run: _Run) -> _Way | None:
    """Return the way that blank lines show: they stand between a point and what does not speak of it."""
    ways: set[_Way | None] = set()
    for (node, following), block in zip(pairwise(run.points), run.behind[:-1], strict=True):
        if not block:
            continue
        lines = _last_below(node).own_lines
        before = block[0].number - lines[-len(block) - 1].last
        behind = following.lines[0].number - block[-1].last
        ways.add(None if before == behind else "behind" if before < behind else "before")
    return ways.pop() if len(ways) == 1 else None


def _text(block: _Block) -> str:
    return " ".join(line.text for line in block)
