"""Forms for the reports of units: what one asks of a unit for a period, whatever it is written on.

A line is a row of the list, or of a row with several measures one of the further ones. Its number names the
row, and the measure behind a bar, so that a form that was sorted or cut comes back to the right rows:

    k3v9x2mq4nap                 a row without a measure: 完成值 is how much is done, in per cent
    k3v9x2mq4nap/p7w2c5e8rt3y    a row with a measure, or a further measure of it
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from store.ledger.days import schedules_of
from store.ledger.facts import Facts, facts_of
from store.ledger.owed import Owed, owed_on
from store.ledger.periods import Period, period_or_none
from store.ledger.reporters import reporting_units
from store.progress import Progress, behind, share, silent, told
from store.records.describing import column_parts
from store.records.report import REPORT_WORDS, Report
from store.records.schedule import SENSES, Measure
from store.records.task import numbered_text
from store.records.tasklist import TaskList
from store.refused import Refused

Answer = Literal["value", "word", "done", "problem", "next_step"]
ANSWERS: dict[Answer, str] = {
    "value": "完成值",
    "word": "状态",
    "done": "进展情况",
    "problem": "存在问题",
    "next_step": "下一步",
}
"""The columns that a unit fills in."""


def by_name(answers: Mapping[Answer, str]) -> dict[str, str]:
    """Return answers by the names of their columns, beside those of other columns."""
    return dict(zip(map(str, answers), answers.values(), strict=True))


COLUMNS: dict[str, str] = {
    "name": "序号",
    "text": "重点任务",
    "deadline": "完成时限",
    "role": "我单位角色",
    "target": "目标",
    **by_name(ANSWERS),
    "number": "编号",
}
"""All columns of a form in their order, the number hidden."""

HeadAnswer = Literal["reporter", "phone", "signed_by"]
HEAD: dict[HeadAnswer, str] = {"reporter": "填报人", "phone": "电话", "signed_by": "审签人"}
"""What a unit fills in over the table."""

LONGEST = 500
"""Signs of a text that a form asks for at most."""
PROPERTY = "yaodian-form"
"""The name of the document's property that says which form it is."""

# yaodian-form:1/k3v9x2mq4nap/h5t8…/q2…/2026-10
_CODE = re.compile(r"yaodian-form:1/([^/\s]*)/([^/\s]*)/([^/\s]+)/(20\d\d(?:-W?\d\d|[QH]\d)?)(?![\w/-])")
_ROLES = {True: "牵头", False: "配合"}
_NOT_ASKED = "没有要报送{period}进展的行，请先设报送安排（yaodian schedule），或核对报送期。"


class FormIdentity(NamedTuple):
    """Which form it is: of which file and list, for which unit and period."""

    file_id: str
    notice: str
    """Key of the notice whose list it is of; empty in a list without one."""
    unit: str
    period: str

    @property
    def code(self) -> str:
        """The identity as a form bears it, in its property and on a line that is seen."""
        return f"yaodian-form:1/{'/'.join(self)}"


def identities_in(text: str) -> Iterator[FormIdentity]:
    """Yield the identities that a text holds."""
    for found in _CODE.finditer(text):
        yield FormIdentity(*found.groups())


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line of a form, with what is known of the period already."""

    row: str
    """Key of the row."""
    measure: str
    """Key of the measure; empty where the row has none."""
    name: str
    """The row as the list names it: 3.2."""
    text: str
    deadline: str
    role: str
    target: str
    is_further: bool
    """It is of a further measure of the row above: nothing but its figure is asked."""
    answers: Mapping[Answer, str]

    @property
    def number(self) -> str:
        """What names the line when the form comes back."""
        return f"{self.row}/{self.measure}" if self.measure else self.row

    def asks(self, answer: Answer) -> bool:
        """Tell whether the unit is to fill in a column here."""
        return answer == "value" or not self.is_further


@dataclass(frozen=True, slots=True)
class PastLine:
    """What the unit last reported of a row before the period."""

    name: str
    text: str
    period: str
    """As the clerk reads it: 2026年9月."""
    answers: Mapping[Answer, str]


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A form for one unit and one period."""

    identity: FormIdentity
    unit: str
    """The unit as the list calls it."""
    list_name: str
    period: Period
    due_on: str
    """ISO."""
    sign_off: str
    """Who is to sign it: 单位主要负责人; empty where the schedule does not say."""
    lines: Sequence[FormLine]
    past: Sequence[PastLine]

    @property
    def rows(self) -> tuple[str, ...]:
        """The keys of its rows, each once."""
        rows = [line.row for line in self.lines]
        return tuple(dict.fromkeys(rows))

    @property
    def title(self) -> str:
        """What the form and its file are called: 成果处_2026年10月_进展情况报送表."""
        return f"{self.unit}_{self.period.label}_进展情况报送表"


