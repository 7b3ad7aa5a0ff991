"""Handover (分工调整): units pass from one leader in charge to another, in the portfolio and in every row that names him for them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.acts.leaders_in_a_cell import pass_units
from store.acts.preview import Answers, Preview, Question, RowChange
from store.acts.settling import settling_edits
from store.portfolio.standings import certain_pairs, standings
from store.records.changes import Edit
from store.records.tasklist import TaskList
from store.records.values import SIDES, Mention
from store.refused import Refused


@dataclass(frozen=True, slots=True)
class Handover:
    """What passes over: which units (all that are his where none are named), from whom to whom, from which day, on what basis."""

    from_leader: str
    to_leader: str
    units: tuple[str, ...] = ()
    effective_on: str | None = None
    basis: str = ""


def units_in_charge(tasks: TaskList, leader: str) -> tuple[str, ...]:
    """Keys of the units that are a leader's: settled, certain or inferred."""
    return tuple(unit for unit, one in standings(tasks).items() if one.leader == leader)


def units_perhaps(tasks: TaskList, leader: str) -> tuple[str, ...]:
    """Keys of the units that may be a leader's."""
    return tuple(unit for unit, one in standings(tasks).items() if leader in one.candidates)


def handover_preview(tasks: TaskList, handover: Handover, answers: Answers) -> Preview:
    """Every row that changes and every question; Refused where the handover makes no sense.

    A row changes where a side names the leader and one of the units. Collectives stay as they are.
    """
    units = handover.units or units_in_charge(tasks, handover.from_leader)
    _refuse_senseless(tasks, handover, units)
    giver = Mention(handover.from_leader, tasks.wording_of(handover.from_leader))
    taker = Mention(handover.to_leader, tasks.wording_of(handover.to_leader))
    passing = dict.fromkeys(units, taker)
    rows: list[RowChange] = []
    questions: list[Question] = []
    for row in tasks.rows_naming(giver.key or ""):
        for name in SIDES:
            side = tasks.task(row).side(name)
            if not any(unit.key in passing for unit in side.units) or all(
                leader.key != giver.key for leader in side.leaders
            ):
                continue
            passed = pass_units(tasks, (row, name), side.units, passing, giver, answers.get((row, name)))
            questions += passed.questions
            if passed.side != side or (passed.questions and (row, name) not in answers):
                rows.append(RowChange(row, name, side, passed.side))
    edits: list[Edit] = []
    for unit in units:
        edits += settling_edits(
            tasks, unit, taker.key or "", handover.effective_on, handover.basis, handover.from_leader
        )
    title = f"分工调整:{handover_words(tasks, replace(handover, units=tuple(units)))}"
    return Preview(
        title, tuple(rows), tuple(questions), answers, tuple(edits), handover.effective_on, handover.basis
    )


def handover_words(tasks: TaskList, handover: Handover) -> str:
    """A handover in words: 成果处、转化中心由胡军移交赵峰."""
    names = "、".join(map(tasks.wording_of, handover.units))
    return f"{names}由{tasks.person_name(handover.from_leader)}移交{tasks.person_name(handover.to_leader)}"


def _refuse_senseless(tasks: TaskList, handover: Handover, units: Sequence[str]) -> None:
    giver, taker = tasks.person_name(handover.from_leader), tasks.person_name(handover.to_leader)
    if not giver or not taker:
        raise Refused("移交人或接收人已不在清单中,请重新选定。")
    if handover.from_leader == handover.to_leader:
        raise Refused(f"移交人和接收人都是{giver},请另选接收人。")
    if not units:
        raise Refused(f"看不出{giver}分管哪些单位,请写明移交的单位,或先在名册中定下分管。")
    pairs = certain_pairs(tasks)
    for unit in units:
        if not tasks.unit_name(unit):
            raise Refused("移交的单位中有已不在清单中的,请重新选定。")
        if pairs.get(unit, handover.from_leader) != handover.from_leader:
            raise Refused(
                f"{tasks.wording_of(unit)}由{tasks.person_name(pairs[unit])}分管,不能由{giver}移交,请核对。"
            )


def passed_on(tasks: TaskList, from_leader: str, to_leader: str) -> Preview:
    """All that a leader who leaves has in the rows and the portfolio, given to the one who follows him; nothing is to be asked."""
    taker = Mention(to_leader, tasks.wording_of(to_leader))
    rows = []
    for row in tasks.rows_naming(from_leader):
        for name in SIDES:
            side = tasks.task(row).side(name)
            leaders = tuple(
                dict.fromkeys(
                    taker if leader.key in (from_leader, to_leader) else leader for leader in side.leaders
                )
            )
            if any(leader.key == from_leader for leader in side.leaders):
                rows.append(RowChange(row, name, side, type(side)(side.units, leaders)))
    edits: list[Edit] = []
    for unit in units_in_charge(tasks, from_leader):
        edits += settling_edits(tasks, unit, to_leader, None, "", from_leader)
    return Preview(
        f"{tasks.person_name(from_leader)}的分管由{tasks.person_name(to_leader)}接替",
        tuple(rows),
        edits=tuple(edits),
    )
