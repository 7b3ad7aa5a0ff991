"""Questions on people and units: whose a unit is, whom a collective stands for, whom a wording means."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches

from store.acts.cell_grounds import settled_name_edits
from store.acts.collectives import set_members
from store.acts.settling import settle
from store.acts.units import new_unit, shown_units
from store.checks.look import Look
from store.portfolio.standing import Standing
from store.questions.question import Answer, ChangeMaker, Marks, Question
from store.records.cells import CELLS, CellKind
from store.records.changes import Change, Edit, updated
from store.records.several_lists import units_of_list
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention
from store.words.names import fitting, name_key

_IN_TEXT = re.compile(r"各(?:处室|科室|部门)")
"""Collectives of a notice's text: 各处室要高度重视."""
_MOST_NEAR = 3
_NEAR_UNIT, _NEAR_PERSON = 0.4, 0.3
"""How alike a name must be to be proposed; people have two or three signs, of which one may be wrong."""
_KINDS_SAID = (("处室", "division"), ("科室", "division"), ("直属", "affiliated_agency"))
"""The kinds of units that a wording says of itself."""


def leaders(look: Look) -> Iterator[Question]:
    """Ask whose a unit is that the rows leave open or let guess (Q01), or that no row places (Q02)."""
    tasks = look.tasks
    for unit in units_of_list(tasks):
        standing = look.standings.get(unit.key)
        if unit.kind == "collective" or standing is None or standing.is_known:
            continue
        named = tasks.wording_of(unit.key)
        answers: list[Answer] = []
        for person in _candidates(look, standing):
            name = tasks.person_name(person)
            answers.append(Answer(name, _settling(tasks, unit.key, person)))
        asked = _asked(tasks, standing)
        text = f"{named}{asked}{standing.reason}"
        candidates = " ".join(standing.candidates)
        facts = "|".join((standing.grade, standing.leader or "", candidates))
        code = "Q02" if standing.grade == "unknown" else "Q01"
        question = Question(code, unit.key, named, text, facts, tuple(answers))
        yield question.on_record(unit).left("暂不定")


def _asked(tasks: TaskList, standing: Standing) -> str:
    if standing.grade == "inferred":
        return f"推断为{tasks.person_name(standing.leader)}，是否如此？"
    return "由哪位领导分管？"


def _candidates(look: Look, standing: Standing) -> Sequence[str]:
    """Return who it may be: those whom the rows leave; else the heads of the group, who have units."""
    if standing.candidates:
        return standing.candidates
    if standing.leader:
        return [standing.leader]
    heads = [entry.person for entry in look.entries if _is_head(entry.role)]
    return list(dict.fromkeys(heads))


def _is_head(role: str) -> bool:
    """Say whether a role is that of a head: 组长, 常务副组长, 副主任."""
    return role.endswith("组长") or role.startswith("副")


def _settling(tasks: TaskList, unit: str, leader: str) -> ChangeMaker:
    return lambda: settle(tasks, unit, leader)


def collectives(look: Look) -> Iterator[Question]:
    """Ask Q04: which units a collective of the rows, or of the notice's text, stands for."""
    tasks = look.tasks
    choices = tuple((unit.key, unit.full_name) for unit in shown_units(tasks))
    if not choices:
        return
    rows = _rows_of_collectives(look)
    for key, wording in _wordings_of_collectives(look).items():
        known = look.collective(wording)
        if known and known.members:
            continue
        marks = Marks(choices, _marked_at_first(look, wording), _setting_members(tasks, wording))
        text = f"统称“{wording}”包括哪些单位？"
        question = Question("Q04", key, wording, text, marks=marks)
        question = question.in_row(rows.get(key)).left("不列明")
        yield question.on_record(known) if known else question


def _rows_of_collectives(look: Look) -> dict[str, str]:
    """Return the first row that names each collective, by the key of its wording."""
    rows: dict[str, str] = {}
    for task, unit in _collectives_in_rows(look):
        rows.setdefault(name_key(unit.wording), task.key)
    return rows


def _wordings_of_collectives(look: Look) -> dict[str, str]:
    """Return the collectives of the rows, then those of the notice's text, by the keys of their wordings."""
    wordings: dict[str, str] = {}
    for _, unit in _collectives_in_rows(look):
        wordings.setdefault(name_key(unit.wording), unit.wording)
    for found in _IN_TEXT.finditer(name_key(look.tasks.notice.source_text)):
        wordings.setdefault(found.group(), found.group())
    return wordings


