"""Acts on who has which unit: a pair settled, and lead and partner of rows swapped."""

from typing import TYPE_CHECKING

from store.records.unit import Unit
from tui.screen.acts.offered import offered_people
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.acts.preview import Answers, Preview

_NOBODY = ""
"""The answer that takes back what is settled."""


class PortfolioActs:
    """Settles pairs, and proposes the leaders that follow; no row changes unseen."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def settle(self, unit: Unit) -> None:
        """Ask whose a unit is, those first whose it may be, and propose the leaders of rows that follow."""
        from store.acts.settling import settle, unsettle

        desk = self._desk
        leader = await self._leader(unit)
        if leader is None:
            return
        if leader == _NOBODY:
            await desk.commit(unsettle(desk.tasks, unit.key))
        elif await desk.commit(settle(desk.tasks, unit.key, leader)):
            await self.offer_followers(unit.key)

    async def _leader(self, unit: Unit) -> str | None:
        from store.portfolio.standings import standings

        desk = self._desk
        standing = standings(desk.tasks).get(unit.key)
        if standing is None:
            desk.warn(f"“{unit.full_name}”已撤销,不必再定分管领导。")
            return None
        first = (standing.leader,) if standing.leader else standing.candidates
        choices = offered_people(desk.tasks, first)
        if standing.grade == "settled":
            choices.insert(1, Choice(_NOBODY, "(取消已定的分管)", ("取消已定的分管",)))
        title = f"{desk.tasks.wording_of(unit.key)}由谁分管"
        return await desk.choose(title, choices, placeholder=standing.reason)

    async def offer_followers(self, unit: str) -> None:
        """Propose the rows whose leaders did not follow a unit while its leader was open to follow now."""
        from store.acts.settling import followers_preview

        preview = followers_preview(self._desk.tasks, unit)
        if preview.rows:
            await self._desk.preview(lambda _: preview)

    async def swap(self) -> None:
        """Swap lead and partner of the row, or of all rows that the joined cell covers."""
        from store.acts.unit_in_rows import swap_preview

        desk = self._desk
        cell = desk.cell
        if cell is None:
            return
        partner: str | None = None
        partners = desk.tasks.task(cell.row).participant_units
        if len(partners) > 1:
            choices = [Choice(unit.key, unit.wording) for unit in partners if unit.key]
            partner = await desk.choose("牵头单位与哪个责任单位对调", choices)
            if partner is None:
                return

        def act(answers: "Answers") -> "Preview":
            return swap_preview(desk.tasks, cell.rows, partner, answers)

        await desk.preview(act)
