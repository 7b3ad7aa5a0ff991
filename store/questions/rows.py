"""Questions on rows and items: which side, by when, who is first, which text holds."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from store.acts.assigning import SideAnswer, assign
from store.acts.cell_grounds import answered_edits, confirmed_edits
from store.checks.look import Look, keys_of
from store.checks.two_texts import take_annex, take_body, texts_of
from store.portfolio.left_open import standing_doubts
from store.questions.duties import rows_without_deadline
from store.questions.question import Answer, ChangeMaker, Question, kept
from store.reading.signs.deadline_given import deadline_given, list_year
from store.records.cells import CELLS, units_field
from store.records.changes import Change, Edit, updated
from store.records.describing import label
from store.records.joining import joined_rows
from store.records.ranges import numbered_rows
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
            rows = _rows_in_doubt(tasks, task, doubt)
            if rows[0] != task:
                continue
            about = f"{_numbered(tasks, rows)} {look.labels[field]}"
            text = f"{about}：{doubt.reason}。"
            answers = [*_moves(tasks, rows, doubt), *_leaders(look, rows, doubt)]
            subject = f"{task.key}:{doubt.side}"
            question = Question("Q03", subject, about, text, doubt.reason, tuple(answers))
            yield question.in_row(task.key, field)


def _rows_in_doubt(tasks: TaskList, task: Task, doubt: Doubt) -> Sequence[Task]:
    """Return the rows that share a doubt on a joined cell: it is asked once."""
    joined = _joined(tasks, task, units_field(doubt.side))
    return [other for other in joined if doubt in standing_doubts(tasks, other)]


def _joined(tasks: TaskList, task: Task, field: str) -> Sequence[Task]:
    return [tasks.task(row) for row in joined_rows(tasks, task.key, field)]


def _numbered(tasks: TaskList, rows: Sequence[Task]) -> str:
    return numbered_rows(tasks, [task.key for task in rows])


def _moves(tasks: TaskList, rows: Sequence[Task], doubt: Doubt) -> Iterator[Answer]:
    """Where the other side is empty, the cells may belong to this side, to that one, or to both."""
    other: SideName = "participant" if doubt.side == "lead" else "lead"
    if not rows[0].side(doubt.side).units:
        return
    if any(task.side(other) != Side((), ()) for task in rows):
        return
    here = label(tasks, units_field(doubt.side))
    across = label(tasks, units_field(other))
    for words, stays, goes in (
        (f"是{here}", True, False),
        (f"是{across}", False, True),
        (f"既是{here}，也是{across}", True, True),
    ):
        edits: list[Edit] = []
        for task in rows:
            side = task.side(doubt.side)
            after = task if stays else task.with_side(doubt.side, Side((), ()))
            edits += _placed_edits(tasks, task, after.with_side(other, side) if goes else after, doubt)
        edits += answered_edits(tasks, edits)
        yield Answer(words, _change(f"{_numbered(tasks, rows)}的单位{words}", edits))


def _placed_edits(tasks: TaskList, task: Task, after: Task, doubt: Doubt) -> list[Edit]:
    """Return the edits that place the units of a row and settle the doubt on them: the notice has them so."""
    placed = replace(after, doubts=_without(task, doubt))
    values: dict[str, object] = {"doubts": placed.doubts}
    for cell in CELLS:
        values[cell.field] = after.mentions(cell)
    return [*updated(task, **values), *confirmed_edits(tasks, placed)]


def _without(task: Task, doubt: Doubt) -> tuple[Doubt, ...]:
    return tuple(one for one in task.doubts if (one.side, one.code) != (doubt.side, doubt.code))


def _leaders(look: Look, rows: Sequence[Task], doubt: Doubt) -> Iterator[Answer]:
    """Offer the leaders that the open units of a side may have."""
    tasks = look.tasks
    units = rows[0].side(doubt.side).units
    people = _may_have(look, units)
    where = _numbered(tasks, rows)
    if people:
        stay = _given(tasks, rows, doubt.side, rows[0].side(doubt.side).leaders)
        yield Answer("分管领导不变", _change(f"{where}分管领导不变", stay), is_candidate=False)
    if len(units) == 1:
        for person in people:
            leader = tasks.mention(person)
            title = f"{where}分管领导：{leader.wording}"
            edits = _given(tasks, rows, doubt.side, (leader,))
            yield Answer(leader.wording, _change(title, edits))


def _given(tasks: TaskList, rows: Sequence[Task], side: SideName, leaders: tuple[Mention, ...]) -> list[Edit]:
    """Return the edits that give a side its leaders, only here where others are known to be right."""
    keys = [task.key for task in rows]
    done = assign(tasks, keys, {side: SideAnswer(leaders=leaders)}, "only_here")
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
    all_of_them = f"没有时限的 {len(without)} 行"
    for_all = Answer(f"{all_of_them}都填“{first}”", _set(without, all_of_them, first), is_candidate=False)
    for task in without:
        rows = _joined(tasks, task, "deadline")
        if rows[0] != task:
            continue
        where = _numbered(tasks, rows)
        answers = [Answer(words, _set(rows, where, words)) for words in proposals]
        if len(without) > len(rows):
            answers.append(for_all)
        text = f"{where}“{task.text[:20]}”何时完成？"
        question = Question("Q05", task.key, f"{where} 完成时限", text, task.text, tuple(answers))
        question = replace(question, typed=_setting(tasks, rows, where), typed_hint="照写，如 6月底前")
        question = question.in_row(task.key, "deadline").left("不设时限")
        yield question.same_as("C16", {row.key: row.text for row in rows})


def _proposals(tasks: TaskList) -> Sequence[str]:
    """Return the deadlines to propose: the end of the list's year, where it has one, and no end."""
    notice = tasks.notice
    for text in (notice.list_title, notice.title, notice.issued_on or ""):
        said = _YEAR.search(text)
        if said:
            return f"{said.group()}年12月31日前", "长期推进"
    return ("长期推进",)


