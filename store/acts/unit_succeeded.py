"""What hangs on units that another takes over from: their end, heads, posts, the group's office, collectives, plans, pairs."""

from collections.abc import Sequence
from dataclasses import replace

from store.acts.settling import settling_edits
from store.portfolio.standings import certain_pairs, settled_pairs
from store.records.changes import Edit, created, deleted, updated
from store.records.kept import Plan
from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.whois import closed_words
from store.refused import Refused
from store.words.days import today


def refuse_closed(tasks: TaskList, key: str) -> None:
    """Refuse a unit that was merged, split or closed already."""
    unit = tasks.get(Unit, key)
    if unit.closed_on(today()):
        raise Refused(f"“{unit.full_name}”{closed_words(tasks, unit)},请核对。")


def taken_over(tasks: TaskList, olds: Sequence[str], into: Unit, since: str | None, basis: str) -> list[Edit]:
    """The edits beside the rows when one unit takes over from others: heads, posts, the group's office, collectives, plans, pairs."""
    day = since or today()
    head, acting = _head(tasks, olds, into)
    edits = (
        updated(into, head=head, acting=acting)
        if tasks.find(Unit, into.key)
        else [created(replace(into, head=head, acting=acting, valid_from=since))]
    )
    for old in olds:
        edits += updated(tasks.get(Unit, old), valid_until=day, successors=(into.key,))
    for entry in tasks.all_of(RosterEntry):
        if entry.unit in olds and entry.left_on is None:
            edits += updated(entry, unit=into.key)
    for notice in tasks.notices:
        if notice.group_office_unit in olds:
            edits += updated(notice, group_office_unit=into.key)
    edits += in_collectives_and_plans(tasks, olds, (into.key,))
    return edits + _pairs(tasks, olds, into.key, since, basis)


def in_collectives_and_plans(tasks: TaskList, olds: Sequence[str], news: Sequence[str]) -> list[Edit]:
    """Units in the place of others among the members of collectives and in handovers dated ahead."""
    edits: list[Edit] = []
    for unit in tasks.units:
        edits += updated(unit, members=_in_place(unit.members, olds, news))
    for plan in tasks.all_of(Plan):
        edits += updated(plan, units=_in_place(plan.units, olds, news))
    return edits


def _in_place(keys: Sequence[str], olds: Sequence[str], news: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for key in keys for one in (news if key in olds else (key,))))


def _head(tasks: TaskList, olds: Sequence[str], into: Unit) -> tuple[str | None, bool]:
    """Its own head, else the one that the old units have among them; none where they have several."""
    if into.head:
        return into.head, into.acting
    heads = {unit.head: unit.acting for unit in (tasks.get(Unit, old) for old in olds) if unit.head}
    return next(iter(heads.items())) if len(heads) == 1 else (None, False)


def _pairs(tasks: TaskList, olds: Sequence[str], into: str, since: str | None, basis: str) -> list[Edit]:
    """The settled pairs of the old units go; where all agree, the unit that takes over is settled so."""
    settled = settled_pairs(tasks)
    edits: list[Edit] = [deleted(settled[old]) for old in olds if old in settled]
    leaders = {certain_pairs(tasks).get(old) for old in olds}
    leader = next(iter(leaders)) if len(leaders) == 1 else None
    if leader and edits and into not in certain_pairs(tasks):
        edits += settling_edits(tasks, into, leader, since, basis)
    return edits
