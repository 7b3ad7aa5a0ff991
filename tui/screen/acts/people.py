"""Acts on people at the roster: the card and its fields, the group's office, one replacing another."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from store.records.person import Person, RosterEntry
from tui.screen.acts.reform import ReformActs
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.acts.person_replaced import Succession

_NEW = "new"
_DATES = ("entered_on", "left_on")


class PeopleActs(ReformActs):
    """What can be done to a line of the roster."""

    def open_person(self, entry: RosterEntry) -> None:
        """Open a person's card."""
        from tui.screen.dialogs.roster_card import Line, RosterCard
        from tui.screen.dialogs.roster_lines import person_parts

        def chosen(line: Line | None) -> None:
            match line:
                case Line("field", "name"):
                    self.edit_name(self.tasks.get(Person, entry.person))
                case Line("field", name):
                    self._edit_entry(entry, name)
                case Line("act", "replace"):
                    self.replace_person(entry)
                case Line("act", "handover"):
                    self.hand_over_from(entry.person)
                case Line("row", row):
                    self.go_to_row(row)

        name = self.tasks.person_name(entry.person)
        self.app.push_screen(
            RosterCard(f"{name}  {entry.post}", person_parts(self.tasks, entry, self.findings_concerning)),
            chosen,
        )

    def edit_name(self, person: Person) -> None:
        """Put a person's name right, on the roster and in every row."""
        from store.acts.rows import rename_person
        from store.records.describing import field_title

        title = field_title(self.tasks, person, "name")
        self.ask_text(title, person.name, lambda name: rename_person(self.tasks, person, name))

    def _edit_entry(self, entry: RosterEntry, field: str) -> None:
        from store.acts.roster import set_entry
        from store.records.describing import field_title
        from store.words.days import day_named

        tasks = self.tasks
        title = field_title(tasks, entry, field)
        if field == "unit":
            self._choose_unit(
                title, lambda unit: self.try_change(lambda: set_entry(tasks, entry, unit=unit or None))
            )
            return

        def value(text: str) -> Any:
            return day_named(text) if field in _DATES else text

        self.ask_text(
            title, getattr(entry, field) or "", lambda text: set_entry(tasks, entry, **{field: value(text)})
        )

    def _choose_unit(self, title: str, then: Callable[[str], None]) -> None:
        units = [
            Choice(unit.key, unit.full_name, (unit.full_name, *unit.aliases)) for unit in self.open_units()
        ]
        self.choose(title, [*units, Choice("", "(不在单位)", ("不在单位",))], then)

    # ------------------------------------------------------------------ the group's office

    def open_office(self) -> None:
        """Open the card of the group's office."""
        from store.acts.roster import set_group_office
        from tui.screen.dialogs.roster_card import Line, RosterCard
        from tui.screen.dialogs.roster_lines import office_parts

        def give(field: str, key: str) -> None:
            self.try_change(lambda: set_group_office(self.tasks, **{field: key or None}))

        def chosen(line: Line | None) -> None:
            if line is None:
                return
            if line.name == "group_office_unit":
                self._choose_unit("领导小组办公室所在单位", lambda key: give(line.name, key))
            else:
                director = self.tasks.notice.group_office_director
                self.choose(
                    "领导小组办公室主任",
                    self.people((director,) if director else ()),
                    lambda key: give(line.name, key),
                )

        self.app.push_screen(RosterCard("领导小组办公室", office_parts(self.tasks)), chosen)

    # ------------------------------------------------------------------ one after another

    def replace_person(self, entry: RosterEntry) -> None:
        """Ask who follows, on which post, the day and the basis, then preview."""
        from store.acts.person_replaced import Succession, new_successor
        from store.words.names import name_key
        from tui.screen.dialogs.text import TextDialog

        def check(name: str) -> None:
            new_successor(name_key(name))

        def chosen(key: str) -> None:
            if key != _NEW:
                self._ask_post(entry, Succession(entry.key, self.tasks.get(Person, key)))
                return
            dialog = TextDialog("接替的人的姓名", check=check)
            self.app.push_screen(
                dialog,
                lambda name: (
                    self._ask_post(entry, Succession(entry.key, new_successor(name_key(name))))
                    if name
                    else None
                ),
            )

        people = [one for one in self.people() if one.value != entry.person]
        people.insert(0, Choice(_NEW, "(新增一人)", ("新增一人",)))
        self.choose(f"人员接替:{self.tasks.person_name(entry.person)}由谁接替", people, chosen)

    def _ask_post(self, entry: RosterEntry, succession: "Succession") -> None:
        from tui.screen.dialogs.text import TextDialog

        own = next((one for one in self.tasks.roster if one.person == succession.successor.key), None)
        post = own.post if own and own.order < entry.order else entry.post

        def given(post: str | None) -> None:
            if post is not None:
                title = f"人员接替:{self.tasks.person_name(entry.person)}由{succession.successor.name}接替"
                self.ask_day_and_basis(title, lambda day, basis: self._preview_succession(replace(
                    succession, post=post, effective_on=day, basis=basis,
                )))  # fmt: skip

        self.app.push_screen(TextDialog(f"{succession.successor.name}的职务", post), given)

    def _preview_succession(self, succession: "Succession") -> None:
        from store.acts.person_replaced import succession_preview

        self.preview(lambda _: succession_preview(self.tasks, succession))
