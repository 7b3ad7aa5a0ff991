"""Questions on rows and items: which side, by when, who is first, which text holds."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from store.acts.assigning import SideAnswer, assign
from store.acts.cell_grounds import answered_edits, confirmed_edits
from store.acts.field_values import set_fields
from store.checks.look import Look, keys_of
from store.checks.two_texts import take_annex, take_body, texts_of
from store.portfolio.left_open import standing_doubts
from store.questions.duties import rows_without_deadline
from store.questions.question import Answer, ChangeMaker, Question, kept
from store.reading.signs.deadline_given import deadline_given, list_year
from store.records.cells import CELLS, units_field
from store.records.changes import Change, Edit, updated
from store.records.describing import label
from store.records.ranges import numbered_row
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.values import Doubt, Mention, Side, SideName
from store.refused import Refused

_YEAR = re.compile(r"20\d{2}")
"""The year of a list, in its title: 2021年重点任务清单."""


def sides(look: Look) -> Iterator[Question]:
    """Ask Q03: which column the doubtful cells of a side stand in, or whether its leaders are right."""
    tasks = look.tasks
    for task in tasks.tasks:
        for doubt in standing_doubts(tasks, task):
            field = units_field(doubt.side)
            row = numbered_row(tasks, task.key)
            about = f"{row} {look.labels[field]}"
            text = f"{about}:{doubt.reason}。"
            answers = [*_moves(tasks, task, doubt), *_leaders(look, task, doubt)]
            subject = f"{task.key}:{doubt.side}"
            question = Question("Q03", subject, about, text, doubt.reason, tuple(answers))
            yield question.in_row(task.key, field)


def _moves(tasks: TaskList, task: Task, doubt: Doubt) -> Iterator[Answer]:
    """Where the other side is empty, the cells may belong to this side, to that one, or to both."""
    other: SideName = "participant" if doubt.side == "lead" else "lead"
    side = task.side(doubt.side)
    there = task.side(other)
    if not side.units or there.units or there.leaders:
        return
    here = label(tasks, units_field(doubt.side))
    across = label(tasks, units_field(other))
    stays = task.with_side(doubt.side, side)
    emptied = task.with_side(doubt.side, Side((), ()))
    moved = emptied.with_side(other, side)
    doubled = stays.with_side(other, side)
    for words, after in ((f"是{here}", stays), (f"是{across}", moved), (f"既是{here},也是{across}", doubled)):
        title = f"{numbered_row(tasks, task.key)}的单位{words}"
        yield Answer(words, _change(title, _placed_edits(tasks, task, after, doubt)))


def _placed_edits(tasks: TaskList, task: Task, after: Task, doubt: Doubt) -> list[Edit]:
    """Return the edits that place the units of a row and settle the doubt on them: the notice has them so."""
    placed = replace(after, doubts=_without(task, doubt))
    values: dict[str, object] = {"doubts": placed.doubts}
    for cell in CELLS:
        values[cell.field] = after.mentions(cell)
    edits = [*updated(task, **values), *confirmed_edits(tasks, placed)]
    return [*edits, *answered_edits(tasks, edits)]


def _without(task: Task, doubt: Doubt) -> tuple[Doubt, ...]:
    return tuple(one for one in task.doubts if (one.side, one.code) != (doubt.side, doubt.code))


def _leaders(look: Look, task: Task, doubt: Doubt) -> Iterator[Answer]:
    """Offer the leaders that the open units of a side may have."""
    tasks = look.tasks
    units = task.side(doubt.side).units
    people = _may_have(look, units)
    row = numbered_row(tasks, task.key)
    if people:
        title = f"{row}分管领导不变"
        stay = _given(tasks, task, doubt.side, task.side(doubt.side).leaders)
        yield Answer("分管领导不变", _change(title, stay), is_candidate=False)
    if len(units) == 1:
        for person in people:
            leader = tasks.mention(person)
            title = f"{row}分管领导:{leader.wording}"
            edits = _given(tasks, task, doubt.side, (leader,))
            yield Answer(leader.wording, _change(title, edits))


def _given(tasks: TaskList, task: Task, side: SideName, leaders: tuple[Mention, ...]) -> list[Edit]:
    """Return the edits that give a side its leaders, for this row alone where they are known to be others."""
    done = assign(tasks, (task.key,), {side: SideAnswer(leaders=leaders)}, "only_here")
    edits = list(done[side].edits)
    return [*edits, *answered_edits(tasks, edits)]


def _may_have(look: Look, units: Sequence[Mention]) -> Sequence[str]:
    """Return the keys of the leaders who have, or may have, some units."""
    people: dict[str, None] = {}
    for unit in units:
        standing = look.standings.get(unit.key or "")
        if standing:
            named = (standing.leader, *standing.candidates)
            people.update(dict.fromkeys(filter(None, named)))
    return tuple(people)


def _change(title: str, edits: Sequence[Edit]) -> ChangeMaker:
    return lambda: Change(title, tuple(edits))


def deadlines(look: Look) -> Iterator[Question]:
    """Ask Q05: by when a row is to be done, or whether it goes on."""
    tasks = look.tasks
    proposals = _proposals(tasks)
    without = rows_without_deadline(tasks)
    first = proposals[0]
    words_for_all = f"没有时限的 {len(without)} 行都填“{first}”"
    for_all = Answer(words_for_all, _set(tasks, without, first), is_candidate=False)
    for task in without:
        name = tasks.row_name(task.key)
        answers = [Answer(words, _set(tasks, [task], words)) for words in proposals]
        if len(without) > 1:
            answers.append(for_all)
        about = f"第 {name} 行 完成时限"
        text = f"第 {name} 行“{task.text[:20]}”何时完成?"
        question = Question("Q05", task.key, about, text, task.text, tuple(answers))
        question = replace(question, typed=_setting(tasks, task), typed_hint="照写,如 6月底前")
        question = question.in_row(task.key, "deadline").left("不设时限")
        yield question.same_as("C16", task.key, task.text)


def _proposals(tasks: TaskList) -> Sequence[str]:
    """Return the deadlines to propose: the end of the list's year, where it has one, and no end."""
    notice = tasks.notice
    for text in (notice.list_title, notice.title, notice.issued_on or ""):
        said = _YEAR.search(text)
        if said:
            return f"{said.group()}年12月31日前", "长期推进"
    return ("长期推进",)