def forms_of(
    tasks: TaskList,
    file_id: str,
    period: Period,
    day: date,
    units: Collection[str] = (),
    progress: Progress = silent,
) -> list[UnitForm]:
    """Return the forms of a period, in the order of the units; of all that owe a report, or of some.

    Refused where nobody owes one.
    """
    by_unit: dict[str, list[Owed]] = {}
    owing = owed_on(tasks, max(day, period.first))
    for owed in owing.of_period(period, share(progress, 0, 2)):
        by_unit.setdefault(owed.unit, []).append(owed)
    if not by_unit:
        raise Refused(_NOT_ASKED.format(period=period.label))
    lacking = [unit for unit in units if unit not in by_unit]
    if lacking:
        names = "、".join(map(tasks.wording_of, lacking))
        raise Refused(f"{names}没有要报送{period.label}进展的行，请核对单位。")
    asked = units or by_unit
    total = sum(len(by_unit[unit]) for unit in asked)
    forms: list[UnitForm] = []
    done = 0
    for unit in tasks.units:
        if unit.key in asked:
            identity = FormIdentity(file_id, tasks.notice.key, unit.key, period.name)
            own = by_unit[unit.key]
            forms.append(_form(tasks, identity, own, behind(done, total, share(progress, 1, 2))))
            done += len(own)
    return forms


def _form(tasks: TaskList, identity: FormIdentity, owed: Sequence[Owed], progress: Progress) -> UnitForm:
    facts = facts_of(tasks)
    lines: list[FormLine] = []
    past: list[PastLine] = []
    for one in told(owed, progress):
        lines += _lines(tasks, facts, one)
        before = _last_before(facts.reports(one.row), one)
        if before:
            past.append(_past(tasks, facts, before))
    due_on = min(one.due_on for one in owed)
    unit = tasks.wording_of(identity.unit)
    period = owed[0].period
    sign_off = _sign_off(tasks, period)
    return UnitForm(identity, unit, tasks.list_name, period, due_on, sign_off, lines, past)


def _sign_off(tasks: TaskList, period: Period) -> str:
    """Return who signs reports of a period; empty where no schedule says."""
    for schedule in schedules_of(tasks):
        if schedule.every == period.every and schedule.sign_off:
            return schedule.sign_off
    return ""


def _lines(tasks: TaskList, facts: Facts, owed: Owed) -> Iterator[FormLine]:
    """Yield the lines of a row: one, or one for each of its measures."""
    task, report = tasks.task(owed.row), owed.report
    leads = reporting_units(tasks, task).units
    said = _answers(report)
    text = numbered_text(task.number, task.text)
    targets = "；".join(task.targets)
    deadline = "，".join(column_parts(tasks, task, "deadline"))
    role = _ROLES[owed.unit in leads]
    line = FormLine(task.key, "", tasks.row_name(task.key), text, deadline, role, targets, False, said)
    measures = sorted(facts.of(Measure, task.key), key=_in_order)
    if not measures:
        yield replace(line, answers={"value": _share(report), **said})
        return
    values = _values(report)
    for place, measure in enumerate(measures):
        value: Mapping[Answer, str] = {"value": values.get(measure.key, "")}
        further = replace(line, measure=measure.key, target=target_in_words(measure))
        if place:
            yield replace(further, is_further=True, answers=value)
        else:
            yield replace(further, answers={**value, **said})


def _in_order(measure: Measure) -> tuple[str, str]:
    return measure.order, measure.key


def _values(report: Report | None) -> Mapping[str, str]:
    """Return the figures of a report by the keys of their measures."""
    said = report.values if report else ()
    return {one.measure: one.value for one in said}


def _share(report: Report | None) -> str:
    return f"{report.share}%" if report and report.share else ""


def _answers(report: Report | None) -> dict[Answer, str]:
    """Return what a report says but for its figures."""
    if report is None:
        return {}
    word = REPORT_WORDS.get(report.word, "")
    return {"word": word, "done": report.done, "problem": report.problem, "next_step": report.next_step}


def _past(tasks: TaskList, facts: Facts, report: Report) -> PastLine:
    task = tasks.task(report.task)
    period = period_or_none(report.period)
    label = period.label if period else report.period
    values = _values(report)
    figures = []
    for measure in facts.of(Measure, task.key):
        value = values.get(measure.key)
        if value:
            figures.append("".join((measure.text, value, measure.unit_of_measure)))
    said: Mapping[Answer, str] = {"value": "；".join(figures) or _share(report), **_answers(report)}
    name, text = tasks.row_name(task.key), numbered_text(task.number, task.text)
    return PastLine(name, text, label, said)


def _last_before(reports: Sequence[Report], owed: Owed) -> Report | None:
    """Return the last report of the unit for a period that ended before the one that is asked for."""
    found = None
    for report in reports:
        period = period_or_none(report.period)
        if report.unit == owed.unit and period and period.last < owed.period.first:
            found = report
    return found


def target_in_words(measure: Measure) -> str:
    """Return a measure with its target: 众创孵化机构 40家, 投诉 至多5件."""
    sense = "" if measure.sense == "at_least" else SENSES[measure.sense]
    if not measure.target:
        return measure.text
    target = "".join((sense, measure.target, measure.unit_of_measure))
    return f"{measure.text} {target}".strip()