def _setting(tasks: TaskList, rows: Sequence[Task], where: str) -> Callable[[str], Change]:
    return lambda words: _set(rows, where, _worded(tasks, words))()


def _set(rows: Sequence[Task], where: str, words: str) -> ChangeMaker:
    def act() -> Change:
        edits: list[Edit] = []
        for task in rows:
            edits += updated(task, deadline=words)
        return Change(f"{where}完成时限：{words}", tuple(edits))

    return act


def _worded(tasks: TaskList, words: str) -> str:
    """Return a deadline as it is kept; refused where nobody would know the day."""
    if not words.strip():
        raise Refused("请写明时限，如 6月底前；不设时限请选“不设时限”。")
    given = deadline_given(words, list_year(tasks.notice), tasks.clock.day())
    if given.problem:
        raise Refused(f"{given.problem}，请改写，如 6月底前、每季度；要照写保留，请在清单中按 Ctrl+U。")
    if given.needs_year:
        raise Refused("清单没有写明是哪一年的，请写上年份，如 2026年6月底前。")
    return given.wording


def first_leads(look: Look) -> Iterator[Question]:
    """Ask Q10: which of several lead units of a row is the first."""
    tasks = look.tasks
    for task in tasks.tasks:
        leads = task.lead_units
        rows = _joined(tasks, task, "lead_units")
        if len(leads) < 2 or rows[0] != task:
            continue
        where = _numbered(tasks, rows)
        facts = keys_of(leads)
        text = f"{where}有 {len(leads)} 个牵头单位，以哪一个为主？"
        answers = [Answer(unit.wording, _first(tasks, rows, unit)) for unit in leads]
        question = Question("Q10", task.key, f"{where} 牵头单位", text, facts, tuple(answers))
        question = question.in_row(task.key, "lead_units")
        yield question.same_as("C02", dict.fromkeys((row.key for row in rows), facts))


def _first(tasks: TaskList, rows: Sequence[Task], first: Mention) -> ChangeMaker:
    def act() -> Change:
        others = [unit for unit in rows[0].lead_units if unit != first]
        units = (first, *others)
        reason = f"以{first.wording}为主"
        edits = kept(tasks, "Q10", rows[0].key, keys_of(units), reason)
        for task in rows:
            edits += updated(task, lead_units=units)
            edits += kept(tasks, "C02", task.key, keys_of(units), reason)
        return Change(f"{_numbered(tasks, rows)}牵头单位{reason}", tuple(edits))

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
            text = f"“{item.title}”正文与清单的内容不同，以哪一个为准？"
            question = Question("Q09", item.key, item.title, text, both.facts, tuple(answers))
            question = question.in_row(both.rows[0].key).on_record(item)
            yield question.same_as("C20", {item.key: both.facts})


def _taking_annex(tasks: TaskList, item: Item) -> ChangeMaker:
    return lambda: take_annex(tasks, item)


def _taking_body(tasks: TaskList, item: Item) -> ChangeMaker:
    return lambda: take_body(tasks, item)
