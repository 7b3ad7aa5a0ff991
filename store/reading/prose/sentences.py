"""Tasks that only sentences give (proposals), and who a point names in its running text."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from store.reading.names.owners import Owners
from store.reading.prose.assignments import LONGEST, Assignment, assignments_in
from store.reading.prose.bodies import bodies_in
from store.reading.prose.deeds import DUE, SINCE
from store.reading.prose.outline import Node
from store.reading.result import Proposed, TaskFound
from store.reading.signs.lines import SourceLine, Span, folded, span
from store.reading.signs.marks import Mark
from store.reading.signs.measures import deadlines_in, targets_in

# A sentence with the marks that close a quotation or a bracket behind its stop: …“三权”改革。”
_SENTENCE = re.compile(r"[^。\n]+。?[”’」』)]*")
# 以上工作要在2022年5月底前完成.
_ABOVE = re.compile(r"(?:以上|上述)(?:各项)?(?:工作|任务|事项|要求)")
# 成员单位职责, 部门分工: under such a heading each body has a duty, whatever the word.
_DUTIES = re.compile(r"职[责能](?:分工|任务)?$|(?:任务|责任|工作)?分工$")
_LONGEST_HEADING = 30


@dataclass(frozen=True, slots=True)
class _Place:
    """Where sentences stand: the point, and whether it is in a list of duties."""

    node: Node
    above: str
    """The title of the point above it."""
    in_duties: bool


@dataclass(frozen=True, slots=True)
class _Given:
    """An assignment with its sentence, and the lines of its point before it."""

    assignment: Assignment
    sentence: str
    opens: bool
    """Whether it is the first of its point, and so its heading."""
    lines_before: int


def proposals(
    nodes: Sequence[Node],
    preamble: Iterable[SourceLine],
    firm: Sequence[TaskFound],
    people: Collection[str] = (),
) -> tuple[Proposed, ...]:
    """Return the tasks that single sentences give to somebody, outside the lines of firm tasks.

    The paragraphs of a preamble stand under no heading.
    """
    taken: set[int] = set()
    for task in firm:
        taken.update(range(task.source[0], task.source[1] + 1))
    found: list[Proposed] = []
    before = [_Place(Node(Mark(1, 1, "", 0, line.text), [line]), "", in_duties=False) for line in preamble]
    places = [*before, *_places(nodes)]
    for place in sorted(places, key=lambda place: place.node.lines[0].number):
        for given in _given_in(place, people):
            line = place.node.lines[given.lines_before]
            if line.number not in taken:
                task = _task(place, given, span([line]))
                found.append(Proposed(task, given.sentence, line.number))
    return tuple(found)


def owners_of_text(text: str) -> Owners | None:
    """Return who a point names in its running text; none where its sentences name several, or nobody."""
    found: list[Owners] = []
    for sentence in _SENTENCE.finditer(text[: 10 * LONGEST]):
        found += (one.owners for one in assignments_in(sentence.group().strip()) if one.strength == "said")
    return replace(found[0], deadline=None) if len(found) == 1 else None


def _places(nodes: Iterable[Node]) -> Iterator[_Place]:
    """Give all points in the order of the text."""
    stack = [_Place(node, "", in_duties=False) for node in nodes][::-1]
    while stack:
        place = stack.pop()
        heading = folded(place.node.heading)
        is_head = len(heading) <= _LONGEST_HEADING and _DUTIES.search(heading) is not None
        duties = place.in_duties or is_head
        yield replace(place, in_duties=duties)
        stack += [_Place(child, place.node.title, duties) for child in place.node.children[::-1]]


def _task(place: _Place, given: _Given, source: Span) -> TaskFound:
    """Return a task under the heading that its sentence stands under, which may be the sentence itself."""
    node, text = place.node, given.assignment.text
    stands_above = node.heading and not given.opens
    item, number = (node.title, "") if stands_above else (place.above, node.mark.printed)
    task = given.assignment.owners.put_on(TaskFound(item, number, text, source))
    return replace(task, targets=targets_in(text))


def _given_in(place: _Place, people: Collection[str]) -> Iterator[_Given]:
    """Give what the sentences of a point assign; a deadline set for 以上工作 holds for those before it."""
    body = place.node.body
    subject = bodies_in(place.node.heading)
    waiting: list[_Given] = []
    counted = lines_before = 0
    before = ""
    for found in _SENTENCE.finditer(body):
        text = found.group().strip()
        lines_before += body.count("\n", counted, found.start())
        counted = found.start()
        deadline = deadlines_in(text)
        if deadline and _ABOVE.match(folded(text)):
            yield from (_due(given, deadline) for given in waiting)
            waiting = []
        under = subject if before == place.node.heading else ()
        assigned = assignments_in(text, under, people, in_duties=place.in_duties)
        if (
            not assigned
            and deadline
            and not _ABOVE.match(folded(text))
            and DUE.search(folded(text))
            and not SINCE.match(folded(text))
        ):
            assigned = [Assignment(text, Owners(deadline=deadline), "dated")]
        for one in assigned:
            given = _Given(_with_text(one, before), text, not before, lines_before)
            if _counts(one, in_duties=place.in_duties):
                yield given
            elif one.strength == "bound":
                waiting.append(given)
        before = text.rstrip("。")


def _counts(one: Assignment, *, in_duties: bool) -> bool:
    """Tell whether an assignment is said clearly enough to be proposed."""
    return one.strength in {"said", "dated"} or (in_duties and one.strength != "named")


def _with_text(one: Assignment, before: str) -> Assignment:
    """Return an assignment that only names owners with the sentence before it, which says for what."""
    return replace(one, text=f"{before}。{one.text}") if one.is_label and before else one


def _due(given: _Given, deadline: str) -> _Given:
    """Return an assignment with a deadline that another sentence sets for it."""
    owners = given.assignment.owners
    owners = replace(owners, deadline=owners.deadline or deadline)
    return replace(given, assignment=replace(given.assignment, owners=owners))
