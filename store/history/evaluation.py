"""Evaluation: the state of a list is worked out of the set of its changes, here and nowhere else.

No clock, no machine and no chance takes part, nor the order in which changes came: two desks that hold the
same changes hold the same list. What follows are the rules; `A|B` are two changes of which neither had seen
the other, `a, b` a later one that had seen the first. Parents are causal (lineage.py).

1.  *Values.* Of each field of a record the edits stand that no later edit of it has seen. Equal values are
    one; different ones are a conflict, and the latest by (at, id) is shown.

        remark = 一, remark = 二     二
        remark = 一 | remark = 一    一
        remark = 一 | remark = 二    a conflict of 一 and 二; 二 is shown where its time is the later

2.  *Decisions.* Whoever decides has seen both sides, so that his value stands alone, by rule 1. Nothing
    else may write a field in conflict: the file refuses it (store/file).
3.  *Undo takes back, it does not write.* The values of a change that is undone, and of its undo, count for
    nobody: they stand in only where nothing else gives the field. A redo brings them back (taken_back.py).

        A: lead = 平台处 | B: lead = 成果处, then A undoes his     成果处, and no conflict
        A: remark = 一, undone | B: remark = 二                    二, and no conflict

4.  *A record lives* while some creation or edit of it has been seen by no deletion. A deletion writes no
    field; a creation is also an edit of each field of its document, and of each that it leaves out (that
    one is without a value then, as it would be had the record been replaced). Within one change edits count
    in order. A deleted record stays that a living one names, be it on a side of a conflict that is not
    shown, where that one was touched by somebody who had not seen the deletion, nor it him; so does what a
    record names that stays thus. This is worked out after the fields until nothing changes. Of both a
    conflict of the record itself tells, until somebody edits, makes or takes out the record who has seen
    both.

        row taken out | its remark = 一        the row stays with 一; 一方删除，一方修改
        unit taken out | lead = that unit      the unit stays; 一方删除，一方仍在使用

5.  *Keys.* Where a record is the record of something its key is made from that (keys.py), so that what two
    desks make of one thing meets in one record, field by field, by rules 1 and 4.
6.  *Groups* (records/groups.py) are shown from one change, as its author saw them, and decided whole: where
    two changes that had not seen one another wrote fields of one, the group is in conflict unless both saw
    it alike. Doubts, further columns, joins and sides are parts (records/parts.py): each is a field of its
    own, of which an edit writes those that it changes (its `before` against its `after`) or decides.

        lead units = 平台处 | lead leaders = 徐涛      a conflict: (平台处, 胡军) against (成果处, 徐涛)
        accepted by 王芳 with a reason | by 李明 with the same one      one: who and when make no conflict
        a doubt of the lead side settled | one of the other side settled      both are settled

    What the program stamps (groups.STAMPED: the day due, the days late) makes no conflict: the value
    of whoever had seen more adjustments of the row stands.

        report with due_on 10-25 | row deferred, then the same report with 11-25      11-25

7.  *Order.* Records of a table stand as they came, by the causal place of their creation (order.py).
8.  *Earlier states* are evaluated from the set that was there, never by taking edits back.
9.  *Old shapes* are raised before they are looked at: `History` gives changes in today's shape.

A history without branches gives what doing its edits one after another gives: nobody needs to evaluate it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from store.history.gathering import gathered
from store.history.lineage import Lineage
from store.history.record_history import RecordHistory
from store.history.shown import are_concurrent, shown
from store.history.taken_back import TakenBack
from store.records.changes import History, RecordAddress
from store.records.conflicts import EDITED, NAMED, Conflict, SideOfConflict, in_order
from store.records.groups import GROUPS, REFERENCES, Group, Reference, keys_named
from store.records.record import Doc, Held, Tables


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The state of some records: those that live, those that do not, and what is not decided."""

    tables: Tables
    gone: frozenset[RecordAddress]
    """Records that were looked at and do not live."""
    conflicts: tuple[Conflict, ...]
    kept: frozenset[RecordAddress]
    """Records that were taken out and stay because a living one names them."""

    @property
    def looked_at(self) -> frozenset[RecordAddress]:
        """All records that were evaluated; conflicts of others stay as they were."""
        living = set()
        for table, docs in self.tables.items():
            living |= {(table, key) for key in docs}
        return self.gone | living


def evaluated(
    history: History,
    lineage: Lineage,
    *,
    touched: Collection[RecordAddress] | None = None,
    held: Held | None = None,
    groups: Iterable[Group] = GROUPS,
    references: Sequence[Reference] = REFERENCES,
) -> Evaluated:
    """Return the state that the changes of a history make.

    With `touched`, that of these records alone, and of those that name or are named by them where that
    matters; `held` are then the tables as they were, of which the other records are true still.
    """
    evaluation = _Evaluation(history, lineage, groups, references)
    if touched is None:
        evaluation.look_at(None)
    else:
        evaluation.look_around(touched, held or {})
    return evaluation.result()


