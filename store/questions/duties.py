"""Questions on what the notice demands and the list has no record of."""

import re
from collections.abc import Iterator

from store.checks.look import Look
from store.questions.question import Question
from store.records.notice import WorkPoint
from store.records.task import Task
from store.records.tasklist import TaskList

_DUTIES = {
    "nodes": (re.compile(r"时间节点|完成时限|时间表"), "明确时间节点"),
    "plan": (re.compile(r"(?:工作|实施|推进|落实|办理)方案|工作计划"), "制定工作方案"),
    "assessment": (re.compile(r"考核|考评"), "考核"),
}
"""What a measure may demand, with the words it is known by and what the question calls it.

各单位要制定工作方案,明确时间节点 demands a plan and time nodes.
"""
_MEASURES = re.compile(r"措施|保障|组织|要求|落实")
"""Headings of the sections that say how, not what: 四、保障措施, 三、工作要求."""
_NO_MEASURES = "总体要求"
"""A heading that has 要求 and opens the notice: it says what."""
_CLAUSE_ENDS = ",,;;。、\n"


def duties(look: Look) -> Iterator[Question]:
    """Ask Q11: how to meet what the measures demand and the list does not record (plans, assessment)."""
    tasks = look.tasks
    lacks = _lacks(tasks)
    laid_down = {item.work_point for item in tasks.items}
    for point in _measures(tasks):
        if point.key in laid_down:
            continue
        for name, (pattern, words) in _DUTIES.items():
            found = pattern.search(point.text)
            if found and lacks[name]:
                clause = _clause(point.text, found.start())
                where, lack = _where(point), lacks[name]
                text = f"{where}要求“{clause}”，{lack}，如何落实？"
                about = f"{point.number}{point.heading}：{words}"
                subject = f"{point.key}:{name}"
                question = Question("Q11", subject, about, text, point.text)
                yield question.on_record(point).left("另行安排，不再问")


def _lacks(tasks: TaskList) -> dict[str, str]:
    """Say of each duty what the list lacks; nothing where it lacks nothing."""
    without = len(rows_without_deadline(tasks))
    return {
        "nodes": f"清单有 {without} 行没有时限" if without else "",
        "plan": "清单没有记录各单位的方案",
        "assessment": "清单没有考核的记录",
    }


def rows_without_deadline(tasks: TaskList) -> list[Task]:
    """Return the rows that say no deadline."""
    return [task for task in tasks.tasks if not (task.deadline or "").strip()]


def _where(point: WorkPoint) -> str:
    if point.source:
        return f"通知第 {point.source[0]} 行"
    return f"“{point.heading}”"


def _measures(tasks: TaskList) -> Iterator[WorkPoint]:
    """Return the work points of the sections that say how, with all below them."""
    waiting = [point for point in tasks.work_points() if _says_how(point.heading)]
    while waiting:
        point = waiting.pop(0)
        yield point
        waiting[:0] = tasks.work_points(point.key)


def _says_how(heading: str) -> bool:
    return _NO_MEASURES not in heading and _MEASURES.search(heading) is not None


def _clause(text: str, index: int) -> str:
    """Return the clause around an index of a text."""
    before = [text.rfind(sign, 0, index) for sign in _CLAUSE_ENDS]
    after = [text.find(sign, index) for sign in _CLAUSE_ENDS]
    ends = [end for end in after if end >= 0]
    end = min(ends, default=len(text))
    clause = text[max(before) + 1 : end]
    return clause.strip()
