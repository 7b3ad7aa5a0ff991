"""What the keys do at the roster: which card a line opens, and the commands that act on it."""

from store.records.person import RosterEntry
from store.records.unit import Unit
from tui.screen.acts.people import PeopleActs
from tui.screen.acts.records import RecordActs
from tui.screen.panes.roster import RosterPane, RosterPlace


class RosterActs(PeopleActs, RecordActs):
    """Hands each line of the roster to the acts on it."""

    def edit_roster_place(self, place: RosterPlace) -> None:
        """Open the card of a person, a unit or the group's office, a collective's members, or the group's name."""
        match place.kind:
            case "person":
                self.open_person(self.tasks.get(RosterEntry, place.record))
            case "unit":
                self.open_unit(self.tasks.get(Unit, place.record))
            case "collective":
                self.edit_members(place.record)
            case "group":
                self.edit_field(self.tasks.notice, "group")
            case _:
                self.open_office()

    def action_card(self) -> None:
        """Open the card of what the cursor is on."""
        if place := self.query_one(RosterPane).place:
            self.edit_roster_place(place)

    def action_rename_unit(self) -> None:
        """Rename the unit under the cursor."""
        if unit := self._unit():
            self.rename_unit(unit)

    def action_merge_units(self) -> None:
        """Merge the unit under the cursor into another."""
        if unit := self._unit():
            self.merge_unit(unit)

    def action_split_unit(self) -> None:
        """Split the unit under the cursor."""
        if unit := self._unit():
            self.split_unit(unit)

    def action_replace_person(self) -> None:
        """Replace the person under the cursor."""
        place = self.query_one(RosterPane).place
        if place and place.kind == "person":
            self.replace_person(self.tasks.get(RosterEntry, place.record))
        else:
            self.say("请把光标移到名册中的人员上再试。", warning=True)

    def _unit(self) -> Unit | None:
        place = self.query_one(RosterPane).place
        if place and place.kind == "unit":
            return self.tasks.get(Unit, place.record)
        self.say("请把光标移到名册中的单位上再试。", warning=True)
        return None
