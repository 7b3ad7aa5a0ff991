"""Tasks in running text: points of an outline whose owners stand in brackets behind them, or on labelled lines."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from store.reading.measures import deadlines_in, targets_in
from store.reading.outline import Node, walk
from store.reading.owners import Owners, bare_owners, first_unit_leads, owners_in
from store.reading.result import Row

_ANNOUNCES = re.compile("\n[^\n。,\uff0c]{2,10}[:\uff1a]$")
"""A last line that only announces the points below (具体举措:)."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A point of the outline, its text without the owners, and the owners."""

    node: Node
    item: str
    text: str
    owners: Owners | None


def rows_of_outline(nodes: Sequence[Node], people: Collection[str], units: Sequence[str]) -> tuple[Row, ...]:
    """The tasks among the points: those that name owners, and the points beside them that name none."""
    first_leads = any(first_unit_leads(line.text) for node in walk(nodes) for line in node.lines)

    def named(body: str) -> tuple[str, Owners | None]:
        return owners_in(body, people, units, first_leads)

    def bare(body: str) -> tuple[str, Owners | None]:
        return bare_owners(body, units, first_leads)

    # A lone bracket with a unit in it may be a remark; where several points end so, it is how this text names owners.
    bodies = [node.body for node in walk(nodes)]
    bare_is_usual = sum(bare(body)[1] is not None for body in bodies) + sum(named(body)[1] is not None for body in bodies) > 1

    def owners_of(body: str) -> tuple[str, Owners | None]:
        text, owners = named(body)
        return (text, owners) if owners or not bare_is_usual else bare(body)

    def tasks(siblings: Sequence[Node], item: str) -> Iterator[_Point]:
        points = [_Point(node, item, *owners_of(node.body)) for node in siblings]
        any_owners = any(point.owners for point in points)
        for point in points:
            below = list(tasks(point.node.children, f"{point.node.mark.printed}{point.node.heading}"))
            if point.owners or (any_owners and not below):
                yield point
            yield from below

    return tuple(_row(point) for point in tasks(nodes, ""))


def _row(point: _Point) -> Row:
    owners = point.owners or Owners()
    text = _ANNOUNCES.sub("", point.text).replace("\n", "")
    return Row(
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
    )
