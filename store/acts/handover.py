"""Handover (分工调整): units pass from one leader in charge to another.

They pass in the portfolio, and in every row that names him for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.acts.leaders_in_a_cell import pass_units
from store.acts.preview import Answers, LeaderQuestion, Preview, RowChange, sides_of
from store.acts.settling import settling_edits
from store.portfolio.standings import certain_pairs, standings
from store.records.changes import Edit
from store.records.tasklist import TaskList
from store.refused import Refused


@dataclass(frozen=True, slots=True)
class Handover:
    """What passes over, from whom to whom, from which day, on what basis."""

    from_leader: str
    to_leader: str
    units: tuple[str, ...] = ()
    """Keys of the units; where there are none, all that are his."""
    effective_on: str | None = None
    basis: str = ""
    witness: str = ""
    """Name of who witnesses it (监交人), which its 移交清单 says."""


def units_in_charge(tasks: TaskList, leader: str) -> tuple[str, ...]:
    """Return the keys of the units that are a leader's: settled, certain or inferred."""
    found = standings(tasks).items()
    return tuple(unit for unit, standing in found if standing.leader == leader)


def units_perhaps(tasks: TaskList, leader: str) -> tuple[str, ...]:
    """Return the keys of the units that may be a leader's."""
    found = standings(tasks).items()
    return tuple(unit for unit, standing in found if leader in standing.candidates)


def handover_preview(tasks: TaskList, handover: Handover, answers: Answers) -> Preview:
    """Return every row that changes and every question; refused where the handover makes no sense.

    A row changes where a side names the leader and one of the units. Collectives stay as they are.
    """
    leader = handover.from_leader
    units = handover.units or units_in_charge(tasks, leader)
    _refuse_senseless(tasks, handover, units)
    giver = tasks.mention(leader)
    taker = tasks.mention(handover.to_leader)
    passing = dict.fromkeys(units, taker)
    rows: list[RowChange] = []
    questions: list[LeaderQuestion] = []
    for row, name, side in sides_of(tasks, tasks.rows_naming(leader)):
        place = (row, name)
        if not side.has_leader(leader) or not any(unit.key in passing for unit in side.units):
            continue
        passed = pass_units(tasks, place, side.units, passing, giver, answers.get(place))
        questions += passed.questions
        is_open = passed.questions and place not in answers
        if passed.side != side or is_open:
            rows.append(RowChange(row, name, side, passed.side))
    words = handover_words(tasks, replace(handover, units=tuple(units)))
    title = f"分工调整：{words}"
    edits = _settled(tasks, handover, units)
    preview = Preview(title, tuple(rows), tuple(questions), answers, tuple(edits))
    return preview.dated(handover.effective_on, handover.basis)


def _settled(tasks: TaskList, handover: Handover, units: Sequence[str]) -> list[Edit]:
    """Return the edits that settle the units with the one who takes them."""
    day, basis = handover.effective_on, handover.basis
    giver, taker = handover.from_leader, handover.to_leader
    edits: list[Edit] = []
    for unit in units:
        edits += settling_edits(tasks, unit, taker, day, basis, giver, witness=handover.witness)
    return edits


def handover_words(tasks: TaskList, handover: Handover) -> str:
    """Return a handover in words: 成果处、转化中心由胡军移交赵峰."""
    names = "、".join(map(tasks.wording_of, handover.units))
    giver = tasks.person_name(handover.from_leader)
    taker = tasks.person_name(handover.to_leader)
    return f"{names}由{giver}移交{taker}"


def _refuse_senseless(tasks: TaskList, handover: Handover, units: Sequence[str]) -> None:
    giver = tasks.person_name(handover.from_leader)
    taker = tasks.person_name(handover.to_leader)
    if not giver or not taker:
        raise Refused("移交人或接收人已不在清单中，请重新选定。")
    if handover.from_leader == handover.to_leader:
        raise Refused(f"移交人和接收人都是{giver}，请另选接收人。")
    if not units:
        raise Refused(f"看不出{giver}分管哪些单位，请写明移交的单位，或先在名册中定下分管。")
    pairs = certain_pairs(tasks)
    for unit in units:
        if not tasks.unit_name(unit):
            raise Refused("移交的单位中有已不在清单中的，请重新选定。")
        leader = pairs.get(unit, handover.from_leader)
        if leader != handover.from_leader:
            named, charged = tasks.wording_of(unit), tasks.person_name(leader)
            raise Refused(f"{named}由{charged}分管，不能由{giver}移交，请核对。")


def passed_on(tasks: TaskList, from_leader: str, to_leader: str, units: Sequence[str]) -> Preview:
    """Give all that a leader who leaves has in rows, and his units, to his successor, without a question."""
    taker = tasks.mention(to_leader)
    rows: list[RowChange] = []
    for row, name, side in sides_of(tasks, tasks.rows_naming(from_leader)):
        if side.has_leader(from_leader):
            both = (from_leader, to_leader)
            merged = [taker if leader.key in both else leader for leader in side.leaders]
            leaders = tuple(dict.fromkeys(merged))
            after = replace(side, leaders=leaders)
            rows.append(RowChange(row, name, side, after))
    edits: list[Edit] = []
    for unit in units:
        edits += settling_edits(tasks, unit, to_leader, None, "", from_leader)
    leaver, successor = tasks.person_name(from_leader), tasks.person_name(to_leader)
    title = f"{leaver}的分管由{successor}接替"
    return Preview(title, tuple(rows), edits=tuple(edits))
