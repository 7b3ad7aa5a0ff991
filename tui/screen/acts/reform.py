"""Acts of a reform (机构改革) at the roster: units merged into one, a unit split into several."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from store.records.unit import Unit
from tui.screen.acts.units import UnitActs
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.acts.unit_split import Split

_NEW = "new"


class ReformActs(UnitActs):
    """Each act is asked for step by step, previewed, and one change."""

    # ------------------------------------------------------------------ merge

    def merge_unit(self, unit: Unit) -> None:
        """Ask which units, into which one, the day and the basis, then preview."""
        from tui.screen.dialogs.mark import MarkDialog

        choices = [Choice(one.key, one.full_name) for one in self.open_units()]
        dialog = MarkDialog(
            "机构合并:哪些单位并入另一单位", choices, [unit.key], nothing="还没有选单位,请按空格选定。"
        )
        self.app.push_screen(dialog, lambda keys: self._ask_into(keys) if keys else None)

    def _ask_into(self, olds: list[str]) -> None:
        from store.acts.units import unit_to_be

        units = [self.tasks.get(Unit, key) for key in olds]
        choices = [Choice(one.key, one.full_name, (one.full_name, *one.aliases)) for one in self.open_units()]
        choices.insert(0, Choice(_NEW, "(新设一个单位)", ("新设一个单位",)))

        def chosen(key: str) -> None:
            if key != _NEW:
                self._ask_merger(olds, self.tasks.get(Unit, key))
            else:
                self._ask_new_unit(
                    lambda name: unit_to_be(self.tasks, name, units),
                    lambda unit: self._ask_new_alias(olds, unit),
                )

        self.choose("机构合并:并入哪个单位", choices, chosen)

    def _ask_new_unit(self, make: Callable[[str], Unit], then: Callable[[Unit], None]) -> None:
        from tui.screen.dialogs.text import TextDialog

        def check(name: str) -> None:
            make(name)

        self.app.push_screen(
            TextDialog("新设单位的全称", check=check), lambda name: then(make(name)) if name else None
        )

    def _ask_new_alias(self, olds: list[str], unit: Unit) -> None:
        from store.acts.units import refuse_taken
        from store.words.names import name_key
        from tui.screen.dialogs.text import TextDialog

        def check(alias: str) -> None:
            if alias:
                refuse_taken(self.tasks, alias, *olds)

        def given(alias: str | None) -> None:
            if alias is not None:
                self._ask_merger(olds, replace(unit, aliases=(name_key(alias),) if alias else ()))

        self.app.push_screen(TextDialog(f"{unit.full_name}在各行中的简称(可不填)", check=check), given)

    def _ask_merger(self, olds: list[str], into: Unit) -> None:
        from store.acts.units_merged import Merger, merge_preview

        def preview(day: str | None, basis: str) -> None:
            self.preview(
                lambda answers: merge_preview(self.tasks, Merger(tuple(olds), into, day, basis), answers)
            )

        self.ask_day_and_basis(f"机构合并:并入{into.full_name}", preview)

    # ------------------------------------------------------------------ split

    def split_unit(self, unit: Unit) -> None:
        """Ask for the parts, the day and the basis, then for every row who takes it over."""
        from store.acts.unit_split import Split, split_preview
        from tui.screen.dialogs.text import TextDialog

        def check(text: str) -> None:
            split_preview(self.tasks, Split(unit.key, self._parts(unit, text)), {})

        def given(text: str | None) -> None:
            if text is not None:
                parts = self._parts(unit, text)
                self.ask_day_and_basis(
                    f"机构拆分:{unit.full_name}",
                    lambda day, basis: self._ask_takers(Split(unit.key, parts, day, basis)),
                )

        self.app.push_screen(
            TextDialog(f"{unit.full_name}分为哪些单位,一行一个(可新设)", long=True, check=check), given
        )

    def _parts(self, unit: Unit, text: str) -> tuple[Unit, ...]:
        """The units of some lines: those of exactly this name, else new ones."""
        from store.acts.units import unit_to_be
        from store.words.names import name_key

        known = {name_key(name): one for one in self.open_units() for name in (one.full_name, *one.aliases)}
        names = [name_key(line) for line in text.splitlines() if name_key(line)]
        return tuple(known.get(name) or unit_to_be(self.tasks, name, [unit]) for name in dict.fromkeys(names))

    def _ask_takers(self, split: "Split") -> None:
        from store.acts.unit_split import Takers, split_change
        from tui.screen.dialogs.split_rows import SplitDialog

        def decided(takers: Takers | None) -> None:
            if takers is not None:
                self.try_change(lambda: split_change(self.tasks, split, takers))

        self.app.push_screen(SplitDialog(self.tasks, split), decided)