def _collectives_in_rows(look: Look) -> Iterator[tuple[Task, Mention]]:
    for task in look.tasks.tasks:
        for unit in (*task.lead_units, *task.participant_units):
            if look.is_collective(unit):
                yield task, unit


def _setting_members(tasks: TaskList, wording: str) -> Callable[[Sequence[str]], Change]:
    return lambda members: set_members(tasks, wording, members)


def _marked_at_first(look: Look, wording: str) -> tuple[str, ...]:
    """Return the units that a wording names by itself: 各处室 are all divisions, 直属单位 all agencies."""
    if wording.startswith(("相关", "有关")):
        return ()
    kinds = {kind for word, kind in _KINDS_SAID if word in wording}
    units = look.tasks.units
    return tuple(unit.key for unit in units if unit.kind in kinds)


def unknown_names(look: Look) -> Iterator[Question]:
    """Ask Q12: whom a wording means that no unit and no person stands for, in all rows that have it."""
    for (kind, wording), rows in _rows_of_unknown_names(look).items():
        if kind == "units":
            asked, answers = "哪个单位", _unit_answers(look, wording, rows)
        else:
            asked, answers = "谁", _leader_answers(look, wording, rows)
        text = f"“{wording}”不知指{asked}，请选定。"
        subject = f"{kind}:{name_key(wording)}"
        question = Question("Q12", subject, wording, text, answers=tuple(answers))
        first = rows[0]
        yield question.in_row(first.key, _field_of(first, kind, wording))


def _rows_of_unknown_names(look: Look) -> dict[tuple[CellKind, str], list[Task]]:
    found: dict[tuple[CellKind, str], list[Task]] = {}
    for task in look.tasks.tasks:
        for cell in CELLS:
            for mention in task.mentions(cell):
                if mention.key is None and not look.is_collective(mention):
                    found.setdefault((cell.kind, mention.wording), []).append(task)
    return found


def _field_of(task: Task, kind: CellKind, wording: str) -> str:
    """Return the first field of a row that has a wording nobody settled, among units or leaders."""
    for cell in CELLS:
        if cell.kind == kind and Mention(None, wording) in task.mentions(cell):
            return cell.field
    return ""


def _unit_answers(look: Look, wording: str, rows: Sequence[Task]) -> Iterator[Answer]:
    tasks = look.tasks
    names = {unit.full_name: unit.key for unit in tasks.units}
    near = fitting(wording, names) or get_close_matches(wording, names, _MOST_NEAR, _NEAR_UNIT)
    for name in near:
        title = f"“{wording}”即{name}"
        yield Answer(name, _meaning(tasks, "units", wording, rows, names[name], title))
    words = f"新增单位“{wording}”"
    yield Answer(words, lambda: _new_unit(tasks, wording, rows), is_candidate=False)


def _new_unit(tasks: TaskList, wording: str, rows: Sequence[Task]) -> Change:
    change, key = new_unit(tasks, wording)
    edits = (*change.edits, *_reworded(tasks, "units", wording, rows, key))
    return Change(change.title, edits)


def _leader_answers(look: Look, wording: str, rows: Sequence[Task]) -> Iterator[Answer]:
    people = {look.tasks.person_name(entry.person): entry.person for entry in look.entries}
    for name in get_close_matches(wording, people, _MOST_NEAR, _NEAR_PERSON):
        title = f"“{wording}”即{name}"
        yield Answer(name, _meaning(look.tasks, "leaders", wording, rows, people[name], title, name))


def _meaning(
    tasks: TaskList,
    kind: CellKind,
    wording: str,
    rows: Sequence[Task],
    key: str,
    title: str,
    reworded: str = "",
) -> ChangeMaker:
    return lambda: Change(title, tuple(_reworded(tasks, kind, wording, rows, key, reworded)))


def _reworded(
    tasks: TaskList, kind: CellKind, wording: str, rows: Sequence[Task], key: str, reworded: str = ""
) -> Iterator[Edit]:
    """Return the edits that give a wording its record in all rows, and in what they were issued with.

    A unit keeps what the list calls it, a person takes the right name.
    """
    unknown = Mention(None, wording)
    known = Mention(key, reworded or wording)
    for task in dict.fromkeys(rows):
        values: dict[str, object] = {}
        for cell in CELLS:
            mentions = [known if one == unknown else one for one in task.mentions(cell)]
            values[cell.field] = tuple(mentions)
        yield from updated(task, **values)
    yield from settled_name_edits(tasks, dict.fromkeys(task.key for task in rows), kind, wording, key)
