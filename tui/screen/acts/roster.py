"""The keys at the roster: which card a line opens, and the commands on the line under the cursor."""

from store.records.person import RosterEntry
from store.records.unit import Unit
from tui.screen.acts.handover import HandoverActs
from tui.screen.acts.people import PeopleActs
from tui.screen.acts.portfolio import PortfolioActs
from tui.screen.acts.reform import ReformActs
from tui.screen.acts.texts import TextActs
from tui.screen.acts.units import UnitActs
from tui.screen.desk import Desk
from tui.screen.panes.roster_place import RosterPlace


class RosterActs:
    """Hands each line of the roster to the acts on it."""

    def __init__(
        self,
        desk: Desk,
        *,
        units: UnitActs,
        people: PeopleActs,
        portfolio: PortfolioActs,
        handover: HandoverActs,
        reform: ReformActs,
        texts: TextActs,
    ) -> None:
        """The desk, and the acts on what stands in the roster."""
        self._desk = desk
        self._units = units
        self._people = people
        self._portfolio = portfolio
        self._handover = handover
        self._reform = reform
        self._texts = texts

    async def open(self, line: RosterPlace) -> None:
        """Open the card of a person, a unit or the group's office; edit collectives and the group's name."""
        desk = self._desk
        match line.kind:
            case "person":
                await self._people.open(desk.tasks.get(RosterEntry, line.record))
            case "unit":
                await self._units.open(desk.tasks.get(Unit, line.record))
            case "office":
                await self._people.open_office()
            case "collective" if desk.may_change():
                await self._units.edit_members(line.record)
            case "group" if desk.may_change():
                await self._texts.edit_field(desk.tasks.notice, "group")

    # ------------------------------------------------------------------ on the line under the cursor

    async def open_at_cursor(self) -> None:
        """Open the line under the cursor."""
        if line := self._desk.roster_place:
            await self.open(line)

    async def settle_at_cursor(self) -> None:
        """Settle whose the unit under the cursor is, or the marked ones; on a person, hand his over."""
        desk = self._desk
        line = desk.roster_place
        marked = [place.record for place in desk.marks.places if place.kind == "unit"]
        if len(marked) > 1:
            await self._portfolio.settle_together([desk.tasks.get(Unit, unit) for unit in marked])
        elif line and line.kind == "unit":
            await self._portfolio.settle(desk.tasks.get(Unit, line.record))
        elif line and line.kind == "person":
            await self._handover.hand_over_from(line.named)
        else:
            desk.warn("请把光标移到名册中的单位（定分管领导）或领导（分工调整）上再试。")

    async def rename_at_cursor(self) -> None:
        """Rename the unit under the cursor."""
        if unit := self._unit_at_cursor():
            await self._units.rename(unit)

    async def merge_at_cursor(self) -> None:
        """Merge the unit under the cursor into another."""
        if unit := self._unit_at_cursor():
            await self._reform.merge(unit)

    async def split_at_cursor(self) -> None:
        """Split the unit under the cursor."""
        if unit := self._unit_at_cursor():
            await self._reform.split(unit)

    def _unit_at_cursor(self) -> Unit | None:
        line = self._desk.roster_place
        if line and line.kind == "unit":
            return self._desk.tasks.get(Unit, line.record)
        self._desk.warn("请把光标移到名册中的单位上再试。")
        return None

    async def replace_at_cursor(self) -> None:
        """Let another follow the person under the cursor."""
        line = self._desk.roster_place
        if line and line.kind == "person":
            await self._people.replace(self._desk.tasks.get(RosterEntry, line.record))
        else:
            self._desk.warn("请把光标移到名册中的人员上再试。")
