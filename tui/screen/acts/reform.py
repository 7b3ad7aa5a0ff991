"""Acts of a reform (机构改革): units merged into one, a unit split into several."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from store.acts.units import open_units
from store.records.unit import Unit
from tui.screen.acts.offered import offered_units
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.acts.preview import Answers, Preview

_NEW = "new"
"""The choice of a unit that is yet to be set up."""


class ReformActs:
    """Asks for a reform step by step, shows every row, and makes one change of it."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    # ------------------------------------------------------------------ merge

    async def merge(self, unit: Unit) -> None:
        """Ask which units become part of which one, the day and the basis; show every row; commit."""
        from store.acts.units_merged import Merger, merge_preview
        from tui.screen.dialogs.mark import MarkDialog

        desk = self._desk
        title, nothing = "机构合并：哪些单位并入另一单位", "还没有选单位，请按空格选定。"
        units = offered_units(desk.tasks)
        dialog = MarkDialog(title, units, [unit.key], nothing=nothing)
        olds = await desk.ask(dialog)
        if olds is None:
            return
        into = await self._ask_into(olds)
        if into is None:
            return
        given = await desk.ask_day_and_basis(f"机构合并：并入{into.full_name}")
        if given is None:
            return
        merger = Merger(tuple(olds), into, *given)

        def act(answers: "Answers") -> "Preview":
            return merge_preview(desk.tasks, merger, answers)

        await desk.preview(act, basis_asked=True)

    async def _ask_into(self, olds: Sequence[str]) -> Unit | None:
        """Ask which unit takes over: one of the list, or a new one."""
        desk = self._desk
        choices = [Choice(_NEW, "（新设一个单位）", ("新设一个单位",))]
        choices += offered_units(desk.tasks)
        key = await desk.choose("机构合并：并入哪个单位", choices)
        if key == _NEW:
            return await self._ask_new_unit(olds)
        return None if key is None else desk.tasks.get(Unit, key)

    async def _ask_new_unit(self, olds: Sequence[str]) -> Unit | None:
        """Ask for the full name and the alias of a unit that is to take over from others."""
        from store.acts.units import refuse_taken, unit_to_be
        from store.words.names import name_key

        desk = self._desk
        old_units = [desk.tasks.get(Unit, key) for key in olds]

        def new_unit(name: str) -> Unit:
            return unit_to_be(desk.tasks, name, old_units)

        def check_alias(alias: str) -> None:
            if alias:
                refuse_taken(desk.tasks, alias, *olds)

        name = await desk.ask_text("新设单位的全称", check=new_unit)
        if name is None:
            return None
        unit = new_unit(name)
        alias = await desk.ask_text(f"{unit.full_name}在各行中的简称（可不填）", check=check_alias)
        if alias is None:
            return None
        return replace(unit, aliases=(name_key(alias),)) if alias else unit

    # ------------------------------------------------------------------ split

    async def split(self, unit: Unit) -> None:
        """Ask for the parts, the day and the basis, then for every row who takes it over; commit."""
        from store.acts.unit_split import Split, split_change, split_preview
        from tui.screen.dialogs.split_rows import SplitDialog

        desk = self._desk

        def check(text: str) -> None:
            split = Split(unit.key, self._parts(unit, text))
            split_preview(desk.tasks, split, {})

        title = f"{unit.full_name}分为哪些单位，一行一个（可新设）"
        text = await desk.ask_text(title, long=True, check=check)
        if text is None:
            return
        parts = self._parts(unit, text)
        given = await desk.ask_day_and_basis(f"机构拆分：{unit.full_name}")
        if given is None:
            return
        split = Split(unit.key, parts, *given)
        takers = await desk.ask(SplitDialog(desk.tasks, split))
        if takers is not None:
            change = split_change(desk.tasks, split, takers)
            await desk.commit(change, basis_asked=True)

    def _parts(self, unit: Unit, text: str) -> tuple[Unit, ...]:
        """Return the units that some lines name: those of exactly this name, else new ones."""
        from store.acts.units import unit_to_be
        from store.words.names import name_key

        tasks = self._desk.tasks
        known: dict[str, Unit] = {}
        for one in open_units(tasks, tasks.today):
            for name in (one.full_name, *one.aliases):
                known[name_key(name)] = one
        parts: dict[str, Unit] = {}
        for line in text.splitlines():
            wanted = name_key(line)
            if wanted and wanted not in parts:
                parts[wanted] = known.get(wanted) or unit_to_be(tasks, wanted, [unit])
        return tuple(parts.values())
