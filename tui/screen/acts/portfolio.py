"""Acts on who has which unit: settling a pair, lead and partner of rows swapped."""

from typing import TYPE_CHECKING

from store.records.unit import Unit
from tui.screen.acts.asking import Asking
from tui.screen.dialogs.choices import Choice
from tui.screen.panes.matrix import Matrix

if TYPE_CHECKING:
    from store.acts.profile import Findings


class PortfolioActs(Asking):
    """What can be settled of the portfolio, and what leaders follow; no row changes unseen."""

    @property
    def findings_concerning(self) -> "Findings | None":
        """What is open about a unit or person by the checks; none while they have not looked."""
        return None

    def settle_unit(self, unit: Unit) -> None:
        """Ask whose a unit is: those first whose it may be."""
        from store.portfolio.standings import standings

        one = standings(self.tasks).get(unit.key)
        if one is None:
            self.say(f"“{unit.full_name}”已撤销,不必再定分管领导。", warning=True)
            return
        choices = self.people((one.leader,) if one.leader else one.candidates)
        if one.grade == "settled":
            choices.insert(1, Choice("", "(取消已定的分管)", ("取消已定的分管",)))
        self.choose(
            f"{self.tasks.wording_of(unit.key)}由谁分管",
            choices,
            lambda leader: self._settled(unit.key, leader),
            one.reason,
        )

    def _settled(self, unit: str, leader: str) -> None:
        from store.acts.settling import followers_preview, settle, unsettle

        if not leader:
            self.commit(unsettle(self.tasks, unit))
        elif self.commit(settle(self.tasks, unit, leader)):
            proposal = followers_preview(self.tasks, unit)
            if proposal.rows:
                self.preview(lambda _: followers_preview(self.tasks, unit))

    def action_swap(self) -> None:
        """Swap lead and partner of the row, or of all rows that the joined cell covers."""
        from store.acts.unit_in_rows import swap_preview

        cell = self.query_one(Matrix).cell
        if cell is None:
            return
        partners = self.tasks.task(cell.row).participant_units

        def swap(partner: str | None) -> None:
            self.preview(lambda answers: swap_preview(self.tasks, cell.rows, partner, answers))

        if len(partners) > 1:
            choices = [Choice(unit.key, unit.wording) for unit in partners if unit.key]
            self.choose("牵头单位与哪个责任单位对调", choices, swap)
        else:
            swap(None)
