"""Which leader has which unit (分管): what the bureau has settled, and what was issued implies.

Each standing has its grade, its reason and its ground. It proposes and checks; it never changes a row.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from store.portfolio.grounds import lacks_grounds
from store.portfolio.layers import last_pairs, layered
from store.portfolio.standing import Standing
from store.records.derived import derived
from store.records.documents import on
from store.records.ground import Ground
from store.records.kept import Pair
from store.records.notice import Notice
from store.records.person import Person, RosterEntry
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention


def standings(tasks: TaskList) -> Mapping[str, Standing]:
    """Return the standing of each unit in the units' order, without collectives and closed units."""
    return _standings(tasks)


def certain_pairs(tasks: TaskList) -> Mapping[str, str]:
    """Return unit key to the key of its leader in charge, where that is settled or certain."""
    pairs: dict[str, str] = {}
    for unit, standing in standings(tasks).items():
        if standing.leader and standing.is_known:
            pairs[unit] = standing.leader
    return pairs


def settled_pairs(tasks: TaskList) -> dict[str, Pair]:
    """Return unit key to the pair that the bureau has settled, where the leader is still in the list.

    A pair that has ended is none.
    """
    return {unit: pair for unit, pair in last_pairs(tasks).items() if pair.until is None}


def leaders_of(tasks: TaskList, units: Iterable[Mention]) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """Return the leaders of some units in their order, and the wordings of the units whose leader is open."""
    pairs = certain_pairs(tasks)
    leaders: dict[str, None] = {}
    still_open = []
    for unit in units:
        leader = pairs.get(unit.key or "")
        if leader is None:
            still_open.append(unit.wording)
        else:
            leaders[leader] = None
    mentions = tuple(map(tasks.mention, leaders))
    return mentions, tuple(still_open)


@derived(on(Task), on(Item), on(Unit), on(Person), on(RosterEntry), on(Pair), on(Notice), on(Ground))
def _standings(tasks: TaskList) -> dict[str, Standing]:
    known = layered(tasks)
    left = _left(tasks)
    found: dict[str, Standing] = {}
    for unit in _in_charge(tasks):
        standing = _of_one_there(tasks, known.get(unit)) or _inherited(tasks, unit, known)
        standing = standing or _unknown(tasks, unit)
        found[unit] = _without(tasks, standing, left) if left else standing
    return found


def _of_one_there(tasks: TaskList, standing: Standing | None) -> Standing | None:
    """Return a standing, without those whom the list does not have; none of the leader alone who is gone."""
    if standing is None or (standing.leader and tasks.find(Person, standing.leader) is None):
        return None
    candidates = tuple(key for key in standing.candidates if tasks.find(Person, key))
    return standing if candidates == standing.candidates else replace(standing, candidates=candidates)


def _in_charge(tasks: TaskList) -> Sequence[str]:
    """Return the units that someone is to have: no collectives, nor closed units that stand in no row."""
    day = tasks.today
    units = (unit for unit in tasks.units if unit.kind != "collective")
    found: list[str] = []
    for unit in units:
        if not unit.closed_on(day) or tasks.rows_naming(unit.key):
            found.append(unit.key)
    return found


def _unknown(tasks: TaskList, unit: str) -> Standing:
    rows = tasks.rows_naming(unit)
    reason = "没有一行列它，看不出由谁分管。"
    if rows and lacks_grounds(tasks) and _name_leaders(tasks, rows):
        reason = "清单没有留下通知当初的写法，看不出由谁分管。"
    elif rows:
        reason = "所在各行只写统称、领导空缺或有待定问题，看不出由谁分管。"
    return Standing(unit, "unknown", reason=reason, rows=rows)


def _name_leaders(tasks: TaskList, rows: Iterable[str]) -> bool:
    return any(task.lead_leaders or task.participant_leaders for task in map(tasks.task, rows))


def _inherited(tasks: TaskList, unit: str, known: Mapping[str, Standing]) -> Standing | None:
    """Return how a unit stands of which nothing was said, where those it took over from all were one's."""
    before = [known.get(old.key) for old in tasks.units if unit in old.successors]
    if not before or not all(standing and standing.is_known for standing in before):
        return None
    standings = list(filter(None, before))
    if len({standing.leader for standing in standings}) > 1:
        return None
    names = "、".join(tasks.unit_name(standing.unit) for standing in standings)
    first = standings[0]
    rows = tasks.rows_naming(unit)
    return replace(first, unit=unit, reason=f"承接自{names}，{first.reason}", rows=rows)


def _left(tasks: TaskList) -> Mapping[str, Sequence[str]]:
    """Return the people who left the group and are not in it again, each with those who took units of his."""
    there = {entry.person for entry in tasks.roster}
    left: dict[str, list[str]] = {}
    for entry in tasks.entries:
        if entry.person not in there:
            left[entry.person] = []
    for pair in tasks.all_of(Pair) if left else ():
        takers = left.get(pair.from_leader or "")
        if takers is not None and pair.leader not in (*takers, *left):
            takers.append(pair.leader)
    return left


def _without(tasks: TaskList, standing: Standing, left: Mapping[str, Sequence[str]]) -> Standing:
    """Return how a unit stands where those who left have it no more: those who followed them may."""
    candidates: list[str] = []
    for person in standing.candidates:
        candidates += left.get(person, (person,))
    standing = replace(standing, candidates=tuple(dict.fromkeys(candidates)))
    takers = left.get(standing.leader or "")
    if takers is None:
        return standing
    if standing.grade == "inferred" and len(takers) == 1:
        return replace(standing, leader=takers[0])
    reason = f"待定，原由{tasks.person_name(standing.leader)}分管，已离任。"
    return replace(standing, grade="open", leader=None, candidates=(), reason=reason)
