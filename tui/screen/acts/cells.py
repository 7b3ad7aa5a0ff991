"""Acts on the responsibility cells of the list: the quick edit by the picker."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from store.acts.assigning import SideAnswer, assign, cell_changed
from store.records.cells import Cell
from store.records.describing import label
from store.records.ended_rows import ended_by, refuse_ended_field
from store.records.ranges import numbered_row, numbered_rows
from store.records.tasklist import TaskList
from store.records.undecided_cells import conflicts_at
from store.records.values import Mention, SideName
from tui.screen.acts.giving import AsOne, Giving, followed
from tui.screen.acts.portfolio import PortfolioActs
from tui.screen.desk import Desk
from tui.screen.dialogs.picker import Candidate, PickRequest
from tui.screen.panes.matrix import MatrixCell
from tui.screen.widgets.why_line import WhyAsked


@dataclass(frozen=True, slots=True)
class RowsCell:
    """A responsibility cell of one row, or of several that are joined in it."""

    cell: Cell
    rows: tuple[str, ...]

    def mentions(self, tasks: TaskList) -> tuple[Mention, ...]:
        """The units or leaders that stand in it."""
        return tasks.task(self.rows[0]).mentions(self.cell)

    def held(self, tasks: TaskList) -> tuple[Mention, ...]:
        """The units or leaders that stand in it in all of its rows; none where the rows differ."""
        first = self.mentions(tasks)
        differs = any(tasks.task(row).mentions(self.cell) != first for row in self.rows)
        return () if differs else first

    def answers(self, mentions: Sequence[Mention]) -> dict[SideName, SideAnswer]:
        """What giving it other units or leaders answers."""
        given = tuple(mentions)
        answer = SideAnswer(units=given) if self.cell.kind == "units" else SideAnswer(leaders=given)
        return {self.cell.side: answer}


class CellActs:
    """What can be done to a responsibility cell; the cells of text are the card's."""

    def __init__(
        self,
        desk: Desk,
        giving: Giving,
        portfolio: PortfolioActs,
        decide_at: Callable[[MatrixCell], Awaitable[None]],
    ) -> None:
        """The desk, what gives rows units and leaders, what answers whose a unit is, and what decides."""
        self._desk = desk
        self._decide_at = decide_at
        self._giving = giving
        self._portfolio = portfolio

    # ------------------------------------------------------------------ the quick edit

    async def open(self, at: MatrixCell, typed: str = "") -> None:
        """Answer what stands open in a cell of leaders, where nothing was typed; else pick."""
        tasks = self._desk.tasks
        is_picked = typed or conflicts_at(tasks, at.row, at.field) or ended_by(tasks, at.row, tasks.today)
        if is_picked or not await self._portfolio.settle_left(at):
            await self.pick(at, typed)

    async def pick(self, at: MatrixCell, typed: str = "", *, as_one: AsOne | None = None) -> None:
        """Ask by the picker who is to stand in a cell, filtered by what was typed; then step on.

        Where nobody has decided what stands in it, that comes first; refused where all rows have ended.
        `as_one` makes the change of another act, which is for this cell whatever is marked.
        """
        desk = self._desk
        cell = at.responsibility
        if cell is None or not desk.may_change():
            return
        if as_one is None and conflicts_at(desk.tasks, at.row, at.field):
            await self._decide_at(at)
            return
        if as_one is None:
            at = self._meant(at)
            refuse_ended_field(desk.tasks, at.rows, at.field)
        picked = await desk.pick(self._request(at, cell), typed)
        if desk.is_picking:  # Another cell was clicked at meanwhile.
            return
        desk.panes.focus_rows()
        if picked is None:
            return
        rows = (at.row,) if picked.alone else at.rows
        answers = RowsCell(cell, rows).answers(picked.mentions)
        if await self._giving.give(rows, answers, picked.why, as_one=as_one):
            desk.panes.focus_rows(step=not desk.marks.rows)

    def _meant(self, at: MatrixCell) -> MatrixCell:
        """Return a cell over all rows that the act is for; over marked rows there is no row alone."""
        rows = self._desk.rows_meant(at)
        return MatrixCell(at.row if at.row in rows else rows[0], at.field, rows)

    def _request(self, at: MatrixCell, cell: Cell) -> PickRequest:
        from tui.screen.dialogs.candidates import leader_candidates, new_candidate, unit_candidates

        tasks = self._desk.tasks
        whole, alone = RowsCell(cell, at.rows), RowsCell(cell, (at.row,))
        candidates = unit_candidates if cell.kind == "units" else leader_candidates

        def newcomer(typed: str) -> Candidate | None:
            return new_candidate(tasks, cell.kind, typed)

        def preview(mentions: Sequence[Mention], only_row: bool) -> str:
            return self._preview(alone if only_row else whole, mentions)

        def why(mentions: Sequence[Mention], only_row: bool) -> WhyAsked | None:
            one = alone if only_row else whole
            return self._giving.why(one.rows, one.answers(mentions))

        title, title_alone = self._titles(at, label(tasks, cell.field))
        offered = candidates(tasks)
        return PickRequest(title, title_alone, offered, whole.held(tasks), newcomer, preview, why)

    def _titles(self, at: MatrixCell, name: str) -> tuple[str, str]:
        """Return the title for all rows of a cell, 第 3.1–3.3 行牵头单位(3 行), and its row's alone."""
        tasks, rows = self._desk.tasks, at.rows
        title = f"{numbered_rows(tasks, rows)}{name}"
        if len(rows) == 1:
            return title, ""
        if self._desk.marks.rows:
            return f"{title}（所选 {len(rows)} 行）", ""
        hidden = len(set(rows).difference(self._desk.panes.rows_shown))
        unseen = f"，其中 {hidden} 行未显示" if hidden else ""
        return f"{title}（{len(rows)} 行{unseen}）", f"{numbered_row(tasks, at.row)}{name}（仅此行）"

    def _preview(self, cell: RowsCell, mentions: Sequence[Mention]) -> str:
        """Say what a choice would do: the new cell, and the leaders that follow or why they stay."""
        done = assign(self._desk.tasks, cell.rows, cell.answers(mentions))
        edits = [edit for assignment in done.values() for edit in assignment.edits]
        if not edits:
            return "没有变化"
        changed = cell_changed(self._desk.tasks, cell.cell, edits)
        return changed + followed(self._desk.tasks, done, "\n")
