"""Questions on the notice: its number, its numbering, the group's name, what was odd or not read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from store.acts.field_values import set_fields
from store.checks.look import Look
from store.checks.spelling import group_names, misnumbered
from store.questions.question import Answer, ChangeMaker, Question, kept
from store.reading.signs.marks import in_chinese
from store.records.changes import Change, updated
from store.records.notice import WorkPoint
from store.records.tasklist import TaskList
from store.refused import Refused

_NUMERAL = re.compile(r"[零〇一二三四五六七八九十百]+|\d+")
"""The numeral of a printed number: 三 of 三、, 12 of (12)."""


def document_number(look: Look) -> Iterator[Question]:
    """Ask Q06: the number of the notice, where none was printed."""
    notice = look.tasks.notice
    if notice.key and not notice.document_number:
        question = Question("Q06", notice.key, "文号", "通知没有印文号，文号是多少？")
        question = replace(question, typed=_numbering_notice(look.tasks), typed_hint="如 武科〔2021〕12号")
        yield question.on_record(notice, "document_number").left("没有文号")


def _numbering_notice(tasks: TaskList) -> Callable[[str], Change]:
    return lambda words: set_fields(tasks, tasks.notice, document_number=_number(words))


def _number(words: str) -> str:
    if not words.strip():
        raise Refused("请写明文号；没有文号请选“没有文号”。")
    return words.strip()


def numbering(look: Look) -> Iterator[Question]:
    """Ask Q07: whether a heading with a number used before, or out of order, is to be renumbered."""
    for point, fault, value in misnumbered(look.tasks):
        right = _renumbered(point.number, value)
        if fault != "none" and right != point.number:
            yield _ask_number(look.tasks, point, fault, right)


def _ask_number(tasks: TaskList, point: WorkPoint, fault: str, right: str) -> Question:
    about = f"{point.number}{point.heading}"
    text = f"“{about}”按次序应为“{right}”，是否改？"
    facts = f"{fault}|{point.number}"
    answer = Answer(f"改作“{right}”", _renumbering(tasks, point, right))
    question = Question("Q07", point.key, about, text, facts, (answer,))
    question = question.on_record(point).left(f"照印“{point.number}”")
    return question.same_as("C21", {point.key: facts})


def _renumbering(tasks: TaskList, point: WorkPoint, number: str) -> ChangeMaker:
    return lambda: set_fields(tasks, point, number=number)


def _renumbered(number: str, value: int) -> str:
    """Return a number in the same style with another value: 二、 as 三、; as it is where that cannot be
    told.
    """
    if not 0 < value < 100:
        return number
    printed = _NUMERAL.search(number)
    if printed is None:
        return number
    is_decimal = printed.group().isdecimal()
    numeral = str(value) if is_decimal else in_chinese(value)
    before = number[: printed.start()]
    return before + numeral + number[printed.end() :]


def group_name(look: Look) -> Iterator[Question]:
    """Ask Q08: which of the names that the notice gives the leading group is right."""
    notice = look.tasks.notice
    names = group_names(notice.group, notice.source_text)
    if names:
        facts = "|".join(names)
        answers = [Answer(name, _naming(look.tasks, name)) for name in names]
        text = "领导小组在通知中有几个名称，以哪一个为准？"
        question = Question("Q08", notice.key, "领导小组名称", text, facts, tuple(answers))
        question = question.on_record(notice, "group")
        yield question.same_as("C22", {"领导小组": facts})


def _naming(tasks: TaskList, name: str) -> ChangeMaker:
    def act() -> Change:
        notice, reason = tasks.notice, f"以“{name}”为准"
        names = "|".join(group_names(name, notice.source_text))
        edits = updated(notice, group=name)
        for code, subject in (("Q08", notice.key), ("C22", "领导小组")):
            edits += kept(tasks, code, subject, names, reason)
        return Change(f"领导小组名称{reason}", tuple(edits))

    return act


def odd_signs(look: Look) -> Iterator[Question]:
    """Ask Q13: a place in the source where a sign seems lost or doubled."""
    notice = look.tasks.notice
    for finding in look.reading.findings if notice.source_text else ():
        if finding.code == "R05":
            about = f"通知第 {finding.line} 行"
            text = f"{about}：{finding.message}。"
            question = Question("Q13", str(finding.line), about, text, finding.message)
            row = row_of_line(look.tasks, finding.line)
            yield question.in_row(row).on_record(notice, "title")


def unread(look: Look) -> Iterator[Question]:
    """Ask Q14: a line of the source that the reader found no place for."""
    notice = look.tasks.notice
    for line in look.reading.not_understood if notice.source_text else ():
        about = f"通知第 {line.line} 行"
        text = f"未读懂  {about}：{line.text}"
        question = Question("Q14", str(line.line), about, text, line.text)
        yield question.on_record(notice, "title").left("与清单无关，不再问")


def row_of_line(tasks: TaskList, line: int) -> str | None:
    """Return the row that a line of the source was read into."""
    for task in tasks.tasks:
        if task.source and task.source[0] <= line <= task.source[-1]:
            return task.key
    return None
