"""Merging what two desks added alike (合并): one of the two goes, and all that names it follows.

王芳 was added at both desks, and stands in 2.1 from here and in 3 from there: one 王芳 stands in both
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from store.records.alike import Alike, alike, filled, say_alike
from store.records.changes import Change, Edit, created, deleted
from store.records.describing import alike_named
from store.records.ground import ORIGINS, Ground, ground_key
from store.records.groups import REFERENCES, keys_named
from store.records.kept import Acceptance, Pair, Plan, acceptance_key
from store.records.person import Person, RosterEntry
from store.records.record import Doc
from store.records.report import Report
from store.records.schedule import Measure, Milestone
from store.records.tables import RECORDS
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES
from store.refused import Refused

_OF_GROUNDS = {Unit.TABLE: "units", Person.TABLE: "leaders"}
"""Which field of a ground names units, and which people."""


def added_alike(tasks: TaskList) -> tuple[Alike, ...]:
    """Return what two desks added alike to a file, unseen by each other."""
    documents = tasks.documents
    return tuple(alike(documents.tables, documents.apart()))


def merge_alike(tasks: TaskList, pairs: Iterable[Alike]) -> Change:
    """Return the one change that merges some that say the same."""
    merging = _Merging(tasks.copy())
    names: dict[str, None] = {}
    for pair in pairs:
        names[alike_named(tasks, pair)] = None
        merging.merge(pair)
    if not names:
        raise Refused("没有两处新增的相同内容，不必合并。")
    first = next(iter(names))
    more = f"等 {len(names)} 处" if len(names) > 1 else ""
    return Change(f"合并两处新增的相同内容：{first}{more}", tuple(merging.edits))


class _Merging:
    """The edits of one act, each of which is seen by those behind it."""

    def __init__(self, tasks: TaskList) -> None:
        self._tasks = tasks
        self.edits: list[Edit] = []

    def merge(self, pair: Alike) -> None:
        """Let one of two records go, as far as both are still there."""
        table, kept, gone = pair
        docs = self._tables[table]
        if kept not in docs or gone not in docs:
            return
        if table == Unit.TABLE:
            self._refuse_other_leaders(kept, gone)
        for field, value in filled(docs[kept], docs[gone]).items():
            self._set(table, kept, field, value)
        for reference in REFERENCES:
            if reference.named == table:
                self._rename(reference.table, reference.field, kept, gone)
        if table in _OF_GROUNDS:
            self._rename(Ground.TABLE, _OF_GROUNDS[table], kept, gone)
        if table == Task.TABLE:
            self._grounds_and_answers(kept, gone)
        self._accepted(kept, gone)
        record = self._tasks.record(table, gone)
        if record:
            self._put(deleted(record))
        if table == Item.TABLE:
            self._merge_rows(kept)

    def _merge_rows(self, item: str) -> None:
        """Merge the rows that came into one item, where they say the same."""
        for pair in added_alike(self._tasks):
            doc = self._tables[Task.TABLE].get(pair.kept) if pair.table == Task.TABLE else None
            if doc and doc["item"] == item:
                self.merge(pair)

    @property
    def _tables(self) -> Any:
        return self._tasks.documents.tables

    def _put(self, edit: Edit) -> None:
        self._tasks.apply((edit,))
        self.edits.append(edit)

    def _set(self, table: str, key: str, field: str, value: Any) -> None:
        before = self._tasks.value(table, key, field)
        if before != value:
            self._put(Edit(table, key, field, before, value))

    def _rename(self, table: str, field: str, kept: str, gone: str) -> None:
        """Let the records of a table name one in the place of the other; what says the same twice goes."""
        for key, doc in tuple(self._tables[table].items()):
            if gone in keys_named(doc.get(field)):
                self._set(table, key, field, _renamed(doc[field], kept, gone))
                self._drop_double(table, key)

    def _drop_double(self, table: str, key: str) -> None:
        """Take out a line of the roster, a pair, a measure or report that another one says as well."""
        if table not in _DOUBLES:
            return
        docs = self._tables[table]
        same = _same_thing(docs[key], _DOUBLES[table])
        for other, doc in docs.items():
            if other == key or _same_thing(doc, _DOUBLES[table]) != same or not say_alike(doc, docs[key]):
                continue
            for field, value in filled(doc, docs[key]).items():
                self._set(table, other, field, value)
            self._put(deleted(RECORDS[table].from_doc(docs[key])))
            return

    def _grounds_and_answers(self, kept: str, gone: str) -> None:
        """Let what a row proved, and what was answered about it, be of the row that stays."""
        for side in SIDES:
            for origin in ORIGINS:
                ground = self._tasks.find(Ground, ground_key(gone, side, origin))
                key = ground_key(kept, side, origin)
                if ground and not self._tasks.find(Ground, key):
                    self._put(created(replace(ground, key=key, row=kept)))
                if ground:
                    self._put(deleted(ground))
        for plan in self._tasks.all_of(Plan):
            answers = [_of_row(answer, kept, gone) for answer in plan.answers]
            self._set(Plan.TABLE, plan.key, "answers", answers)

    def _accepted(self, kept: str, gone: str) -> None:
        """Let what was accepted about one be accepted about the other."""
        for accepted in self._tasks.all_of(Acceptance):
            subject = accepted.subject.split(":")
            if gone not in subject:
                continue
            about = ":".join(kept if part == gone else part for part in subject)
            key = acceptance_key(accepted.code, about)
            if not self._tasks.find(Acceptance, key):
                self._put(created(replace(accepted, key=key, subject=about)))
            self._put(deleted(accepted))

    def _refuse_other_leaders(self, kept: str, gone: str) -> None:
        """Refuse to merge units whose leaders were settled otherwise: one of them would be lost unasked."""
        open_pairs = [pair for pair in self._tasks.all_of(Pair) if not pair.until]
        leaders = {pair.leader for pair in open_pairs if pair.unit in (kept, gone)}
        named = "、".join(map(self._tasks.person_name, sorted(leaders)))
        if len({self._tasks.person_name(leader) for leader in leaders}) > 1:
            name = self._tasks.unit_name(kept)
            raise Refused(f"两处“{name}”定下的分管领导不同（{named}），请先改成同一位，再合并。")


_DOUBLES: dict[str, Sequence[str]] = {
    RosterEntry.TABLE: ("notice", "person"),
    Pair.TABLE: ("unit", "leader", "until"),
    Measure.TABLE: ("task", "text"),
    Milestone.TABLE: ("task", "text"),
    Report.TABLE: ("task", "unit", "schedule", "period"),
}
"""By table what a record is the record of: there is no use for two of it."""


def _same_thing(doc: Doc, fields: Sequence[str]) -> list[Any]:
    return [doc.get(field) for field in fields]


def _renamed(value: Any, kept: str, gone: str) -> Any:
    """Return what a field names with one record in the place of another, each once."""
    if not isinstance(value, list):
        return kept
    found: list[Any] = []
    for one in value:
        named = {**one, "key": kept} if isinstance(one, dict) and one.get("key") == gone else one
        named = kept if one == gone else named
        if next(keys_named(named), named) not in [next(keys_named(other), other) for other in found]:
            found.append(named)
    return found


def _of_row(answer: str, kept: str, gone: str) -> str:
    row, _, rest = answer.partition(":")
    return f"{kept if row == gone else row}:{rest}"
