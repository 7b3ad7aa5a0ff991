"""The joins that follow a cell: one that a list takes from a notice is joined as the notice joins it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from store.importing.matching import Pairs
from store.records.changes import Edit
from store.records.fields import names_for
from store.records.joining import joined_rows
from store.records.keys import key_made_of
from store.records.task import Task
from store.records.tasklist import TaskList

_CELLS = frozenset(names_for(Task, "compare"))


@dataclass(frozen=True, slots=True)
class NoticeJoins:
    """How a new reading of a notice joins the rows that a list has of it."""

    new: TaskList
    """The list that the reading makes."""
    rows: Pairs
    """Key of a row of the list to that of the reading's row."""

    def edits(self, tasks: TaskList, followed: Iterable[Edit]) -> Iterator[Edit]:
        """Yield the edits that join, or part, the cells that a list takes from the notice."""
        of_rows = [edit for edit in followed if edit.table == Task.TABLE]
        made = {edit.key: edit.after for edit in of_rows if not edit.field and edit.after}
        back = {new: old for old, new in self.rows.items()}
        following = _Following(self, back, tasks, {key: doc["joins"] for key, doc in made.items()})
        for edit in of_rows:
            cells = made.get(edit.key, {}).get("joins", ()) if not edit.field else (edit.field,)
            for cell in _CELLS.intersection(cells):
                following.take(edit.key, cell)
        for key, joins in following.joins.items():
            before = following.before(key)
            if joins != before:
                yield Edit(Task.TABLE, key, "joins", before, joins)


@dataclass(slots=True)
class _Following:
    """The joins that rows come to have, cell by cell."""

    notice: NoticeJoins
    back: Pairs
    """Key of a row of the reading to that of the list's row."""
    tasks: TaskList
    made: Mapping[str, dict[str, str]]
    """The joins of the rows that are new, as the reading has them."""
    joins: dict[str, dict[str, str]] = field(default_factory=dict)

    def before(self, row: str) -> dict[str, str]:
        return dict(self.made[row] if row in self.made else self.tasks.task(row).joins)

    def take(self, row: str, cell: str) -> None:
        """Join a row in a column with those with which the notice joins it."""
        own = self.notice.rows.get(row, row)
        together = [self.back.get(new, new) for new in joined_rows(self.notice.new, own, cell)]
        there = [one for one in together if one in self.made or self.tasks.find(Task, one)]
        if len(there) < 2:
            self._of(row).pop(cell, None)
            return
        known = [self.tasks.task(one).joins.get(cell) for one in there if one not in self.made]
        join = next(filter(None, known), None) or self._of(row).get(cell) or key_made_of(there[0], cell)
        for one in there:
            self._of(one)[cell] = join

    def _of(self, row: str) -> dict[str, str]:
        return self.joins.setdefault(row, self.before(row))
