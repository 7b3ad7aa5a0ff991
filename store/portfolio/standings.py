"""Which leader has which unit (分管): what the bureau has settled, and what the rows imply.

Each standing has its grade and its reason. It proposes and checks; it never changes a row. A side with a
collective or a doubt proves nothing, nor does one with more leaders than units.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from store.portfolio.proof import LISTED, ORDERED, TOGETHER, Proof, prove
from store.portfolio.puzzle import KeyCell
from store.records.derived import derived
from store.records.documents import on
from store.records.kept import Pair
from store.records.notice import Notice
from store.records.person import Person, RosterEntry
from store.records.ranges import numbered_rows
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES, Mention

Grade = Literal["settled", "certain", "inferred", "open", "unknown"]

GRADES: dict[Grade, str] = {
    "settled": "已定",
    "certain": "确定",
    "inferred": "推断",
    "open": "待定",
    "unknown": "未知",
}
"""The grades in the clerk's words."""

_ASSUMED = {
    LISTED: "每个单位由一位领导分管,一格中的领导正是格中单位的分管领导",
    ORDERED: "格中领导的次序就是单位的次序",
    TOGETHER: "格中同一位领导分管的单位排在一起",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a unit's leader in charge stands."""

    unit: str
    """Key of the unit."""
    grade: Grade
    leader: str | None = None
    """Key of the person, for what is settled, certain or inferred."""
    candidates: tuple[str, ...] = ()
    """Keys of the people it may be, where it is open."""
    reason: str = ""
    """In the clerk's words, with the assumption made and the rows it rests on."""
    rows: tuple[str, ...] = ()
    """Keys of the rows that it rests on, or that contradict each other."""


def standings(tasks: TaskList) -> Mapping[str, Standing]:
    """Return the standing of each unit in the units' order, without collectives and closed units."""
    return _standings(tasks)


def certain_pairs(tasks: TaskList) -> Mapping[str, str]:
    """Return unit key to the key of its leader in charge, where that is settled or certain."""
    pairs: dict[str, str] = {}
    for unit, standing in standings(tasks).items():
        if standing.leader and standing.grade in ("settled", "certain"):
            pairs[unit] = standing.leader
    return pairs


def settled_pairs(tasks: TaskList) -> dict[str, Pair]:
    """Return unit key to the pair that the bureau has settled, where the leader is still in the list."""
    return {pair.unit: pair for pair in tasks.all_of(Pair) if tasks.find(Person, pair.leader)}


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


# ---------------------------------------------------------------------- from rows to cells


def _cells(tasks: TaskList) -> dict[KeyCell, tuple[str, ...]]:
    """Return the distinct cells that prove something, each with its rows."""
    collectives = {unit.key for unit in tasks.units if unit.kind == "collective"}
    found: dict[KeyCell, list[str]] = {}
    for row, cells in tasks.of_rows(_cells_of).items():
        for cell in cells:
            found.setdefault(cell, []).append(row)
    proving: dict[KeyCell, tuple[str, ...]] = {}
    for (units, leaders), rows in found.items():
        if collectives.isdisjoint(units):
            proving[units, leaders] = tuple(rows)
    return proving


def _cells_of(task: Task) -> tuple[KeyCell, ...]:
    """Return the cells of a row that prove something: all settled, no doubt, no more leaders than units."""
    doubtful = {doubt.side for doubt in task.doubts}
    cells = []
    for side in SIDES:
        named = task.side(side)
        units, leaders = _keys(named.units), _keys(named.leaders)
        all_settled = None not in units and None not in leaders
        if side not in doubtful and all_settled and 0 < len(leaders) <= len(units):
            of_units = tuple(filter(None, units))
            cells.append((of_units, tuple(filter(None, leaders))))
    return tuple(cells)


def _keys(mentions: Sequence[Mention]) -> tuple[str | None, ...]:
    return tuple(dict.fromkeys(mention.key for mention in mentions))


# ---------------------------------------------------------------------- from proofs to words


@derived(on(Task), on(Item), on(Unit), on(Person), on(RosterEntry), on(Pair), on(Notice))
def _standings(tasks: TaskList) -> dict[str, Standing]:
    cells = _cells(tasks)
    keys = list(cells)
    settled = settled_pairs(tasks)
    leaders = {unit: pair.leader for unit, pair in settled.items()}
    apart = {cell for cell in keys if _handed_over_in_part(cell, settled)}
    proofs = tasks.remembered(prove, keys, leaders, apart)
    found: dict[str, Standing] = {}
    for unit in _in_charge(tasks):
        if unit in settled:
            pair = settled[unit]
            found[unit] = Standing(unit, "settled", pair.leader, reason=_settled_reason(pair))
        elif unit in proofs:
            proof = proofs[unit]
            grounds = [keys[number] for number in proof.cells]
            rows_of = {cell: cells[cell] for cell in grounds}
            found[unit] = _proved(tasks, unit, proof, rows_of)
        else:
            found[unit] = _unknown(tasks, unit)
    return found


def _unknown(tasks: TaskList, unit: str) -> Standing:
    rows = tasks.rows_naming(unit)
    reason = "没有一行列它,看不出由谁分管。"
    if rows:
        reason = "所在各行只写统称、领导空缺或有待定问题,看不出由谁分管。"
    return Standing(unit, "unknown", reason=reason, rows=rows)


def _in_charge(tasks: TaskList) -> Sequence[str]:
    """Return the units that someone is to have: no collectives, nor closed units that stand in no row."""
    day = tasks.today
    units = (unit for unit in tasks.units if unit.kind != "collective")
    found: list[str] = []
    for unit in units:
        if not unit.closed_on(day) or tasks.rows_naming(unit.key):
            found.append(unit.key)
    return found


def _handed_over_in_part(cell: KeyCell, settled: Mapping[str, Pair]) -> bool:
    """Say whether a unit of the cell was handed over by a leader who stays in it.

    The units of the one who took it need then not stand together.
    """
    units, leaders = cell
    pairs = [settled[unit] for unit in units if unit in settled]
    return any(pair.from_leader in leaders for pair in pairs)


def _settled_reason(pair: Pair) -> str:
    since = f",自 {pair.since} 起" if pair.since else ""
    basis = f"依据:{pair.basis}" if pair.basis else ""
    return f"已定{since}。{basis}"


def _proved(tasks: TaskList, unit: str, proof: Proof, rows_of: Mapping[KeyCell, tuple[str, ...]]) -> Standing:
    """Return how a unit stands that some cells say something of; `rows_of` has the rows of these cells."""
    if proof.contradicted:
        return _contradicted(tasks, unit, proof, rows_of)
    if len(proof.left[LISTED]) == 1:
        for (units, leaders), rows in rows_of.items():
            if len(units) == 1:
                reason = f"{numbered_rows(tasks, rows)}只有这一个单位、一位领导。"
                return Standing(unit, "certain", leaders[0], (), reason, rows)
    rows = _all_rows(rows_of)
    where = numbered_rows(tasks, rows)
    for name, left in proof.left.items():
        if len(left) == 1:
            grade: Grade = "certain" if name == LISTED else "inferred"
            assumed = f"{'' if name == LISTED else '假定'}{_ASSUMED[name]}"
            reason = f"由{where}推得:{assumed}。"
            return Standing(unit, grade, left[0], (), reason, rows)
    left = proof.left[TOGETHER]
    names = "或".join(map(tasks.person_name, left))
    reason = f"{where}看不出是{names}分管。"
    return Standing(unit, "open", None, left, reason, rows)


def _contradicted(
    tasks: TaskList, unit: str, proof: Proof, rows_of: Mapping[KeyCell, tuple[str, ...]]
) -> Standing:
    apart = "与".join(numbered_rows(tasks, rows) for rows in rows_of.values())
    reason = f"{apart}互相矛盾,请核对这些行,或直接定下分管领导。"
    return Standing(unit, "open", None, proof.left[LISTED], reason, _all_rows(rows_of))


def _all_rows(rows_of: Mapping[KeyCell, tuple[str, ...]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for rows in rows_of.values():
        found.update(dict.fromkeys(rows))
    return tuple(found)
