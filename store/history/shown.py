"""What fields that belong together show, and the conflict they are in."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

from store.history.lineage import Lineage
from store.history.record_history import RecordHistory
from store.records.closing import Adjustment
from store.records.conflicts import Conflict, SideOfConflict
from store.records.groups import STAMPED, WHO_AND_WHEN
from store.records.record import Doc

_View = Mapping[str, Any]
"""What fields said in the eyes of somebody."""


def shown(record: RecordHistory, fields: Iterable[str]) -> tuple[_View, Conflict | None]:
    """Return what fields that belong together show, and the conflict they are in, if any."""
    return _Together(record, fields).shown()


def are_concurrent(changes: Iterable[int], lineage: Lineage) -> bool:
    """Tell whether of some changes there are two of which neither had seen the other."""
    pairs = combinations(changes, 2)
    return any(not lineage.knows(*pair) for pair in pairs)


def _adjusts(change: Doc, row: object) -> bool:
    """Tell whether a change makes an adjustment of a row."""
    for edit in change["edits"]:
        is_made = edit["table"] == Adjustment.TABLE and not edit["field"] and edit["after"]
        if is_made and edit["after"].get("task") == row:
            return True
    return False


class _Together:
    """Fields of a record that belong together: a group, or one by itself."""

    def __init__(self, record: RecordHistory, fields: Iterable[str]) -> None:
        self._record, self._lineage = record, record.lineage
        self._standing: dict[str, Mapping[int, Any]] = {}
        writers: set[int] = set()
        for name in fields:
            here = record.standing(name)
            if here:
                self._standing[name] = here
                writers |= here.keys()
        self._writers = sorted(writers, key=self._lineage.when, reverse=True)
        """Who gave the values, the latest first."""

    def shown(self) -> tuple[_View, Conflict | None]:
        if are_concurrent(self._writers, self._lineage):
            views = self._views()
            sides = self._sides(views)
            if len(sides) > 1:
                record = self._record
                conflict = Conflict(record.table, record.key, tuple(self._standing), sides)
                return views[0][1], conflict
        latest = {}
        for name, here in self._standing.items():
            latest[name] = self._best_informed(here) if name in self._stamped else self._latest_of(here)
        return latest, None

    @property
    def _stamped(self) -> frozenset[str]:
        return STAMPED.get(self._record.table, frozenset())

    def _best_informed(self, here: Mapping[int, Any]) -> Any:
        """Return the value of whoever had seen the most adjustments of the row; of those the latest."""
        if len(here) == 1:
            return self._latest_of(here)
        adjusting = self._adjusting()

        def informed(writer: int) -> tuple[int, tuple[float, str]]:
            seen = [one for one in adjusting if self._lineage.has_seen(writer, one)]
            return len(seen), self._lineage.when(writer)

        return here[max(here, key=informed)]

    def _adjusting(self) -> list[int]:
        """Return the changes that adjusted the row of which the record speaks, and that not all have seen."""
        row = self._record.base.get("task")
        docs, first = self._lineage.docs, self._lineage.shared
        found = range(first, len(docs))
        return [number for number in found if _adjusts(docs[number], row)]

    def _latest_of(self, here: Mapping[int, Any]) -> Any:
        latest = max(here, key=self._lineage.when)
        return here[latest]

    def _views(self) -> Sequence[tuple[int, _View]]:
        """Return what the fields said as each writer left them whom no other had seen, the latest first.

        Who was seen is there too where nobody has his value any more.
        """
        views: dict[int, _View] = {}
        for writer in self._writers:
            if not self._was_seen(writer):
                views[writer] = self._as_left(writer)
        for writer in self._writers:
            if writer not in views and self._is_lost(writer, views.values()):
                views[writer] = self._as_left(writer)
        return [(writer, views[writer]) for writer in self._writers if writer in views]

    def _was_seen(self, writer: int) -> bool:
        has_seen = self._lineage.has_seen
        return any(has_seen(other, writer) for other in self._writers)

    def _is_lost(self, writer: int, views: Iterable[_View]) -> bool:
        """Tell whether a value that a writer gave is in none of some views."""
        for name, here in self._standing.items():
            if writer in here:
                held = [view.get(name) for view in views]
                if here[writer] not in held:
                    return True
        return False

    def _as_left(self, writer: int) -> _View:
        """Return what the fields said in the eyes of a change's author when he had made it."""
        if len(self._standing) == 1:
            ((name, here),) = self._standing.items()
            return {name: here[writer]}

        def within(number: int) -> bool:
            return number == writer or self._lineage.has_seen(writer, number)

        seen = {}
        for name in self._standing:
            here = self._record.standing(name, within)
            if here:
                seen[name] = self._latest_of(here)
        return seen

    def _sides(self, views: Iterable[tuple[int, _View]]) -> tuple[SideOfConflict, ...]:
        """Return the sides of a conflict, the latest first; those who want the same are one."""
        wanted: list[_View] = []
        meant: list[_View] = []
        wanting: list[tuple[str, ...]] = []
        for writer, view in views:
            said = self._record.said_in(view)
            meaning = self._meaning(said)
            change = (self._record.id_of(writer),)
            if meaning in meant:
                place = meant.index(meaning)
                wanting[place] = change + wanting[place]
            else:
                wanted.append(said)
                meant.append(meaning)
                wanting.append(change)
        return tuple(map(SideOfConflict, wanting, wanted))

    def _meaning(self, said: _View) -> _View:
        """Return what was said, but for who said it and when, and what was stamped."""
        left_out = WHO_AND_WHEN.get(self._record.table, frozenset()) | self._stamped
        return {name: value for name, value in said.items() if name not in left_out}
