"""The facts of the ledger row by row: reports, closings, adjustments, measures, milestones, problems.

They are kept by row and brought in line with the edits since: of 120,000 reports one edit touches one row.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar, cast

from store.ledger.periods import period_or_none
from store.records.derived import derived
from store.records.documents import Documents
from store.records.record import Record
from store.records.report import Report
from store.records.tables import KINDS_OF_ROWS
from store.records.tasklist import TaskList

_R = TypeVar("_R", bound=Record)


class Facts:
    """The facts of each row of a file, of all its lists."""

    def __init__(self, documents: Documents) -> None:
        """Know no row yet."""
        self._documents = documents
        self._version = -1
        self._keys: dict[tuple[str, str], dict[str, None]] = {}
        """By table and row the keys of its records, in the order in which they came."""
        self._row_of: dict[tuple[str, str], str] = {}
        """By table and key of a record the row that it speaks of."""
        self._touched_at: dict[str, int] = {}
        """By row the version that last touched its facts; those that were touched last stand last."""

    def bring_in_line(self) -> None:
        """Take in the edits since the last time."""
        documents = self._documents
        if documents.version == self._version:
            return
        for kind in KINDS_OF_ROWS:
            is_first = self._version < 0
            keys = tuple(documents.keys(kind) if is_first else documents.touched_since(self._version, kind))
            for key in keys if is_first else reversed(keys):
                self._take(kind.TABLE, key)
        self._version = documents.version

    def _take(self, table: str, key: str) -> None:
        """Put one record where it belongs, and note the rows that it spoke or speaks of."""
        doc = self._documents.tables[table].get(key)
        row = doc.get("task", "") if doc else ""
        held = self._row_of.pop((table, key), "")
        if held and held != row:
            self._keys[table, held].pop(key, None)
            self._touch(held)
        if row:
            self._keys.setdefault((table, row), {})[key] = None
            self._row_of[table, key] = row
            self._touch(row)

    def _touch(self, row: str) -> None:
        self._touched_at.pop(row, None)
        self._touched_at[row] = self._documents.version

    def rows_touched_since(self, version: int) -> Iterator[str]:
        """Yield the rows whose facts were touched after a version of the documents."""
        for row, touched in reversed(self._touched_at.items()):
            if touched <= version:
                return
            yield row

    def of(self, kind: type[_R], row: str) -> Sequence[_R]:
        """Return the records of a kind that speak of a row, in the order in which they came."""
        keys = self._keys.get((kind.TABLE, row), ())
        found = [self._documents.find(kind, key) for key in keys]
        return cast("Sequence[_R]", found)

    def reports(self, row: str) -> list[Report]:
        """Return the reports of a row, the earliest period first."""
        found = self.of(Report, row)
        return sorted(found, key=_by_period) if len(found) > 1 else list(found)

    def rows(self, kind: type[Record]) -> Iterator[str]:
        """Yield the rows of which a record of a kind speaks, those of other lists and deleted ones too."""
        for (table, row), keys in self._keys.items():
            if table == kind.TABLE and keys:
                yield row


@derived()
def _kept(tasks: TaskList) -> Facts:
    """Return the facts of a list, made once: they bring themselves in line."""
    return Facts(tasks.documents)


def facts_of(tasks: TaskList) -> Facts:
    """Return the facts of a list's rows as they are now."""
    facts = _kept(tasks)
    facts.bring_in_line()
    return facts


def _by_period(report: Report) -> tuple[str, str]:
    """Return what puts reports in order: the last day of the period, and its name."""
    period = period_or_none(report.period)
    return period.last.isoformat() if period else "", report.period
