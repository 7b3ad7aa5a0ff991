"""What hangs on units that another takes over from.

That is their end, heads and posts, the group's office, collectives, plans and settled pairs.
"""

from collections.abc import Sequence
from dataclasses import replace

from store.acts.settling import ended, settling_edits
from store.acts.units import created_behind
from store.portfolio.standings import certain_pairs, settled_pairs
from store.records.changes import Edit, updated
from store.records.kept import Plan
from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from store.records.whois import closed_words
from store.refused import Refused


def refuse_closed(tasks: TaskList, key: str) -> None:
    """Refuse a unit that was merged, split or closed already."""
    unit = tasks.get(Unit, key)
    if unit.closed_on(tasks.today):
        closed = closed_words(tasks, unit)
        raise Refused(f"“{unit.full_name}”{closed}，请核对。")


def taken_over(tasks: TaskList, olds: Sequence[str], into: Unit, since: str | None, basis: str) -> list[Edit]:
    """Return the edits beside the rows when one unit takes over from others."""
    head, acting = _head(tasks, olds, into)
    if tasks.find(Unit, into.key):
        edits = updated(into, head=head, acting=acting)
    else:
        new = replace(into, head=head, acting=acting, valid_from=since)
        edits = created_behind(tasks, olds[0], [new])
    day = since or tasks.today
    for old in olds:
        closed = tasks.get(Unit, old)
        edits += updated(closed, valid_until=day, successors=(into.key,))
    for entry in tasks.all_of(RosterEntry):
        if entry.unit in olds and entry.left_on is None:
            edits += updated(entry, unit=into.key)
    for notice in tasks.notices:
        if notice.group_office_unit in olds:
            edits += updated(notice, group_office_unit=into.key)
    edits += in_collectives_and_plans(tasks, olds, (into.key,))
    edits += _pairs(tasks, olds, into.key, since, basis)
    return edits


def new_mention(tasks: TaskList, unit: Unit) -> Mention:
    """Return a unit as rows print it: as the list words it, a new one by its alias, else by its full name."""
    printed = next(iter(unit.aliases), unit.full_name)
    return Mention(unit.key, tasks.wording_of(unit.key) or printed)


def in_collectives_and_plans(tasks: TaskList, olds: Sequence[str], news: Sequence[str]) -> list[Edit]:
    """Put units in the place of others among the members of collectives and in handovers dated ahead."""
    edits: list[Edit] = []
    for unit in tasks.units:
        edits += updated(unit, members=_in_place(unit.members, olds, news))
    for plan in tasks.all_of(Plan):
        edits += updated(plan, units=_in_place(plan.units, olds, news))
    return edits


def _in_place(keys: Sequence[str], olds: Sequence[str], news: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for key in keys:
        found += news if key in olds else [key]
    return tuple(dict.fromkeys(found))


def _head(tasks: TaskList, olds: Sequence[str], into: Unit) -> tuple[str | None, bool]:
    """Return its own head, else the one that the old units have among them; none where they have several."""
    if into.head:
        return into.head, into.acting
    heads: dict[str, bool] = {}
    for old in olds:
        unit = tasks.get(Unit, old)
        if unit.head:
            heads[unit.head] = unit.acting
    if len(heads) != 1:
        return None, False
    ((head, acting),) = heads.items()
    return head, acting


def _pairs(tasks: TaskList, olds: Sequence[str], into: str, since: str | None, basis: str) -> list[Edit]:
    """End the settled pairs of the old units; where all had one leader for sure, the new unit has him."""
    certain = certain_pairs(tasks)
    edits = ended_pairs(tasks, olds, since or tasks.today)
    leaders = {certain.get(old) for old in olds}
    if len(leaders) == 1 and into not in certain:
        (leader,) = leaders
        if leader:
            edits += settling_edits(tasks, into, leader, since, basis)
    return edits


def ended_pairs(tasks: TaskList, units: Sequence[str], day: str) -> list[Edit]:
    """Return the edits that end the settled pairs of units that are no more."""
    settled = settled_pairs(tasks)
    edits: list[Edit] = []
    for unit in units:
        if unit in settled:
            edits += ended(settled[unit], day)
    return edits
