"""Tasks in running text: points of an outline whose owners stand in brackets behind them, or on labelled lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from store.reading.names.owners import Known, Owners, bare_owners, owners_in
from store.reading.prose.outline import Node, walk
from store.reading.prose.sentences import owners_of_text
from store.reading.result import TaskFound
from store.reading.signs.measures import deadlines_in, targets_in
from store.records.doubts import doubt
from store.records.values import SideName

_ANNOUNCES = re.compile("\n[^\n。,\uff0c]{2,10}[:\uff1a]$")
"""A last line that only announces the points below (具体举措:)."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A point of the outline or a part of one, its text without the owners, and the owners."""

    node: Node
    item: str
    text: str
    owners: Owners | None


def rows_of_outline(nodes: Sequence[Node], known: Known) -> tuple[TaskFound, ...]:
    """The tasks among the points: those that name owners, and the points beside them that name none."""
    # A lone bracket with a unit in it may be a remark; where several points end so, it is how this text names owners.
    parts = {id(node): owners_in(node.body, known) for node in walk(nodes)}
    named = sum(of_node[0][1] is not None for of_node in parts.values())
    bare_is_usual = named + sum(bare_owners(node.body, known)[1] is not None for node in walk(nodes)) > 1
    if not named and not bare_is_usual:
        return ()

    def parts_of(node: Node) -> list[tuple[str, Owners | None]]:
        of_node = parts[id(node)]
        return of_node if of_node[0][1] or not bare_is_usual else [bare_owners(node.body, known)]

    def tasks(siblings: Sequence[Node], item: str, depth: int) -> Iterator[_Point]:
        points = [[_Point(node, item, *part) for part in parts_of(node)] for node in siblings]
        if any(point.owners for of_node in points for point in of_node):
            points = _shared(points) if depth else points
        any_owners = any(point.owners for of_node in points for point in of_node)
        for of_node in points:
            node = of_node[0].node
            below = list(tasks(node.children, f"{node.mark.printed}{node.heading}", depth + 1))
            if of_node[0].owners or (not below and (any_owners or owners_of_text(of_node[0].text))):
                yield from of_node
            yield from below

    return tuple(_row(point) for point in tasks(nodes, "", 0))


def _shared(points: Sequence[list[_Point]]) -> list[list[_Point]]:
    """One bracket on a line of its own covers the points above it; where some have their own, that is asked about."""
    last = points[-1][-1].owners
    if (
        last is not None
        and last.apart
        and len(points) > 1
        and not any(point.owners for of_node in points[:-1] for point in of_node)
    ):
        return [[replace(point, owners=last) for point in of_node] for of_node in points]
    asked: list[list[_Point]] = []
    for of_node, following in zip(points, [*points[1:], None], strict=True):
        behind = following[0].owners if following else None
        if of_node[0].owners is None and behind is not None and behind.apart:
            side: SideName = "lead" if behind.lead_units else "participant"
            owners = Owners(doubts=(doubt(side, "brackets_behind"),))
            asked.append([replace(of_node[0], owners=owners)])
        else:
            asked.append(of_node)
    return asked


def _row(point: _Point) -> TaskFound:
    owners = point.owners or owners_of_text(point.text) or Owners()
    text = _ANNOUNCES.sub("", point.text).replace("\n", "")
    return TaskFound(
        item=point.item,
        number=point.node.mark.printed,
        text=text,
        source=(point.node.lines[0].number, point.node.lines[-1].number),
        lead_units=owners.lead_units,
        lead_leaders=owners.lead_leaders,
        participant_units=owners.participant_units,
        participant_leaders=owners.participant_leaders,
        deadline=owners.deadline or deadlines_in(text),
        targets=owners.targets or targets_in(point.text),
        remark=owners.remark,
        doubts=owners.doubts,
    )
