"""Acts on units at the roster: the card and its fields, a collective's members, renaming."""

from collections.abc import Callable
from typing import Any

from store.records.changes import Change
from store.records.unit import Unit
from store.refused import Refused
from tui.screen.acts.handover import HandoverActs
from tui.screen.dialogs.choices import Choice

_DATES = ("valid_from", "valid_until")


class UnitActs(HandoverActs):
    """What can be done to a unit; acts on many rows are previewed."""

    def open_unit(self, unit: Unit) -> None:
        """Open a unit's card."""
        from tui.screen.dialogs.roster_card import Line, RosterCard
        from tui.screen.dialogs.roster_lines import unit_parts

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

        self.app.push_screen(
            RosterCard(unit.full_name, unit_parts(self.tasks, unit, self.findings_concerning)), chosen
        )

    def merge_unit(self, unit: Unit) -> None:
        """Merge a unit into another."""
        raise NotImplementedError

    def split_unit(self, unit: Unit) -> None:
        """Split a unit into several."""
        raise NotImplementedError

    # ------------------------------------------------------------------ fields

    def _edit_unit(self, unit: Unit, field: str) -> None:
        from store.records.unit import UNIT_KINDS

        if field == "acting":
            self._set_unit(unit, acting=not unit.acting)
        elif field == "kind":
            kinds = [Choice(kind, words) for kind, words in UNIT_KINDS.items() if kind != "collective"]
            self.choose(f"{unit.full_name}的类别", kinds, lambda kind: self._set_unit(unit, kind=kind))
        elif field == "head":
            people = [
                *self.people((unit.head,) if unit.head else ()),
                Choice("", "(没有负责人)", ("没有负责人",)),
            ]
            self.choose(f"{unit.full_name}的负责人", people, lambda person: self._set_head(unit, person))
        elif field == "aliases":
            self.ask_text(
                f"{unit.full_name}的简称,一行一个",
                "\n".join(unit.aliases),
                lambda text: self._unit_change(unit, field, text),
            )
        else:
            name = "设立日期" if field == "valid_from" else "撤销日期"
            self.ask_text(
                f"{unit.full_name}的{name}",
                getattr(unit, field) or "",
                lambda text: self._unit_change(unit, field, text),
            )

    def _set_head(self, unit: Unit, person: str) -> None:
        from store.records.whois import post_of

        self._set_unit(
            unit, head=person or None, acting=bool(person) and "主持" in post_of(self.tasks, person)
        )

    def _set_unit(self, unit: Unit, **values: Any) -> None:
        from store.acts.units import set_unit

        self.try_change(lambda: set_unit(self.tasks, unit, **values))

    def _unit_change(self, unit: Unit, field: str, text: str) -> Change:
        from store.acts.units import set_unit
        from store.words.days import day_named

        value: Any = day_named(text) if field in _DATES else tuple(text.splitlines())
        return set_unit(self.tasks, unit, **{field: value})

    def ask_text(self, title: str, text: str, make: Callable[[str], Change]) -> None:
        """Ask for a text that makes a change; what is refused is said in the field."""
        from tui.screen.dialogs.text import TextDialog

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
        from store.acts.collectives import collectives, set_members
        from store.acts.units import shown_units
        from store.words.days import today
        from tui.screen.dialogs.mark import MarkDialog

        members = next((one.members for one in collectives(self.tasks) if one.wording == wording), ())
        units = [
            unit for unit in shown_units(self.tasks) if unit.key in members or not unit.closed_on(today())
        ]
        choices = [Choice(unit.key, unit.full_name) for unit in units]

        def marked(keys: list[str] | None) -> None:
            if keys:
                self.try_change(lambda: set_members(self.tasks, wording, keys))

        self.app.push_screen(
            MarkDialog(f"“{wording}”所含单位", choices, members, nothing="还没有选单位,请按空格选定。"),
            marked,
        )

    # ------------------------------------------------------------------ rename

    def rename_unit(self, unit: Unit) -> None:
        """Ask for the new name, the alias, the day and the basis, then preview."""
        from store.acts.unit_renamed import Renaming, rename_preview
        from tui.screen.dialogs.text import TextDialog

        def check(name: str, alias: str = "") -> None:
            if name != unit.full_name:
                rename_preview(self.tasks, Renaming(unit.key, name, alias))

        def named(name: str | None) -> None:
            if name is not None and name != unit.full_name:
                title = "各行中的简称(不填:仍合新名的不改,不合的写全称)"
                dialog = TextDialog(title, check=lambda alias: check(name, alias))
                self.app.push_screen(dialog, lambda alias: dated(name, alias) if alias is not None else None)

        def dated(name: str, alias: str) -> None:
            self.ask_day_and_basis(
                f"单位更名:{name}", lambda day, basis: preview(Renaming(unit.key, name, alias, day, basis))
            )

        def preview(renaming: Renaming) -> None:
            self.preview(lambda _: rename_preview(self.tasks, renaming))

        self.app.push_screen(
            TextDialog("单位“" + unit.full_name + "”的新全称", unit.full_name, check=check), named
        )

    def ask_day_and_basis(self, title: str, then: Callable[[str | None, str], None]) -> None:
        """Ask from which day and on what basis."""
        from store.words.days import today
        from tui.screen.dialogs.day_and_basis import DayAndBasis, DayAndBasisDialog

        def given(answer: DayAndBasis | None) -> None:
            if answer:
                then(*answer)

        self.app.push_screen(DayAndBasisDialog(title, today()), given)

    def open_units(self) -> list[Unit]:
        """The units that there are today, collectives apart."""
        from store.acts.units import shown_units
        from store.words.days import today

        return [unit for unit in shown_units(self.tasks) if not unit.closed_on(today())]
