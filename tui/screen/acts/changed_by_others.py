"""Rows that the clerk changed and another desk changed since: in F5 until he has looked at each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from store.history.changed_by_others import RowOfMine, rows_changed_by_others
from tui.screen.desk import Desk

if TYPE_CHECKING:
    from tui.screen.dialogs.agenda_lines import AgendaEntry

_TITLE = "我改过、他人又改的行"
_NOW: Mapping[str, str] = {"enter": "去看", "f2": "", "ctrl+k": "看过了"}
"""What the keys of the findings do on such a row."""
_MOST_KEPT = 1000
"""Rows of which it is kept that they were looked at: the last ones."""


class OthersChanges:
    """Shows what others did to the clerk's rows, and keeps which he has looked at."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    def entries(self) -> "Sequence[AgendaEntry[RowOfMine]]":
        """Return the rows that are not looked at yet, as entries with what was done to them."""
        desk = self._desk
        if desk.past:
            return []
        looked_at = desk.view.state.looked_at
        found = rows_changed_by_others(desk.tasks, desk.history)
        return [self._entry(one) for one in found if one.name not in looked_at]

    def _entry(self, one: RowOfMine) -> "AgendaEntry[RowOfMine]":
        from store.views.conflicts import made_in_words
        from tui.screen.dialogs.agenda_lines import AgendaEntry, Heading

        change = one.change
        who = made_in_words(change.by, change.machine, change.at, change.basis)
        where = self._desk.tasks.row_name(one.row)
        return AgendaEntry(one, f"{change.title}  {who}", Heading(_TITLE), one.name, where, now=_NOW)

    def take_up(self, act: str, rows: Sequence[RowOfMine]) -> bool:
        """Go to the first of some rows, or keep that all were looked at; return whether one comes back."""
        if act in ("", "go"):
            self._keep(rows[:1])
            self._desk.go_to_row(rows[0].row)
            return False
        if act == "accept":
            self._keep(rows)
        return True

    def _keep(self, rows: Iterable[RowOfMine]) -> None:
        view = self._desk.view
        names = dict.fromkeys((*view.state.looked_at, *(one.name for one in rows)))
        view.set(looked_at=tuple(names)[-_MOST_KEPT:])
