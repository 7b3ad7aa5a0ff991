"""Tasks in running text: points of an outline whose owners stand in brackets or behind labels."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from store.reading.names.owner_lines import owner_clauses, owners_between
from store.reading.names.owners import Known, Owners, owners_of
from store.reading.names.points import loose_owners, owners_in
from store.reading.prose.covering import covers, from_above, is_taken
from store.reading.prose.outline import Node, walk
from store.reading.prose.sentences import owners_of_text
from store.reading.result import TaskFound
from store.reading.signs.lines import Span, span
from store.reading.signs.measures import deadlines_in, targets_in
from store.records.doubts import doubt
from store.records.values import SideName

# 完善制度。 / 具体举措: over the points 1. 2. No text here ends a task so; kept for plans with measures
# below.
_ANNOUNCES = re.compile("\n[^\n。,\uff0c]{2,10}[:\uff1a]$")
"""A last line that only announces the points below."""

_Parts = list[tuple[str, Owners | None]]
"""The parts of a point, each its text without the owners, and the owners."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A point or a part of one: its item, its number, its text without the owners, and the owners."""

    node: Node
    item: str
    number: str
    text: str
    owners: Owners | None


def rows_of_outline(nodes: Sequence[Node], known: Known) -> tuple[TaskFound, ...]:
    """Return the tasks among the points: those that name owners, and their neighbours that name none."""
    parts = _parts_of_points(nodes, known)
    if not parts:
        return ()
    return tuple(_task(point) for point in _points(nodes, "", 0, parts))


def _parts_of_points(nodes: Sequence[Node], known: Known) -> dict[int, _Parts]:
    """Return the parts of each point, by the id of its node; none where no point names its owners.

    A lone bracket with a unit may be a remark; where several points end so, this text names owners
    that way. Brackets that are not understood do where most points end in one.
    """
    parts: dict[int, _Parts] = {}
    loose: dict[int, _Parts] = {}
    for node in walk(nodes):
        parts[id(node)] = _heading_of_owners(node, known) or owners_in(node.owned_body, known)
        if not _owners_of(parts[id(node)]):
            loose[id(node)] = loose_owners(node.owned_body, known)
    named = len(parts) - len(loose)
    at_end = [owners for of_point in loose.values() for _, owners in of_point if owners]
    unread = [owners for owners in at_end if not owners.names_units]
    ends = sum(not node.children for node in walk(nodes))
    bare = len(at_end) - len(unread)
    are_usual = len(unread) > 1 and 2 * len(unread) >= ends
    is_declared = bool(bare and known.declared)
    if named + bare > 1 or are_usual or is_declared:
        parts |= loose
    elif not named:
        return {}
    return parts


def _heading_of_owners(node: Node, known: Known) -> _Parts:
    """Return the owners that a heading over points consists of: 一、甲科牵头,乙科配合."""
    clauses = owner_clauses(node.mark.rest, known.words) if node.children and node.heading else []
    return [(node.heading, owners_of(clauses, known))] if clauses else []


def _owners_of(parts: _Parts) -> Owners | None:
    """Return the owners of a point's first part, which has none only where the point has none."""
    return parts[0][1]


def _points(
    siblings: Sequence[Node], item: str, depth: int, parts: Mapping[int, _Parts], above: Owners | None = None
) -> Iterator[_Point]:
    """Give the points that are tasks, among some that stand side by side and below them.

    A point is one where it names owners or those above it are its own; without them where none stands
    below it and its neighbours or its own words name some. Paragraphs under 一、 say nothing of
    二、工作要求.
    """
    groups = [_parts_of(node, item, parts) for node in siblings]
    if depth and not above and _any_owners(groups):
        groups = _shared(groups)
    any_owners = any(group[0].owners and (depth or group[0].number) for group in groups)
    for group in groups:
        first = group[0]
        node = first.node
        if not node.children and above:
            yield from (_under(point, above) for point in group)
            continue
        over = _over_those_below(group, above)
        title = f"{node.mark.printed}{first.text}" if over and first.owners and first.text else node.title
        below = list(_points(node.children, title, depth + 1, parts, over))
        if over and first.owners and is_taken(first.owners, [point.owners for point in below]):
            node.settled |= {line.number for line in node.own_lines}
        elif first.owners or (not below and (any_owners or owners_of_text(first.text))):
            yield from group
        yield from below


def _over_those_below(group: Sequence[_Point], above: Owners | None) -> Owners | None:
    """Return the owners that the points below a heading have from it and from above it."""
    first = group[0]
    if len(group) > 1 or not covers(first.node, first.text, first.owners):
        return above if first.owners is None else None
    return from_above(first.owners, above, first.text) if above and first.owners else first.owners


def _under(point: _Point, above: Owners) -> _Point:
    """Return a point with what those above it say that it does not say itself."""
    own = point.owners or owners_of_text(point.text)
    return replace(point, owners=from_above(own, above, point.text))


def _parts_of(node: Node, item: str, parts: Mapping[int, _Parts]) -> list[_Point]:
    """Return the parts of a point; paragraphs with owners each stand under its heading without its number."""
    own = parts[id(node)]
    number = node.mark.printed
    above = f"{node.heading}\n"
    first, owners = own[0]
    if len(own) > 1 and node.heading == node.mark.rest and first.startswith(above):
        item, number = node.title, ""
        own = [(first.removeprefix(above), owners), *own[1:]]
    return [_Point(node, item, number, text, owners) for text, owners in own]


def _any_owners(groups: Sequence[list[_Point]]) -> bool:
    return any(point.owners for group in groups for point in group)


def _shared(groups: Sequence[list[_Point]]) -> list[list[_Point]]:
    """Return the points where one bracket on a line of its own covers those above it.

    Where some have their own, that is asked about.
    """
    last = groups[-1][-1].owners
    if last and last.apart and len(groups) > 1 and not _any_owners(groups[:-1]):
        return [_given(group, last) for group in groups]
    if last and groups[-1][0].node.ends_list and not _any_owners(groups[:-1]):
        asked_of = "".join(line.text for line in groups[-1][0].node.own_lines[1:])
        shared = replace(last, doubts=(doubt(_side(last), "owners_behind", asked_of),))
        return [*(_given(group, shared) for group in groups[:-1]), groups[-1]]
    asked: list[list[_Point]] = []
    for group, following in zip(groups, [*groups[1:], None], strict=True):
        behind = following[0].owners if following else None
        if group[0].owners is None and behind and behind.apart:
            group = _given(group[:1], _in_question(behind))
        asked.append(group)
    return asked


def _given(group: Sequence[_Point], owners: Owners) -> list[_Point]:
    return [replace(point, owners=owners) for point in group]


def _in_question(behind: Owners) -> Owners:
    """Ask whether the bracket behind the next point is this one's as well."""
    return Owners(doubts=(doubt(_side(behind), "brackets_behind"),))


def _side(owners: Owners) -> SideName:
    return "lead" if owners.lead_units else "participant"


def _task(point: _Point) -> TaskFound:
    owners = point.owners or owners_of_text(point.text) or Owners()
    text = _ANNOUNCES.sub("", point.text).replace("\n", "")
    node = point.node
    task = owners.put_on(TaskFound(point.item, point.number, text, _source(node)))
    if node.asked:
        task = replace(task, doubts=(*task.doubts, owners_between(node.asked)))
    deadline = owners.deadline or deadlines_in(text)
    return replace(task, deadline=deadline, targets=owners.targets or targets_in(point.text))


def _source(node: Node) -> Span:
    first, last = span(node.own_lines)
    return (node.above[0].number if node.above else first, last)
