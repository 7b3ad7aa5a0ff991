"""One unit or one leader as JSON: what `show unit` and `show leader` say."""

from store.acts.profile import Findings, Profile, leader_profile, unit_profile
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.views.portfolio import standing_view
from store.views.values import View, row_names


def unit_view(tasks: TaskList, unit: Unit, findings: Findings | None = None) -> View:
    """Return a unit: its names, head and leader, what it leads and shares, what may concern it, what is open."""
    found = unit_profile(tasks, unit.key, findings)
    view: View = {"unit": tasks.wording_of(unit.key), "full_name": unit.full_name}
    view["aliases"] = list(unit.aliases)
    view["former_names"] = list(unit.former_names)
    view["kind"] = unit.kind
    view["head"] = tasks.person_name(unit.head) or None
    view["acting"] = unit.acting
    view["valid_from"] = unit.valid_from
    view["valid_until"] = unit.valid_until
    view["successors"] = [tasks.unit_name(key) for key in unit.successors]
    view["members"] = [tasks.wording_of(key) for key in unit.members]
    view["leader"] = standing_view(tasks, found.portfolio[0]) if found.portfolio else None
    return view | _concerning(tasks, found)


def leader_view(tasks: TaskList, person: Person, findings: Findings | None = None) -> View:
    """Return a leader: posts, units with their grade, rows of both sides, what may concern him, what is open."""
    found = leader_profile(tasks, person.key, findings)
    view: View = {"name": person.name}
    view["roster"] = [_entry(tasks, entry) for entry in tasks.entries if entry.person == person.key]
    portfolio: list[View] = []
    for standing in found.portfolio:
        portfolio.append({"unit": tasks.wording_of(standing.unit), **standing_view(tasks, standing)})
    view["portfolio"] = portfolio
    return view | _concerning(tasks, found)


def _entry(tasks: TaskList, entry: RosterEntry) -> View:
    view: View = {"role": entry.role, "post": entry.post}
    view["unit"] = tasks.unit_name(entry.unit) or None
    view["entered_on"] = entry.entered_on
    view["left_on"] = entry.left_on
    return view


def _concerning(tasks: TaskList, found: Profile) -> View:
    """Return the rows that concern a unit or leader, and what is open."""
    view: View = {"led": row_names(tasks, found.led), "shared": row_names(tasks, found.shared)}
    view["by_collective"] = row_names(tasks, found.by_collective)
    view["findings"] = list(found.findings)
    view["key"] = found.key
    return view
