"""Questions on rows: which side, by when, who is first, what else the notice asks for."""

import re
from collections.abc import Callable, Iterator, Sequence

from store.acts.assigning import assign_leaders
from store.acts.rows import set_fields
from store.checks.look import Look, keys_of
from store.checks.two_texts import take_annex, take_body, texts_of
from store.questions.question import Act, Answer, Question, kept
from store.records.cells import units_field
from store.records.changes import Change, Edit, updated
from store.records.describing import label
from store.records.notice import WorkPoint
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.values import Doubt, Mention, Side, SideName
from store.refused import Refused

_YEAR = re.compile(r"20\d{2}")
_DUTIES = {
    "nodes": (re.compile(r"时间节点|完成时限|时间表"), "明确时间节点"),
    "plan": (re.compile(r"(?:工作|实施|推进|落实|办理)方案|工作计划"), "制定工作方案"),
    "assessment": (re.compile(r"考核|考评"), "考核"),
}
_MEASURES = re.compile(r"措施|保障|组织|要求|落实")


def sides(look: Look) -> Iterator[Question]:
    """Q03: a doubt on a side of a row: which column its cells stand in, or whether its leaders are right."""
    for task in look.tasks.tasks:
        for doubt in task.doubts:
            name = look.tasks.row_name(task.key)
            about = f"第 {name} 行 {look.labels[units_field(doubt.side)]}"
            text = f"{about}:{doubt.reason}。"
            answers = (*_moves(look.tasks, task, doubt), *_leaders(look, task, doubt))
            subject, facts = f"{task.key}:{doubt.side}", doubt.reason
            yield Question(
                "Q03", subject, about, text, facts, answers, row=task.key, field=units_field(doubt.side)
            )


def _moves(tasks: TaskList, task: Task, doubt: Doubt) -> Iterator[Answer]:
    """Where the other side is empty, the cells may belong to this side, to that one, or to both."""
    other: SideName = "participant" if doubt.side == "lead" else "lead"
    side, there = task.side(doubt.side), task.side(other)
    if not side.units or there.units or there.leaders:
        return
    rest = tuple(one for one in task.doubts if one != doubt)
    here, across = label(tasks, units_field(doubt.side)), label(tasks, units_field(other))
    sided = (
        (f"是{here}", side, there),
        (f"是{across}", Side((), ()), side),
        (f"既是{here},也是{across}", side, side),
    )
    for words, mine, others in sided:
        after = task.with_side(doubt.side, mine).with_side(other, others)
        edits = updated(
            task,
            doubts=rest,
            lead_units=after.lead_units,
            lead_leaders=after.lead_leaders,
            participant_units=after.participant_units,
            participant_leaders=after.participant_leaders,
        )
        yield Answer(words, _change(f"第 {tasks.row_name(task.key)} 行的单位{words}", edits))


def _leaders(look: Look, task: Task, doubt: Doubt) -> Iterator[Answer]:
    """The leaders that the open units of a side may have."""
    tasks, side = look.tasks, task.side(doubt.side)
    people = {}
    for unit in side.units:
        standing = look.standings.get(unit.key or "")
        for person in (standing.leader, *standing.candidates) if standing else ():
            if person:
                people[person] = Mention(person, tasks.wording_of(person))
    if people:
        rest = tuple(one for one in task.doubts if one != doubt)
        yield Answer(
            "分管领导不变",
            _change(f"第 {tasks.row_name(task.key)} 行分管领导不变", updated(task, doubts=rest)),
            is_candidate=False,
        )
    for mention in people.values() if len(side.units) == 1 else ():
        assignment = assign_leaders(tasks, (task.key,), doubt.side, (mention,))
        yield Answer(
            mention.wording,
            _change(f"第 {tasks.row_name(task.key)} 行分管领导:{mention.wording}", list(assignment.edits)),
        )


def _change(title: str, edits: list[Edit]) -> Act:
    return lambda: Change(title, tuple(edits))


def deadlines(look: Look) -> Iterator[Question]:
    """Q05: by when a row is to be done, or whether it goes on."""
    tasks = look.tasks
    said = (
        _YEAR.search(tasks.notice.list_title)
        or _YEAR.search(tasks.notice.title)
        or _YEAR.search(tasks.notice.issued_on or "")
    )
    proposals = (*((f"{said.group()}年12月31日前",) if said else ()), "长期推进")
    without = [task for task in tasks.tasks if not (task.deadline or "").strip()]
    for task in without:
        name = tasks.row_name(task.key)
        answers = [Answer(words, _set(tasks, [task], words)) for words in proposals]
        if len(without) > 1:
            words = proposals[0]
            answers.append(
                Answer(
                    f"没有时限的 {len(without)} 行都填“{words}”",
                    _set(tasks, without, words),
                    is_candidate=False,
                )
            )
        also = (("C16", task.key, task.text),)
        text = f"第 {name} 行“{task.text[:20]}”何时完成?"
        yield Question(
            "Q05",
            task.key,
            f"第 {name} 行 完成时限",
            text,
            task.text,
            tuple(answers),
            _setting(tasks, task),
            "照写,如 6月底前",
            row=task.key,
            field="deadline",
            leave="不设时限",
            also=also,
        )


