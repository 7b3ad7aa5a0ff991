"""Acts on people at the roster: the card and its fields, the group's office, one following another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from store.acts.roster import rename_person
from store.records.changes import Change
from store.records.fields import names_for
from store.records.person import Person, RosterEntry
from tui.screen.acts.handover import HandoverActs
from tui.screen.acts.offered import offered_people, offered_units
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.acts.profile import TellsFindings

_NEW = "new"
"""The choice of a person who is not in the list yet."""


class PeopleActs:
    """What can be done to a line of the roster."""

    def __init__(
        self, desk: Desk, handover: HandoverActs, findings: "Callable[[], TellsFindings | None]"
    ) -> None:
        """The desk, the acts that a card leads to, and what the checks say of a person."""
        self._desk = desk
        self._handover = handover
        self._findings = findings

    # ------------------------------------------------------------------ the card

    async def open(self, entry: RosterEntry) -> None:
        """Open a person's card, and do what is chosen there."""
        from tui.screen.dialogs.roster_card import CardLine, RosterCard
        from tui.screen.dialogs.roster_lines import person_parts

        desk = self._desk
        name = desk.tasks.person_name(entry.person)
        parts = person_parts(desk.tasks, entry, self._findings())
        match await desk.ask(RosterCard(f"{name}  {entry.post}", parts)):
            case CardLine("row", row):
                desk.go_to_row(row)
            case CardLine("field", field) if desk.may_change():
                await self._edit(entry, field)
            case CardLine("act", "replace") if desk.may_change():
                await self.replace(entry)
            case CardLine("act", "handover") if desk.may_change():
                await self._handover.hand_over_from(entry.person)

    async def _edit(self, entry: RosterEntry, field: str) -> None:
        from store.records.describing import field_title

        desk = self._desk
        if field == "name":
            await self._edit_name(desk.tasks.get(Person, entry.person))
            return
        if field in names_for(Person, "card"):
            await self._edit_contact(desk.tasks.get(Person, entry.person), field)
            return
        title = field_title(desk.tasks, entry, field)
        if field == "unit":
            await self._edit_unit(entry, title)
        else:
            await self._edit_text(entry, field, title)

    async def _edit_contact(self, person: Person, field: str) -> None:
        """Write down where a person is reached."""
        from store.acts.roster import set_contact
        from store.records.describing import field_title

        tasks = self._desk.tasks

        def change(text: str) -> Change:
            return set_contact(tasks, person, **{field: text})

        title = field_title(tasks, person, field)
        await self._desk.change_text(title, getattr(person, field), change)

    async def _edit_name(self, person: Person) -> None:
        """Put a person's name right, on the roster and in every row."""
        from store.records.describing import field_title

        tasks = self._desk.tasks

        def change(name: str) -> Change:
            return rename_person(tasks, person, name)

        title = field_title(tasks, person, "name")
        await self._desk.change_text(title, person.name, change)

    async def _edit_unit(self, entry: RosterEntry, title: str) -> None:
        from store.acts.roster import set_entry

        unit = await self._choose_unit(title)
        if unit is not None:
            change = set_entry(self._desk.tasks, entry, unit=unit or None)
            await self._desk.commit(change)

    async def _edit_text(self, entry: RosterEntry, field: str, title: str) -> None:
        from store.acts.field_values import checked_value, field_text
        from store.acts.roster import set_entry

        tasks = self._desk.tasks

        def change(text: str) -> Change:
            value = checked_value(tasks, entry, field, text)
            return set_entry(tasks, entry, **{field: value})

        text = field_text(tasks, entry, field)
        await self._desk.change_text(title, text, change)

    async def _choose_unit(self, title: str) -> str | None:
        """Ask for a unit; empty for none of them."""
        choices = offered_units(self._desk.tasks)
        choices.append(Choice("", "（不在单位）", ("不在单位",)))
        return await self._desk.choose(title, choices)

    # ------------------------------------------------------------------ the group's office

    async def open_office(self) -> None:
        """Open the card of the group's office, and give it the seat or the director that is chosen."""
        from store.acts.roster import set_group_office
        from tui.screen.dialogs.roster_card import RosterCard
        from tui.screen.dialogs.roster_lines import office_parts

        desk = self._desk
        parts = office_parts(desk.tasks)
        line = await desk.ask(RosterCard("领导小组办公室", parts))
        if line is None or not desk.may_change():
            return
        if line.name == "group_office_unit":
            key = await self._choose_unit("领导小组办公室所在单位")
        else:
            director = desk.tasks.notice.group_office_director
            people = offered_people(desk.tasks, (director,) if director else ())
            key = await desk.choose("领导小组办公室主任", people)
        if key is not None:
            change = set_group_office(desk.tasks, **{line.name: key or None})
            await desk.commit(change)

    # ------------------------------------------------------------------ one after another

    async def replace(self, entry: RosterEntry) -> None:
        """Ask who follows, on which post, the day and the basis; show all that changes; commit."""
        from store.acts.person_replaced import Succession, post_to_be, succession_preview

        desk = self._desk
        leaver = desk.tasks.person_name(entry.person)
        successor = await self._ask_successor(entry, leaver)
        if successor is None:
            return
        proposed = post_to_be(desk.tasks, entry, successor)
        post = await desk.ask_text(f"{successor.name}的职务", proposed)
        if post is None:
            return
        title = f"人员接替：{leaver}由{successor.name}接替"
        given = await desk.ask_day_and_basis(title)
        if given is None:
            return
        preview = succession_preview(desk.tasks, Succession(entry.key, successor, post, *given))
        await desk.preview(lambda _: preview, basis_asked=True)

    async def _ask_successor(self, entry: RosterEntry, leaver: str) -> Person | None:
        """Ask who follows: one of the roster, or a new person."""
        from store.acts.person_replaced import new_successor

        desk = self._desk
        choices = [Choice(_NEW, "（新增一人）", ("新增一人",))]
        choices += [person for person in offered_people(desk.tasks) if person.value != entry.person]
        key = await desk.choose(f"人员接替：{leaver}由谁接替", choices)
        if key is None:
            return None
        if key != _NEW:
            return desk.tasks.get(Person, key)
        name = await desk.ask_text("接替的人的姓名", check=new_successor)
        return None if name is None else new_successor(name)
