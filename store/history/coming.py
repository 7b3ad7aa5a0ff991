"""Changes that come to a list: which of them are new, and what they make of its records.

They come from another desk, from a second journal, or from a clerk whose list has branches. What they make
is evaluated (evaluation.py) for the records that they bear on; the others stay as they are. A list without
branches, as most are, imports no evaluation.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from store.records.changes import Change, Edit, History, RecordAddress, canonical, hash_of
from store.records.conflicts import Conflict
from store.records.differences import edits_between
from store.records.documents import Documents
from store.records.record import Doc
from store.records.tables import say_the_same
from store.records.undecided import Undecided
from store.refused import Refused

if TYPE_CHECKING:
    from store.history.evaluation import Evaluated
    from store.history.lineage import Lineage


class Outcome(NamedTuple):
    """What some changes make of a list."""

    edits: tuple[Edit, ...]
    """From what its records say to what they say then."""
    undecided: Undecided
    """The conflicts that are open then."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came to a list with some changes of other desks."""

    changes: tuple[Change, ...]
    """Those that were new here, parents first."""
    known: int
    """How many of those given were here already."""
    edits: tuple[Edit, ...]
    """What its records say otherwise since."""
    conflicts: tuple[Conflict, ...]
    """Those that were not open before."""

    @property
    def records(self) -> frozenset[RecordAddress]:
        """The records (table, key) that say something else since."""
        return frozenset((edit.table, edit.key) for edit in self.edits)


def outcome(
    history: History, lineage: "Lineage", documents: Documents, touched: Collection[RecordAddress]
) -> Outcome:
    """Return what the changes of a history make of some records, where documents are true of all others."""
    from store.history.evaluation import evaluated

    tables, undecided = documents.tables, documents.undecided
    touched = {*touched, *_in_dispute_themselves(undecided)}
    found = evaluated(history, lineage, touched=touched, held=tables)
    edits = tuple(_differences(tables, found))
    return Outcome(edits, undecided.after(found.looked_at, found.conflicts))


def put(found: Outcome, documents: Documents, history: History, lineage: "Lineage") -> None:
    """Bring documents to the state that was found for a history with branches."""
    from store.history.order import orders_otherwise

    documents.apply(found.edits)
    documents.undecided = found.undecided
    documents.put_in_order(orders_otherwise(history, lineage, documents.tables))


def bring_in(history: History, documents: Documents, docs: Sequence[Doc]) -> None:
    """Let a history go on with the changes of a journal, and documents with what they make."""
    came = range(len(history), len(history) + len(docs))
    history.extend(docs)
    if history.is_straight:
        for number in came:
            documents.apply(history[number].edits)
    elif docs:
        from store.history.gathering import touched_by
        from store.history.lineage import Lineage

        lineage = Lineage(history.docs)
        touched = touched_by(history, came)
        put(outcome(history, lineage, documents, touched), documents, history, lineage)


def applies_as_it_is(change: Change, documents: Documents) -> bool:
    """Tell whether a change of somebody who saw everything does no more than what its edits say.

    An undo does otherwise, and so does what bears on a conflict.
    """
    if change.undoes or change.redoes or change.decides:
        return False
    undecided = documents.undecided
    if _in_dispute_themselves(undecided):
        return False
    return not any((edit.table, edit.key) in undecided.records for edit in change.edits)


def _in_dispute_themselves(undecided: Undecided) -> set[RecordAddress]:
    """Return the records that one desk took out and another uses: they go when nothing names them more."""
    return {(conflict.table, conflict.key) for conflict in undecided if conflict.is_of_record}


def _differences(held: Mapping[str, Mapping[str, Doc]], found: "Evaluated") -> Iterator[Edit]:
    """Yield the edits that make what documents hold what was found."""
    for table, key in sorted(found.looked_at):
        before, after = held.get(table, {}).get(key), found.tables.get(table, {}).get(key)
        if not say_the_same(table, before, after):
            yield from edits_between(table, key, before, after)


def new_among(history: History, lineage: "Lineage", docs: Sequence[Doc]) -> dict[str, Doc]:
    """Return by hash which changes are not here yet, parents first.

    Refused where one is here with other bytes, or where an earlier one is missing.
    """
    held = {doc["id"]: doc for doc in history.docs}
    waiting: list[tuple[Doc, str]] = []
    for doc in docs:
        known = held.get(doc["id"])
        if known is None:
            held[doc["id"]] = doc
            waiting.append((doc, hash_of(doc)))
        elif canonical(known) != canonical(doc):
            raise Refused(f"变更“{doc['title']}”与这里编号相同的一次内容不同，没有并入任何变更。")
    return _parents_first(waiting, lineage)


def _parents_first(waiting: list[tuple[Doc, str]], lineage: "Lineage") -> dict[str, Doc]:
    found: dict[str, Doc] = {}
    while waiting:
        left: list[tuple[Doc, str]] = []
        for doc, hash_ in waiting:
            if _are_here(doc["parents"], found, lineage):
                found[hash_] = doc
            else:
                left.append((doc, hash_))
        if len(left) == len(waiting):
            doc, _ = left[0]
            where = "，".join(filter(None, (doc["machine"], f"{doc['at'][:10]}前")))
            raise Refused(f"缺少更早的变更（{where}），没有并入任何变更，请对方导出全部变更。")
        waiting = left
    return found


def _are_here(parents: Collection[str], hashes: Collection[str], lineage: "Lineage") -> bool:
    return all(parent in hashes or lineage.number_of(parent) is not None for parent in parents)
