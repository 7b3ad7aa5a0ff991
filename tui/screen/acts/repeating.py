"""Giving the rows under the cursor, or the marked ones, what the last act gave others."""

from collections.abc import Mapping, Sequence
from typing import Any

from store.acts.field_values import field_edits
from store.acts.repeating import answers_given, last_given, texts_given
from store.records.changes import Change, Edit
from store.records.describing import label
from store.records.ranges import numbered_rows
from tui.screen.acts.giving import Giving
from tui.screen.desk import Desk


class RepeatingActs:
    """Repeats the last act that filled a cell."""

    def __init__(self, desk: Desk, giving: Giving) -> None:
        """The desk, and what gives rows units and leaders."""
        self._desk = desk
        self._giving = giving

    async def repeat(self) -> None:
        """Give the marked rows, else those under the cursor, what the last act gave."""
        desk = self._desk
        rows = desk.rows_meant(desk.cell)
        given = last_given(desk.history)
        answers, texts = answers_given(given), texts_given(given)
        if answers:
            await self._giving.give(rows, answers)
        else:
            await desk.commit(self._texts_change(rows, texts))

    def _texts_change(self, rows: Sequence[str], texts: Mapping[str, Any]) -> Change:
        tasks = self._desk.tasks
        edits: list[Edit] = []
        for row in rows:
            edits += field_edits(tasks.task(row), **texts)
        names = "、".join(label(tasks, field) for field in texts)
        return Change(f"重复：{numbered_rows(tasks, rows)}{names}", tuple(edits))
