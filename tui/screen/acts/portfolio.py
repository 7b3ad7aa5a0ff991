"""Acts on who has which unit: a pair settled, and lead and partner of rows swapped."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.records.ranges import names_in_words
from store.records.unit import Unit
from tui.screen.acts.offered import offered_people
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice
from tui.screen.panes.matrix import MatrixCell

if TYPE_CHECKING:
    from store.acts.preview import Answers, Preview
    from store.records.changes import Change

_NOBODY = ""
"""The answer that takes back what is settled."""


class PortfolioActs:
    """Settles pairs, and proposes the leaders that follow; no row changes unseen."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def settle(self, unit: Unit) -> None:
        """Ask whose a unit is, those first whose it may be, and propose the leaders of rows that follow."""
        change = await self._settled(unit)
        if change:
            await self.offer_followers(unit.key, change)

    async def settle_together(self, units: Sequence[Unit]) -> None:
        """Ask whose some units are, all of them one leader's, and propose the leaders of rows that follow."""
        from store.acts.settling import settle_together

        desk = self._desk
        keys = [unit.key for unit in units]
        names = names_in_words([desk.tasks.wording_of(key) for key in keys])
        leader = await desk.choose(
            f"{names}由谁分管（所选 {len(keys)} 个单位）", offered_people(desk.tasks, ())
        )
        change = await desk.commit(settle_together(desk.tasks, keys, leader)) if leader else None
        if change:
            for key in keys:
                await self.offer_followers(key, change)

    async def settle_row(self) -> None:
        """Ask one by one whose the units are that are open in the row, or in the rows that are meant."""
        from store.portfolio.left_open import open_in_rows

        desk = self._desk
        units = open_in_rows(desk.tasks, self._rows())
        if not units:
            desk.say("本行各单位的分管领导都已确定。")
        await self._settle_all(units)

    async def settle_left(self, at: MatrixCell) -> bool:
        """Ask whose the units are for which leaders of a cell did not follow; return whether there are."""
        from store.portfolio.left_open import left_open

        desk = self._desk
        cell = at.responsibility
        if cell is None or cell.kind != "leaders":
            return False
        units = left_open(desk.tasks, desk.tasks.task(at.row), cell.side)
        if units and desk.may_change():
            await self._settle_all([unit.key for unit in units if unit.key])
        return bool(units)

    def _rows(self) -> tuple[str, ...]:
        """Return the rows that are meant; in the 方阵 the one under the cursor."""
        panes = self._desk.panes
        if not panes.views.crossed_by or self._desk.marks.rows:
            return self._desk.rows_meant(self._desk.cell)
        return (panes.row,) if panes.row else ()

    async def _settle_all(self, units: Sequence[str]) -> None:
        """Settle units until the clerk leaves a question, then propose the leaders that follow."""
        from store.portfolio.left_open import still_open

        settled: dict[str, Change] = {}
        left = still_open(self._desk.tasks, units)
        while left:
            number, count = len(settled) + 1, len(settled) + len(left)
            said = f"（{number}/{count}）" if count > 1 else ""
            change = await self._settled(self._desk.tasks.get(Unit, left[0]), said)
            if change is None:
                break
            settled[left[0]] = change
            left = still_open(self._desk.tasks, left)  # An answer may tell whose another is.
        for key, change in settled.items():
            await self.offer_followers(key, change)

    async def _settled(self, unit: Unit, count: str = "") -> "Change | None":
        """Ask whose a unit is and settle it so; return the change, none where it is not settled."""
        from store.acts.settling import settle, unsettle

        desk = self._desk
        leader = await self._leader(unit, count)
        if leader is None:
            return None
        if leader == _NOBODY:
            await desk.commit(unsettle(desk.tasks, unit.key))
            return None
        return await desk.commit(settle(desk.tasks, unit.key, leader))

    async def _leader(self, unit: Unit, count: str) -> str | None:
        from store.portfolio.standings import standings

        desk = self._desk
        standing = standings(desk.tasks).get(unit.key)
        if standing is None:
            desk.warn(f"“{unit.full_name}”已撤销，不必再定分管领导。")
            return None
        first = (standing.leader,) if standing.leader else standing.candidates
        choices = offered_people(desk.tasks, first)
        if standing.grade == "settled":
            choices.insert(1, Choice(_NOBODY, "（取消已定的分管）", ("取消已定的分管",)))
        title = f"{desk.tasks.wording_of(unit.key)}由谁分管{count}"
        return await desk.choose(title, choices, placeholder=standing.reason)

    async def offer_followers(self, unit: str, settled: "Change") -> None:
        """Propose the rows whose leaders did not follow a unit, until a change settled whose it is."""
        from store.acts.settling import followers_preview

        preview = followers_preview(self._desk.tasks, unit, settled.edits)
        if preview.rows:
            await self._desk.preview(lambda _: preview)

    async def swap(self) -> None:
        """Swap lead and partner of the row, or of all rows that the joined cell covers."""
        from store.acts.unit_in_rows import swap_preview

        desk = self._desk
        rows = desk.rows_meant(desk.cell)
        if not rows:
            return
        partner: str | None = None
        partners = desk.tasks.task(rows[0]).participant_units
        if len(partners) > 1:
            choices = [Choice(unit.key, unit.wording) for unit in partners if unit.key]
            partner = await desk.choose("牵头单位与哪个责任单位对调", choices)
            if partner is None:
                return

        def act(answers: "Answers") -> "Preview":
            return swap_preview(desk.tasks, rows, partner, answers)

        await desk.preview(act)
