"""The screen of an open list: joins the three panes, shows one pane at a time where there is little room."""

from contextlib import ExitStack
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from store.file.task_file import TaskFile
from store.records.changes import Change
from store.records.kept import Plan
from store.words.search import load_tables
from tui.screen.acts.acts import Acts
from tui.screen.acts.checking import Checking
from tui.screen.acts.crossings import VIEW_NAMES, CrossingActs
from tui.screen.acts.file import FileActs
from tui.screen.acts.importing import ImportActs
from tui.screen.acts.looking import Filter
from tui.screen.acts.printing import Printing
from tui.screen.commands import COMMANDS, Pane, by_id
from tui.screen.desk import Desk
from tui.screen.list_screen import StatusLine
from tui.screen.panes.linking import linked_to_place, linked_to_roster, linked_to_row
from tui.screen.panes.matrix import Matrix, MatrixCell
from tui.screen.panes.roster import RosterPane, RosterPlace
from tui.screen.panes.work_points import TreePlace, WorkPointsPane
from tui.screen.saving import BACK_UP_AFTER_SECONDS
from tui.screen.widgets.key_line import KeyLine

WARM_UP_SECONDS = 0.2
"""After the first screen, when the pinyin tables are loaded for the first letter to come."""

CHECK_SECONDS = 0.3
"""After the first screen, when the list is first checked."""

_WIDE = 120
"""Columns from which on all panes are shown at once."""

_BESIDE = ("portfolio", "plans", "acceptances", "prints")
"""Tables whose records have no line of their own."""

PANES: tuple[Pane, ...] = ("work_points", "matrix", "roster")


