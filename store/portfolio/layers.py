"""Who has which unit in three layers by time: what the notice proves, what was said by hand, what is settled.

A later layer replaces what an earlier one says of a unit, unit by unit, and never narrows another unit. The
notice is proved alone: of the settled pairs only those take part that answer it, each unit's first, with the
one who gave the unit over in the taker's place.
"""

from collections.abc import Collection, Mapping, Sequence

from store.portfolio import grounds, wording
from store.portfolio.proof import LISTED, Proof, prove
from store.portfolio.puzzle import KeyCell
from store.portfolio.standing import Standing
from store.records.derived import derived
from store.records.documents import on
from store.records.ground import Ground
from store.records.kept import Pair
from store.records.notice import Notice
from store.records.person import Person
from store.records.record import Doc
from store.records.row_order import ORDER_OF_ROWS
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit

_ROUNDS = 3
"""How often what was said by hand is gone through, since one cell may tell whose a unit of another is."""

_Standings = dict[str, Standing]


def layered(tasks: TaskList) -> Mapping[str, Standing]:
    """Return how each unit stands that a ground or a pair says something of."""
    return _of_notice(tasks) if grounds.has_notice(tasks) else _without_notice(tasks)


def last_pairs(tasks: TaskList) -> dict[str, Pair]:
    """Return unit key to the pair that holds for it: the one that has not ended, else the last that did.

    A pair with a leader who is not in the list does not count.
    """
    found: dict[str, Pair] = {}
    for pair in tasks.all_of(Pair):
        before = found.get(pair.unit)
        is_over = pair.until is not None and before is not None and before.until is None
        if tasks.find(Person, pair.leader) and not is_over:
            found[pair.unit] = pair
    return found


@derived(on(Ground), on(Unit, "kind"), on(Notice))
def said_by_notice(tasks: TaskList) -> Mapping[str, str]:
    """Return whose each unit is for certain by the notice alone, whatever is settled."""
    proofs = prove(list(grounds.noticed(tasks)), {})
    found = {unit: proof.left[LISTED] for unit, proof in proofs.items() if not proof.contradicted}
    return {unit: leaders[0] for unit, leaders in found.items() if len(leaders) == 1}


@derived(on(Ground), on(Pair), on(Unit), on(Person), on(Notice), on(Task, "item", "order"), on(Item))
def _of_notice(tasks: TaskList) -> _Standings:
    said_by = grounds.noticed(tasks)
    found = _proved(tasks, said_by, _answers_to_notice(tasks))
    settled = last_pairs(tasks)
    _say_by_hand(tasks, found, settled)
    return _settled(tasks, found, settled)


@derived(on(Ground), on(Pair), on(Unit), on(Person), on(Notice), on(Task, *grounds.IN_A_ROW), on(Item))
def _without_notice(tasks: TaskList) -> _Standings:
    settled = last_pairs(tasks)
    answers = _answers(tasks)
    for units, leaders in grounds.as_they_stand(tasks) if settled else ():
        for unit in units:
            if unit in settled and settled[unit].leader in leaders:
                answers[unit] = settled[unit].leader
    found = _proved(tasks, grounds.unissued(tasks), answers)
    return _settled(tasks, found, settled)


def _answers_to_notice(tasks: TaskList) -> dict[str, str]:
    """Return the same, but for units that were handed over and that the notice tells by itself.

    Programs of before kept of several handovers the last one's giver alone.
    """
    answers = _answers(tasks)
    handed = {pair.unit for pair in tasks.all_of(Pair) if pair.from_leader}
    for unit in handed & said_by_notice(tasks).keys() if handed else ():
        answers.pop(unit, None)
    return answers


def _answers(tasks: TaskList) -> dict[str, str]:
    """Return whose each unit was that is settled when its notice was issued, as far as the pairs tell."""
    found: dict[str, str] = {}
    for pair in tasks.all_of(Pair):
        leader = pair.from_leader or pair.leader
        if tasks.find(Person, leader):
            found.setdefault(pair.unit, leader)
    return found


def _settled(tasks: TaskList, found: _Standings, settled: Mapping[str, Pair]) -> _Standings:
    for unit, pair in settled.items():
        found[unit] = wording.settled(tasks, pair)
    return found


def _proved(tasks: TaskList, said_by: grounds.SaidBy, answers: Mapping[str, str]) -> _Standings:
    """Return what some cells prove together, where the answers hold."""
    cells = list(said_by)
    proofs = tasks.remembered(prove, cells, dict(answers))
    found: _Standings = {}
    for unit, proof in proofs.items():
        found[unit] = _standing(tasks, unit, proof, cells, said_by)
    return found


def _standing(
    tasks: TaskList, unit: str, proof: Proof, cells: Sequence[KeyCell], said_by: grounds.SaidBy
) -> Standing:
    """Return how a unit stands by its proof: worded again only where that, or what it rests on, is new."""
    resting = {cells[number]: said_by[cells[number]] for number in proof.cells}
    basis = proof.left, proof.contradicted, resting
    worded = _worded(tasks)
    if unit not in worded or worded[unit][0] != basis:
        worded[unit] = basis, wording.proved(tasks, unit, proof, resting)
    return worded[unit][1]


@derived(*ORDER_OF_ROWS, on(Person))
def _worded(tasks: TaskList) -> dict[str, tuple[object, Standing]]:
    """Return each unit's standing as last worded, with what of; begun anew where a name may be another."""
    return {}


# ---------------------------------------------------------------------- said by hand


def _say_by_hand(tasks: TaskList, found: _Standings, settled: Mapping[str, Pair]) -> None:
    """Put what cells prove that were said by hand in the place of what was known of their units."""
    said = grounds.by_hand(tasks)
    for _ in range(_ROUNDS):
        before = dict(found)
        for cell, ground in said:
            _say_cell(tasks, found, settled, cell, ground)
        if found == before:
            return


def _say_cell(
    tasks: TaskList, found: _Standings, settled: Mapping[str, Pair], cell: KeyCell, ground: Doc
) -> None:
    units, leaders = cell
    known = {} if len(leaders) == 1 else _known(found, settled, units, leaders)
    for unit, proof in prove([cell], known).items():
        is_certain = len(proof.left[LISTED]) == 1
        if is_certain or unit not in found:
            found[unit] = _standing(tasks, unit, proof, [cell], {cell: [ground]})


def _known(
    found: _Standings, settled: Mapping[str, Pair], units: Sequence[str], leaders: Collection[str]
) -> dict[str, str]:
    """Return the units of a cell whose leader is known and stands in it, with him."""
    known: dict[str, str] = {}
    for unit in units:
        pair, standing = settled.get(unit), found.get(unit)
        may = [pair.from_leader, pair.leader] if pair else []
        may += [standing.leader] if standing and standing.is_known else []
        for leader in filter(None, may):
            if leader in leaders:
                known[unit] = leader
    return known