def _setting(tasks: TaskList, task: Task) -> Callable[[str], Change]:
    return lambda words: set_fields(tasks, task, deadline=_worded(tasks, words))


def _set(tasks: TaskList, rows: Sequence[Task], words: str) -> ChangeMaker:
    def act() -> Change:
        if len(rows) == 1:
            return set_fields(tasks, rows[0], deadline=words)
        edits: list[Edit] = []
        for task in rows:
            edits += updated(task, deadline=words)
        title = f"没有时限的 {len(rows)} 行完成时限:{words}"
        return Change(title, tuple(edits))

    return act


def _worded(tasks: TaskList, words: str) -> str:
    """Return a deadline as it is kept; refused where nobody would know the day."""
    if not words.strip():
        raise Refused("请写明时限,如 6月底前;不设时限请选“不设时限”。")
    given = deadline_given(words, list_year(tasks.notice), tasks.clock.day())
    if given.problem:
        raise Refused(f"{given.problem},请改写,如 6月底前、每季度;要照写保留,请在清单中按 Ctrl+U。")
    if given.needs_year:
        raise Refused("清单没有写明是哪一年的,请写上年份,如 2026年6月底前。")
    return given.wording


def first_leads(look: Look) -> Iterator[Question]:
    """Ask Q10: which of several lead units of a row is the first."""
    tasks = look.tasks
    for task in tasks.tasks:
        leads = task.lead_units
        if len(leads) < 2:
            continue
        row = numbered_row(tasks, task.key)
        facts = keys_of(leads)
        text = f"{row}有 {len(leads)} 个牵头单位,以哪一个为主?"
        answers = [Answer(unit.wording, _first(tasks, task, unit)) for unit in leads]
        question = Question("Q10", task.key, f"{row} 牵头单位", text, facts, tuple(answers))
        question = question.in_row(task.key, "lead_units")
        yield question.same_as("C02", task.key, facts)


def _first(tasks: TaskList, task: Task, first: Mention) -> ChangeMaker:
    def act() -> Change:
        others = [unit for unit in task.lead_units if unit != first]
        units = (first, *others)
        reason = f"以{first.wording}为主"
        edits = updated(task, lead_units=units)
        for code in ("Q10", "C02"):
            edits += kept(tasks, code, task.key, keys_of(units), reason)
        title = f"{numbered_row(tasks, task.key)}牵头单位{reason}"
        return Change(title, tuple(edits))

    return act


def bodies(look: Look) -> Iterator[Question]:
    """Ask Q09: which text holds where body and annex differ in more than signs."""
    tasks = look.tasks
    for item in tasks.items:
        both = texts_of(tasks, item)
        if both and both.differs_in_substance:
            answers = [Answer("正文改从清单", _taking_annex(tasks, item))]
            if len(both.rows) == 1:
                answers.append(Answer("清单改从正文", _taking_body(tasks, item)))
            text = f"“{item.title}”正文与清单的内容不同,以哪一个为准?"
            question = Question("Q09", item.key, item.title, text, both.facts, tuple(answers))
            question = question.in_row(both.rows[0].key).on_record(item)
            yield question.same_as("C20", item.key, both.facts)


def _taking_annex(tasks: TaskList, item: Item) -> ChangeMaker:
    return lambda: take_annex(tasks, item)


def _taking_body(tasks: TaskList, item: Item) -> ChangeMaker:
    return lambda: take_body(tasks, item)