def _setting(tasks: TaskList, task: Task) -> Callable[[str], Change]:
    return lambda words: set_fields(tasks, task, deadline=_worded(words))


def _set(tasks: TaskList, rows: Sequence[Task], words: str) -> Act:
    if len(rows) == 1:
        return lambda: set_fields(tasks, rows[0], deadline=words)
    title = f"没有时限的 {len(rows)} 行完成时限:{words}"
    return lambda: Change(title, tuple(edit for task in rows for edit in updated(task, deadline=words)))


def _worded(words: str) -> str:
    if not words.strip():
        raise Refused("请写明时限,如 6月底前;不设时限请选“不设时限”。")
    return words.strip()


def first_leads(look: Look) -> Iterator[Question]:
    """Q10: which of several lead units of a row is the first."""
    tasks = look.tasks
    for task in tasks.tasks:
        if len(task.lead_units) > 1:
            name = tasks.row_name(task.key)
            answers = tuple(Answer(unit.wording, _first(tasks, task, unit)) for unit in task.lead_units)
            facts = keys_of(task.lead_units)
            about, text = (
                f"第 {name} 行 牵头单位",
                f"第 {name} 行有 {len(task.lead_units)} 个牵头单位,以哪一个为主?",
            )
            also = (("C02", task.key, facts),)
            yield Question(
                "Q10", task.key, about, text, facts, answers, row=task.key, field="lead_units", also=also
            )


def _first(tasks: TaskList, task: Task, first: Mention) -> Act:
    def act() -> Change:
        units = (first, *(unit for unit in task.lead_units if unit != first))
        reason, facts = f"以{first.wording}为主", keys_of(units)
        edits = updated(task, lead_units=units)
        for code in ("Q10", "C02"):
            edits += kept(tasks, code, task.key, facts, reason)
        return Change(f"第 {tasks.row_name(task.key)} 行牵头单位{reason}", tuple(edits))

    return act


def bodies(look: Look) -> Iterator[Question]:
    """Q09: which text holds where body and annex differ in more than signs."""
    tasks = look.tasks
    for item in tasks.items:
        both = texts_of(tasks, item)
        if both and both.differs_in_substance:
            answers = [Answer("正文改从清单", _taking(tasks, item, body=False))]
            if len(both.rows) == 1:
                answers.append(Answer("清单改从正文", _taking(tasks, item, body=True)))
            facts = f"{both.body_title}|{both.body}|{both.annex_title}|{both.annex}"
            text = f"“{item.title}”正文与清单的内容不同,以哪一个为准?"
            also = (("C20", item.key, facts),)
            record = (Item.TABLE, item.key)
            yield Question(
                "Q09",
                item.key,
                item.title,
                text,
                facts,
                tuple(answers),
                row=both.rows[0].key,
                record=record,
                also=also,
            )


def _taking(tasks: TaskList, item: Item, *, body: bool) -> Act:
    return lambda: take_body(tasks, item) if body else take_annex(tasks, item)


def duties(look: Look) -> Iterator[Question]:
    """Q11: what the measures of the notice demand and the list has no record of: time nodes, plans, assessment."""
    tasks = look.tasks
    without = sum(not (task.deadline or "").strip() for task in tasks.tasks)
    lacks = {
        "nodes": f"清单有 {without} 行没有时限" if without else "",
        "plan": "清单没有记录各单位的方案",
        "assessment": "清单没有考核的记录",
    }
    laid_down = {item.work_point for item in tasks.items}
    for point in _measures(tasks):
        for name, (pattern, words) in _DUTIES.items():
            found = pattern.search(point.text)
            if found and lacks[name] and point.key not in laid_down:
                where = f"通知第 {point.source[0]} 行" if point.source else f"“{point.heading}”"
                text = f"{where}要求“{_clause(point.text, found.start())}”,{lacks[name]},如何落实?"
                about = f"{point.number}{point.heading}:{words}"
                record = (WorkPoint.TABLE, point.key)
                yield Question(
                    "Q11",
                    f"{point.key}:{name}",
                    about,
                    text,
                    point.text,
                    record=record,
                    leave="另行安排,不再问",
                )


def _measures(tasks: TaskList) -> Iterator[WorkPoint]:
    """The work points of the sections that say how, not what: those under a heading of measures, with all below them."""
    waiting = [
        point
        for point in tasks.work_points()
        if _MEASURES.search(point.heading) and "总体要求" not in point.heading
    ]
    while waiting:
        point = waiting.pop(0)
        yield point
        waiting[:0] = tasks.work_points(point.key)


def _clause(text: str, place: int) -> str:
    """The clause around a place in a text."""
    start = max(text.rfind(sign, 0, place) for sign in ",,;;。、\n") + 1
    ends = [end for sign in ",,;;。、\n" if (end := text.find(sign, place)) >= 0]
    return text[start : min(ends, default=len(text))].strip()
