"""Acts on units at the roster: the card and its fields, a collective's members, a new name."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from store.acts.units import set_head, set_unit
from store.records.changes import Change
from store.records.fields import field_of, is_long
from store.records.unit import UNIT_KINDS, Unit
from tui.screen.acts.offered import offered_people
from tui.screen.acts.portfolio import PortfolioActs
from tui.screen.acts.reform import ReformActs
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.acts.profile import TellsFindings


class UnitActs:
    """What can be done to a unit; acts on many rows are previewed."""

    def __init__(
        self,
        desk: Desk,
        portfolio: PortfolioActs,
        reform: ReformActs,
        findings: "Callable[[], TellsFindings | None]",
    ) -> None:
        """The desk, the acts that a card leads to, and what the checks say of a unit."""
        self._desk = desk
        self._portfolio = portfolio
        self._reform = reform
        self._findings = findings

    # ------------------------------------------------------------------ the card

    async def open(self, unit: Unit) -> None:
        """Open a unit's card, and do what is chosen there."""
        from tui.screen.dialogs.roster_card import CardLine, RosterCard
        from tui.screen.dialogs.roster_lines import unit_parts

        desk = self._desk
        parts = unit_parts(desk.tasks, unit, self._findings())
        match await desk.ask(RosterCard(unit.full_name, parts)):
            case CardLine("row", row):
                desk.go_to_row(row)
            case CardLine("field", name) if desk.may_change():
                await self._edit(unit, name)
            case CardLine("act", name) if desk.may_change():
                await self._act(unit, name)

    async def _act(self, unit: Unit, name: str) -> None:
        match name:
            case "settle":
                await self._portfolio.settle(unit)
            case "merge":
                await self._reform.merge(unit)
            case "split":
                await self._reform.split(unit)

    async def _edit(self, unit: Unit, field: str) -> None:
        """Ask for a field in the way of its kind; a new full name takes the rows along."""
        match field_of(Unit, field).kind:
            case "unit_kind":
                await self._edit_kind(unit)
            case "key":
                await self._edit_head(unit)
            case "flag":
                change = set_unit(self._desk.tasks, unit, acting=not unit.acting)
                await self._desk.commit(change)
            case "lines" | "day":
                await self._edit_text(unit, field)
            case _:
                await self.rename(unit)

    async def _edit_kind(self, unit: Unit) -> None:
        kinds = [Choice(kind, words) for kind, words in UNIT_KINDS.items()]
        kinds = [choice for choice in kinds if choice.value != "collective"]
        kind = await self._desk.choose(f"{unit.full_name}的类别", kinds)
        if kind is not None:
            change = set_unit(self._desk.tasks, unit, kind=kind)
            await self._desk.commit(change)

    async def _edit_head(self, unit: Unit) -> None:
        desk = self._desk
        first = (unit.head,) if unit.head else ()
        people = offered_people(desk.tasks, first)
        people.append(Choice("", "（没有负责人）", ("没有负责人",)))
        person = await desk.choose(f"{unit.full_name}的负责人", people)
        if person is not None:
            await desk.commit(set_head(desk.tasks, unit, person or None))

    async def _edit_text(self, unit: Unit, field: str) -> None:
        """Ask for a day, or for several texts, one a line."""
        from store.acts.field_values import checked_value, field_text

        tasks, several = self._desk.tasks, is_long(Unit, field)

        def change(text: str) -> Change:
            value = checked_value(tasks, unit, field, text)
            return set_unit(tasks, unit, **{field: value})

        label = field_of(Unit, field).label
        title = f"{unit.full_name}的{label}"
        if several:
            title += "，一行一个"
        text = field_text(tasks, unit, field)
        await self._desk.change_text(title, text, change, long=several)

    # ------------------------------------------------------------------ members of a collective

    async def edit_members(self, wording: str) -> None:
        """Mark the units that a collective stands for."""
        from store.acts.collectives import members_of, set_members, units_to_mark
        from tui.screen.dialogs.mark import MarkDialog

        desk = self._desk
        members = members_of(desk.tasks, wording)
        units = units_to_mark(desk.tasks, members)
        choices = [Choice(unit.key, unit.full_name) for unit in units]
        nothing = "还没有选单位，请按空格选定。"
        title = f"“{wording}”所含单位"
        keys = await desk.ask(MarkDialog(title, choices, members, nothing=nothing))
        if keys is not None:
            await desk.commit(set_members(desk.tasks, wording, keys))

    # ------------------------------------------------------------------ a new name

    async def rename(self, unit: Unit) -> None:
        """Ask for the new name, the alias, the day and the basis; show every row; commit."""
        from store.acts.unit_renamed import Renaming, rename_preview

        desk = self._desk

        def check(name: str) -> None:
            if name != unit.full_name:
                rename_preview(desk.tasks, Renaming(unit.key, name))

        def check_alias(alias: str) -> None:
            rename_preview(desk.tasks, Renaming(unit.key, name or "", alias))

        title = f"单位“{unit.full_name}”的新全称"
        name = await desk.ask_text(title, unit.full_name, check=check)
        if name is None or name == unit.full_name:
            return
        title = "各行中的简称（不填：仍合新名的不改，不合的写全称）"
        alias = await desk.ask_text(title, check=check_alias)
        if alias is None:
            return
        given = await desk.ask_day_and_basis(f"单位更名：{name}")
        if given is None:
            return
        preview = rename_preview(desk.tasks, Renaming(unit.key, name, alias, *given))
        await desk.preview(lambda _: preview, basis_asked=True)
