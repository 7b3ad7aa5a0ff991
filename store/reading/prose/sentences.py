"""Tasks that only sentences give (proposals), and who a point names in its running text."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from store.reading.names.owners import Owners
from store.reading.prose.assignments import LONGEST, Assignment, assignments_in
from store.reading.prose.bodies import bodies_in
from store.reading.prose.deeds import ABOVE, DUE, SINCE
from store.reading.prose.places import SENTENCE, Place, Said
from store.reading.result import Proposed, TaskFound
from store.reading.signs.lines import folded, span
from store.reading.signs.measures import deadlines_in, targets_in


@dataclass(frozen=True, slots=True)
class _Given:
    """An assignment and the sentence that says it."""

    assignment: Assignment
    said: Said


def proposals(
    found: Sequence[Place],
    firm: Sequence[TaskFound],
    people: Collection[str] = (),
    timed: Collection[int] = (),
) -> tuple[Proposed, ...]:
    """Return the tasks that single sentences give to somebody, outside the lines of firm tasks.

    On a line that is `timed` by its heading, whoever does something has till then.
    """
    taken = lines_of_tasks(firm)
    proposed: list[Proposed] = []
    for place in found:
        for given in _given_in(place, people, timed):
            if given.said.line.number not in taken:
                proposed.append(_proposed(place, given))
    return tuple(proposed)


def lines_of_tasks(tasks: Sequence[TaskFound]) -> set[int]:
    """Return the numbers of the lines that some tasks come from."""
    lines: set[int] = set()
    for task in tasks:
        first, last = task.source
        lines.update(range(first, last + 1))
    return lines


def owners_of_text(text: str) -> Owners | None:
    """Return who a point names in its running text; none where its sentences name several, or nobody."""
    found: list[Owners] = []
    for sentence in SENTENCE.finditer(text[: 10 * LONGEST]):
        assigned = assignments_in(sentence.group().strip())
        found += (one.owners for one in assigned if one.strength == "said")
    return replace(found[0], deadline=None) if len(found) == 1 else None


def _proposed(place: Place, given: _Given) -> Proposed:
    """Return a proposal under the heading that its sentence stands under or is."""
    node, said, text = place.node, given.said, given.assignment.text
    stands_above = node.heading and not said.opens
    item, number = (node.title, "") if stands_above else (place.above, node.mark.printed)
    worded = TaskFound(item, number, text, span([said.line]))
    task = given.assignment.owners.put_on(worded)
    task = replace(task, targets=targets_in(text))
    return Proposed(task, said.text, said.line.number)


def _given_in(place: Place, people: Collection[str], timed: Collection[int]) -> list[_Given]:
    """Return what the sentences of a point assign; a deadline set for 以上工作 holds for those before it."""
    subject = bodies_in(place.node.heading)
    given: list[_Given] = []
    waiting: list[_Given] = []
    before = ""
    for said in place.sentences():
        under = subject if before == place.node.heading else ()
        in_duties = place.in_duties or said.line.number in timed
        assigned = assignments_in(said.text, under, people, in_duties=in_duties)
        one_form = folded(said.text)
        deadline = None if assigned or SINCE.match(one_form) else deadlines_in(said.text)
        if deadline and ABOVE.search(one_form):
            meant = waiting or given[-1:]
            given = [one for one in given if one not in meant]
            given += (_due(one, deadline) for one in meant)
            waiting = []
        elif deadline and DUE.search(one_form):
            assigned = [Assignment(said.text, Owners(deadline=deadline), "dated")]
        for one in assigned:
            this = _Given(_with_text(one, before), said)
            if _counts(one, in_duties=in_duties):
                given.append(this)
            elif one.strength == "bound":
                waiting.append(this)
        before = said.text.rstrip("。")
    return given


def _counts(one: Assignment, *, in_duties: bool) -> bool:
    """Tell whether an assignment is said clearly enough to be proposed."""
    is_clear = one.strength in {"said", "dated"}
    return is_clear or (in_duties and one.strength != "named")


def _with_text(one: Assignment, before: str) -> Assignment:
    """Return an assignment that only names owners with the sentence before it, which says for what."""
    if not (one.is_label and before):
        return one
    deadline = one.owners.deadline or deadlines_in(before)
    return replace(one, text=f"{before}。{one.text}", owners=replace(one.owners, deadline=deadline))


def _due(given: _Given, deadline: str) -> _Given:
    """Return an assignment with a deadline that another sentence sets for it, beside its own."""
    owners = given.assignment.owners
    days = filter(None, (owners.deadline, deadline))
    owners = replace(owners, deadline="、".join(dict.fromkeys(days)))
    return replace(given, assignment=replace(given.assignment, owners=owners))