class _Evaluation:
    """The records that are looked at, and what each comes to."""

    def __init__(
        self, history: History, lineage: Lineage, groups: Iterable[Group], references: Sequence[Reference]
    ) -> None:
        self._history, self._lineage = history, lineage
        self._references = references
        self._back = TakenBack(history.docs, lineage)
        self._group_of = _by_field(groups)
        self._records: dict[RecordAddress, RecordHistory] = {}
        self._documents: dict[RecordAddress, Doc] = {}
        self._conflicts: dict[RecordAddress, list[Conflict]] = {}
        self._living: set[RecordAddress] = set()
        self._kept: set[RecordAddress] = set()

    # ------------------------------------------------------------------ which records

    def look_at(self, wanted: Collection[RecordAddress] | None) -> None:
        """Evaluate some records, or all, each by itself."""
        found = gathered(self._history, self._back, wanted)
        for address in found if wanted is None else wanted:
            steps = found.get(address, [])
            record = RecordHistory(address, steps, self._back)
            self._records[address] = record
            self._fill(address, record)
            if record.touches:
                self._living.add(address)

    def look_around(self, touched: Collection[RecordAddress], held: Held) -> None:
        """Evaluate some records, and those that keep them or that they keep, until there are no more."""
        further = set(touched)
        while further:
            self.look_at(further)
            further = {*self._missing(held), *self._naming_the_dead(held)}
            further -= self._records.keys()

    def _missing(self, held: Held) -> Iterator[RecordAddress]:
        """Yield the records that those looked at name and that are not there."""
        looked_at: dict[str, list[Doc]] = {}
        for (table, _), doc in self._documents.items():
            looked_at.setdefault(table, []).append(doc)
        for reference in self._references:
            there = held.get(reference.named, {})
            for doc in looked_at.get(reference.table, ()):
                for key in keys_named(doc.get(reference.field)):
                    if key not in there:
                        yield reference.named, key

    def _naming_the_dead(self, held: Held) -> Iterator[RecordAddress]:
        """Yield the records that name some that were looked at and were taken out."""
        dead = self._records.keys() - self._living
        tables = {table for table, _ in dead}
        for reference in self._references:
            if reference.named not in tables:
                continue
            names = {key for table, key in dead if table == reference.named}
            for key, doc in held.get(reference.table, {}).items():
                if not names.isdisjoint(keys_named(doc.get(reference.field))):
                    yield reference.table, key

    # ------------------------------------------------------------------ what a record says

    def _fill(self, address: RecordAddress, record: RecordHistory) -> None:
        """Work out the fields of a record, whether it lives or not."""
        values: dict[str, Any] = {}
        conflicts: list[Conflict] = []
        for name in record.names():
            if name in values:
                continue
            fields = self._group_of.get((record.table, name), (name,))
            view, conflict = shown(record, fields)
            values |= view
            if conflict:
                conflicts.append(conflict)
        self._documents[address] = record.document(values)
        self._conflicts[address] = conflicts

    # ------------------------------------------------------------------ who is kept

    def _keep(self) -> None:
        """Keep what was taken out and is named by what lives, until nothing changes."""
        gone = self._records.keys() - self._living
        dead = {address for address in gone if self._records[address].is_made}
        more = True
        while more and dead:
            kept = set(self._kept_by(dead))
            more = bool(kept)
            self._kept |= kept
            dead -= kept

    def _kept_by(self, dead: Collection[RecordAddress]) -> Iterator[RecordAddress]:
        tables = {table for table, _ in dead}
        for reference in self._references:
            if reference.named not in tables:
                continue
            for address in self._living | self._kept:
                if address[0] != reference.table:
                    continue
                for key in self._names(address, reference.field):
                    named = reference.named, key
                    if named in dead and self._was_used_meanwhile(named, address):
                        yield named

    def _names(self, address: RecordAddress, field: str) -> Iterator[str]:
        """Yield the keys that a record names in a field, on any side of a conflict."""
        for value in self._records[address].standing(field).values():
            yield from keys_named(value)
        for conflict in self._conflicts[address]:
            for side in conflict.sides:
                yield from keys_named(side.values.get(field))

    def _was_used_meanwhile(self, dead: RecordAddress, user: RecordAddress) -> bool:
        """Tell whether a record was touched that names another, while that one was taken out elsewhere."""
        if user in self._kept:  # All touches of it were seen: it stays for another, with what it names.
            return True
        touches = self._records[user].touches
        pairs = product(self._records[dead].all_deletions, touches)
        return any(are_concurrent(pair, self._lineage) for pair in pairs)

    # ------------------------------------------------------------------ what comes of it

    def result(self) -> Evaluated:
        """Return the state of all that was looked at."""
        self._keep()
        tables: Tables = {}
        conflicts: list[Conflict] = []
        there = self._living | self._kept
        for address in self._records:
            if address in there:
                table, key = address
                tables.setdefault(table, {})[key] = self._documents[address]
                conflicts += self._conflicts[address]
                conflicts += self._of_record(address)
        gone = frozenset(self._records.keys() - there)
        return Evaluated(tables, gone, in_order(conflicts), frozenset(self._kept))

    def _of_record(self, address: RecordAddress) -> Iterator[Conflict]:
        """Yield the conflict of a record that one desk took out and another uses."""
        record = self._records[address]
        deleters = record.deletions
        if not deleters:
            return
        users = [] if address in self._kept else record.touches
        why = EDITED if users else NAMED
        gone = SideOfConflict(record.ids_of(deleters), {"": None})
        used = SideOfConflict(record.ids_of(users), {"": why})
        yield Conflict(*address, ("",), (used, gone))


def _by_field(groups: Iterable[Group]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return by table and field the fields of the group it is in."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for table, fields in groups:
        for field in fields:
            found[table, field] = fields
    return found
