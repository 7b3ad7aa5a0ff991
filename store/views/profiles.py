"""One unit or one leader as JSON: what `show unit` and `show leader` say."""

from store.acts.profile import Profile, TellsFindings, leader_profile, unit_profile
from store.portfolio.standing import Standing
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.views.portfolio import standing_view
from store.views.values import JsonObject, contact_of, row_names, unit_wordings


def unit_view(tasks: TaskList, unit: Unit, tells: TellsFindings | None = None) -> JsonObject:
    """Return a unit: its names, head and leader, the rows that concern it, what is open."""
    found = unit_profile(tasks, unit.key, tells)
    view: JsonObject = {"unit": tasks.wording_of(unit.key)}
    view["full_name"] = unit.full_name
    view["aliases"] = list(unit.aliases)
    view["former_names"] = list(unit.former_names)
    view["kind"] = unit.kind
    view["head"] = tasks.person_name(unit.head) or None
    view["acting"] = unit.acting
    view["valid_from"] = unit.valid_from
    view["valid_until"] = unit.valid_until
    view["successors"] = [tasks.unit_name(key) for key in unit.successors]
    view["members"] = unit_wordings(tasks, unit.members)
    view["leader"] = None
    for standing in found.portfolio:
        view["leader"] = standing_view(tasks, standing)
    return view | _concerning(tasks, found)


def leader_view(tasks: TaskList, person: Person, tells: TellsFindings | None = None) -> JsonObject:
    """Return a leader: his posts, his units with their grade, the rows that concern him, what is open."""
    found = leader_profile(tasks, person.key, tells)
    view: JsonObject = {"name": person.name}
    view |= contact_of(tasks, person.key)
    entries = [entry for entry in tasks.entries if entry.person == person.key]
    view["roster"] = [_entry(tasks, entry) for entry in entries]
    view["portfolio"] = [_in_charge(tasks, standing) for standing in found.portfolio]
    return view | _concerning(tasks, found)


def _in_charge(tasks: TaskList, standing: Standing) -> JsonObject:
    view: JsonObject = {"unit": tasks.wording_of(standing.unit)}
    return view | standing_view(tasks, standing)


def _entry(tasks: TaskList, entry: RosterEntry) -> JsonObject:
    view: JsonObject = {"role": entry.role}
    view["post"] = entry.post
    view["unit"] = tasks.unit_name(entry.unit) or None
    view["entered_on"] = entry.entered_on
    view["left_on"] = entry.left_on
    return view


def _concerning(tasks: TaskList, found: Profile) -> JsonObject:
    """Return the rows that concern a unit or leader, and what is open."""
    view: JsonObject = {"led": row_names(tasks, found.led)}
    view["shared"] = row_names(tasks, found.shared)
    view["by_collective"] = row_names(tasks, found.by_collective)
    view["findings"] = list(found.findings)
    view["key"] = found.key
    return view
