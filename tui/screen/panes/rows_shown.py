"""Which rows of a list are shown, and in which order. Plain values; the list itself is never touched."""

from collections.abc import Callable, Collection, Iterable

from store.records.changes import History
from store.records.tasklist import TaskList
from store.views.selection import Selection, rows_selected, words_of
from store.views.sorting import SORTED_BY, rows_sorted


class RowsShown:
    """The rows that a selection lets through, sorted or as the list has them.

    A row that an edit makes unfit stays until the selection is set anew: nothing moves under one's hands.
    """

    def __init__(self, tasks: TaskList, history: Callable[[], History]) -> None:
        """Show all rows of a list; `history` gives the changes that made it."""
        self.selection = Selection()
        self._history = history
        self._tasks = tasks
        self._rows: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[str, ...]:
        """Keys of the rows, as shown."""
        return self._tasks.task_keys if self.is_all else self._rows

    def first_of(self, rows: Collection[str]) -> int:
        """Return the place among the rows shown of the first of some, one of which at least is shown."""
        return next(place for place, row in enumerate(self.rows) if row in rows)

    @property
    def rows_selected(self) -> tuple[str, ...] | None:
        """The rows that are let through, in the list's own order; None where all are."""
        if not self.selection.selects:
            return None
        shown = set(self._rows)
        return tuple(row for row in self._tasks.task_keys if row in shown)

    @property
    def is_all(self) -> bool:
        """Whether all rows are shown in the list's own order."""
        return self.selection.is_all

    def resume(self, words: Iterable[str]) -> None:
        """Take up a selection of before; all rows are shown where none fits it now."""
        self.selection = Selection.of_spelled(words)
        self.look_again(self._tasks)
        if not self.rows:
            self.selection = Selection()

    def select(self, selection: Selection) -> None:
        """Select and sort anew; the next look finds the rows."""
        self.selection = selection
        self._rows = ()

    def look_again(self, tasks: TaskList) -> None:
        """Take in rows that came, went or moved; in another list all are shown."""
        if tasks.notice.key != self._tasks.notice.key:
            self.selection, self._rows = Selection(), ()
        self._tasks = tasks
        if self.is_all:
            return
        fit = {*self._rows, *rows_selected(tasks, self._history(), self.selection)}
        in_order = [row for row in tasks.task_keys if row in fit]
        self._rows = rows_sorted(tasks, in_order, self.selection.sorted_by)

    @property
    def words(self) -> str:
        """What is shown, for the title of the rows: 只看 成果处 5 行,F4 恢复全部; empty for all."""
        if self.is_all:
            return ""
        said = []
        if self.selection.selects:
            chosen = "、".join(words_of(self._tasks, self.selection))
            said.append(f"只看 {chosen} {len(self._rows)} 行")
        if self.selection.sorted_by:
            said.append(f"按{SORTED_BY[self.selection.sorted_by]}排序")
        return f"{'，'.join(said)}，F4 {'恢复全部' if self.selection.selects else '恢复原序'}"

    @property
    def refusal(self) -> str:
        """Why rows cannot be moved or added now; empty where they can."""
        if not self.selection.sorted_by:
            return ""
        return f"现按{SORTED_BY[self.selection.sorted_by]}排序，不能移动或新增，请先按 F4 恢复清单的次序。"