class MainScreen(CrossingActs, FileActs, ImportActs, Printing):
    """Data goes down to the panes, messages come up, and one place commits."""

    AUTO_FOCUS = "#matrix"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(binding for command in COMMANDS for binding in command.bindings()),
        Binding("escape", "go_back", show=False),
    ]

    class ListClosed(Message):
        """The clerk wants to open another list."""

    def __init__(
        self, file: TaskFile, problem: str = "", *, moment: str = "", asks_basis: bool = False
    ) -> None:
        """The open file of the list, a sentence on what was wrong at the start, and whether edits are asked for their basis.

        A moment in words says that the list is as it was then, to be looked at only.
        """
        super().__init__(file)
        self.desk = Desk(self, self, file, moment=moment, asks_basis=asks_basis)
        self.work = self.desk.work
        self.checking = Checking(self, lambda: self.tasks, self.show_rows_title)
        self._acts = Acts(self.desk, self.checking, self)
        self.set_class(bool(moment), "-earlier")
        self._problems = [problem, *file.notices] if problem else [*file.notices]
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]
        self.pane: Pane = "matrix"
        self._first_frame = ExitStack()
        """Holds painting back until the matrix has its size: the first frame is the list, once."""

    def compose(self) -> ComposeResult:
        """Work points above the roster at the left, the matrix at the right; the picker lies over them."""
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield WorkPointsPane(self.tasks, id="work_points")
                yield RosterPane(self.tasks, id="roster")
            yield Matrix(self.tasks, id="matrix")
        yield StatusLine(Content(self._status()))
        yield KeyLine()

    def on_mount(self) -> None:
        """Draw the list and put the cursor on its first lead cell."""
        self.query_one("#work_points").border_title = Content("工作要点")
        # Textual sets it at the first resize, which comes after the first frame.
        self.set_class(self.app.size.width < _WIDE, "-narrow")
        self._first_frame.enter_context(self.app.batch_update())
        self._to_pane("matrix")
        self.screen_layout_refresh_signal.subscribe(self, self._draw_first)
        self.set_timer(WARM_UP_SECONDS, lambda: self.run_worker(load_tables, thread=True))
        self.set_timer(BACK_UP_AFTER_SECONDS, lambda: self.run_worker(self.back_up()))

    def _draw_first(self, _: Screen[object]) -> None:
        self.screen_layout_refresh_signal.unsubscribe(self)
        self.show_rows()
        self._first_frame.close()
        self.call_after_refresh(self._draw_rest)

    def _draw_rest(self) -> None:
        """After the first frame: the panes beside the list, and the picker for the first letter."""
        self._draw_beside()
        self._link(self.pane)
        if self._problems:
            self.say(" ".join(self._problems), warning=True)
        elif not self.tasks.task_keys:
            self.say("还没有任务,请按 Ctrl+N 新增事项。")
        self.mount(self.picker)
        if self.tasks.documents[Plan.TABLE] and not self.desk.looks_only:
            self.desk.start(self._acts.handover.ask_due_plans())
        self.set_timer(CHECK_SECONDS, lambda: self.run_worker(self.checking.begin()))

    def on_unmount(self) -> None:
        """Let painting go on where the screen went before it was drawn."""
        self._first_frame.close()

    @property
    def printed_first(self) -> tuple[str, str]:
        """What the cursor is on: a line of the roster; else the list or the matrix, whichever is shown."""
        place = self.query_one(RosterPane).place if self.pane == "roster" else None
        return (place.kind, place.record) if place else ("list" if self.view == "list" else "matrix", "")

    @property
    def cell(self) -> MatrixCell | None:
        """The cell under the cursor of the list."""
        return self.matrix.cell

    @property
    def roster_place(self) -> RosterPlace | None:
        """The line under the cursor of the roster."""
        return self.query_one(RosterPane).place

    @property
    def tree_place(self) -> TreePlace | None:
        """The node under the cursor of the work points."""
        return self.query_one(WorkPointsPane).place

    # ------------------------------------------------------------------ drawing

    def draw(self, change: Change) -> None:
        """Draw what a change touched: rows in place, all where the order or the records themselves changed."""
        self.checking.after(change)
        tables = {edit.table for edit in change.edits}
        if any(
            edit.field in ("", "order", "item", "title", "columns", "left_on") and edit.table not in _BESIDE
            for edit in change.edits
        ):
            self.draw_all()
            return
        if tables & {"notices", "work_points"}:
            self.query_one(WorkPointsPane).show(self.tasks)
        self.matrix.redraw([edit.key for edit in change.edits if edit.table == "tasks"])
        self.redraw_crossings()
        self.query_one(RosterPane).show(self.tasks)

    def draw_all(self) -> None:
        """Draw the list anew, the cursors staying on their lines."""
        self.checking.go_on()
        self.show_rows()
        self._draw_beside()

    def _draw_beside(self) -> None:
        self.query_one(RosterPane).show(self.tasks)
        self.query_one(WorkPointsPane).show(self.tasks)

    @property
    def rows_filtered(self) -> tuple[str, ...] | None:
        """The rows that a filter lets through; none without a filter."""
        return self.rows_shown if self.filter else None

    @property
    def rows_shown(self) -> tuple[str, ...]:
        """The rows that the filter lets through."""
        return self.tasks.rows_naming(self.filter.key) if self.filter else self.tasks.task_keys

    def show_rows(self) -> None:
        """Show the rows that the filter lets through, and say so over them."""
        self.matrix.show(self.tasks, self.rows_shown)
        self.redraw_crossings()
        self.show_rows_title()
        people, units = len(self.tasks.roster), sum(unit.kind != "collective" for unit in self.tasks.units)
        self.query_one(RosterPane).border_title = Content(f"名册  {people} 人 {units} 个单位")

    def show_rows_title(self) -> None:
        """Say over the rows what they are."""
        self.rows_pane.border_title = Content(self.rows_title())

    def rows_title(self) -> str:
        """Which view of which rows is shown, in words."""
        name = VIEW_NAMES[self.view]
        looked_at = f"查看 {self.desk.moment} 的清单(只读)  " if self.desk.moment else ""
        if len(self.tasks.notices) > 1:
            name = self.tasks.list_name if self.view == "list" else f"{name} {self.tasks.list_name}"
        if self.filter:
            return f"{looked_at}{name}  只看 {self.filter.name} {len(self.rows_shown)} 行,F4 恢复全部{self.checking.said}"
        return f"{looked_at}{name}  {len(self.tasks.items)} 事项 {len(self.tasks.task_keys)} 任务{self.checking.said}"

    # ------------------------------------------------------------------ panes

    def _to_pane(self, pane: Pane) -> None:
        self.pane = pane
        for name in PANES:
            self.query_one(f"#{name}").set_class(name == pane, "-current")
        self.query("#crossing").set_class(pane == "matrix", "-current")
        self.query_one("#left").set_class(pane != "matrix", "-current")
        (self.rows_pane if pane == "matrix" else self.query_one(f"#{pane}")).focus()
        self._link(pane)
        self.refresh_bindings()

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._to_pane(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._to_pane(PANES[(PANES.index(self.pane) - 1) % len(PANES)])

    def on_descendant_focus(self) -> None:
        """Follow a click into another pane."""
        focused: Widget | None = self.focused
        name = focused.id if focused else ""
        place = "matrix" if name == "crossing" else name
        if place in PANES and place != self.pane:
            self._to_pane(next(pane for pane in PANES if pane == place))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A command is there in its panes, and not while the picker asks."""
        match action, parameters:
            case "run", (str() as command_id,):
                return not self.picker.display and self.pane in by_id(command_id).panes
            case "go_back", _:
                return bool(self.desk.moment) and not self.picker.display
        return True

    async def action_run(self, command_id: str) -> None:
        """Carry out a command: the one way that keys, foot, menu and find go."""
        command = by_id(command_id)
        if command.changes and not self.desk.may_change(command.refusal):
            return
        if command.act:
            acts, method = command.act.split(".")
            self.desk.start(getattr(getattr(self._acts, acts), method)())
        else:
            await self.run_action(command_id)

    def action_go_back(self) -> None:
        """Go back from an earlier list to the list of now."""
        self.dismiss()

    # ------------------------------------------------------------------ linked selection

    def on_matrix_moved(self) -> None:
        """A row marks its work point, its units and its people."""
        self._link("matrix")

    def on_crossing_pane_moved(self) -> None:
        """So it does in the matrix proper; acts on the row find it under the list's cursor too."""
        if row := self.row_at_cursor:
            self.matrix.follow(row)
        self._link("matrix")

    def on_work_points_pane_selected(self) -> None:
        """A work point marks its rows, and the people and units that stand in them."""
        self._link("work_points")

    def on_roster_pane_selected(self) -> None:
        """A person or unit marks the rows it stands in, and their work points."""
        self._link("roster")

    def _link(self, pane: Pane) -> None:
        """Mark in the other panes what belongs to what is selected in the one that has the keys."""
        if pane != self.pane:
            return
        points, rows, named = frozenset[str](), tuple[str, ...](), frozenset[str]()
        if pane == "matrix" and (row := self.row_at_cursor):
            points, named = linked_to_row(self.tasks, row)
        elif pane == "work_points" and (place := self.query_one(WorkPointsPane).place):
            rows, named = linked_to_place(self.tasks, place.key)
        elif pane == "roster" and (line := self.query_one(RosterPane).place):
            rows, points = linked_to_roster(self.tasks, line.named)
        self.query_one(WorkPointsPane).mark(points)
        self.query_one(RosterPane).mark(named)
        self.rows_pane.mark(frozenset(rows))
        if rows:
            self.rows_pane.scroll_to_row(rows[0])

    # ------------------------------------------------------------------ editing where the cursor is

    def action_edit(self) -> None:
        """Change what the cursor is on."""
        match self.focused:
            case Matrix() as matrix:
                if matrix.cell:
                    self._edit_cell(matrix.cell.field)
            case focused if focused and focused is self.crossing_pane:
                self.edit_crossing()
            case WorkPointsPane() as points:
                if points.place:
                    self.desk.start(self._acts.records.edit_place(points.place))
            case RosterPane() as roster:
                if roster.place:
                    self.desk.start(self._acts.roster.open(roster.place))

    def _edit_cell(self, field: str) -> None:
        cell = self.matrix.cell
        if cell is None:
            return
        if cell.is_responsibility:
            self.pick(cell)
        elif field == "item":
            self.desk.start(self._acts.records.edit_item_title(cell.row))
        else:
            self.desk.start(self._acts.records.edit_field(self.tasks.task(cell.row), field))

    def on_matrix_activated(self, event: Matrix.Activated) -> None:
        """Enter or typing: the picker on a responsibility cell, the row's card on its text."""
        if event.cell.is_responsibility:
            if self.desk.may_change():
                self.pick(event.cell, event.typed)
        elif event.cell.field == "item":
            if self.desk.may_change():
                self.desk.start(self._acts.records.edit_item_title(event.cell.row))
        else:
            self.action_open_card()

    def on_work_points_pane_activated(self, event: WorkPointsPane.Activated) -> None:
        """Edit a node."""
        if self.desk.may_change():
            self.desk.start(self._acts.records.edit_place(event.place))

    def on_roster_pane_activated(self, event: RosterPane.Activated) -> None:
        """Open the card of a line of the roster, or edit it."""
        self.desk.start(self._acts.roster.open(event.place))

    def edit_card_field(self, row: str, field: str) -> None:
        """Edit a field of the card: sides by the picker, texts in a field, then back to the card."""
        if not self.desk.may_change():
            return
        self._to_pane("matrix")
        self.matrix.show_row(row, field)
        cell = self.matrix.cell
        if cell and cell.row == row and cell.field == field and cell.is_responsibility:
            self.pick(cell)
        else:
            self.desk.start(self._edit_text_of_card(row, field))

    async def _edit_text_of_card(self, row: str, field: str) -> None:
        await self._acts.records.edit_field(self.tasks.task(row), field)
        self.open_card(row, field)

    # ------------------------------------------------------------------ going somewhere

    def go_to_row(self, row: str, field: str = "") -> None:
        """Bring the cursor to a row, and to a column of it, letting a filter go that hides it."""
        if self.filter and row not in self.tasks.rows_naming(self.filter.key):
            self.set_filter(None)
        self._to_pane("matrix")
        self.rows_pane.show_row(row)
        if field:
            self.matrix.show_row(row, field)

    def go_to_work_point(self, table: str, key: str, field: str) -> None:
        """Bring the cursor to a node of the tree."""
        self._to_pane("work_points")
        self.query_one(WorkPointsPane).show_place(table, key, field)

    def go_to_roster(self, record: str) -> None:
        """Bring the cursor to a person or unit."""
        self._to_pane("roster")
        self.query_one(RosterPane).show_place(record)

    async def run_command(self, command_id: str) -> None:
        """Carry out a command that was chosen in the menu."""
        if self.check_action("run", (command_id,)):
            await self.action_run(command_id)
        else:
            self.say(f"“{by_id(command_id).label}”在此处不能用,请先用 F6 换到别的窗格。", warning=True)

    def set_filter(self, filter: Filter | None) -> None:
        """Show only a unit's or leader's rows, or all again."""
        self.filter = filter
        self.show_rows()

    def look_at(self, earlier: TaskFile, moment: str) -> None:
        """Show the list as it was, on a screen of its own."""
        self.app.push_screen(MainScreen(earlier, moment=moment))

    def action_open_list(self) -> None:
        """Close this list for another."""
        self.post_message(self.ListClosed())

    async def action_leave(self) -> None:
        """Save and leave."""
        await self.app.action_quit()
