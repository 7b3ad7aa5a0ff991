"""Handovers as the history has them: what passed from whom to whom, in which change."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.history.earlier import State
from store.records.changes import Change
from store.records.kept import Pair
from store.records.record import Doc
from store.refused import Refused

LAST = "last"
"""As it is typed: the handover that was carried out last."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What passed in one change from one leader to another: 成果处、转化中心由胡军移交赵峰."""

    from_leader: str
    to_leader: str
    units: tuple[str, ...]
    since: str = ""
    """Day it took effect, ISO; empty where it was not said."""
    basis: str = ""
    witness: str = ""


@dataclass(frozen=True, slots=True)
class HandoverChange:
    """A change that hands units over, and how many changes there are up to it."""

    count: int
    change: Change


def handed_over(change: Change) -> tuple[HandedOver, ...]:
    """Return what a change hands over, by who gives and who takes: the pairs that begin there say it."""
    found: dict[tuple[str, str], list[Pair]] = {}
    for edit in change.edits:
        if edit.table != Pair.TABLE or edit.field or edit.after is None:
            continue
        pair = Pair.from_doc(edit.after)
        if pair.from_leader:
            found.setdefault((pair.from_leader, pair.leader), []).append(pair)
    return tuple(_of_pairs(*leaders, pairs) for leaders, pairs in found.items())


def _of_pairs(giver: str, taker: str, pairs: Sequence[Pair]) -> HandedOver:
    units = tuple(pair.unit for pair in pairs)
    first = pairs[0]
    return HandedOver(giver, taker, units, first.since or "", first.basis, first.witness)


def handovers(state: State) -> list[HandoverChange]:
    """Return the handovers that stand, newest first: of one that was taken back nothing is to be signed."""
    found = []
    standing = state.tasks.keys_of(Pair)
    for place, doc in enumerate(state.history.docs):
        if standing.isdisjoint(_pairs_touched(doc)):
            continue
        change = state.history[place]
        is_act = not change.undoes and not change.redoes
        if is_act and handed_over(change):
            found.append(HandoverChange(place + 1, change))
    return found[::-1]


def _pairs_touched(doc: Doc) -> list[str]:
    """Return the keys of the pairs that begin or go in a change: nothing is made of 100,000 of them."""
    edits = [edit for edit in doc["edits"] if edit["table"] == Pair.TABLE]
    return [edit["key"] for edit in edits if not edit["field"]]


def newest_handover(state: State) -> int:
    """Return how many changes there are up to the newest, where that is a handover; 0 where it is none."""
    history = state.history
    return len(history) if history and handed_over(history[-1]) else 0


def handover_named(state: State, typed: str) -> int:
    """Return how many changes there are up to a handover, named by the id of its change or as the last one.

    Refused where it is none.
    """
    known = handovers(state)
    if not known:
        raise Refused("清单里还没有分工调整，没有移交清单可以打印。")
    if typed == LAST:
        return known[0].count
    for each in known:
        if each.change.id == typed:
            return each.count
    raise Refused(f"“{typed}”不是一次分工调整的编号，请在 show history --json 中查看，或写 {LAST}。")
