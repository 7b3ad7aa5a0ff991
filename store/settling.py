"""Settling who has a unit: the bureau's word, as a record of the portfolio. It changes no row."""

from collections.abc import Sequence

from store.changes import Change, created, deleted, updated
from store.model import Edit, Pair, Refused, new_key
from store.portfolio import settled_pairs
from store.tasklist import TaskList


def settling_edits(
    tasks: TaskList, unit: str, leader: str, since: str | None = None, basis: str = "", from_leader: str | None = None
) -> Sequence[Edit]:
    """The edits that give a unit its leader in charge; none where that is settled so already."""
    pair = settled_pairs(tasks).get(unit)
    if pair is None:
        return [created(Pair(new_key(), unit=unit, leader=leader, since=since, basis=basis, from_leader=from_leader))]
    return updated(pair, leader=leader, since=since, basis=basis, from_leader=from_leader)


def settle(tasks: TaskList, unit: str, leader: str, since: str | None = None, basis: str = "") -> Change:
    """Settle that a leader has a unit."""
    edits = settling_edits(tasks, unit, leader, since, basis)
    title = f"定下{tasks.wording_of(unit)}由{tasks.person_name(leader)}分管"
    return Change(title, tuple(edits), basis=basis, effective_on=since)


def unsettle(tasks: TaskList, unit: str) -> Change:
    """Take back that a unit's leader is settled: what the rows imply holds again."""
    pair = settled_pairs(tasks).get(unit)
    if pair is None:
        raise Refused(f"{tasks.wording_of(unit)}的分管领导还没有定,不必取消。")
    return Change(f"取消已定的分管:{tasks.wording_of(unit)}({tasks.person_name(pair.leader)})", (deleted(pair),))
