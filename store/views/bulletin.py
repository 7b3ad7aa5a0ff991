"""A bulletin as JSON: its statistics, and what each section tells of each unit."""

from store.ledger.bulletin import Bulletin, OfUnit, Told
from store.records.tasklist import TaskList
from store.views.stats import stats_view
from store.views.values import JsonObject


def bulletin_view(tasks: TaskList, bulletin: Bulletin) -> JsonObject:
    """Return a bulletin with its statistics by state, and its sections by unit."""
    sections: JsonObject = {}
    for name, units in bulletin.sections.items():
        sections[name] = [_unit(tasks, unit) for unit in units]
    return {"stats": stats_view(tasks, bulletin.table), "sections": sections}


def _unit(tasks: TaskList, unit: OfUnit) -> JsonObject:
    told = [_told(tasks, one) for one in unit.told]
    return {"unit": unit.label, "key": unit.key, "rows": told}


def _told(tasks: TaskList, one: Told) -> JsonObject:
    view: JsonObject = {"row": tasks.row_name(one.row), "key": one.row}
    view["on"] = one.on or None
    view["days"] = one.days
    view["words"] = one.words
    if one.owed:
        view["period"] = one.owed.period.name
        view["word"] = one.owed.word
    if one.state:
        view["behind"] = str(one.state.behind)
    return view
