"""Who has which unit, and the handovers dated ahead, as JSON."""

from store.acts.handover_plans import plans
from store.portfolio.standing import Standing
from store.portfolio.standings import standings
from store.records.kept import Plan
from store.records.several_lists import units_of_list
from store.records.tasklist import TaskList
from store.views.values import JsonObject, people_names, row_names, unit_wordings


def portfolio_view(tasks: TaskList) -> list[JsonObject]:
    """Return the units, each with its leader in charge: the grade of that, who else it may be, and why."""
    found: list[JsonObject] = []
    known = standings(tasks)
    for key in (unit.key for unit in units_of_list(tasks) if unit.key in known):
        standing = known[key]
        view: JsonObject = {"unit": tasks.wording_of(key)}
        view["full_name"] = tasks.unit_name(key)
        view |= standing_view(tasks, standing)
        view["rows"] = row_names(tasks, standing.rows)
        view["key"] = key
        found.append(view)
    return found


def standing_view(tasks: TaskList, standing: Standing) -> JsonObject:
    """Return who has a unit: the grade, the leader, who else it may be, why, and where it was said."""
    view: JsonObject = {"grade": standing.grade}
    view["leader"] = tasks.person_name(standing.leader) or None
    view["candidates"] = people_names(tasks, standing.candidates)
    view["reason"] = standing.reason
    view["ground"] = standing.ground
    return view


def plans_view(tasks: TaskList, day: str) -> list[JsonObject]:
    """Return the handovers dated ahead, by their days; `due` where the day has come."""
    numbered = enumerate(plans(tasks), 1)
    return [_plan(tasks, plan, number, day) for number, plan in numbered]


def _plan(tasks: TaskList, plan: Plan, number: int, day: str) -> JsonObject:
    view: JsonObject = {"number": number}
    view["effective_on"] = plan.effective_on
    view["from_leader"] = tasks.person_name(plan.from_leader)
    view["to_leader"] = tasks.person_name(plan.to_leader)
    view["units"] = unit_wordings(tasks, plan.units)
    view["basis"] = plan.basis
    view["witness"] = plan.witness
    view["due"] = plan.effective_on <= day
    view["key"] = plan.key
    return view
