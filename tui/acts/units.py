"""Acts on units at the roster: the card and its fields, a collective's members, renaming, merging, splitting."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from store.changes import Change
from store.model import Refused, Unit
from tui.acts.handover import HandoverActs
from tui.choices import Choice

_NEW = "new"
_DATES = ("valid_from", "valid_until")


class UnitActs(HandoverActs):
    """What can be done to a unit; acts on many rows are previewed."""

    def open_unit(self, unit: Unit) -> None:
        """Open a unit's card."""
        from tui.dialogs.roster_card import Line, RosterCard
        from tui.dialogs.roster_lines import unit_parts

        def chosen(line: Line | None) -> None:
            match line:
                case Line("field", "full_name"):
                    self.rename_unit(unit)
                case Line("field", name):
                    self._edit_unit(unit, name)
                case Line("act", "settle"):
                    self.settle_unit(unit)
                case Line("act", "merge"):
                    self.merge_unit(unit)
                case Line("act", "split"):
                    self.split_unit(unit)
                case Line("row", row):
                    self.go_to_row(row)

        self.app.push_screen(RosterCard(unit.full_name, unit_parts(self.tasks, unit, self.findings_concerning)), chosen)

    def go_to_row(self, row: str) -> None:
        """Bring the cursor to a row."""
        raise NotImplementedError

    # ------------------------------------------------------------------ fields

    def _edit_unit(self, unit: Unit, field: str) -> None:
        from store.describing import KINDS

        if field == "acting":
            self._set_unit(unit, acting=not unit.acting)
        elif field == "kind":
            kinds = [Choice(kind, words) for kind, words in KINDS.items() if kind != "collective"]
            self.choose(f"{unit.full_name}的类别", kinds, lambda kind: self._set_unit(unit, kind=kind))
        elif field == "head":
            people = [*self.people((unit.head,) if unit.head else ()), Choice("", "(没有负责人)", ("没有负责人",))]
            self.choose(f"{unit.full_name}的负责人", people, lambda person: self._set_head(unit, person))
        elif field == "aliases":
            self._ask_text(f"{unit.full_name}的简称,一行一个", "\n".join(unit.aliases), lambda text: self._unit_change(unit, field, text))
        else:
            name = "设立日期" if field == "valid_from" else "撤销日期"
            self._ask_text(f"{unit.full_name}的{name}", getattr(unit, field) or "", lambda text: self._unit_change(unit, field, text))

    def _set_head(self, unit: Unit, person: str) -> None:
        from store.whois import post_of

        self._set_unit(unit, head=person or None, acting=bool(person) and "主持" in post_of(self.tasks, person))

    def _set_unit(self, unit: Unit, **values: Any) -> None:
        from store.units import set_unit

        self.try_change(lambda: set_unit(self.tasks, unit, **values))

    def _unit_change(self, unit: Unit, field: str, text: str) -> Change:
        from store.days import day_named
        from store.units import set_unit

        value: Any = day_named(text) if field in _DATES else tuple(text.splitlines())
        return set_unit(self.tasks, unit, **{field: value})

    def _ask_text(self, title: str, text: str, make: Callable[[str], Change]) -> None:
        """Ask for a text that makes a change; what is refused is said in the field."""
        from tui.dialogs.text import TextDialog

        def check(given: str) -> None:
            make(given)

        def given(text: str | None) -> None:
            if text is not None:
                self.commit(make(text))

        self.app.push_screen(TextDialog(title, text, long="一行一个" in title, check=check), given)

    def try_change(self, make: Callable[[], Change]) -> None:
        """Commit a change that a rule may refuse."""
        try:
            change = make()
        except Refused as refusal:
            self.say(str(refusal), warning=True)
        else:
            self.commit(change)

    # ------------------------------------------------------------------ members of a collective

    def edit_members(self, wording: str) -> None:
        """Mark the units that a collective stands for."""
        from store.collectives import collectives, set_members
        from store.days import today
        from store.units import shown_units
        from tui.dialogs.mark import MarkDialog

        members = next((one.members for one in collectives(self.tasks) if one.wording == wording), ())
        units = [unit for unit in shown_units(self.tasks) if unit.key in members or not unit.closed_on(today())]
        choices = [Choice(unit.key, unit.full_name) for unit in units]

        def marked(keys: list[str] | None) -> None:
            if keys:
                self.try_change(lambda: set_members(self.tasks, wording, keys))

        self.app.push_screen(MarkDialog(f"“{wording}”所含单位", choices, members, nothing="还没有选单位,请按空格选定。"), marked)

    # ------------------------------------------------------------------ rename

    def rename_unit(self, unit: Unit) -> None:
        """Ask for the new name, the alias, the day and the basis, then preview."""
        from store.renaming import Renaming, rename_preview
        from tui.dialogs.text import TextDialog

        def check(name: str, alias: str = "") -> None:
            if name != unit.full_name:
                rename_preview(self.tasks, Renaming(unit.key, name, alias))

        def named(name: str | None) -> None:
            if name is not None and name != unit.full_name:
                title = "各行中的简称(不填:仍合新名的不改,不合的写全称)"
                dialog = TextDialog(title, check=lambda alias: check(name, alias))
                self.app.push_screen(dialog, lambda alias: dated(name, alias) if alias is not None else None)

        def dated(name: str, alias: str) -> None:
            self._ask_day_and_basis(f"单位更名:{name}", lambda day, basis: preview(Renaming(unit.key, name, alias, day, basis)))

        def preview(renaming: Renaming) -> None:
            self.preview(lambda _: rename_preview(self.tasks, renaming))

        self.app.push_screen(TextDialog("单位“" + unit.full_name + "”的新全称", unit.full_name, check=check), named)

    def _ask_day_and_basis(self, title: str, then: Callable[[str | None, str], None]) -> None:
        from store.days import today
        from tui.dialogs.day_and_basis import DayAndBasis, DayAndBasisDialog

        def given(answer: DayAndBasis | None) -> None:
            if answer:
                then(*answer)

        self.app.push_screen(DayAndBasisDialog(title, today()), given)

    # ------------------------------------------------------------------ merge

    def merge_unit(self, unit: Unit) -> None:
        """Ask which units, into which one, the day and the basis, then preview."""
        from tui.dialogs.mark import MarkDialog

        choices = [Choice(one.key, one.full_name) for one in self._open_units()]
        dialog = MarkDialog("机构合并:哪些单位并入另一单位", choices, [unit.key], nothing="还没有选单位,请按空格选定。")
        self.app.push_screen(dialog, lambda keys: self._ask_into(keys) if keys else None)

    def _open_units(self) -> list[Unit]:
        from store.days import today
        from store.units import shown_units

        return [unit for unit in shown_units(self.tasks) if not unit.closed_on(today())]

    def _ask_into(self, olds: list[str]) -> None:
        from store.units import unit_to_be

        units = [self.tasks.get(Unit, key) for key in olds]
        choices = [Choice(one.key, one.full_name, (one.full_name, *one.aliases)) for one in self._open_units()]
        choices.insert(0, Choice(_NEW, "(新设一个单位)", ("新设一个单位",)))

        def chosen(key: str) -> None:
            if key != _NEW:
                self._ask_merger(olds, self.tasks.get(Unit, key))
            else:
                self._ask_new_unit(lambda name: unit_to_be(self.tasks, name, units), lambda unit: self._ask_new_alias(olds, unit))

        self.choose("机构合并:并入哪个单位", choices, chosen)

    def _ask_new_unit(self, make: Callable[[str], Unit], then: Callable[[Unit], None]) -> None:
        from tui.dialogs.text import TextDialog

        def check(name: str) -> None:
            make(name)

        self.app.push_screen(TextDialog("新设单位的全称", check=check), lambda name: then(make(name)) if name else None)

    def _ask_new_alias(self, olds: list[str], unit: Unit) -> None:
        from store.names import name_key
        from store.units import refuse_taken
        from tui.dialogs.text import TextDialog

        def check(alias: str) -> None:
            if alias:
                refuse_taken(self.tasks, alias, *olds)

        def given(alias: str | None) -> None:
            if alias is not None:
                self._ask_merger(olds, replace(unit, aliases=(name_key(alias),) if alias else ()))

        self.app.push_screen(TextDialog(f"{unit.full_name}在各行中的简称(可不填)", check=check), given)

    def _ask_merger(self, olds: list[str], into: Unit) -> None:
        from store.merging import Merger, merge_preview

        def preview(day: str | None, basis: str) -> None:
            self.preview(lambda answers: merge_preview(self.tasks, Merger(tuple(olds), into, day, basis), answers))

        self._ask_day_and_basis(f"机构合并:并入{into.full_name}", preview)

    # ------------------------------------------------------------------ split

    def split_unit(self, unit: Unit) -> None:
        """Ask for the parts, the day and the basis, then for every row who takes it over."""
        from store.splitting import Split, split_preview
        from tui.dialogs.text import TextDialog

        def check(text: str) -> None:
            split_preview(self.tasks, Split(unit.key, self._parts(unit, text)), {})

        def given(text: str | None) -> None:
            if text is not None:
                parts = self._parts(unit, text)
                self._ask_day_and_basis(
                    f"机构拆分:{unit.full_name}", lambda day, basis: self._ask_takers(Split(unit.key, parts, day, basis))
                )

        self.app.push_screen(TextDialog(f"{unit.full_name}分为哪些单位,一行一个(可新设)", long=True, check=check), given)

    def _parts(self, unit: Unit, text: str) -> tuple[Unit, ...]:
        """The units of some lines: those of exactly this name, else new ones."""
        from store.names import name_key
        from store.units import unit_to_be

        known = {name_key(name): one for one in self._open_units() for name in (one.full_name, *one.aliases)}
        names = [name_key(line) for line in text.splitlines() if name_key(line)]
        return tuple(known.get(name) or unit_to_be(self.tasks, name, [unit]) for name in dict.fromkeys(names))

    def _ask_takers(self, split: Any) -> None:
        from store.splitting import Takers, split_change
        from tui.dialogs.split_rows import SplitDialog

        def decided(takers: Takers | None) -> None:
            if takers is not None:
                self.try_change(lambda: split_change(self.tasks, split, takers))

        self.app.push_screen(SplitDialog(self.tasks, split), decided)
