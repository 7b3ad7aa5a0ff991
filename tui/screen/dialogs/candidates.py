"""What the picker offers for a cell: units with their leader and rows, or leaders, deputies first, then collectives."""

from collections.abc import Sequence

from store.portfolio.standings import certain_pairs
from store.records.cells import CELLS, CellKind
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention
from store.records.whois import deputies_first
from tui.screen.dialogs.picker import Candidate


def unit_candidates(tasks: TaskList) -> Sequence[Candidate]:
    """The units by the wording that the list uses, found by it, the full name and the aliases."""
    pairs = certain_pairs(tasks)
    found = []
    day = tasks.today
    for unit in tasks.units:
        if unit.kind == "collective" or unit.closed_on(day):
            continue
        wording = tasks.wording_of(unit.key)
        leader = tasks.person_name(pairs.get(unit.key))
        label = wording if wording == unit.full_name else f"{wording}({unit.full_name})"
        found.append(
            Candidate(
                Mention(unit.key, wording),
                f"{label}  {leader}".rstrip(),
                (wording, unit.full_name, *unit.aliases, *unit.former_names),
            )
        )
    known = [Mention(unit.key, unit.full_name) for unit in tasks.units if unit.kind == "collective"]
    return [*found, *map(_collective, known), *_collectives(tasks, "units")]


def leader_candidates(tasks: TaskList) -> Sequence[Candidate]:
    """The roster with the deputies first, in rank order, then the collectives for leaders."""
    found = []
    for entry in deputies_first(tasks.roster):
        name = tasks.person_name(entry.person)
        found.append(
            Candidate(Mention(entry.person, tasks.wording_of(entry.person)), f"{name}  {entry.post}", (name,))
        )
    return [*found, *_collectives(tasks, "leaders")]


def _collectives(tasks: TaskList, kind: CellKind) -> Sequence[Candidate]:
    wordings: dict[str, None] = {}
    cells = [cell for cell in CELLS if cell.kind == kind]
    for task in tasks.all_of(Task):
        for cell in cells:
            for mention in task.mentions(cell):
                if mention.key is None:
                    wordings[mention.wording] = None
    return [_collective(Mention(None, wording)) for wording in wordings]


def _collective(mention: Mention) -> Candidate:
    return Candidate(mention, f"{mention.wording}  (统称)", (mention.wording,))
