"""Questions on people and units: whose a unit is, whom a collective stands for, whom a wording means."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches

from store.acts.collectives import set_members
from store.acts.rows import new_unit
from store.acts.settling import settle
from store.checks.look import Look
from store.portfolio.standings import Standing
from store.questions.question import Act, Answer, Marks, Question
from store.records.cells import CELLS, RESPONSIBILITY_FIELDS, CellKind
from store.records.changes import Change, Edit, updated
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from store.words.names import fitting, name_key

_IN_TEXT = re.compile(r"各(?:处室|科室|部门)")
_MOST_NEAR = 3


def leaders(look: Look) -> Iterator[Question]:
    """Q01: whose is a unit that the rows leave open or only let guess; Q02: whose is one that no row places."""
    tasks = look.tasks
    for unit in tasks.units:
        standing = look.standings.get(unit.key)
        if unit.kind == "collective" or standing is None or standing.grade in ("settled", "certain"):
            continue
        named = tasks.wording_of(unit.key)
        people = _candidates(look, standing)
        answers = tuple(
            Answer(tasks.person_name(person), _settling(tasks, unit.key, person)) for person in people
        )
        guess = (
            f"推断为{tasks.person_name(standing.leader)},是否如此?"
            if standing.grade == "inferred"
            else "由哪位领导分管?"
        )
        facts = f"{standing.grade}|{standing.leader or ''}|{' '.join(standing.candidates)}"
        code = "Q02" if standing.grade == "unknown" else "Q01"
        yield Question(
            code,
            unit.key,
            named,
            f"{named}{guess}{standing.reason}",
            facts,
            answers,
            record=(Unit.TABLE, unit.key),
            leave="暂不定",
        )


def _candidates(look: Look, standing: Standing) -> Sequence[str]:
    """Who it may be: those whom the rows leave; else the heads of the group, who are in charge of units."""
    if standing.candidates:
        return standing.candidates
    heads = [
        entry.person for entry in look.entries if entry.role.endswith("组长") or entry.role.startswith("副")
    ]
    first = [standing.leader] if standing.leader else []
    return list(dict.fromkeys([*first, *([] if first else heads)]))


def _settling(tasks: TaskList, unit: str, leader: str) -> Act:
    return lambda: settle(tasks, unit, leader)


def collectives(look: Look) -> Iterator[Question]:
    """Q04: which units a collective of the rows, or of the notice's text, stands for."""
    tasks = look.tasks
    wordings: dict[str, str] = {}
    rows: dict[str, str] = {}
    for task in tasks.tasks:
        for unit in (*task.lead_units, *task.participant_units):
            if look.is_collective(unit):
                wordings.setdefault(name_key(unit.wording), unit.wording)
                rows.setdefault(name_key(unit.wording), task.key)
    for found in _IN_TEXT.finditer(name_key(tasks.notice.source_text)):
        wordings.setdefault(found.group(), found.group())
    choices = tuple((unit.key, unit.full_name) for unit in tasks.units if unit.kind != "collective")
    for key, wording in wordings.items():
        known = look.collective(wording)
        if choices and not (known and known.members):
            marks = Marks(choices, _marked_at_first(look, wording), _setting_members(tasks, wording))
            text = f"统称“{wording}”包括哪些单位?"
            record = (Unit.TABLE, known.key) if known else None
            yield Question(
                "Q04", key, wording, text, "", marks=marks, row=rows.get(key), record=record, leave="不列明"
            )


def _setting_members(tasks: TaskList, wording: str) -> Callable[[Sequence[str]], Change]:
    return lambda members: set_members(tasks, wording, members)


def _marked_at_first(look: Look, wording: str) -> tuple[str, ...]:
    """What a wording says of itself: 各处室 are all divisions, 直属单位 all agencies."""
    kinds = {
        kind
        for word, kind in (("处室", "division"), ("科室", "division"), ("直属", "affiliated_agency"))
        if word in wording
    }
    return tuple(
        unit.key
        for unit in look.tasks.units
        if unit.kind in kinds and not wording.startswith(("相关", "有关"))
    )


def unknown_names(look: Look) -> Iterator[Question]:
    """Q12: whom a wording means that no unit and no person stands for, in all rows that have it."""
    places: dict[tuple[CellKind, str], list[Task]] = {}
    for task in look.tasks.tasks:
        for cell in CELLS:
            for mention in task.mentions(cell):
                if mention.key is None and not look.is_collective(mention):
                    places.setdefault((cell.kind, mention.wording), []).append(task)
    for (kind, wording), rows in places.items():
        answers = (
            _unit_answers(look, wording, rows) if kind == "units" else _leader_answers(look, wording, rows)
        )
        text = f"“{wording}”不知指{'哪个单位' if kind == 'units' else '谁'},请选定。"
        fields = [cell.field for cell in CELLS if cell.kind == kind]
        field = next(name for name in fields if _has(rows[0], name, wording))
        yield Question(
            "Q12",
            f"{kind}:{name_key(wording)}",
            wording,
            text,
            "",
            tuple(answers),
            row=rows[0].key,
            field=field,
        )


def _has(task: Task, field: str, wording: str) -> bool:
    return any(mention.key is None and mention.wording == wording for mention in getattr(task, field))


def _unit_answers(look: Look, wording: str, rows: Sequence[Task]) -> Iterator[Answer]:
    tasks = look.tasks
    names = {unit.full_name: unit.key for unit in tasks.units}
    near = fitting(wording, names) or get_close_matches(wording, names, _MOST_NEAR, 0.4)
    for name in near:
        yield Answer(name, _meaning(wording, rows, names[name], f"“{wording}”即{name}"))
    yield Answer(f"新增单位“{wording}”", lambda: _new_unit(tasks, wording, rows), is_candidate=False)


def _new_unit(tasks: TaskList, wording: str, rows: Sequence[Task]) -> Change:
    change, key = new_unit(tasks, wording)
    return Change(change.title, (*change.edits, *_reworded(wording, rows, key)))


def _leader_answers(look: Look, wording: str, rows: Sequence[Task]) -> Iterator[Answer]:
    people = {look.tasks.person_name(entry.person): entry.person for entry in look.entries}
    for name in get_close_matches(wording, people, _MOST_NEAR, 0.3):
        yield Answer(name, _meaning(wording, rows, people[name], f"“{wording}”即{name}", name))


def _meaning(wording: str, rows: Sequence[Task], key: str, title: str, reworded: str = "") -> Act:
    return lambda: Change(title, tuple(_reworded(wording, rows, key, reworded)))


def _reworded(wording: str, rows: Sequence[Task], key: str, reworded: str = "") -> Iterator[Edit]:
    """The edits that give a wording its record in all rows; a unit keeps what the list calls it, a person takes the right name."""
    for task in dict.fromkeys(rows):
        values = {}
        for field in RESPONSIBILITY_FIELDS:
            mentions = getattr(task, field)
            values[field] = tuple(
                Mention(key, reworded or wording) if one == Mention(None, wording) else one
                for one in mentions
            )
        yield from updated(task, **values)
