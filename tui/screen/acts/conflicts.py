"""Conflicts on the screen (不一致): a side is chosen, or another value given, and on to the next one.

Of what two desks gave different values nothing is chosen for the clerk: he turns to a side, then decides.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from store.records.cells import CELL_OF
from store.records.changes import Change, Edit
from store.records.conflicts import Conflict
from store.records.describing import conflict_named
from store.records.task import Task
from store.records.undecided_cells import cell_of_conflict, conflicts_at, in_lists_order
from tui.screen.acts.cells import CellActs
from tui.screen.acts.mending import MendingActs
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice
from tui.screen.panes.matrix import MatrixCell

if TYPE_CHECKING:
    from store.records.conflicts import SideOfConflict
    from store.views.values import JsonObject
    from tui.screen.dialogs.agenda import AgendaCursor, AgendaDialog
    from tui.screen.dialogs.agenda_lines import AgendaEntry

_TITLE = "不一致"
_KEYS = {"f2": "mend", "ctrl+k": "accept", "ctrl+l": "go"}
_NOW: Mapping[str, str] = {
    "enter": "定夺",
    "left": "选一方",
    "f2": "另写",
    "ctrl+k": "全部取这一方",
    "ctrl+l": "到该处",
    "space": "",
    "tab": "",
}
"""What the keys of the findings do on a conflict."""


class ConflictActs:
    """Decides what desks gave different values."""

    def __init__(self, desk: Desk, cells: CellActs, mending: MendingActs) -> None:
        """The desk, what asks who is to stand in a cell, and what goes to a place."""
        self._desk = desk
        self._cells = cells
        self._mending = mending

    # ------------------------------------------------------------------ the list

    def entries(self, only: Sequence[Conflict] = ()) -> "Sequence[AgendaEntry[Conflict]]":
        """Return the conflicts of the list, or some of them, as entries with their sides."""
        from store.views.conflicts import views_of

        tasks = self._desk.tasks
        conflicts = in_lists_order(tasks, only or tasks.documents.undecided)
        views = views_of(tasks, self._desk.history, conflicts)
        return list(map(_entry, conflicts, views))

    async def decide_at(self, cell: MatrixCell) -> None:
        """Show what nobody has decided of a cell, until it is decided or left."""
        from tui.screen.dialogs.agenda import AgendaCursor

        cursor = AgendaCursor()
        while meant := conflicts_at(self._desk.tasks, cell.row, cell.field):
            chosen = await self._desk.ask(self._dialog(meant, cursor))
            if chosen is None or chosen.value is None:
                break
            if not await self.take_up(chosen.act, chosen.value, chosen.option):
                break
            cursor = chosen.cursor
        self._desk.panes.focus_rows()

    def _dialog(self, meant: Sequence[Conflict], cursor: "AgendaCursor") -> "AgendaDialog[Conflict]":
        from tui.screen.dialogs.agenda import Agenda, AgendaDialog

        agenda = Agenda("conflicts", _TITLE, f"{len(meant)} 处未定夺", "没有不一致。", _KEYS, finds=False)
        return AgendaDialog(agenda, self.entries(meant), cursor)

    # ------------------------------------------------------------------ one of them

    async def take_up(self, act: str, conflict: Conflict, option: int | None) -> bool:
        """Do an act on a conflict; return whether the clerk is to come back to the list.

        `option` is the number of the side that was chosen.
        """
        if act == "go":
            self._go_to(conflict)
            return False
        if not self._desk.may_change():
            return False
        if act == "mend":
            await self._give(conflict)
            return not self._desk.is_picking
        if option is not None and option < len(conflict.sides):
            take = self._take_all if act == "accept" else self._take
            await take(conflict, conflict.sides[option])
        return True

    def _go_to(self, conflict: Conflict) -> None:
        row, field = cell_of_conflict(self._desk.tasks, conflict) or (None, "")
        self._mending.go_to(row, (conflict.table, conflict.key), field)

    async def _take(self, conflict: Conflict, side: "SideOfConflict") -> None:
        from store.acts.deciding import take_sides

        await self._desk.attempt(lambda: take_sides(self._desk.tasks, [(conflict, side)]))

    async def _give(self, conflict: Conflict) -> None:
        """Give a field in conflict what none of the sides wanted: by the picker, or as a text."""
        from store.acts.deciding import decision, give_value, main_field

        desk = self._desk
        field = main_field(conflict)
        named = conflict_named(desk.tasks, conflict)
        if conflict.is_of_record or field != conflict.fields[0]:
            desk.warn(f"{named}只能取一方。")
        elif conflict.table == Task.TABLE and field in CELL_OF:

            def deciding(edits: Sequence[Edit]) -> Change:
                return decision(desk.tasks, conflict, edits)

            desk.go_to_row(conflict.key, field)
            at = MatrixCell(conflict.key, field, (conflict.key,))
            await self._cells.pick(at, as_one=deciding)
        else:

            def giving(text: str) -> Change:
                return give_value(desk.tasks, conflict, text)

            await desk.change_text(f"定夺：{named}", "", giving, long=True)

    # ------------------------------------------------------------------ all of somebody's

    async def _take_all(self, conflict: Conflict, side: "SideOfConflict") -> None:
        """Show what it would be to take the side of its author everywhere, and take it in one change."""
        from store.acts.deciding import authors, places_of, sides_of, take_sides
        from store.views.conflicts import side_in_words
        from tui.screen.dialogs.mark import MarkDialog

        desk = self._desk
        wanted = authors(desk.history, side, places_of(desk.history, (conflict,)))
        if not wanted:
            desk.warn("看不出这一方是谁的，请逐处定夺。")
            return
        who = f"{wanted[-1].by} {wanted[-1].machine}"
        undecided = in_lists_order(desk.tasks, desk.tasks.documents.undecided)
        found = sides_of(desk.tasks, desk.history, undecided, who)
        choices = []
        for number, (one, wants) in enumerate(found):
            words = f"{conflict_named(desk.tasks, one)}：{side_in_words(desk.tasks, one, wants)}"
            choices.append(Choice(number, words))
        title = f"全部取“{who}”的，共 {len(found)} 处"
        dialog = MarkDialog(
            title, choices, range(len(found)), nothing="还没有选，请按空格选定。", enter="一次定夺"
        )
        marked = await desk.ask(dialog)
        if marked:
            await desk.attempt(lambda: take_sides(desk.tasks, [found[number] for number in marked]))


def _entry(conflict: Conflict, view: "JsonObject") -> "AgendaEntry[Conflict]":
    from store.views.conflicts import whose
    from tui.screen.dialogs.agenda_lines import AgendaEntry, Heading

    where = view["row"] or ""
    label = view["about"].removeprefix(where).strip()
    if view["before"]:
        label += f"：原 {view['before']}"
    options = []
    for side in view["sides"]:
        shown = "（现在显示）" if side["shown"] else ""
        options.append(f"{side['side']} {side['says']}  {whose(side)}{shown}".rstrip())
    name = ".".join((conflict.table, conflict.key, conflict.fields[0]))
    return AgendaEntry(conflict, label, Heading(_TITLE), name, where, options=tuple(options), now=_NOW)
