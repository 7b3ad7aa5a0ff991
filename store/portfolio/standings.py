"""Which leader has which unit (分管): what the bureau has settled, and what the rows imply, each with its grade and reason.

It proposes and checks; it never changes a row. A side with a collective or a doubt proves nothing, nor does one
with more leaders than units.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from store.portfolio.proof import LISTED, ORDERED, TOGETHER, KeyCell, Proof, prove
from store.records.cells import leaders_field, units_field
from store.records.kept import Pair
from store.records.person import Person
from store.records.ranges import rows_in_words
from store.records.record import Doc
from store.records.tasklist import TaskList
from store.records.values import SIDES, Mention
from store.words.days import today

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
    """The standing of every unit of the list, in the units' order, but of collectives and of units that are no more."""
    return tasks.until_edited("standings", lambda: _standings(tasks))


def certain_pairs(tasks: TaskList) -> Mapping[str, str]:
    """Unit key to the key of its leader in charge, where that is settled or certain."""
    return {
        unit: one.leader
        for unit, one in standings(tasks).items()
        if one.leader and one.grade in ("settled", "certain")
    }


def settled_pairs(tasks: TaskList) -> dict[str, Pair]:
    """Unit key to the pair that the bureau has settled; one whose leader is no longer in the list does not count."""
    return {
        pair.unit: pair
        for key in tasks.documents[Pair.TABLE]
        if tasks.find(Person, (pair := tasks.get(Pair, key)).leader)
    }


def leaders_of(tasks: TaskList, units: Iterable[Mention]) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """The leaders in charge of some units in the units' order, and the wordings of the units whose leader is open."""
    pairs = certain_pairs(tasks)
    leaders: dict[str, None] = {}
    still_open = []
    for unit in units:
        leader = pairs.get(unit.key or "")
        if leader is None:
            still_open.append(unit.wording)
        else:
            leaders[leader] = None
    return tuple(Mention(key, tasks.wording_of(key)) for key in leaders), tuple(still_open)


# ---------------------------------------------------------------------- from rows to cells


def _cells(tasks: TaskList) -> dict[KeyCell, tuple[str, ...]]:
    """The distinct cells that prove something, each with its rows."""
    collectives = {unit.key for unit in tasks.units if unit.kind == "collective"}
    found: dict[KeyCell, list[str]] = {}
    for row, cells in tasks.of_rows("cells", _cells_of).items():
        for cell in cells:
            found.setdefault(cell, []).append(row)
    return {cell: tuple(rows) for cell, rows in found.items() if collectives.isdisjoint(cell[0])}


def _cells_of(doc: Doc) -> tuple[KeyCell, ...]:
    """The cells of a row: those with settled mentions alone, no doubt, and no more leaders than units."""
    doubtful = {doubt["side"] for doubt in doc.get("doubts", ())}
    cells = []
    for side in SIDES:
        units = _keys(doc.get(units_field(side), ()))
        leaders = _keys(doc.get(leaders_field(side), ()))
        if (
            side not in doubtful
            and 0 < len(leaders) <= len(units)
            and None not in units
            and None not in leaders
        ):
            cells.append((tuple(filter(None, units)), tuple(filter(None, leaders))))
    return tuple(cells)


def _keys(mentions: Sequence[Doc]) -> tuple[str | None, ...]:
    return tuple(dict.fromkeys(mention["key"] for mention in mentions))


# ---------------------------------------------------------------------- from proofs to words


def _standings(tasks: TaskList) -> dict[str, Standing]:
    cells = _cells(tasks)
    keys = list(cells)
    settled = settled_pairs(tasks)
    leaders = {unit: pair.leader for unit, pair in settled.items()}
    apart = {cell for cell in keys if _handed_over_in_part(cell, settled)}
    proofs = tasks.while_equal("proofs", (keys, leaders, apart), lambda: prove(keys, leaders, apart))
    found = {}
    for unit in _in_charge(tasks):
        if unit in settled:
            found[unit] = Standing(
                unit, "settled", settled[unit].leader, reason=_settled_reason(settled[unit])
            )
        elif unit in proofs:
            proof = proofs[unit]
            found[unit] = _graded(tasks, unit, proof, [keys[number] for number in proof.cells], cells)
        else:
            named = tasks.rows_naming(unit)
            reason = (
                "所在各行只写统称、领导空缺或有待定问题,看不出由谁分管。"
                if named
                else "没有一行列它,看不出由谁分管。"
            )
            found[unit] = Standing(unit, "unknown", reason=reason, rows=named)
    return found


def _in_charge(tasks: TaskList) -> Sequence[str]:
    """The units that someone is to have: no collectives, nor units that are no more and stand in no row."""
    day = today()
    units = (unit for unit in tasks.units if unit.kind != "collective")
    return [unit.key for unit in units if not unit.closed_on(day) or tasks.rows_naming(unit.key)]


def _handed_over_in_part(cell: KeyCell, settled: Mapping[str, Pair]) -> bool:
    """Whether a unit of the cell was handed over by a leader who stays in it: his taker's units need not stand together."""
    units, leaders = cell
    return any(settled[unit].from_leader in leaders for unit in units if unit in settled)


def _settled_reason(pair: Pair) -> str:
    since = f",自 {pair.since} 起" if pair.since else ""
    return f"已定{since}。" + (f"依据:{pair.basis}" if pair.basis else "")


def _graded(
    tasks: TaskList,
    unit: str,
    proof: Proof,
    cells: Sequence[KeyCell],
    rows_of: Mapping[KeyCell, tuple[str, ...]],
) -> Standing:
    by_cell = [rows_of[cell] for cell in cells]
    rows = tuple(dict.fromkeys(row for rows in by_cell for row in rows))
    if proof.contradicted:
        apart = "与".join(f"第 {rows_in_words(tasks, rows)} 行" for rows in by_cell)
        return Standing(
            unit, "open", None, proof.left[LISTED], f"{apart}互相矛盾,请核对这些行,或直接定下分管领导。", rows
        )
    alone = next(((cell, rows) for cell, rows in zip(cells, by_cell, strict=True) if len(cell[0]) == 1), None)
    if alone and len(proof.left[LISTED]) == 1:
        return Standing(
            unit,
            "certain",
            alone[0][1][0],
            (),
            f"第 {rows_in_words(tasks, alone[1])} 行只有这一个单位、一位领导。",
            alone[1],
        )
    where = rows_in_words(tasks, rows)
    for name, left in proof.left.items():
        if len(left) == 1:
            grade: Grade = "certain" if name == LISTED else "inferred"
            assumed = _ASSUMED[LISTED] if name == LISTED else f"假定{_ASSUMED[name]}"
            return Standing(unit, grade, left[0], (), f"由第 {where} 行推得:{assumed}。", rows)
    left = proof.left[TOGETHER]
    names = "或".join(map(tasks.person_name, left))
    return Standing(unit, "open", None, left, f"第 {where} 行看不出是{names}分管。", rows)
