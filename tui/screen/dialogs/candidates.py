"""The candidates for a cell: units with their leader, or leaders, deputies first; then collectives."""

from collections.abc import Sequence

from store.acts.units import open_units
from store.portfolio.standings import certain_pairs
from store.records.cells import CELLS, CellKind
from store.records.naming import names_of_person, names_of_unit, unit_label
from store.records.person import RosterEntry
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from store.records.whois import deputies_first
from store.words.search import Names
from tui.screen.dialogs.picker import Candidate

_NEW: dict[CellKind, str] = {"units": "新增单位", "leaders": "新增人员"}


def unit_candidates(tasks: TaskList) -> Sequence[Candidate]:
    """Return the units by the list's wording, found by any of their names; then the collectives."""
    pairs = certain_pairs(tasks)
    units = open_units(tasks, tasks.today)
    found = [_unit(tasks, unit, pairs.get(unit.key)) for unit in units]
    for unit in tasks.units:
        if unit.kind == "collective":
            found.append(_collective(Mention(unit.key, unit.full_name)))
    return [*found, *_collectives(tasks, "units")]


def leader_candidates(tasks: TaskList) -> Sequence[Candidate]:
    """Return the roster with the deputies first, in rank order; then the collectives for leaders."""
    found = [_leader(tasks, entry) for entry in deputies_first(tasks.roster)]
    return [*found, *_collectives(tasks, "leaders")]


def new_candidate(tasks: TaskList, kind: CellKind, typed: str) -> Candidate | None:
    """Return a unit, leader or collective that the list lacks and a typed name would bring in."""
    from store.acts.newcomers import newcomer

    mention = newcomer(tasks, kind, typed)
    if mention is None:
        return None
    is_collective = mention.key is None
    if is_collective and mention in {one.mention for one in _collectives(tasks, kind)}:
        return None
    what = "统称" if is_collective else _NEW[kind]
    return Candidate(mention, f"{what}“{mention.wording}”", Names(mention.wording))


def _unit(tasks: TaskList, unit: Unit, leader: str | None) -> Candidate:
    """A unit, with its leader where he is certain: 成果处(成果转化处)  胡军."""
    about = tasks.person_name(leader)
    return Candidate(tasks.mention(unit.key), unit_label(tasks, unit), names_of_unit(tasks, unit), about)


def _leader(tasks: TaskList, entry: RosterEntry) -> Candidate:
    name = tasks.person_name(entry.person)
    names = names_of_person(tasks, entry.person)
    return Candidate(tasks.mention(entry.person), name, names, entry.post)


def _collectives(tasks: TaskList, kind: CellKind) -> Sequence[Candidate]:
    """The wordings of no record that stand in cells of a kind, each once."""
    wordings: dict[str, None] = {}
    cells = [cell for cell in CELLS if cell.kind == kind]
    for task in tasks.all_of(Task):
        for cell in cells:
            for mention in task.mentions(cell):
                if mention.key is None:
                    wordings[mention.wording] = None
    return [_collective(Mention(None, wording)) for wording in wordings]


def _collective(mention: Mention) -> Candidate:
    return Candidate(mention, mention.wording, Names(mention.wording), "统称")
