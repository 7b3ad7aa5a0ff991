"""Questions on the notice: its number, its numbering, the group's name, what was odd in the source or not read."""

import re
from collections.abc import Iterator

from store.acts.rows import set_fields
from store.checks.look import Look
from store.checks.spelling import group_names, number_value
from store.questions.question import Act, Answer, Question, kept
from store.reading.signs.numbering import number_faults
from store.records.changes import Change, updated
from store.records.notice import Notice, WorkPoint
from store.records.tasklist import TaskList
from store.refused import Refused

_NUMERAL = re.compile(r"[零〇一二三四五六七八九十百]+|\d+")
_DIGITS = "零一二三四五六七八九"


def document_number(look: Look) -> Iterator[Question]:
    """Q06: the number of the notice, where none was printed."""
    notice = look.tasks.notice
    if notice.key and not notice.document_number:
        text = "通知没有印文号,文号是多少?"
        record = (Notice.TABLE, notice.key)
        yield Question(
            "Q06",
            notice.key,
            "文号",
            text,
            "",
            (),
            lambda words: set_fields(look.tasks, notice, document_number=_number(words)),
            "如 武科〔2021〕12号",
            record=record,
            field="document_number",
            leave="没有文号",
        )


def _number(words: str) -> str:
    if not words.strip():
        raise Refused("请写明文号;没有文号请选“没有文号”。")
    return words.strip()


def numbering(look: Look) -> Iterator[Question]:
    """Q07: whether a heading whose number is used before, or skips one, is to be shown with the number of its place."""
    yield from _numbering_under(look.tasks, None)


def _numbering_under(tasks: TaskList, parent: str | None) -> Iterator[Question]:
    points = tasks.work_points(parent)
    for place, fault in number_faults([number_value(point.number) for point in points]):
        point = points[place]
        right = _renumbered(point.number, place + 1)
        if fault != "none" and right != point.number:
            text = f"“{point.number}{point.heading}”按次序应为“{right}”,是否改?"
            about, facts = f"{point.number}{point.heading}", f"{fault}|{point.number}"
            answers = (Answer(f"改作“{right}”", _renumbering(tasks, point, right)),)
            also = (("C21", point.key, facts),)
            record = (WorkPoint.TABLE, point.key)
            yield Question(
                "Q07",
                point.key,
                about,
                text,
                facts,
                answers,
                record=record,
                leave=f"照印“{point.number}”",
                also=also,
            )
    for point in points:
        yield from _numbering_under(tasks, point.key)


def _renumbering(tasks: TaskList, point: WorkPoint, number: str) -> Act:
    return lambda: set_fields(tasks, point, number=number)


def _renumbered(number: str, value: int) -> str:
    """A number in the same style with another value: 二、 as 三、; as it is where its style is not known or the value too great."""
    if not 0 < value < 100:
        return number
    tens, ones = divmod(value, 10)
    chinese = (("" if tens < 2 else _DIGITS[tens]) + "十" if tens else "") + (
        _DIGITS[ones] if ones or not tens else ""
    )
    return _NUMERAL.sub(lambda found: str(value) if found.group().isdecimal() else chinese, number, count=1)


def group_name(look: Look) -> Iterator[Question]:
    """Q08: which of the names that the notice gives the leading group is right."""
    notice = look.tasks.notice
    names = group_names(notice.group, notice.source_text)
    if names:
        facts = "|".join(names)
        answers = tuple(Answer(name, _naming(look.tasks, name)) for name in names)
        record, also = (Notice.TABLE, notice.key), (("C22", "领导小组", facts),)
        text = "领导小组在通知中有几个名称,以哪一个为准?"
        yield Question(
            "Q08", notice.key, "领导小组名称", text, facts, answers, record=record, field="group", also=also
        )


def _naming(tasks: TaskList, name: str) -> Act:
    def act() -> Change:
        notice, reason = tasks.notice, f"以“{name}”为准"
        names = "|".join(group_names(name, notice.source_text))
        edits = updated(notice, group=name)
        for code, subject in (("Q08", notice.key), ("C22", "领导小组")):
            edits += kept(tasks, code, subject, names, reason)
        return Change(f"领导小组名称{reason}", tuple(edits))

    return act


def odd_signs(look: Look) -> Iterator[Question]:
    """Q13: a place in the source where a sign seems lost or doubled."""
    notice = look.tasks.notice
    for finding in look.reading.findings if notice.source_text else ():
        if finding.code == "R05":
            about, text = f"通知第 {finding.line} 行", f"通知第 {finding.line} 行:{finding.message}。"
            row = row_of_line(look.tasks, finding.line)
            yield Question(
                "Q13",
                str(finding.line),
                about,
                text,
                finding.message,
                row=row,
                record=(Notice.TABLE, notice.key),
                field="title",
            )


def unread(look: Look) -> Iterator[Question]:
    """Q14: a line of the source that the reader found no place for."""
    notice = look.tasks.notice
    for line in look.reading.unread if notice.source_text else ():
        about, text = f"通知第 {line.line} 行", f"未读懂  通知第 {line.line} 行:{line.text}"
        yield Question(
            "Q14",
            str(line.line),
            about,
            text,
            line.text,
            record=(Notice.TABLE, notice.key),
            field="title",
            leave="与清单无关,不再问",
        )


def row_of_line(tasks: TaskList, line: int) -> str | None:
    """The row that a line of the source was read into."""
    return next(
        (task.key for task in tasks.tasks if task.source and task.source[0] <= line <= task.source[-1]), None
    )
